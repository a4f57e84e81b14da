#include <algorithm>

#include "records/actions.hpp"
#include "schools/actions.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"

namespace schools::actions {
namespace {

std::string iso_if_any(std::optional<Date> const& date) { return date ? calendar::iso(*date) : ""; }

// What the record says of a version, each with nothing before it.
std::vector<records::FieldChange> fields_of(PolicyVersion const& version) {
    auto const number = [](std::string_view name, int value) {
        return records::FieldChange{std::string(name), "", std::to_string(value)};
    };
    return {
        {"number", "", version.number},
        {"in_force_from_on", "", calendar::iso(version.in_force_from_on)},
        number("group_least", version.group_least),
        number("group_most", version.group_most),
        number("weeks_least", version.weeks_least),
        number("weeks_most", version.weeks_most),
        number("impact_opens_weeks", version.impact_opens_weeks),
        number("impact_closes_weeks", version.impact_closes_weeks),
        number("consent_weeks", version.consent_weeks),
        {"last_review", "", version.last_review},
        {"next_review_on", "", iso_if_any(version.next_review_on)},
        {"committee", "", version.committee},
        {"comments", "", version.comments}};
}

std::vector<records::FieldChange> changes(PolicyVersion const& before, PolicyVersion const& after) {
    auto const from = fields_of(before);
    auto fields = fields_of(after);
    for (std::size_t i = 0; i < fields.size(); ++i) fields[i].from = from[i].to;
    return fields;
}

// What was said of its review stays where nothing else is said.
void keep_the_review(PolicyVersion& version, PolicyVersion const& before) {
    if (version.last_review.empty()) version.last_review = before.last_review;
    if (!version.next_review_on) version.next_review_on = before.next_review_on;
    if (version.comments.empty()) version.comments = before.comments;
}

Expected<PolicyVersionId, Refusal> correct_policy_version(
    Visit& visit, PolicyVersion const& before, PolicyVersion version
) {
    version.id = before.id;
    version.version = before.version;
    keep_the_review(version, before);
    if (!store::correct(visit.db, visit.school, version)) return refuse(Refusal::changed_meanwhile);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "policy_version",
         .subject_id = std::string(version.id.text()),
         .fields = changes(before, version)}
    );
    return version.id;
}

}  // namespace

std::optional<PolicyVersion> policy_version_to_correct(Visit& visit) {
    auto const register_ = store::policy_versions(visit.db, visit.school);
    if (register_.size() != 1) return std::nullopt;
    if (store::any_programme_under(visit.db, visit.school, register_.front().id)) return std::nullopt;
    return register_.front();
}

Expected<PolicyVersionId, Refusal> enter_policy_version(
    Visit& visit, PolicyVersion const& version, int read
) {
    auto const only = policy_version_to_correct(visit);
    if (!only || corrects_up_to(*only, visit.today) < version.in_force_from_on)
        return add_policy_version(visit, version);
    if (only->version != read) return refuse(Refusal::changed_meanwhile);
    return correct_policy_version(visit, *only, version);
}

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
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "policy_version",
         .subject_id = std::string(version.id.text()),
         .fields = fields_of(version)}
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
