#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "safeguarding/disclosure.hpp"

namespace safeguarding {

// The sentences of the text that read like a child's disclosure or a sign of harm, in their order. It looks
// for the phrases of sign_rules and knows no meaning: what is ordinary in nurture work (crying, anger with a
// parent, a quarrel between friends, a fall at playtime) is left alone, and a person judges every sentence
// that is marked.
std::vector<Marked> what_reads_like_a_disclosure(std::string_view text);

// The text without the marked sentences, and without the space that they leave behind.
std::string without(std::string_view text, std::vector<Marked> const& marked);

}  // namespace safeguarding
