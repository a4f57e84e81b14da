#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/small_school.hpp"

namespace journeys {

// What somebody is in the school today, and the rows that say so.
struct HeldAs {
    struct Row {
        visits::Role role{};
        std::optional<visits::ClassId> class_id = {};
        std::optional<Date> starts_on = {};  // long ago
        std::optional<Date> ends_on = {};    // never
    };
    std::string in_words;
    std::vector<Row> rows;  // the one that counts today first
    bool teaches = false;   // a child of 4B

    visits::Role role() const { return rows.front().role; }
};

// Every role, and what a class teacher can be to a child of 4B: the child's, who covers for them, who did
// until yesterday, or another; and one person with two roles.
std::vector<HeldAs> whatever_somebody_can_be(support::SmallSchool const& school, Date today);

// The office makes them this, and nothing else.
void becomes(
    db::Connection& db, support::SmallSchool const& school, support::Person const& person, HeldAs const& held
);

}  // namespace journeys
