#pragma once

#include <optional>
#include <string>

#include "design/page.hpp"
#include "letters/letters.hpp"
#include "letters/support.hpp"

// What a parent or carer sees on their phone: no account, no staff around it, one thing at a time.
namespace letters::pages {

struct ParentsPage {
    std::string path;  // "/consent/{token}"
    std::string school;
    std::string telephone;
    std::string child;  // the forename
    LetterId letter = {};
    std::string letter_title;
    std::string letter_words;
    std::string sender;
    std::optional<consent::Received> answer;            // about what the letter asks
    std::optional<consent::Received> yes_to_the_other;  // form of support, which stands beside it
    Choices choices;
    std::optional<consent::Form> form;  // that the letter spoke of
    Date would_hold_until = {};         // a yes of today
    SupportTold support = {};
    bool letter_undone = false;  // by the school, which will write anew
    std::optional<Date> closed_on = {};
};

// Who are you? The date of birth of the child, before anything else is shown.
design::Page confirm(design::FormGuard const& guard, ParentsPage const& page, Answers const& answers);

// The letter and two equal choices; or the answer that stands, with a way to change one's mind; or, of a
// closed case, that nothing is asked any more, their own answer and whom to ask.
design::Page answer(design::FormGuard const& guard, ParentsPage const& page, Answers const& answers);

// The link does not open, for whatever cause.
design::Page link_is_over(std::string const& school, std::string const& telephone);

}  // namespace letters::pages
