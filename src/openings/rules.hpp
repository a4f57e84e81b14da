#pragma once

#include <optional>
#include <vector>

#include "openings/openings.hpp"

namespace openings {

// Whether this is the headteacher, who sees the headline alone until they have a reason to open the case.
bool may_open(visits::Who const& who, std::optional<need_to_know::Access> const& access);

// Who is told at once: every safeguarding lead but who overrides; where there is none, the headteacher; where
// there is none of those either, the SENCo.
std::vector<Answerable> whom_to_tell(
    std::vector<Answerable> const& people, StaffId const& by, std::vector<StaffId> const& family
);

// Who reads all overrides of the school: who answers for safeguarding.
bool reads_overrides(visits::Who const& who);

}  // namespace openings
