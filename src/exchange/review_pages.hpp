#pragma once

#include "design/form.hpp"
#include "design/page.hpp"
#include "exchange/import.hpp"
#include "exchange/staff_plan.hpp"

namespace exchange::pages {

// A row that may be a pupil of the school: the question, with the reasons beside each answer.
design::Page doubt(
    design::FormGuard const& guard,
    Import const& import,
    Doubt const& doubt,
    std::size_t doubts_left,
    Answers const& answers
);

// A row whose name alone says that it may be somebody of the school.
design::Page doubt(
    design::FormGuard const& guard,
    Import const& import,
    StaffDoubt const& doubt,
    std::size_t doubts_left,
    Answers const& answers
);

struct Reviewed {
    Import import;
    std::string digest;         // of the plan that is shown
    bool changed = false;       // the plan is another than the one last shown
    bool decided_some = false;  // doubtful rows were decided, which can be taken back
};
// All that the import will do, before it is done.
design::Page review(design::FormGuard const& guard, Reviewed const& reviewed, Plan const& plan);
design::Page review(design::FormGuard const& guard, Reviewed const& reviewed, StaffPlan const& plan);

}  // namespace exchange::pages
