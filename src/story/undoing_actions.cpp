#include "story/undoing_actions.hpp"

#include "cases/actions.hpp"
#include "cases/store.hpp"
#include "impact/actions.hpp"
#include "letters/link_actions.hpp"
#include "programmes/returning_actions.hpp"
#include "referrals/waiting_actions.hpp"

namespace story {

using cases::Step;

std::optional<cases::Refusal> obstacle_to_undoing(Visit const& visit, CaseId const& the_case, Step step) {
    auto const obstacle = cases::obstacle_to_undoing(visit, the_case, step);
    if (obstacle) return obstacle;
    if (step == Step::completion) return programmes::obstacle_to_returning(visit, the_case);
    if (step == Step::start || step == Step::allocation)
        return programmes::obstacle_to_taking_back(visit, the_case);
    return std::nullopt;
}

Expected<void, cases::Refusal> undo(
    Visit& visit, CaseId const& the_case, Step step, std::string const& reason
) {
    switch (step) {
        case Step::waiting_list: return referrals::undo_waiting(visit, the_case, reason);
        case Step::letter: return letters::undo_letter(visit, the_case, reason);
        case Step::start: return programmes::undo_start(visit, the_case, reason);
        case Step::allocation: return programmes::undo_allocation(visit, the_case, reason);
        case Step::completion: return programmes::undo_completion(visit, the_case, reason);
        case Step::impact_review: return impact::undo_review(visit, the_case, reason);
        case Step::next_step: return impact::undo_next_step(visit, the_case, reason);
        case Step::concern:
        case Step::referral:
        case Step::discussion:
        case Step::prioritisation:
        case Step::consent: return cases::undo(visit, the_case, step, reason);
    }
    return {};
}

Expected<void, cases::Refusal> reopen(Visit& visit, CaseId const& the_case, std::string const& reason) {
    if (auto const obstacle = cases::obstacle_to_reopening(visit, the_case)) return refuse(*obstacle);
    auto const steps = cases::store::steps(visit.db, visit.school, the_case);
    if (cases::standing(steps, Step::next_step)) return story::undo(visit, the_case, Step::next_step, reason);
    return cases::reopen(visit, the_case, reason);
}

}  // namespace story
