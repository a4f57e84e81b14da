#pragma once

#include <string>
#include <vector>

#include "agencies/agencies.hpp"
#include "base/fields.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace agencies::pages {

std::string path_of(CaseId const& the_case);

// One child's case, and what this visitor may do here.
struct About {
    need_to_know::Seen child;
    CaseId the_case;
    bool may_note = false;
    bool may_share = false;
    bool is_open = true;
};

// What agencies were asked and said, and a form for more.
design::Page advice(
    design::FormGuard const& guard, About const& about, std::vector<Advice> const& all, Answers const& answers
);

}  // namespace agencies::pages
