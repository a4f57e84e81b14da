#include "referrals/case_actions.hpp"

#include "cases/rules.hpp"
#include "need_to_know/actions.hpp"

namespace referrals {

std::optional<OpenedCase> opened_case(Visit const& visit, std::optional<CaseId> const& id) {
    if (!id) return std::nullopt;
    auto child = need_to_know::see_case(visit, *id);
    if (!child || !child->access.sees(need_to_know::Zone::progress)) return std::nullopt;
    auto the_case = cases::store::find(visit.db, visit.school, *id, visit.today);
    if (!the_case) return std::nullopt;
    auto status = cases::status_of(the_case->facts, visit.today);
    return OpenedCase{std::move(*the_case), std::move(*child), std::move(status)};
}

}  // namespace referrals
