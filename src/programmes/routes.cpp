#include "programmes/routes.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/notices.hpp"
#include "need_to_know/actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/change_routes.hpp"
#include "programmes/change_store.hpp"
#include "programmes/few_children_rules.hpp"
#include "programmes/forms.hpp"
#include "programmes/later_start_routes.hpp"
#include "programmes/making_routes.hpp"
#include "programmes/move_pages.hpp"
#include "programmes/naming_actions.hpp"
#include "programmes/naming_pages.hpp"
#include "programmes/naming_routes.hpp"
#include "programmes/pages.hpp"
#include "programmes/place_routes.hpp"
#include "programmes/placing.hpp"
#include "programmes/placing_routes.hpp"
#include "programmes/programme_children_pages.hpp"
#include "programmes/removal_routes.hpp"
#include "programmes/removal_store.hpp"
#include "programmes/store.hpp"
#include "programmes/view_actions.hpp"
#include "pupils/names.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/actions.hpp"
#include "visits/saving.hpp"

namespace programmes {
namespace {

bool coordinates(Visit const& visit) { return visit.who.may(Permission::coordinate); }

void tell_apart(pages::View& view) {
    std::vector<pupils::Pupil> children;
    for (auto const& child : view.children) children.push_back(child.place.pupil);
    for (auto const& one : view.ready) children.push_back(one.suggestion.pupil);
    auto const names = pupils::told_apart(children);
    auto name = names.begin();
    for (auto& child : view.children) child.told_apart = *name++;
    for (auto& one : view.ready) one.told_apart = *name++;
}

// Why the visitor sees these children, each reason once.
std::string why_seen(need_to_know::Sight const& sight, std::vector<pages::Child> const& children) {
    std::vector<std::string> supported;
    std::vector<std::string> reasons;
    for (auto const& child : children) {
        auto const access = sight.of(child.place.pupil);
        if (!access) continue;
        if (access->relationship() == need_to_know::Relationship::deliverer)
            supported.push_back(child.called());
        else if (std::ranges::find(reasons, access->reason()) == reasons.end())
            reasons.push_back(access->reason());
    }
    if (!supported.empty())
        reasons.insert(
            reasons.begin(), "You see this because you support " + pupils::ending_a_sentence(supported)
        );
    return text::joined(reasons, " ");
}

std::vector<pages::Child> seen_children(
    Visit const& visit, need_to_know::Sight const& sight, std::vector<ChildOf> const& children
) {
    std::vector<pages::Child> seen;
    for (auto const& child : children) {
        auto const access = sight.of(child.place.pupil);
        if (!access) continue;
        need_to_know::note_read(visit, child.place.the_case, *access);
        auto targets = child.targets;
        for (auto& target : targets) target.words = visit.db.opened(target.words);
        seen.push_back(
            {.place = child.place,
             .named = access->child(),
             .progress = access->sees(need_to_know::Zone::progress),
             .started = child.started,
             .consented = child.consented,
             .agreed_to_the_other = child.agreed_to_the_other,
             .consent_runs_out = child.consented && !child.may_start,
             .targets = std::move(targets),
             .fidelity = child.fidelity}
        );
    }
    return seen;
}

// Whoever can be given a place is read of by name, with what they are to work on.
std::vector<pages::ReadyForAPlace> ready_for_a_place(
    Visit& visit, need_to_know::Sight const& sight, Programme const& programme
) {
    std::vector<pages::ReadyForAPlace> ready;
    std::vector<need_to_know::Listed> children;
    for (auto& suggestion : suggestions_for(visit, programme)) {
        auto const child = sight.names(suggestion.pupil);
        if (!child) continue;
        children.emplace_back(*child);
        ready.push_back({std::move(suggestion), *child});
    }
    need_to_know::note_list_of_progress(visit, children);
    return ready;
}

Move move_now(
    Programme const& programme,
    std::vector<ChildOf> const& children,
    std::vector<Session> const& sessions,
    Date today
) {
    std::vector<ChildStands> stand;
    for (auto const& child : children)
        if (child.place.is_open()) stand.push_back(child.stands());
    return move_of(programme, stand, sessions, today);
}

FewChildren few_of(
    Programme const& programme,
    std::vector<ChildOf> const& children,
    std::vector<Session> const& sessions,
    schools::PolicyVersion const& policy,
    Date today
) {
    std::vector<ChildToStart> with_a_place;
    for (auto const& child : children)
        if (child.place.is_open())
            with_a_place.push_back({child.may_start, child.stands().targets_in_own_words});
    if (programme.started_on)
        return few_who_have_stayed(
            programme, static_cast<int>(with_a_place.size()), next_of(sessions) != nullptr, policy
        );
    return few_children(programme, with_a_place, policy, today);
}

design::Page page_of(Visit& visit, Programme const& programme, Answers const& answers) {
    auto const sessions = store::sessions(visit.db, visit.school, programme.id);
    auto const children = children_of(visit, programme, sessions);
    pages::View view;
    view.programme = programme;
    view.sessions = sessions;
    need_to_know::Sight const sight(visit);
    view.children = seen_children(visit, sight, children);
    view.somebody_completed = std::ranges::any_of(children, [](auto const& child) {
        return child.place.end_reason == cases::EndReason::completed;
    });
    view.coordinates = coordinates(visit);
    view.delivers = programme.deliverer == visit.staff();
    if (auto const* next = next_of(sessions)) view.next = *next;
    if (two_missed_in_a_row(sessions)) view.sessions_missed = sessions_missed(missed_in_a_row(sessions));
    auto const versions = schools::store::policy_versions(visit.db, visit.school);
    view.weeks_most =
        policy_that_stands_with(programme, versions).value_or(schools::PolicyVersion{}).weeks_most;
    view.changes = store::changes_of(visit.db, visit.school, programme.id);
    view.somebody_needed = !store::delivers_here(visit.db, visit.school, programme.deliverer, visit.today);
    bool const trained = staff::actions::is_trained(visit, programme.deliverer, visit.today);
    view.closed_because = why_closed(programme.deliverer_name, !view.somebody_needed, trained);
    if (pages::offers_places(view)) view.ready = ready_for_a_place(visit, sight, programme);
    tell_apart(view);
    view.why_seen = why_seen(sight, view.children);
    view.may_remove = view.coordinates && !objection_to_removing(programme, !children.empty(), sessions);
    if (!programme.completed_on && (view.coordinates || view.delivers))
        view.name_tells_of = child_named_in(visit, sight, programme, programme.name);
    if (programme.completed_on) view.removed = store::removal_of(visit.db, visit.school, programme.id);
    auto const policy = policy_of_the_start(visit, programme).value_or(schools::PolicyVersion{});
    if (leaves_few_weeks(programme, weeks_left(sessions, visit.today), policy))
        view.weeks_least = policy.weeks_least;
    auto const judge =
        policy_that_judges(programme, versions, visit.today).value_or(schools::PolicyVersion{});
    view.group_least = judge.group_least;
    view.few = few_of(programme, children, sessions, judge, visit.today);
    view.today = visit.today;
    view.missed_start = missed_its_start(programme, visit.today);
    view.now = pages::thing_to_do(programme, move_now(programme, children, sessions, visit.today), view);
    return pages::programme(visit.frame.guard, view, answers);
}

// The programme of the path, where the visitor has a part in it.
std::optional<Programme> programme_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<ProgrammeId>("programme");
    auto programme = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!programme) return std::nullopt;
    auto const sessions = store::sessions(visit.db, visit.school, programme->id);
    return may_open(visit, *programme, sessions) ? programme : std::nullopt;
}

