#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/expected.hpp"
#include "letters/letters.hpp"
#include "letters/rules.hpp"
#include "letters/support.hpp"
#include "visits/visit.hpp"

// What a parent or carer does by their own link, without an account.
namespace letters {

// What one parent may see: their own letter and answer, nothing of anybody else's (N7).
struct ParentsView {
    Link link;
    bool is_confirmed = false;  // the browser carries a proof; without, no words are opened
    std::string child;          // the forename
    LetterId letter;
    std::string letter_title;
    std::string letter_words;
    std::string sender;
    std::optional<consent::Received> answer;            // about what the letter asks
    std::optional<consent::Received> yes_to_the_other;  // form of support, which stands beside it
    Choices choices;
    std::optional<consent::Form> form;  // that the letter spoke of
    bool asked_anew = false;            // although they agreed before
    bool letter_undone = false;         // so that nothing is asked
    Date would_hold_until = {};         // a yes of today
    SupportTold support;
    std::optional<Date> closed_on = {};  // the case: nothing can be answered any more
};

// The view behind this token, having entered its school and become this parent; empty where the link does not
// open, whatever the cause. After the case was closed it still opens, and leaves nothing to choose. `proof`
// is what their browser carries once they have confirmed who they are.
std::optional<ParentsView> open_link(Visit& visit, std::string_view token, std::string_view proof = {});

// Whom to ring where a link does not open.
struct WhomToRing {
    std::string school;
    std::string telephone;
};
WhomToRing whom_to_ring(Visit& visit, std::string_view token);

// The right date of birth gives the proof that the browser carries. Each wrong one counts; the fifth ends the
// link and tells the SENCo while the case is open. Gives how many tries are left.
Expected<std::string, int> confirm(Visit& visit, ParentsView const& view, Date born_on);

// To whoever says yes or no to another letter than their latest, which they may never have read; empty where
// the answer may be taken. A withdrawal is about all support, whatever letter lies open.
std::optional<FieldError> that_a_newer_letter_came(
    ParentsView const& view, std::string_view letter_read, consent::Answer answer
);

// Takes the parent's answer; one that stands already changes nothing. The link lasts on, so that a mind can
// be changed by it. Empty, or the field to mend.
std::optional<FieldError> answer_by_link(
    Visit& visit, ParentsView const& view, consent::Answer answer, std::string const& words
);

}  // namespace letters
