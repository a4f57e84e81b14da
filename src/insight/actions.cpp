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

std::vector<int> years_to_make(Visit const& visit) {
    auto const made = store::years(visit.db, visit.school);
    return insight::years_to_make(store::first_referral(visit.db, visit.school), made, visit.today);
}

OnRecord on_record(Visit const& visit, int school_year) {
    auto const open =
        store::open(visit.db, visit.school, first_day_of(school_year), last_day_of(school_year), visit.today);
    OnRecord on_record{
        .still_there = open.still_there, .reviews_open = open.reviews, .sessions_open = open.sessions};
    for (auto const& child : children_in(visit, school_year)) {
        if (!child.support) continue;
        ++on_record.supported;
        if (child.support->targets) ++on_record.measured;
    }
    return on_record;
}

bool make(Visit& visit, int school_year) {
    auto const years = years_to_make(visit);
    if (std::ranges::find(years, school_year) == years.end()) return false;
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