// Who may change it: the SENCo, and who delivers it.
std::optional<Programme> own_programme_of(Visit& visit, http::Request const& request) {
    auto programme = programme_of(visit, request);
    if (programme && (coordinates(visit) || programme->deliverer == visit.staff())) return programme;
    return std::nullopt;
}

http::Response refused(
    Visit& visit, http::Request const& request, Programme const& programme, Refusal refusal
) {
    FormErrors const errors{{field_of(refusal), in_words(refusal)}};
    return visit.form_again(page_of(visit, programme, {request.form, errors}));
}

http::Response get_programmes(Visit& visit, http::Request const&) {
    std::vector<pages::Line> lines;
    for (auto const& one : programmes_of(visit))
        lines.push_back(
            {.programme = one.programme,
             .taken = one.taken,
             .next_on = one.next_on,
             .mine = one.mine,
             .missed_in_a_row = one.missed_in_a_row,
             .to_record = one.next_on && *one.next_on < visit.today,
             .missed_start = missed_its_start(one.programme, visit.today)}
        );
    return visit.page(pages::programmes(
        lines, {.makes = coordinates(visit), .delivers = visit.who.may(visits::Permission::deliver)}
    ));
}

// Who was given the place is said by name, to those who may see the child.
void say_who_has_a_place(Visit& visit, http::Request const& request) {
    auto const place = PlaceId::parse(request.query.value("place"));
    if (!place || visits::just_saved(request) != Saved::place) return;
    auto const found = store::place(visit.db, visit.school, *place, visit.today);
    auto const seen = found ? need_to_know::access_to_case(visit, found->the_case) : std::nullopt;
    if (!seen) return;
    auto const& name = seen->access.child().forename();
    visit.frame.banner = design::done(name + " has a place. Next: targets in " + name + "'s own words.");
}

