#include "sessions/routes.hpp"

#include <algorithm>

#include "consent/rules.hpp"
#include "need_to_know/actions.hpp"
#include "programmes/store.hpp"
#include "programmes/view_store.hpp"
#include "sessions/actions.hpp"
#include "sessions/evaluation_routes.hpp"
#include "sessions/forms.hpp"
#include "sessions/pages.hpp"
#include "sessions/store.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace sessions {
namespace {

std::string name_of(Visit& visit, StaffId const& id) {
    auto const person = staff::store::person(visit.db, visit.school, id);
    return person ? person->name : std::string();
}

// A session whose programme the visitor has a part in. Before a change of hands it stays with whom it was.
struct Opened {
    Session session;
    programmes::Programme programme;
    bool coordinates = false;
    bool delivers = false;
    bool holds_it = false;
};
std::optional<Opened> session_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<SessionId>("session");
    auto session = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    auto programme =
        session ? programmes::store::find(visit.db, visit.school, session->programme) : std::nullopt;
    if (!programme) return std::nullopt;
    if (session->deliverer) {
        programme->deliverer = *session->deliverer;
        programme->deliverer_name = name_of(visit, *session->deliverer);
    }
    Opened opened;
    opened.coordinates = visit.who.may(Permission::coordinate);
    opened.delivers = programme->deliverer == visit.staff();
    opened.holds_it = opened.delivers || session->stand_in == visit.staff();
    opened.session = std::move(*session);
    opened.programme = std::move(*programme);
    if (!opened.coordinates && !opened.holds_it) return std::nullopt;
    return opened;
}

Date day_of(Opened const& opened, Date today) {
    return opened.session.held_on.value_or(std::min(opened.session.planned_on, today));
}

// A session that was held shows those who had started by then, and on its own day those who can still be
// started.
bool could_be_there(Opened const& opened, store::OnRegister const& child, Date today) {
    if (!opened.session.held_on) return true;
    return *opened.session.held_on == today ||
           (child.started_on && *child.started_on <= *opened.session.held_on);
}

std::vector<pages::Child> children_of(Visit& visit, Opened const& opened) {
    auto const& session = opened.session;
    auto const day = day_of(opened, visit.today);
    auto const answers = programmes::store::answers_in(visit.db, visit.school, session.programme);
    auto const evaluations = store::evaluations(visit.db, visit.school, session.id);
    auto const on_register = store::on_register(visit.db, visit.school, session.programme, day);
    need_to_know::Sight const sight(visit);
    std::vector<pages::Child> children;
    for (auto const& place :
         programmes::store::places(visit.db, visit.school, session.programme, visit.today)) {
        bool const still_to_come = session.outcome == programmes::Outcome::planned && place.is_open();
        auto const listed = std::ranges::find(on_register, place.id, &store::OnRegister::place);
        bool const there = listed != on_register.end() && could_be_there(opened, *listed, visit.today);
        if (!still_to_come && !there && !evaluations.contains(place.id)) continue;
        auto const access = sight.of_case(
            place.pupil, place.the_case, {.stand_in = session.stand_in, .delivered_before = session.deliverer}
        );
        if (!access) continue;
        pages::Child child{.place = place, .why_seen = access->reason()};
        child.progress_seen = access->sees(need_to_know::Zone::progress);
        auto const received = answers.find(place.the_case);
        if (received != answers.end()) {
            child.consented = consent::in_force_to(received->second, opened.programme.form, day);
            child.agreed_to_the_other =
                consent::is_to_the_other(received->second, opened.programme.form, day);
        }
        if (auto const found = evaluations.find(place.id); found != evaluations.end())
            child.evaluation = found->second;
        children.push_back(std::move(child));
    }
    return children;
}

// To plan by: the targets of each child and what was last written for next time, where the visitor may see
// that.
void add_what_to_plan_by(Visit& visit, Opened const& opened, std::vector<pages::Child>& children) {
    auto const targets = programmes::store::targets_in(visit.db, visit.school, opened.programme.id);
    auto const next_times = store::next_times(visit.db, visit.school, opened.session.id);
    for (auto& child : children) {
        if (!child.progress_seen) continue;
        for (auto const& target : targets)
            if (target.place == child.place.id && !target.words.empty())
                child.targets.push_back(target.words);
        if (auto const found = next_times.find(child.place.id); found != next_times.end())
            child.next_time = found->second;
    }
}

