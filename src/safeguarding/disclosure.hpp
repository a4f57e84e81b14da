#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/words.hpp"

namespace safeguarding {

// What a sentence that reads like a disclosure reads like.
enum class Sign {
    harm,
    touching,
    told_to_keep_quiet,
    self_harm,
    running_away,
    weapon,
    neglect,
    injury,
    fear
};
constexpr auto words(Sign) {
    return std::array{
        "harm",
        "touching",
        "told_to_keep_quiet",
        "self_harm",
        "running_away",
        "weapon",
        "neglect",
        "injury",
        "fear"};
}
// "being hurt by an adult"
std::string_view in_words(Sign sign);

// A sentence of a text, from its first byte to behind its last, and what it reads like.
struct Marked {
    std::size_t begin = 0;
    std::size_t end = 0;
    Sign sign{};
};

}  // namespace safeguarding
