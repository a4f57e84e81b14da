#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "db/sql.hpp"

namespace db {

// A part of a statement: a literal, as the whole is.
template <std::size_t size>
struct Part {
    consteval Part(char const (&text)[size]) { std::copy_n(text, size, text_.begin()); }
    consteval Part(std::array<char, size> const& text) : text_(text) {}
    static constexpr std::size_t letters = size - 1;

    std::array<char, size> text_{};
};

// Parts of a statement put together when compiled, so that what several statements share is written once.
template <Part... parts>
class Joined {
    static constexpr auto join() {
        std::array<char, (decltype(parts)::letters + ... + 1)> text{};
        auto* at = text.begin();
        ((at = std::copy_n(parts.text_.begin(), decltype(parts)::letters, at)), ...);
        return text;
    }
    static constexpr auto text_ = join();

public:
    static constexpr Sql sql = text_.data();
    static constexpr Part part = text_;  // of a longer statement
};

}  // namespace db