http::Response get_programme(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    say_who_has_a_place(visit, request);
    if (request.query.holds("renamed", "yes")) visit.frame.banner = pages::renamed(*programme);
    return visit.page(page_of(visit, *programme, design::blank()));
}

// Back to the page that it was tried from.
http::Response not_allocated(
    Visit& visit,
    http::Request const& request,
    Programme const& programme,
    CaseId const& the_case,
    FormErrors const& errors
) {
    if (request.form.value("from") == "child")
        return placing_again(visit, the_case, programme.id, request.form, errors);
    return visit.form_again(page_of(visit, programme, {request.form, errors}));
}

http::Response post_place(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    auto const the_case = CaseId::parse(request.form.value("case"));
    if (!programme || !the_case) return http::not_found();
    if (!need_to_know::access_to_case(visit, *the_case)) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return not_allocated(visit, request, *programme, *the_case, errors);
    };
    auto const reason = forms::reason_for_the_place(request.form);
    if (!reason) return again(reason.error());
    auto const place = allocate(visit, programme->id, *the_case, *reason);
    if (!place) return again({{field_of(place.error()), in_words(place.error())}});
    return http::see_other(
        path_of(programme->id) + "?saved=" + std::string(word(Saved::place)) +
        "&place=" + std::string(place->text())
    );
}

http::Response post_start(Visit& visit, http::Request const& request) {
    auto const programme = own_programme_of(visit, request);
    if (!programme) return http::not_found();
    if (auto const started = start(visit, programme->id); !started)
        return refused(visit, request, *programme, started.error());
    return visits::saved(path_of(programme->id), Saved::start);
}

http::Response post_few_children(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    auto const input = forms::few_children(request.form);
    if (!input) return visit.form_again(page_of(visit, *programme, {request.form, input.error()}));
    auto before = *programme;
    before.version = input->version;
    if (auto const explained = explain_few_children(visit, before, input->children, input->reason);
        !explained)
        return refused(visit, request, *programme, explained.error());
    return visits::saved(
        path_of(programme->id), programme->started_on ? Saved::few_children_stay : Saved::few_children
    );
}

http::Response post_extension(Visit& visit, http::Request const& request) {
    auto const programme = own_programme_of(visit, request);
    if (!programme) return http::not_found();
    auto const input = forms::extension(request.form);
    if (!input) return visit.form_again(page_of(visit, *programme, {request.form, input.error()}));
    bool const extended_meanwhile =
        !programme->completed_on && request.form.value("weeks_shown") != std::to_string(programme->weeks);
    if (extended_meanwhile) {
        FormErrors const errors{{"weeks", in_words(Refusal::changed_meanwhile)}};
        return visit.form_again(page_of(visit, *programme, {request.form, errors}));
    }
    if (auto const extended = extend(visit, programme->id, input->weeks, input->reason); !extended)
        return refused(visit, request, *programme, extended.error());
    return visits::saved(path_of(programme->id), Saved::extension);
}

http::Response post_completion(Visit& visit, http::Request const& request) {
    auto const programme = own_programme_of(visit, request);
    if (!programme) return http::not_found();
    if (auto const completed = complete(visit, programme->id); !completed)
        return refused(visit, request, *programme, completed.error());
    return visits::saved(path_of(programme->id), Saved::completion);
}

}  // namespace

Routes routes() {
    // "/programmes/new" stands before "/programmes/{programme}".
    auto all = making_routes();
    Routes const own{
        {"GET", "/programmes", Permission::work_on_cases, get_programmes},
        {"GET", "/programmes/{programme}", Permission::work_on_cases, get_programme},
        {"POST", "/programmes/{programme}/places", Permission::coordinate, post_place},
        {"POST", "/programmes/{programme}/start", Permission::work_on_cases, post_start},
        {"POST", "/programmes/{programme}/few-children", Permission::coordinate, post_few_children},
        {"POST", "/programmes/{programme}/extension", Permission::work_on_cases, post_extension},
        {"POST", "/programmes/{programme}/completion", Permission::work_on_cases, post_completion},
    };
    for (auto const& more :
         {own,
          change_routes(),
          later_start_routes(),
          naming_routes(),
          removal_routes(),
          place_routes(),
          placing_routes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace programmes
