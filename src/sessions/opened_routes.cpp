#include "sessions/opened_routes.hpp"

#include <algorithm>

#include "consent/rules.hpp"
#include "need_to_know/actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/store.hpp"
#include "programmes/view_store.hpp"
#include "session_plans/store.hpp"
#include "sessions/actions.hpp"
#include "sessions/store.hpp"
#include "staff/store.hpp"

namespace sessions {
namespace {

std::string name_of(Visit& visit, StaffId const& id) {
    auto const person = staff::store::person(visit.db, visit.school, id);
    return person ? person->name : std::string();
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

void tell_apart(std::vector<pages::Child>& children) {
    for (auto& child : children) {
        auto const alike = std::ranges::count_if(children, [&](pages::Child const& other) {
            return other.named.forename() == child.named.forename();
        });
        child.shares_forename = alike > 1;
    }
}

// `not_seen` counts those of a session that was held whom the visitor no longer sees.
std::vector<pages::Child> children_of(Visit& visit, Opened const& opened, int& not_seen) {
    auto const& session = opened.session;
    auto const day = day_of(opened, visit.today);
    auto const answers = programmes::store::answers_in(visit.db, visit.school, session.programme);
    auto const evaluations = store::evaluations(visit.db, visit.school, session.id);
    auto const on_register = session.held_on
                                 ? store::register_of(visit.db, visit.school, session.id)
                                 : store::on_register(visit.db, visit.school, session.programme, day);
    auto const today = store::on_register(visit.db, visit.school, session.programme, visit.today);
    auto const has_started = [&](PlaceId const& place) {
        auto const found = std::ranges::find(today, place, &store::OnRegister::place);
        return found == today.end() || found->started_on;
    };
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
        if (!access) {
            if (session.held_on) ++not_seen;
            continue;
        }
        need_to_know::note_read(visit, place.the_case, *access);
        pages::Child child{.place = place, .named = access->child(), .why_seen = access->reason()};
        child.started = has_started(place.id);
        child.progress_seen = access->sees(need_to_know::Zone::progress);
        auto const received = answers.find(place.the_case);
        if (received != answers.end()) {
            child.consented =
                session.held_on
                    ? consent::in_force_until_objected(received->second, opened.programme.form, day)
                    : consent::in_force_to(received->second, opened.programme.form, day);
            child.may_be_asked =
                child.consented && consent::in_force_to(received->second, opened.programme.form, visit.today);
            child.agreed_to_the_other =
                !child.consented && consent::is_to_the_other(received->second, opened.programme.form, day);
        }
        if (auto const found = evaluations.find(place.id); found != evaluations.end())
            visit.db.open_words_of(child.evaluation.emplace(found->second));
        children.push_back(std::move(child));
    }
    tell_apart(children);
    return children;
}

void add_area(programmes::Target const& target, std::vector<programmes::Area>& areas) {
    if (std::ranges::find(areas, target.area, &programmes::Area::id) == areas.end())
        areas.push_back({target.area, target.area_name});
}

std::vector<session_plans::SessionPlan> plans_for(Visit& visit, std::vector<programmes::Area> const& areas) {
    if (areas.empty()) return {};
    std::vector<AreaId> ids;
    for (auto const& area : areas) ids.push_back(area.id);
    return session_plans::store::of_areas(visit.db, visit.school, ids);
}

// To plan by: the targets of each child and what was last written for next time, where the visitor may see
// that, and what the library has for these targets.
void add_what_to_plan_by(Visit& visit, Opened const& opened, pages::View& view) {
    auto targets = programmes::store::targets_in(visit.db, visit.school, opened.programme.id);
    auto const next_times = store::next_times(visit.db, visit.school, opened.session.id);
    for (auto& child : view.children) {
        if (!child.progress_seen) continue;
        for (auto& target : targets) {
            if (target.place != child.place.id) continue;
            add_area(target, view.areas);
            if (target.words.empty()) continue;
            target.words = visit.db.opened(target.words);
            child.targets.push_back(programmes::named(target));
        }
        if (auto const found = next_times.find(child.place.id); found != next_times.end())
            child.next_time = visit.db.opened(found->second);
    }
    view.plans_to_begin_with = plans_for(visit, view.areas);
}

std::optional<Refusal> objection_to_undoing(Visit& visit, pages::View const& view) {
    bool const written_up = std::ranges::any_of(view.children, [](pages::Child const& child) {
        return child.evaluation && keeps_its_session(*child.evaluation);
    });
    return objection_to_undoing_delivery(
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

std::string who_was_there_can_be_changed(pages::View const& view) {
    return view.holds_it ? "Whether a child was there can still be changed on that child's page"
                         : "Who holds it can still change on a child's page whether the child was there";
}

void add_undoing(Visit& visit, pages::View& view) {
    if (view.session.outcome != programmes::Outcome::not_held) {
        auto const objection = objection_to_undoing(visit, view);
        view.may_undo = !objection;
        if (objection == Refusal::a_child_is_settled) view.why_no_undoing = in_words(*objection);
        if (objection == Refusal::a_child_is_written_up)
            view.why_no_undoing = in_words(*objection) + ". " + who_was_there_can_be_changed(view);
        return;
    }
    auto const objection = objection_to_undoing_not_held(visit, view.session);
    view.may_undo = !objection;
    if (objection && *objection != Refusal::programme_completed) view.why_no_undoing = in_words(*objection);
}

}  // namespace

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
    opened.coordinates = visit.who.may(visits::Permission::coordinate);
    opened.delivers = programme->deliverer == visit.staff();
    opened.holds_it = opened.delivers || session->stand_in == visit.staff();
    opened.session = std::move(*session);
    opened.programme = std::move(*programme);
    if (!opened.coordinates && !opened.holds_it) return std::nullopt;
    return opened;
}

pages::View view_of(Visit& visit, Opened const& opened) {
    auto const people = staff::store::people(visit.db, visit.school);
    pages::View view;
    view.programme = opened.programme;
    view.session = opened.session;
    view.children = children_of(visit, opened, view.no_longer_seen);
    if (opened.session.outcome == programmes::Outcome::planned) add_what_to_plan_by(visit, opened, view);
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
    for (auto const& absence : store::absences(visit.db, visit.school, opened.session.id))
        view.absences.emplace(absence.place, absence.why);
    add_undoing(visit, view);
    add_other_days(visit, view);
    if (opened.session.outcome == programmes::Outcome::planned)
        view.after_the_last = programmes::day_after_the_last(visit, opened.programme);
    view.today = visit.today;
    view.has_begun = has_begun(view.session, visit.today, visit.now);
    return view;
}

std::vector<forms::Listed> listed(std::vector<pages::Child> const& children) {
    std::vector<forms::Listed> all;
    for (auto const& child : children) all.push_back({child.place.id, child.named.in_full(), child.called()});
    return all;
}

Fields as_it_stands(pages::View const& view) {
    Fields fields;
    fields.add("held_on", calendar::iso(view.session.planned_on));
    fields.add("plan", view.session.plan);
    if (view.session.stand_in) fields.add("stand_in", std::string(view.session.stand_in->text()));
    return fields;
}

}  // namespace sessions
