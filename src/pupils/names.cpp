#include "pupils/names.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace pupils {
namespace {

// White space and the marks that stand between names, never inside one.
constexpr std::string_view between = " \t\r\n,;.()/\"%_\\";

void add_once(std::vector<std::string>& words, std::string word) {
    if (!word.empty() && std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::string without_wide_spaces(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; (at = out.find("\u00A0", at)) != out.npos;) out.replace(at, 2, " ");
    return out;
}

// The first letter, however many bytes UTF-8 has for it.
std::string first_letter(std::string_view name) {
    std::size_t end = 1;
    while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
    return std::string(name.substr(0, end));
}

}  // namespace

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    auto const spaced = without_wide_spaces(text);
    std::string_view rest = spaced;
    while (!rest.empty()) {
        auto const end = std::min(rest.find_first_of(between), rest.size());
        add_once(words, text::folded(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

std::vector<std::string> name_words(Details const& details) {
    std::vector<std::string> words;
    for (auto const* name :
         {&details.preferred_forename,
          &details.preferred_surname,
          &details.legal_forename,
          &details.legal_surname}) {
        auto const of_name = folded_words(*name);
        for (auto const& word : of_name) add_once(words, word);
        if (of_name.size() > 1) add_once(words, text::joined(of_name, ""));
    }
    return words;
}

std::string folded_name(Details const& details) { return text::joined(name_words(details), " "); }

std::vector<std::string> name_parts(Details const& details) {
    std::vector<std::string> parts;
    for (auto const& word : name_words(details))
        for (std::size_t at = 0; at < word.size(); ++at)
            if (begins_character(word[at])) parts.push_back(word.substr(at));
    std::ranges::sort(parts);
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    return parts;
}

std::string folded_together(std::string_view name) { return text::joined(folded_words(name), ""); }

bool same_name(std::string_view one, std::string_view other) {
    return folded_together(one) == folded_together(other);
}

bool fits_class(std::string_view word, std::string_view class_name) {
    constexpr std::size_t few_letters = 2;
    auto const words = folded_words(class_name);
    auto const together = text::joined(words, "");
    if (word.size() > few_letters && together.find(word) != together.npos) return true;
    std::size_t begin = 0;
    for (auto const& one : words) {
        if (std::string_view(together).substr(begin).starts_with(word)) return true;
        begin += one.size();
    }
    return false;
}

std::vector<std::string> told_apart(std::span<Pupil const> children) {
    auto const with_letter = [](Pupil const& child) {
        return child.forename + " " + first_letter(child.surname) + ".";
    };
    auto const shared = [&](Pupil const& child, auto const& name) {
        return std::ranges::any_of(children, [&](auto const& other) {
            return other.id != child.id && name(other) == name(child);
        });
    };
    auto const forename = [](Pupil const& child) { return child.forename; };
    std::vector<std::string> names;
    for (auto const& child : children) {
        if (!shared(child, forename))
            names.push_back(child.forename);
        else
            names.push_back(shared(child, with_letter) ? child.name() : with_letter(child));
    }
    return names;
}

std::string ending_a_sentence(std::vector<std::string> const& names) {
    auto words = text::listed(names);
    return words.ends_with('.') ? words : words + ".";
}

int fit(std::vector<std::string> const& typed, std::string_view folded_name) {
    auto const begins_a_word = [&](std::string const& word) {
        return folded_name.starts_with(word) || folded_name.find(" " + word) != folded_name.npos;
    };
    return static_cast<int>(std::ranges::count_if(typed, begins_a_word));
}

}  // namespace pupils
