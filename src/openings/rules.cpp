#include "openings/rules.hpp"

#include <algorithm>
#include <array>

namespace openings {
namespace {

using need_to_know::Zone;
using visits::Role;

}  // namespace

bool may_open(visits::Who const& who, std::optional<need_to_know::Access> const& access) {
    return who.holds(Role::headteacher) && access && !access->sees(Zone::progress);
}

std::vector<Answerable> whom_to_tell(
    std::vector<Answerable> const& people, StaffId const& by, std::vector<StaffId> const& family
) {
    auto const may_be_told = [&](StaffId const& staff) {
        return staff != by && std::ranges::find(family, staff) == family.end();
    };
    std::vector<Answerable> told;
    for (auto const role : std::array{Role::safeguarding_lead, Role::headteacher, Role::senco}) {
        std::ranges::copy_if(people, std::back_inserter(told), [&](auto const& one) {
            return one.role == role && may_be_told(one.staff);
        });
        if (!told.empty()) break;
    }
    return told;
}

bool reads_overrides(visits::Who const& who) {
    return who.holds(Role::safeguarding_lead) || who.holds(Role::headteacher);
}

}  // namespace openings
