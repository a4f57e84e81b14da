#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>

// A closed set says its words once, in the order of its values from 0:
//     enum class Answer { given, refused, withdrawn };
//     constexpr auto words(Answer) { return std::array{"given", "refused", "withdrawn"}; }
// The words are what tables, forms and addresses hold. What people read is worded at the edge.
template <class Set>
concept Worded = std::is_enum_v<Set> && requires(Set set) {
    words(set).size();
};

// True where the enumeration names this value: the compiler then writes its name, and else "(Set)7".
template <auto Value>
consteval bool is_named() {
    std::string_view const written = __PRETTY_FUNCTION__;
    return written[written.find("Value = ") + std::string_view("Value = ").size()] != '(';
}

template <Worded Set>
constexpr std::string_view word(Set value) {
    static_assert(!is_named<static_cast<Set>(words(Set{}).size())>(), "a value of this set has no word");
    return words(value)[static_cast<std::size_t>(value)];
}

// Empty where no value has this word.
template <Worded Set>
constexpr std::optional<Set> from_word(std::string_view text) {
    auto const all = words(Set{});
    for (std::size_t i = 0; i < all.size(); ++i)
        if (text == all[i]) return static_cast<Set>(i);
    return std::nullopt;
}

// Every value of the set, in order.
template <Worded Set>
constexpr auto all_of() {
    std::array<Set, words(Set{}).size()> values{};
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<Set>(i);
    return values;
}