bool may_undo(Visit& visit, pages::View const& view) {
    bool const written_up = std::ranges::any_of(view.children, [](pages::Child const& child) {
        return child.evaluation && is_more_than_absence(*child.evaluation);
    });
    return !objection_to_undoing_delivery(
        {.outcome = view.session.outcome,
         .by_recorder_or_senco = view.session.delivered_by == visit.staff() || view.coordinates,
         .a_child_is_written_up = written_up,
         .programme_completed = view.programme.completed_on.has_value(),
         .a_child_is_settled = store::has_settled_child(visit.db, visit.school, view.session)}
    );
}

// From which day it was moved, and to which.
void add_other_days(Visit& visit, pages::View& view) {
    auto const& session = view.session;
    auto const all = programmes::store::sessions(visit.db, visit.school, session.programme);
    if (auto const* const instead = programmes::in_place_of(session, all)) view.instead = *instead;
    auto const from = programmes::moved_from(session, all);
    if (!from) return;
    view.moved = std::string(programmes::moved_in_words(*from, session.planned_on)) + " " +
                 calendar::weekday_day_month(*from);
    auto const put_off = std::ranges::find_if(all, [&](Session const& other) {
        return other.why_not && other.number == session.number && other.planned_on == *from;
    });
    if (put_off != all.end()) view.put_off = *put_off;
}

void add_undoing(Visit& visit, pages::View& view) {
    if (view.session.outcome != programmes::Outcome::not_held) {
        view.may_undo = may_undo(visit, view);
        return;
    }
    auto const objection = objection_to_undoing_not_held(visit, view.session);
    view.may_undo = !objection;
    if (objection && *objection != Refusal::programme_completed) view.why_no_undoing = in_words(*objection);
}

pages::View view_of(Visit& visit, Opened const& opened) {
    auto const people = staff::store::people(visit.db, visit.school);
    pages::View view;
    view.programme = opened.programme;
    view.session = opened.session;
    view.children = children_of(visit, opened);
    if (opened.session.outcome == programmes::Outcome::planned)
        add_what_to_plan_by(visit, opened, view.children);
    auto const named = [&](std::optional<StaffId> const& id) {
        auto const found = std::ranges::find_if(people, [&](auto const& person) { return id == person.id; });
        return found == people.end() ? std::string() : found->name;
    };
    view.delivered_by = named(opened.session.delivered_by);
    view.stand_in = named(opened.session.stand_in);
    for (auto const& person : staff::store::trained_nurture_assistants(visit.db, visit.school, visit.today))
        view.colleagues.emplace_back(person.id, person.name);
    view.holds_it = opened.holds_it;
    view.delivers = opened.delivers;
    view.coordinates = opened.coordinates;
    add_undoing(visit, view);
    add_other_days(visit, view);
    view.today = visit.today;
    return view;
}

std::vector<forms::Listed> listed(std::vector<pages::Child> const& children) {
    std::vector<forms::Listed> all;
    for (auto const& child : children) all.push_back({child.place.id, child.place.pupil.name()});
    return all;
}

// The fields of every form of the page, filled in with what stands.
Fields as_it_stands(pages::View const& view) {
    Fields fields;
    fields.add("held_on", calendar::iso(view.session.planned_on));
    fields.add("plan", view.session.plan);
    if (view.session.stand_in) fields.add("stand_in", std::string(view.session.stand_in->text()));
    return fields;
}

http::Response again(
    Visit& visit, pages::View const& view, http::Request const& request, FormErrors const& errors
) {
    // What another form of the page holds was not sent along.
    auto typed = request.form;
    auto const stands = as_it_stands(view);
    for (auto const& [name, value] : stands.entries())
        if (!typed.has(name)) typed.add(name, value);
    return visit.form_again(pages::session(visit.frame.guard, view, {typed, errors}));
}

