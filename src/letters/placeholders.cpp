#include "letters/placeholders.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace letters {
namespace {

constexpr std::array<std::string Values::*, 9> members{
    &Values::child,
    &Values::parent,
    &Values::programme,
    &Values::school,
    &Values::telephone,
    &Values::senco,
    &Values::link,
    &Values::reply_by,
    &Values::holds_for};

// A piece of a text: plain, or in [square brackets] on one line.
struct Piece {
    std::string_view text;
    bool bracketed = false;
};

std::vector<Piece> pieces_of(std::string_view words) {
    std::vector<Piece> pieces;
    while (!words.empty()) {
        auto const open = words.find('[');
        auto const close = open == std::string_view::npos ? open : words.find_first_of("[]\n", open + 1);
        if (close == std::string_view::npos) {
            pieces.push_back({words});
            break;
        }
        if (words[close] != ']') {
            pieces.push_back({words.substr(0, close)});
            words.remove_prefix(close);
            continue;
        }
        pieces.push_back({words.substr(0, open)});
        pieces.push_back({words.substr(open, close - open + 1), true});
        words.remove_prefix(close + 1);
    }
    return pieces;
}

std::string Values::*const* member_for(std::string_view bracketed) {
    auto const name = text::ascii_lower(bracketed);
    auto const& all = placeholders();
    for (std::size_t at = 0; at < all.size(); ++at)
        if (all[at].name == name) return &members[at];
    return nullptr;
}

}  // namespace

std::vector<Placeholder> const& placeholders() {
    static std::vector<Placeholder> const all{
        {"[child]", "The child’s preferred first name"},
        {"[parent]", "The name of the parent or carer"},
        {"[programme]", "The form of support that was chosen, and how many weeks"},
        {"[school]", "The school’s name"},
        {"[telephone]", "The school’s telephone number"},
        {"[senco]", "The name of the SENCo who sends the letter"},
        {"[link]", "The parent’s own address for answering"},
        {"[reply by]", "Two weeks after the letter, or the next school day"},
        {"[holds for]", "How long a yes holds by the policy, such as: 52 weeks"}};
    return all;
}

std::vector<std::string> unknown_placeholders(std::string_view words) {
    std::vector<std::string> unknown;
    for (auto const& piece : pieces_of(words)) {
        if (!piece.bracketed || member_for(piece.text)) continue;
        std::string name(piece.text);
        if (std::ranges::find(unknown, name) == unknown.end()) unknown.push_back(std::move(name));
    }
    return unknown;
}

std::string filled(std::string_view words, Values const& values) {
    std::string out;
    for (auto const& piece : pieces_of(words)) {
        auto const* const member = piece.bracketed ? member_for(piece.text) : nullptr;
        if (member)
            out += values.**member;
        else
            out += piece.text;
    }
    return out;
}

std::string read_on_screen(std::string words) {
    constexpr std::string_view here = "this page, which you are reading now";
    for (auto const link : {link_of_the_e_mail, link_of_the_letter})
        for (auto at = words.find(link); at != std::string::npos; at = words.find(link, at + here.size()))
            words.replace(at, link.size(), here);
    return words;
}

}  // namespace letters
