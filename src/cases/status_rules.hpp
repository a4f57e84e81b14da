#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cases/rules.hpp"

// What a status is put together from: the way of the case, and its consent (consent_status_rules.cpp).
namespace cases {

// " on Tuesday 12 May 2026"
std::string on(Date day);

// The day on which the step was taken that stands.
Date day_of(Facts const& facts, Step step);

// The day by which anything new can have come to the SENCo: the last answer, or the end of the place.
Date last_news_on(Facts const& facts);

// True where the place ended and its programme was not completed.
bool ended_early(Facts const& facts);

// "one to one" for a group, and the other way round; within a sentence.
std::string the_other(consent::Form form);

// True where consent is in force, and not to the form that was asked about last.
bool is_to_the_other_alone(Facts const& facts, Date today);

// "Consent was withdrawn on Tuesday 12 May 2026, so no session may be held. Another parent's yes stands." The
// day is the one on which it was said, whenever it was recorded. Empty where nobody took a yes back.
std::string that_consent_was_withdrawn(Facts const& facts, std::string_view so, Date today);

// What is to happen before the session on the day can be held, where consent, in force today, ends before it;
// with a space before it, and empty where it does not.
std::string what_consent_needs_before(Facts const& facts, Date session_on, Date today);

// What consent holds up in a case that has reached the letter; empty where its way goes on.
std::optional<Status> held_up_by_consent(Facts const& facts, Step reached, Date today);

}  // namespace cases
