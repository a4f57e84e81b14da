#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"
#include "visits/saved.hpp"

// Saving says so: a form leads to a page with the word of what it saved.
namespace visits {

// The page's path, with the word of what it is to say.
std::string path_saying(std::string_view path, Saved what);

// Leads to the page and says there what was saved.
http::Response saved(std::string_view path, Saved what);

// The same place, saying this instead of what it says was saved; as it is where it says nothing.
std::string saying(std::string_view location, Saved what);

// What the form before this page saved; a word that is none of ours says nothing.
std::optional<Saved> just_saved(http::Request const& request);

}  // namespace visits
