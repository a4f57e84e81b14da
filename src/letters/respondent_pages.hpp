#pragma once

#include "letters/consent_pages.hpp"

// What the consent page says of each parent or carer, and of what went to and fro.
namespace letters::pages {

// One row for each: who, when asked, what they said until when, and their link.
h::Node respondents(design::FormGuard const& guard, ConsentPage const& page);

// Every answer and decision, as it was received.
h::Node history(Overview const& overview);
// The same of those with a higher number than this.
h::Node history_after(Overview const& overview, int number);

// Every letter; who sends letters may open them.
h::Node letters_sent(Abilities const& may, Overview const& overview);

}  // namespace letters::pages
