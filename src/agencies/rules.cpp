#include "agencies/rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace agencies {
namespace {

// Forenames and surnames that are ordinary words when they begin with a small letter.
constexpr std::array<std::string_view, 22> ordinary{
    "may",  "will",  "mark",   "grace",  "hope",  "joy",  "rose", "young", "long", "day",  "best",
    "good", "small", "little", "summer", "sunny", "rich", "bill", "drew",  "page", "king", "price"};

// Tablets type quotation marks and dashes of their own.
bool divides(char32_t c) {
    constexpr std::u32string_view marks =
        U" \t\r\n.,;:!?()[]/\"\u00A0\u00AB\u00BB\u2013\u2014\u2018\u201C\u201D\u2026";
    return marks.find(c) != marks.npos;
}

// "Sam's", "Sam’s" and "SAM" are Sam.
std::string as_a_name(std::string_view word) {
    for (std::string_view const ending : {"'s", "\xE2\x80\x99s", "\xE2\x80\x99S", "'S", "\xE2\x80\x99", "'"})
        if (word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    return text::folded(word);
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [c, bytes] = utf8::first(text.substr(at));
        auto const step = std::max<std::size_t>(bytes, 1);
        if (divides(c)) {
            if (at > from) words.push_back(text.substr(from, at - from));
            from = at + step;
        }
        at += step;
    }
    if (from < text.size()) words.push_back(text.substr(from));
    return words;
}

std::vector<std::string> parts_of(std::vector<std::string> const& names) {
    std::vector<std::string> parts;
    for (auto const& name : names)
        for (auto const word : words_of(name))
            if (auto part = text::folded(word); part.size() > 1) parts.push_back(std::move(part));
    return parts;
}

bool is_written_small(std::string_view word) { return word[0] >= 'a' && word[0] <= 'z'; }

}  // namespace

bool may_note(visits::Who const& who) {
    using visits::Role;
    return who.holds(Role::senco) || who.holds(Role::headteacher) || who.holds(Role::nurture_assistant);
}

bool may_share(visits::Who const& who) { return who.holds(visits::Role::senco); }

std::vector<Named> names_of_the_child(AdviceInput const& said, std::vector<std::string> const& names) {
    auto const parts = parts_of(names);
    std::vector<Named> found;
    std::array const fields{
        std::pair{"agency", &said.agency},
        std::pair{"person", &said.person},
        std::pair{"asked", &said.asked},
        std::pair{"advice", &said.advice},
        std::pair{"follows", &said.follows}};
    for (auto const& [field, text] : fields) {
        std::string words;
        for (auto const word : words_of(*text)) {
            auto const name = as_a_name(word);
            bool const is_theirs = std::ranges::find(parts, name) != parts.end();
            bool const is_ordinary =
                is_written_small(word) && std::ranges::find(ordinary, name) != ordinary.end();
            if (is_theirs && !is_ordinary) words += (words.empty() ? "" : ", ") + std::string(word);
        }
        if (!words.empty()) found.push_back({field, std::move(words)});
    }
    return found;
}

std::optional<Refusal> objection_to(
    AdviceInput const& said, std::vector<std::string> const& names, bool may_share, Date today
) {
    if (said.asked_on > today) return Refusal::asked_in_the_future;
    if (said.shares_the_name && !may_share) return Refusal::not_yours_to_share;
    if (said.shares_the_name && said.sharing_reason.empty()) return Refusal::reason_missing;
    if (!said.shares_the_name && !names_of_the_child(said, names).empty()) return Refusal::names_the_child;
    return std::nullopt;
}

}  // namespace agencies
