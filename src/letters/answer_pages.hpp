#pragma once

#include "letters/consent_pages.hpp"

// The forms of the consent page: what a parent said, what is decided, and the step noted anew.
namespace letters::pages {

// What was not on the page yet that a form was sent from, with what was typed there where its form is gone.
h::Node came_in_since(ConsentPage const& page, Answers const& answers);

// True where somebody came to record an answer, or has to: then its form is open, and stands first.
bool is_recording(ConsentPage const& page, Answers const& answers);

// For an answer that came on paper, by telephone or in person; nothing where none may come. A form that
// nobody has filled in yet holds today, and whom it is from where that is known: never the answer, nor how it
// came.
h::Node record_an_answer(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers);

// Where parents differ, for who decides.
h::Node decision(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers);

// After the step was undone: the answers stand, and the SENCo takes it again by them.
h::Node noting(design::FormGuard const& guard, ConsentPage const& page);

}  // namespace letters::pages
