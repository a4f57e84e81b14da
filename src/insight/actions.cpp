#include "insight/actions.hpp"

#include <algorithm>

#include "insight/gathering_actions.hpp"
#include "insight/rules.hpp"
#include "insight/store.hpp"
#include "records/actions.hpp"

namespace insight::actions {
namespace {

void record(Visit& visit, records::Action action, int school_year) {
    records::write(
        visit, {.action = action, .subject = "outcome_release", .subject_id = std::to_string(school_year)}
    );
}

}  // namespace

std::optional<int> year_to_make(Visit const& visit) {
    auto const last = last_year_to_tell(visit.today);
    auto const made = store::years(visit.db, visit.school);
    return std::ranges::find(made, last) == made.end() ? std::optional(last) : std::nullopt;
}

bool make(Visit& visit, int school_year) {
    if (year_to_make(visit) != school_year) return false;
    Release release{
        .school_year = school_year,
        .made_at = visit.now,
        .outcomes = outcomes_of(children_in(visit, school_year))};
    name_scales(visit, release.outcomes.scales);
    store::add(visit.db, visit.school, release, visit.staff());
    record(visit, records::Action::made, school_year);
    return true;
}

bool give_to_the_county(Visit& visit, int school_year) {
    if (!store::give(visit.db, visit.school, school_year, visit.staff(), visit.now)) return false;
    record(visit, records::Action::changed, school_year);
    return true;
}

}  // namespace insight::actions
