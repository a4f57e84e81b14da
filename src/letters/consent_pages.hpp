#pragma once

#include "design/page.hpp"
#include "letters/correspondence.hpp"
#include "letters/overview.hpp"
#include "pupils/address_changes.hpp"

namespace letters::pages {

// What the person who looks may do here.
struct Abilities {
    bool coordinates = false;  // letters, answers, links
    bool decides = false;      // where parents differ
};

// Where consent stands, one row a parent, and what can be done about it.
struct ConsentPage {
    Overview overview;
    Sentence sentence;
    Abilities may;
    Date today;
    Instant now;
    h::Node pupil;              // the header
    bool to_be_placed = false;  // the next step is a place in a programme
    std::vector<pupils::AddressChange> address_changes = {};
    std::optional<Shown> shown_then = {};  // on the page that a form was sent from
    bool to_record = false;                // reached in order to record an answer
    std::optional<ContactId> from = {};    // that the way here named as theirs
};
// "/cases/…/consent"
std::string path_of(Overview const& overview, std::string_view page);

// `answers` redisplays the form that was refused: an answer, or a decision.
design::Page consent(design::FormGuard const& guard, ConsentPage const& page, Answers const& answers);

// Asks before a parent's links are ended, for a letter in their hands opens no more from then on.
struct LinkEnding {
    Child child;
    ContactId contact;
    std::string contact_name;
    h::Node pupil;  // the header
};
design::Page end_link(design::FormGuard const& guard, LinkEnding const& ending);

}  // namespace letters::pages
