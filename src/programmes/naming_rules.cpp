#include "programmes/naming_rules.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace programmes {
namespace {

bool is_letter(char byte) {
    auto const of = static_cast<unsigned char>(byte);
    return (of >= 'a' && of <= 'z') || (of >= '0' && of <= '9') || of >= 0x80U;
}

std::vector<std::string> words_of(std::string_view text) {
    auto folded = text::folded(text);
    std::ranges::replace_if(
        folded, [](char byte) { return !is_letter(byte); }, ' '
    );
    std::vector<std::string> words;
    for (auto const word : text::split(folded, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

// One letter says nobody's name.
bool stands_among(std::vector<std::string> const& words, std::string const& part) {
    return part.size() > 1 && std::ranges::any_of(words, [&](std::string const& word) {
               return word == part || word == part + "s";
           });
}

}  // namespace

std::optional<std::string> child_named_in(std::string_view name, std::span<pupils::Pupil const> children) {
    auto const words = words_of(name);
    for (auto const& child : children)
        for (auto const& part : words_of(child.name()))
            if (stands_among(words, part)) return child.forename;
    return std::nullopt;
}

std::string why_no_child_is_named(std::string const& forename) {
    return "People who do not know of " + forename +
           "'s support read this name. Enter one without a child's name, such as One to one, spring";
}

}  // namespace programmes
