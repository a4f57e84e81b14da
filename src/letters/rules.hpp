#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "letters/letters.hpp"

namespace letters {

// Why a contact is not asked unless the SENCo says so (C7); empty where they should be asked.
std::optional<LeftOut> reason_to_leave_out(pupils::Contact const& contact);

// True where the contact needs a letter in large print.
bool needs_large_print(pupils::Contact const& contact);

// True where this person may answer by this link today: nothing stands against asking them but what the SENCo
// knew when they asked all the same.
bool may_answer_by(Link const& link, pupils::Contact const& contact);

// Until when a new link opens: for four weeks, and for two beyond the day by which its letter asks to hear,
// which may lie behind a holiday.
Instant end_of_link(Instant made_at, Date reply_by);

// Until when it opens once an answer is on record, whichever way that came: for half a year, and as long as a
// yes holds, for the letter says that a mind can be changed by the same address.
Instant end_of_answered_link(Instant answered_at, std::optional<Date> yes_holds_until);

// True while the link opens: neither revoked nor expired.
bool opens(Link const& link, Instant now);

// What the parent's browser carries once they have confirmed who they are: an end, and a digest that only
// this link's key makes. It opens no other link, and nothing after its end.
std::string proof_until(Link const& link, Instant ends_at);
bool proves(Link const& link, std::string_view proof, Instant now);

// True where a yes leaves a question open: a letter has gone to this person since, or its time is over.
bool is_asked_anew(consent::Received const& latest, Instant letter_made_at, Date today);

// True where this person has answered since the letter was made, whichever way.
bool is_answered(Sent const& letter, std::vector<consent::Received> const& history);

// When a letter left the school: by e-mail when it was made, on paper once it was printed and handed over.
// Whoever has answered it has had it. Empty: it has not gone yet.
std::optional<Instant> went_at(Sent const& letter);

// True for a letter on paper, or whose e-mail did not arrive, that nobody has said to have printed, while it
// is not answered.
bool waits_to_be_printed(Sent const& letter);

// True while the sheet of such a letter is printed with its link: hand it over rather than writing another.
bool may_still_be_handed_over(Sent const& letter, Instant now);

// The form that the latest letter asked about, while nobody has answered about it and consent to the other is
// in force.
std::optional<consent::Form> waits_for_a_yes_to(
    std::vector<consent::Received> const& history, std::vector<consent::Request> const& requests, Date today
);

// What a page shows today that shows all of these answers.
Shown shown_of(std::vector<consent::Received> const& history, Date today);

// What a parent may do after their latest answer; none: they have not answered yet. While no letter stands,
// it is to take a yes back and nothing else.
Choices choices_after(consent::Received const* latest, bool asked_anew, bool letter_undone = false);

}  // namespace letters
