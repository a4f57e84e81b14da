#pragma once

#include <exception>
#include <string_view>

#include "http/message.hpp"
#include "http/parse.hpp"
#include "visits/visit.hpp"

// Pages that say no, or that something broke: what happened and what to do. Causes stay in the log.
namespace app::refusals {

http::Response not_found();
http::Response not_found(Visit const& visit);
http::Response wrong_method();
http::Response from_another_site();
// 413 for a text that is too long, 400 for what can't be read at all.
http::Response malformed(http::Malformed fault);
http::Response too_busy();
// 429: one person, or one network address, asks more often than anybody's work needs.
http::Response too_often();

// Puts into the log why somebody was refused, where they are told something kinder.
void note_cause(std::string_view cause);

// The disk failed before: nothing is saved until Withy is started again.
http::Response nothing_is_saved();

// What a page tells of a child could not be noted in the log of reads, so the page does not leave.
http::Response read_not_noted(std::exception_ptr const& cause);

// Puts into the log that a refusal could not be noted in the log of reads. It tells of nobody, and is
// answered as ever: else what is not theirs would be told from what is not there.
void note_unnoted(std::exception_ptr const& cause);

// A form of a made-up person who is signed in no more: made-up people have no passwords to give.
http::Response nobody_yet_in_a_demonstration();

// Words what was thrown: a gate that refused, a full disk, or a fault with its reference number, which is
// logged.
http::Response broken(std::exception_ptr const& cause, http::Request const& request);

}  // namespace app::refusals
