#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "consent/consent.hpp"
#include "programmes/programmes.hpp"

// Finding a place for one child.
namespace programmes {

// What the child needs of a programme, as it was talked through and prioritised.
struct Need {
    std::optional<Form> form;
    std::vector<Area> areas;
};

// A programme with a place free, and what bears on the choice.
struct Offer {
    Programme programme;
    int taken = 0;
    int weeks_left = 0;  // sessions still to come
    std::optional<Date> next_on;
    std::vector<std::string> classes;     // of the children in it
    std::vector<Area> areas;              // what they work on
    bool missed_start = false;            // its first day has passed, and it has not started
    std::string closed_because = {};      // why no child can be given a place today; empty where one can
    std::optional<int> weeks_least = {};  // by the policy, where fewer are left
};

// How the two go together.
struct Fit {
    bool form = true;
    std::vector<std::string> shared;  // areas that others in it work on too
    std::vector<std::string> alone;   // areas that nobody else in it works on
};

// What a parent or carer said last.
struct ParentSaid {
    std::string name;
    consent::Answer answer{};
    Date on;
    std::string words;
};

// The child in hand.
struct ToPlace {
    CaseId the_case;
    Need need;
    std::vector<ParentSaid> parents;
    std::optional<Date> since_on;  // prioritised, and waiting since
    std::vector<Form> agreed_to;   // the forms that a parent's yes is to
    std::optional<Form> asked;     // the form that the last letter spoke of
    std::string sentence;          // where the case stands
    bool is_ready = false;         // consent is given, and no place yet
};

// Where the parents are asked about this form. "/cases/…/letters?form=group"
std::string letter_path(CaseId const& the_case, Form form);
// "The letter to Dora's parents spoke of a group. Write a new letter about one to one first."
std::string letter_spoke_of_another(std::string const& forename, Form form);

// Why nobody can be given a place in a programme of this person today; empty where somebody can.
std::string why_closed(std::string const& deliverer, bool works_here, bool trained);

// "/cases/…/place"
std::string placing_path(CaseId const& the_case);

}  // namespace programmes
