#pragma once

#include "change/measured.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace change::pages {

struct ChangeView {
    need_to_know::Seen child;
    CaseId the_case;
    ChangeOfCase change;
    bool may_report = false;  // makes the report for parents
};

// Entry, end and follow-up by each instrument, with what may be concluded, the class and those who waited,
// and the methods; as it prints.
design::Page change(ChangeView const& view);

}  // namespace change::pages
