#pragma once

#include <optional>

#include "app/pipeline.hpp"
#include "visits/visit.hpp"

// The one place where what is typed about a child is asked about before it is saved (S1), for every form
// there is.
namespace app::disclosure_stop {

// Whether the form holds free text about a child, so that it is read through.
bool holds_words_about_a_child(Request const& request);

// The form without its marked sentences, where its sender asked for that.
void take_out_what_was_asked(Request& request);

// Whether the form holds words that read like a disclosure, and its sender has not said that they are none.
bool has_to_ask(Request const& request);

// The page that asks. Nothing of the form is saved or logged.
http::Response question(Visit const& visit, Request const& request);

// After a form was saved whose words its sender had said to be no safeguarding concern: puts that on record.
void note_confirmation(Visit& visit, Request const& request, http::Response const& response);

}  // namespace app::disclosure_stop