std::string field_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::in_the_future:
        case Refusal::before_the_start:
        case Refusal::before_it_was_planned:
        case Refusal::no_school_that_day:
        case Refusal::not_trained: return "held_on";
        case Refusal::school_closed_that_day:
        case Refusal::instead_in_the_past: return "on";
        case Refusal::nobody_came:
        case Refusal::terms_end_before: return "instead";
        case Refusal::a_child_is_written_up:
        case Refusal::a_child_is_settled:
        case Refusal::programme_completed:
        case Refusal::put_off_again:
        case Refusal::done_in_its_place:
        case Refusal::closed_on_its_day:
        case Refusal::not_recorded_by_you: return "reason";
        case Refusal::nothing_to_undo:
        case Refusal::not_started:
        case Refusal::already_delivered:
        case Refusal::already_not_held:
        case Refusal::not_yours:
        case Refusal::not_delivered_yet:
        case Refusal::no_consent_in_force:
        case Refusal::consent_to_another_form:
        case Refusal::nobody_else_came:
        case Refusal::not_in_the_programme_that_day:
        case Refusal::child_not_started:
        case Refusal::target_not_rated:
        case Refusal::absence_without_reason:
        case Refusal::impact_measured:
        case Refusal::case_closed:
        case Refusal::changed_meanwhile: return "main";
    }
    return "main";
}

http::Response answer(
    Visit& visit,
    http::Request const& request,
    Opened const& opened,
    Expected<void, Refusal> const& result,
    Saved what
) {
    if (result) return visits::saved(programmes::path_of(opened.session.id), what);
    return again(
        visit, view_of(visit, opened), request, {{field_of(result.error()), in_words(result.error())}}
    );
}

http::Response warned(
    Visit& visit,
    http::Request const& request,
    Opened const& opened,
    std::string_view field,
    std::vector<std::string> const& clashes
) {
    auto view = view_of(visit, opened);
    view.clashes = true;
    FormErrors errors;
    for (auto const& clash : clashes)
        errors.push_back(
            {std::string(field), clash + " Choose another, or tick that it stays so all the same"}
        );
    return again(visit, view, request, errors);
}

// The first of the programme after this one that is still to be held.
std::optional<Session> next_after(Visit& visit, Session const& this_one) {
    for (auto const& session : programmes::store::sessions(visit.db, visit.school, this_one.programme))
        if (session.outcome == programmes::Outcome::planned && session.planned_on > this_one.planned_on)
            return session;
    return std::nullopt;
}

// The first that is still to be held from today on; it may be the one that was just planned.
std::optional<Session> next_to_hold(Visit& visit, ProgrammeId const& programme) {
    for (auto const& session : programmes::store::sessions(visit.db, visit.school, programme))
        if (session.outcome == programmes::Outcome::planned && session.planned_on >= visit.today)
            return session;
    return std::nullopt;
}

void say_what_was_saved(Visit& visit, http::Request const& request, pages::View const& view) {
    auto const saved = visits::just_saved(request);
    if (!saved) return;
    auto const next =
        *saved == Saved::plan ? next_to_hold(visit, view.session.programme) : next_after(visit, view.session);
    visit.frame.banner = pages::saved(*saved, view, next);
}

http::Response get_session(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const view = view_of(visit, *opened);
    say_what_was_saved(visit, request, view);
    auto const fields = as_it_stands(view);
    return visit.page(pages::session(visit.frame.guard, view, {fields, FormErrors{}}));
}

// By the version that the form was filled in against.
Expected<void, Refusal> write_plan_of_form(
    Visit& visit, http::Request const& request, Session const& before, std::string const& plan
) {
    auto const version = forms::version(request.form);
    if (version != before.version) return refuse(Refusal::changed_meanwhile);
    return write_plan(visit, before, plan);
}

http::Response beside_the_plan_of_another(Visit& visit, http::Request const& request, Opened const& opened) {
    auto view = view_of(visit, opened);
    view.plan_of_another = opened.session.plan;
    return again(visit, view, request, {{"plan", in_words(Refusal::changed_meanwhile)}});
}

http::Response post_plan(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const plan = forms::plan(request.form);
    if (!plan) return again(visit, view_of(visit, *opened), request, plan.error());
    auto const written = write_plan_of_form(visit, request, opened->session, *plan);
    if (!written && written.error() == Refusal::changed_meanwhile)
        return beside_the_plan_of_another(visit, request, *opened);
    return answer(visit, request, *opened, written, Saved::plan);
}

http::Response post_plan_review(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const note = forms::plan_review(request.form);
    if (!note) return again(visit, view_of(visit, *opened), request, note.error());
    return answer(visit, request, *opened, review_plan(visit, opened->session, *note), Saved::plan_review);
}

