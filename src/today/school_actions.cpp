#include "exchange/store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/staff.hpp"
#include "today/gathering_actions.hpp"
#include "today/store.hpp"

namespace today {
namespace {

void add_readiness(Visit& visit, Day& day, bool renewing) {
    auto const ready = schools::store::readiness(visit.db, visit.school, visit.today);
    auto const add = [&](bool done, std::string title, std::string path, std::string detail) {
        if (!done)
            day.items.push_back(
                {.about = no_child,
                 .title = std::move(title),
                 .path = std::move(path),
                 .detail = std::move(detail)}
            );
    };
    add(ready.terms, "Enter the school's terms", "/school/terms", "Sessions are planned on school days.");
    add(ready.rooms, "Enter a room", "/school/rooms", "A programme needs one.");
    add(ready.pupils, "Import the pupils", "/school/imports", "There are none yet. Classes come with them.");
    add(ready.people,
        "Invite the people who work here, and give each a role",
        "/school/people",
        "Without a role there is nothing that they can open. A list of staff comes in under School, Imports."
    );
    add(ready.training || renewing,
        "Enter a Nurture Assistant's training",
        "/school/people",
        "Only a trained person may deliver sessions.");
    add(ready.letter,
        "Look over the letter to parents",
        "/school/letter",
        "It is in Withy's own words so far.");
    add(ready.policy,
        "Check the policy",
        "/school/policy",
        "Its number, its day and its next review are not your school's own so far.");
}

void add_invitations(Visit& visit, Day& day) {
    for (auto const& one : store::invited(visit.db, visit.school)) {
        bool const expired = one.expires_at <= visit.now;
        Item item{
            .about = no_child,
            .title = expired ? "Invite " + one.name + " again" : one.name + ", to accept the invitation",
            .path = staff::path_of(one.staff),
            .detail = (expired ? "The link expired on " : "The link works until ") +
                      calendar::in_words(calendar::local_date(one.expires_at)) + "."};
        if (!expired) item.waiting = calendar::local_date(one.made_at);
        day.items.push_back(std::move(item));
    }
}

void add_imports(Visit& visit, Day& day) {
    for (auto const& one : exchange::store::latest(visit.db, visit.school)) {
        if (one.state != exchange::State::columns && one.state != exchange::State::review) continue;
        day.items.push_back(
            {.about = no_child,
             .title = "Finish the import of " + one.file_name,
             .path = exchange::path_of(one),
             .detail = "Begun on " + calendar::in_words(calendar::local_date(one.started_at)) + "."}
        );
    }
}

}  // namespace

std::optional<PolicyStands> policy_that_stands(Visit& visit) {
    auto const versions = schools::store::policy_versions(visit.db, visit.school);
    auto const in_force = schools::policy_in_force(versions, visit.today);
    if (!in_force) return std::nullopt;
    return PolicyStands{
        in_force->number, in_force->next_review_on, schools::review_state(*in_force, visit.today)};
}

void add_policy_review(PolicyStands const& policy, Day& day) {
    if (policy.review == schools::ReviewState::not_planned || policy.review == schools::ReviewState::ahead)
        return;
    day.items.push_back(
        {.about = no_child,
         .title = "Review the policy",
         .path = "/school/policy",
         .detail = "Version " + policy.number + " is in force.",
         .due_on = policy.next_review_on}
    );
}

void add_running_the_school(Visit& visit, Day& day, bool renewing) {
    add_readiness(visit, day, renewing);
    add_invitations(visit, day);
    add_imports(visit, day);
}

}  // namespace today
