#include "referrals/list_actions.hpp"

#include <map>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "need_to_know/actions.hpp"
#include "referrals/concern_store.hpp"
#include "referrals/list_rules.hpp"

namespace referrals {
namespace {

struct OfCase {
    ConcernId first;
    bool answer_missing = false;
};

std::map<CaseId, OfCase> concerns_by_case(Visit const& visit) {
    std::map<CaseId, OfCase> by_case;
    for (auto const& headline : concern_store::of_open_cases(visit.db, visit.school)) {
        auto& concerns = by_case.try_emplace(headline.the_case, OfCase{.first = headline.id}).first->second;
        concerns.answer_missing = concerns.answer_missing || headline.answer_missing;
    }
    return by_case;
}

int days_since_concern(cases::Facts const& facts, Date today) {
    auto const* concern = cases::standing(facts.steps, cases::Step::concern);
    return concern ? today - concern->taken_on : 0;
}

}  // namespace

std::vector<ListLine> referral_list(Visit const& visit) {
    auto const concerns = concerns_by_case(visit);
    need_to_know::Sight const sight(visit);
    bool const coordinates = visit.who.may(visits::Permission::coordinate);
    // Who comes to the meeting hears which children there are.
    need_to_know::Duty const duty(visit, visits::Permission::work_on_cases);
    std::vector<ListLine> lines;
    for (auto& one : cases::store::open(visit.db, visit.school, visit.today)) {
        auto const access = sight.of(one.pupil);
        bool const may_open = access && access->sees(need_to_know::Zone::progress);
        auto const child = may_open ? sight.names(one.pupil) : duty.names(one.pupil);
        if (!child) continue;
        auto status = cases::status_of(one.facts, visit.today);
        auto const group = group_of(status.stage);
        if (!group) continue;
        ListLine line{
            .child = *child,
            .class_name = one.pupil.class_name,
            .the_case = one.id,
            .status = std::move(status),
            .group = *group};
        line.days_since_concern = days_since_concern(one.facts, visit.today);
        if (cases::standing(one.facts.steps, cases::Step::prioritisation))
            line.decided_after = cases::days_to_decision(one.facts.steps, visit.today);
        if (auto const known = concerns.find(one.id); known != concerns.end()) {
            line.first_concern = known->second.first;
            line.answer_missing = known->second.answer_missing;
        }
        line.may_open = may_open;
        if (coordinates || may_open || is_for_the_meeting(line.group)) lines.push_back(std::move(line));
    }
    order_by_age(lines);
    return lines;
}

}  // namespace referrals
