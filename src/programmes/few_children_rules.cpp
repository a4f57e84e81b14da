#include "programmes/few_children_rules.hpp"

#include <algorithm>

#include "consent/rules.hpp"
#include "programmes/rules.hpp"
#include "schools/rules.hpp"

namespace programmes {

Date day_of_the_start(Programme const& programme, Date today) { return std::max(today, programme.starts_on); }

bool consent_lets_start(std::span<consent::Received const> answers, Programme const& programme, Date today) {
    return consent::in_force_to(answers, programme.form, day_of_the_start(programme, today));
}

std::optional<schools::PolicyVersion> policy_that_stands_with(
    Programme const& programme, std::span<schools::PolicyVersion const> versions
) {
    auto const version = std::ranges::find(versions, programme.policy_version, &schools::PolicyVersion::id);
    return version == versions.end() ? std::nullopt : std::optional(*version);
}

std::optional<schools::PolicyVersion> policy_that_judges(
    Programme const& programme, std::span<schools::PolicyVersion const> versions, Date today
) {
    if (!programme.started_on) return schools::policy_in_force(versions, day_of_the_start(programme, today));
    return policy_that_stands_with(programme, versions);
}

FewChildren few_for_the_senco(
    Programme const& programme, int with_a_place, int may_start, schools::PolicyVersion const& policy
) {
    FewChildren const enough{Few::no, with_a_place, with_a_place};
    if (programme.state() != State::to_start || with_a_place == 0) return enough;
    if (lacks_reason_for_few(programme, with_a_place, policy))
        return {Few::have_a_place, with_a_place, with_a_place};
    if (lacks_reason_for_few(programme, may_start, policy)) return {Few::may_start, may_start, with_a_place};
    return enough;
}

FewChildren few_who_have_stayed(
    Programme const& programme, int with_a_place, bool sessions_are_left, schools::PolicyVersion const& policy
) {
    bool const too_few = programme.state() == State::running && sessions_are_left && with_a_place > 0 &&
                         lacks_reason_for_few(programme, with_a_place, policy);
    return {too_few ? Few::have_stayed : Few::no, with_a_place, with_a_place};
}

FewChildren few_children(
    Programme const& programme,
    std::span<ChildToStart const> children,
    schools::PolicyVersion const& policy,
    Date today
) {
    auto const with_a_place = static_cast<int>(children.size());
    auto const may_start = static_cast<int>(std::ranges::count_if(children, &ChildToStart::may_start));
    auto const few = few_for_the_senco(programme, with_a_place, may_start, policy);
    if (few.why != Few::no || programme.state() != State::to_start) return few;
    auto const ready = static_cast<int>(std::ranges::count_if(children, [](ChildToStart const& child) {
        return child.may_start && child.targets_in_own_words;
    }));
    bool const could_start = today >= programme.starts_on && ready > 0;
    if (could_start && lacks_reason_for_few(programme, ready, policy))
        return {Few::are_ready, ready, with_a_place};
    return few;
}

Date asked_about_from(Programme const& programme) { return programme.starts_on - calendar::days_in_week; }

}  // namespace programmes
