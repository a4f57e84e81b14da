#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "schools/schools.hpp"

namespace schools::pages {

// Every school year with its terms, what closes the school within them, and the bank holidays that Withy
// knows; and which of its weeks count towards the impact review.
design::Page terms(
    design::FormGuard const& guard, OpenDays const& days, Date today, Answers const& impact_weeks
);

design::Page add_term(design::FormGuard const& guard, Answers const& answers);
design::Page add_closure(design::FormGuard const& guard, Answers const& answers);

// `stands` is what someone else saved meanwhile.
design::Page change_term(
    design::FormGuard const& guard,
    TermId const& term,
    Answers const& answers,
    int version,
    std::optional<Term> const& stands = {}
);

// How many terms and closures the form shows.
struct YearRows {
    std::size_t terms = 0;
    std::size_t closures = 0;
};

// A year's terms and closures as copied forward, each to keep, change or leave out.
design::Page year_forward(
    design::FormGuard const& guard, int school_year, YearRows const& rows, Answers const& answers
);

}  // namespace schools::pages
