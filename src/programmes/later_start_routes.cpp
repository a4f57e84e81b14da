#include "programmes/later_start_routes.hpp"

#include "programmes/change_store.hpp"
#include "programmes/clash_actions.hpp"
#include "programmes/forms.hpp"
#include "programmes/later_start_actions.hpp"
#include "programmes/later_start_pages.hpp"
#include "programmes/making_routes.hpp"
#include "programmes/store.hpp"
#include "visits/saving.hpp"

namespace programmes {
namespace {

// A programme that is to start, to those who may start it: the SENCo and who delivers it.
std::optional<Programme> programme_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<ProgrammeId>("programme");
    auto programme = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!programme || programme->state() != State::to_start) return std::nullopt;
    bool const may = visit.who.may(Permission::coordinate) || programme->deliverer == visit.staff();
    return may ? programme : std::nullopt;
}

// The sessions that have gone by stand for themselves; of the planned ones the days are told.
pages::NewDays told(Visit& visit, Programme const& programme, Date starts_on) {
    auto const moved = sessions_from(visit, programme, starts_on);
    if (!moved) return {};
    auto const met = what_the_days_meet(visit, programme, *moved);
    pages::NewDays then{
        .another_weekday = starts_on - calendar::monday_of(starts_on) != programme.weekday(),
        .untrained_then = met.untrained_then,
        .consent_runs_out = consents_that_run_out(visit, programme, *moved)};
    for (auto const& session : *moved) then.days.push_back(session.planned_on);
    for (auto const& clash : met.clashes) then.clashes.push_back(in_words(clash));
    return then;
}

std::optional<DeliveryChange> last_change(Visit& visit, Programme const& programme) {
    auto const changes = store::changes_of(visit.db, visit.school, programme.id);
    return changes.empty() ? std::nullopt : std::optional(changes.back());
}

http::Response get_first_day(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    bool const missed = missed_its_start(*programme, visit.today);
    return visit.page(
        pages::later_start(visit.frame.guard, {.programme = *programme, .missed = missed}, design::blank())
    );
}

// Days on another weekday are saved once they were shown, and what they meet is passed over knowingly.
bool may_be_saved(pages::NewDays const& then, forms::FirstDay const& input, Fields const& form) {
    bool const shown = !then.another_weekday || input.shown_from == input.starts_on;
    return shown && (then.meet_nothing() || form.has("all_the_same"));
}

http::Response post_first_day(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    pages::LaterStart start{.programme = *programme, .missed = missed_its_start(*programme, visit.today)};
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::later_start(visit.frame.guard, start, {request.form, errors}));
    };
    // Said with whatever else is wrong, since the page that comes back is of the newer version.
    if (request.form.value("version") != std::to_string(programme->version)) {
        start.changed_meanwhile = true;
        start.last_change = last_change(visit, *programme);
    }
    auto const input = forms::first_day(request.form, visit.today);
    if (!input) return again(input.error());
    if (start.changed_meanwhile) return again({{"starts_on", in_words(Refusal::changed_meanwhile)}});
    start.then = told(visit, *programme, input->starts_on);
    if (start.then.days.empty() || may_be_saved(start.then, *input, request.form)) {
        auto const later = start_later(visit, *programme, input->starts_on, input->reason);
        if (later) return visits::saved(path_of(programme->id), Saved::delivery_changed);
        return again({{field_of(later.error()), in_words(later.error())}});
    }
    return again({});
}

}  // namespace

Routes later_start_routes() {
    return {
        {"GET", "/programmes/{programme}/first-day", Permission::work_on_cases, get_first_day},
        {"POST", "/programmes/{programme}/first-day", Permission::work_on_cases, post_first_day},
    };
}

}  // namespace programmes
