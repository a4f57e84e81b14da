#include "today/raised_actions.hpp"

#include <algorithm>

#include "need_to_know/actions.hpp"
#include "today/raised_store.hpp"

namespace today {

std::vector<Raised> raised_lately(Visit const& visit) {
    constexpr int years_back = 2;
    auto const since = calendar::start_of(calendar::years_later(visit.today, -years_back));
    auto all = raised_store::written_since(visit.db, visit.school, visit.staff(), since);
    need_to_know::Duty const duty(visit, visits::Permission::raise_concern);
    for (auto& one : all) one.child = duty.names(one.pupil, one.name);
    std::erase_if(all, [](Raised const& one) { return !one.child; });
    std::vector<need_to_know::Listed> children;
    for (auto const& one : all) children.emplace_back(one.child.value());
    need_to_know::note_list(visit, children);
    return all;
}

}  // namespace today
