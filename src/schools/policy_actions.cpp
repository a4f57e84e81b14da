#include <algorithm>

#include "records/actions.hpp"
#include "schools/actions.hpp"
#include "schools/store.hpp"

namespace schools::actions {
namespace {

std::string iso_if_any(std::optional<Date> const& date) { return date ? calendar::iso(*date) : ""; }

}  // namespace

Expected<PolicyVersionId, Refusal> add_policy_version(Visit& visit, PolicyVersion version) {
    auto const register_ = store::policy_versions(visit.db, visit.school);
    if (std::ranges::find(register_, version.number, &PolicyVersion::number) != register_.end())
        return refuse(Refusal::name_taken);
    if (std::ranges::find(register_, version.in_force_from_on, &PolicyVersion::in_force_from_on) !=
        register_.end())
        return refuse(Refusal::another_version_from_this_day);
    // It would never be in force beside a later version, or judge anew what is decided.
    if (version.in_force_from_on < visit.today) return refuse(Refusal::version_from_the_past);

    version.id = visit.new_id<PolicyVersionId>();
    store::add(visit.db, visit.school, version);
    auto const number = [](std::string_view name, int value) {
        return records::FieldChange{std::string(name), "", std::to_string(value)};
    };
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "policy_version",
         .subject_id = std::string(version.id.text()),
         .fields =
             {{"number", "", version.number},
              {"in_force_from_on", "", calendar::iso(version.in_force_from_on)},
              number("group_least", version.group_least),
              number("group_most", version.group_most),
              number("weeks_least", version.weeks_least),
              number("weeks_most", version.weeks_most),
              number("impact_opens_weeks", version.impact_opens_weeks),
              number("impact_closes_weeks", version.impact_closes_weeks),
              number("consent_weeks", version.consent_weeks)}}
    );
    return version.id;
}

Expected<void, Refusal> review_policy(
    Visit& visit, PolicyVersionId const& id, int version, Review const& review
) {
    auto const register_ = store::policy_versions(visit.db, visit.school);
    auto const before = std::ranges::find(register_, id, &PolicyVersion::id);
    if (before == register_.end() || !store::review(visit.db, visit.school, id, version, review))
        return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "policy_version",
         .subject_id = std::string(id.text()),
         .fields =
             {{"last_review", before->last_review, review.last_review},
              {"next_review_on", iso_if_any(before->next_review_on), iso_if_any(review.next_review_on)},
              {"committee", before->committee, review.committee},
              {"comments", before->comments, review.comments}}}
    );
    return {};
}

}  // namespace schools::actions
