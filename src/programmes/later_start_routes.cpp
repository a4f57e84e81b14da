#include "programmes/later_start_routes.hpp"

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

pages::Warnings said(Met const& met) {
    pages::Warnings words{.clashes = {}, .untrained_then = met.untrained_then};
    for (auto const& clash : met.clashes) words.clashes.push_back(in_words(clash));
    return words;
}

http::Response get_first_day(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    return visit.page(pages::later_start(
        visit.frame.guard, *programme, missed_its_start(*programme, visit.today), {}, design::blank()
    ));
}

http::Response post_first_day(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    auto const again = [&](FormErrors const& errors, Met const& met) {
        return visit.form_again(pages::later_start(
            visit.frame.guard,
            *programme,
            missed_its_start(*programme, visit.today),
            said(met),
            {request.form, errors}
        ));
    };
    auto const input = forms::first_day(request.form, visit.today);
    if (!input) return again(input.error(), {});
    auto const moved = sessions_from(visit, *programme, input->starts_on);
    if (!moved) return again({{field_of(moved.error()), in_words(moved.error())}}, {});
    auto const met = what_the_days_meet(visit, *programme, *moved);
    if (!met.nothing() && !request.form.has("all_the_same")) return again({}, met);
    if (auto const later = start_later(visit, programme->id, input->starts_on, input->reason); !later)
        return again({{field_of(later.error()), in_words(later.error())}}, met);
    return visits::saved(path_of(programme->id), Saved::delivery_changed);
}

}  // namespace

Routes later_start_routes() {
    return {
        {"GET", "/programmes/{programme}/first-day", Permission::work_on_cases, get_first_day},
        {"POST", "/programmes/{programme}/first-day", Permission::work_on_cases, post_first_day},
    };
}

}  // namespace programmes
