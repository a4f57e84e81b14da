#include "referrals/discussion_actions.hpp"

#include <algorithm>

#include "cases/actions.hpp"
#include "cases/rules.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/concern_store.hpp"
#include "referrals/discussion_rules.hpp"
#include "referrals/discussion_store.hpp"
#include "strategies/store.hpp"

namespace referrals {
namespace {

using cases::Step;
using records::Action;
using records::text_of;

void add_discussion(Visit& visit, CaseId const& the_case, DiscussionInput const& said) {
    auto const id = visit.new_id<DiscussionId>();
    discussion_store::add(visit.db, visit.school, the_case, id, said, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "discussion",
         .subject_id = text_of(id),
         .case_id = text_of(the_case),
         .why = said.reason,
         .fields =
             {{"held_on", "", calendar::iso(said.held_on)},
              {"present", "", said.present},
              {"outcome", "", std::string(word(said.outcome))},
              {"instead", "", said.instead},
              {"information_from", "", said.information_from},
              {"information_by_on", "", text_of(said.information_by_on)}}}
    );
}

FormErrors errors_of(std::vector<DiscussionFault> const& faults) {
    FormErrors errors;
    for (auto const fault : faults) errors.push_back({std::string(field_of(fault)), in_words(fault)});
    return errors;
}

FormErrors everything_wrong(Visit& visit, cases::store::Case const& the_case, DiscussionInput const& said) {
    auto const* referral = cases::standing(the_case.facts.steps, Step::referral);
    auto const referred_on = referral ? referral->taken_on : visit.today;
    auto errors = errors_of(faults_of(said, referred_on, visit.today));

    if (auto const objection = cases::objection_to_taking(the_case.facts.steps, Step::discussion))
        errors.push_back({"outcome", cases::in_words(*objection)});
    if (ends_the_case(said.outcome))
        if (auto const objection =
                objection_to_closing(concern_store::of_case(visit.db, visit.school, the_case.id)))
            errors.push_back({"outcome", in_words(*objection)});
    auto const areas = strategies::store::areas(visit.db, visit.school);
    for (auto const& area : said.areas)
        if (std::ranges::find(areas, area, &strategies::TargetArea::id) == areas.end()) {
            errors.push_back({"areas", in_words(Refusal::unknown_area)});
            break;
        }
    return errors;
}

}  // namespace

Expected<void, FormErrors> discuss(
    Visit& visit, cases::store::Case const& the_case, DiscussionInput const& said
) {
    if (the_case.facts.closed_at)
        return refuse(FormErrors{{"outcome", cases::in_words(cases::Refusal::closed)}});
    if (auto errors = everything_wrong(visit, the_case, said); !errors.empty()) return refuse(errors);

    add_discussion(visit, the_case.id, said);
    if (said.outcome == cases::DiscussionOutcome::go_on)
        cases::take(visit, the_case.id, Step::discussion, said.reason, said.held_on);
    if (ends_the_case(said.outcome)) cases::close(visit, the_case.id, why_closed(said));
    return {};
}

Expected<void, std::string> prioritise(
    Visit& visit, CaseId const& the_case, PrioritisationInput const& said
) {
    auto const taken = cases::take(visit, the_case, Step::prioritisation, said.reason);
    if (!taken) return refuse(cases::in_words(taken.error()));

    auto const id = visit.new_id<PrioritisationId>();
    discussion_store::add(visit.db, visit.school, the_case, id, said, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = Action::made,
         .subject = "prioritisation",
         .subject_id = text_of(id),
         .case_id = text_of(the_case),
         .why = said.reason,
         .fields =
             {{"form", "", std::string(word(said.form))},
              {"need", "", std::to_string(said.need)},
              {"impact_on_learning", "", std::to_string(said.impact_on_learning)},
              {"earlier_support", "", said.earlier_support ? "yes" : "no"}}}
    );
    return {};
}

Weighing weighing_of(
    cases::Facts const& facts, PrioritisationInput const& said, std::optional<Date> waiting_since, Date today
) {
    auto const* concern = cases::standing(facts.steps, Step::concern);
    return {
        .need = said.need,
        .impact_on_learning = said.impact_on_learning,
        .earlier_support = said.earlier_support,
        .days_since_concern = concern ? today - concern->taken_on : 0,
        .days_waiting = waiting_since ? today - *waiting_since : 0};
}

}  // namespace referrals
