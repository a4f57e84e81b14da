#include <algorithm>

#include "records/actions.hpp"
#include "schools/actions.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"

namespace schools::actions {
namespace {

std::vector<records::FieldChange> fields_of(Period const& from, Period const& to) {
    return {
        {"name", from.name, to.name},
        {"starts_on", calendar::iso(from.starts_on), calendar::iso(to.starts_on)},
        {"ends_on", calendar::iso(from.ends_on), calendar::iso(to.ends_on)}};
}

std::vector<records::FieldChange> fields_of(Period const& made) {
    return {
        {"name", "", made.name},
        {"starts_on", "", calendar::iso(made.starts_on)},
        {"ends_on", "", calendar::iso(made.ends_on)}};
}

void write(
    Visit& visit,
    records::Action action,
    std::string_view subject,
    std::string_view id,
    std::vector<records::FieldChange> fields
) {
    records::write(
        visit,
        {.action = action, .subject = subject, .subject_id = std::string(id), .fields = std::move(fields)}
    );
}

TermId add(Visit& visit, Period const& period) {
    Term const term{visit.new_id<TermId>(), period.name, period.starts_on, period.ends_on};
    store::add(visit.db, visit.school, term);
    write(visit, records::Action::made, "term", term.id.text(), fields_of(period));
    return term.id;
}

template <class Named, class NamedId>
std::optional<Named> named(std::vector<Named> const& all, NamedId const& id) {
    auto const found = std::ranges::find(all, id, &Named::id);
    if (found == all.end()) return std::nullopt;
    return *found;
}

}  // namespace

void count_impact_weeks(Visit& visit, ImpactWeeks weeks) {
    auto const before = store::school(visit.db, visit.school);
    if (!before || before->impact_weeks == weeks) return;
    store::set_impact_weeks(visit.db, visit.school, weeks);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "school",
         .subject_id = std::to_string(visit.school.number),
         .fields = {{"impact_weeks", std::string(word(before->impact_weeks)), std::string(word(weeks))}}}
    );
}

Expected<TermId, Refusal> add_term(Visit& visit, Period const& period) {
    if (overlaps_a_term(period, store::terms(visit.db, visit.school)))
        return refuse(Refusal::overlaps_another_term);
    return add(visit, period);
}

Expected<void, Refusal> change_term(Visit& visit, TermId const& id, int version, Period const& period) {
    auto const terms = store::terms(visit.db, visit.school);
    auto const before = named(terms, id);
    if (!before) return refuse(Refusal::changed_meanwhile);
    if (overlaps_a_term(period, terms, id)) return refuse(Refusal::overlaps_another_term);
    Term const term{id, period.name, period.starts_on, period.ends_on, version};
    if (!store::change(visit.db, visit.school, term)) return refuse(Refusal::changed_meanwhile);
    write(
        visit,
        records::Action::changed,
        "term",
        id.text(),
        fields_of({before->name, before->starts_on, before->ends_on}, period)
    );
    return {};
}

bool remove_term(Visit& visit, TermId const& id) {
    auto const term = named(store::terms(visit.db, visit.school), id);
    if (!term) return false;
    store::remove(visit.db, visit.school, id);
    write(visit, records::Action::ended, "term", id.text(), {{"name", term->name, ""}});
    return true;
}

ClosureId add_closure(Visit& visit, Period const& period) {
    Closure const closure{visit.new_id<ClosureId>(), period.name, period.starts_on, period.ends_on};
    store::add(visit.db, visit.school, closure);
    write(visit, records::Action::made, "closure", closure.id.text(), fields_of(period));
    return closure.id;
}

bool remove_closure(Visit& visit, ClosureId const& id) {
    auto const closure = named(store::closures(visit.db, visit.school), id);
    if (!closure) return false;
    store::remove(visit.db, visit.school, id);
    write(visit, records::Action::ended, "closure", id.text(), {{"name", closure->name, ""}});
    return true;
}

Expected<void, Refusal> add_year(Visit& visit, YearForward const& year) {
    auto standing = store::terms(visit.db, visit.school);
    for (auto const& period : year.terms) {
        if (overlaps_a_term(period, standing)) return refuse(Refusal::overlaps_another_term);
        standing.push_back({visit.new_id<TermId>(), period.name, period.starts_on, period.ends_on});
    }
    for (auto const& period : year.terms) add(visit, period);
    for (auto const& period : year.closures) add_closure(visit, period);
    return {};
}

}  // namespace schools::actions
