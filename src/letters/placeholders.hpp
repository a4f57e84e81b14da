#pragma once

#include <string>
#include <string_view>
#include <vector>

// The words in [square brackets] that a template may hold.
namespace letters {

// What stands in a letter for the words in [square brackets].
struct Values {
    std::string child;
    std::string parent;
    std::string programme;
    std::string school;
    std::string telephone;
    std::string senco;
    std::string link;
    std::string reply_by;
    std::string holds_for;
};

// A placeholder as the school writes it, with what it stands for.
struct Placeholder {
    std::string_view name;  // "[child]"
    std::string_view meaning;
};
std::vector<Placeholder> const& placeholders();

// Every text in [square brackets] that is no placeholder, once each, in order.
std::vector<std::string> unknown_placeholders(std::string_view words);

// The words with every placeholder filled, whatever its capitals. What a value holds is never read as a
// placeholder.
std::string filled(std::string_view words, Values const& values);

// What a letter that is kept says where the parent's own address stood.
inline constexpr std::string_view link_of_the_e_mail = "the link in our e-mail";
inline constexpr std::string_view link_of_the_letter = "the link on this letter";

// The words of a kept letter for who has followed that address: where it stood, the page that they read is
// named.
std::string read_on_screen(std::string words);

}  // namespace letters