http::Response post_stand_in(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened || !(opened->delivers || opened->coordinates)) return http::not_found();
    auto const stand_in = StaffId::parse(request.form.value("stand_in"));
    if (stand_in && !request.form.has("all_the_same")) {
        auto const clashes = clashes_of_stand_in(visit, opened->programme, opened->session, *stand_in);
        if (!clashes.empty()) return warned(visit, request, *opened, "stand_in", clashes);
    }
    auto before = opened->session;
    before.version = forms::version(request.form);
    return answer(visit, request, *opened, name_stand_in(visit, before, stand_in), Saved::stand_in);
}

// Where nobody came, the form below has its reason and asks for the day instead.
http::Response not_held_instead(
    Visit& visit, pages::View const& view, http::Request request, Refusal refusal
) {
    request.form.add("why_not", std::string(word(programmes::WhyNot::pupil_absent)));
    return again(visit, view, request, {{field_of(refusal), in_words(refusal)}});
}

http::Response post_delivery(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened || !opened->holds_it) return http::not_found();
    auto const view = view_of(visit, *opened);
    auto const entered =
        forms::the_register(request.form, listed(view.children), opened->programme.starts_on, visit.today);
    if (!entered) return again(visit, view, request, entered.error());
    auto const plan = forms::plan(request.form);
    if (!plan) return again(visit, view, request, plan.error());
    // The register takes no plan away: an empty field is one that nobody typed in.
    bool const replanned = !plan->empty() && *plan != opened->session.plan &&
                           opened->session.outcome == programmes::Outcome::planned;
    if (replanned && !write_plan_of_form(visit, request, opened->session, *plan))
        return beside_the_plan_of_another(visit, request, *opened);
    auto const result = deliver(visit, opened->session, *entered);
    if (!result && result.error() == Refusal::nobody_came)
        return not_held_instead(visit, view, request, result.error());
    return answer(visit, request, *opened, result, Saved::delivery);
}

http::Response post_undoing(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const reason = forms::undoing(request.form);
    if (!reason) return again(visit, view_of(visit, *opened), request, reason.error());
    return answer(
        visit, request, *opened, undo_delivery(visit, opened->session, *reason), Saved::delivery_undone
    );
}

http::Response post_undoing_absence(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const reason = forms::undoing(request.form);
    if (!reason) return again(visit, view_of(visit, *opened), request, reason.error());
    return answer(
        visit, request, *opened, undo_not_held(visit, opened->session, *reason), Saved::delivery_undone
    );
}

http::Response post_absence(Visit& visit, http::Request const& request) {
    auto const opened = session_of(visit, request);
    if (!opened) return http::not_found();
    auto const entered = forms::not_held(request.form, visit.today);
    if (!entered) return again(visit, view_of(visit, *opened), request, entered.error());
    if (!request.form.has("all_the_same")) {
        auto const clashes = clashes_of_day_instead(visit, opened->programme, opened->session, *entered);
        auto const* const field = entered->instead == Instead::on_a_day ? "on" : "instead";
        if (!clashes.empty()) return warned(visit, request, *opened, field, clashes);
    }
    auto const noted = not_hold(visit, opened->session, *entered);
    if (!noted) return answer(visit, request, *opened, noted, Saved::not_held);
    return visits::saved(programmes::path_of(opened->programme.id), Saved::not_held);
}

}  // namespace

Routes routes() {
    Routes all{
        {"GET", "/sessions/{session}", Permission::work_on_cases, get_session},
        {"POST", "/sessions/{session}/plan", Permission::work_on_cases, post_plan},
        {"POST", "/sessions/{session}/plan-review", Permission::coordinate, post_plan_review},
        {"POST", "/sessions/{session}/stand-in", Permission::work_on_cases, post_stand_in},
        {"POST", "/sessions/{session}/delivery", Permission::deliver, post_delivery},
        {"POST", "/sessions/{session}/delivery/undoing", Permission::work_on_cases, post_undoing},
        {"POST", "/sessions/{session}/absence", Permission::work_on_cases, post_absence},
        {"POST", "/sessions/{session}/absence/undoing", Permission::work_on_cases, post_undoing_absence},
    };
    auto const more = evaluation_routes();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace sessions
