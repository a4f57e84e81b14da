#include "sessions/presence_actions.hpp"

#include <algorithm>

#include "consent/rules.hpp"
#include "programmes/store.hpp"
#include "programmes/view_store.hpp"
#include "records/actions.hpp"

// Who was there, and who could have been.
namespace sessions {
namespace {

struct Why {
    std::string before;
    std::string after;
};

void record(
    Visit& visit,
    records::Action action,
    Session const& session,
    programmes::Place const& place,
    Why const& why,
    std::string const& reason
) {
    records::write(
        visit,
        {.action = action,
         .subject = "absence",
         .subject_id = std::string(session.id.text()),
         .case_id = std::string(place.the_case.text()),
         .why = reason,
         .fields = {{"why_absent", why.before, why.after}}}
    );
}

}  // namespace

std::vector<ChildOnRegister> children_on_register(
    Visit& visit, programmes::Programme const& programme, Date day
) {
    auto const on_register = store::on_register(visit.db, visit.school, programme.id, day);
    auto const answers = programmes::store::answers_in(visit.db, visit.school, programme.id);
    std::vector<ChildOnRegister> children;
    for (auto& place : programmes::store::places(visit.db, visit.school, programme.id, visit.today)) {
        auto const listed = std::ranges::find(on_register, place.id, &store::OnRegister::place);
        if (listed == on_register.end()) continue;
        ChildOnRegister child{.place = std::move(place)};
        child.started = listed->started_on && *listed->started_on <= day;
        if (auto const received = answers.find(child.place.the_case); received != answers.end()) {
            child.consented = consent::in_force_on(received->second, day);
            child.could_come = consent::in_force_to(received->second, programme.form, day);
        }
        children.push_back(std::move(child));
    }
    return children;
}

std::vector<Misplaced> misplaced_in(
    Visit& visit, programmes::Programme const& programme, Register const& the_register
) {
    auto const day = the_register.held_on;
    auto const on_register = children_on_register(visit, programme, day);
    auto const found_on_it = [&](PlaceId const& place) {
        return std::ranges::find_if(on_register, [&](auto const& child) { return child.place.id == place; });
    };
    auto const answers = programmes::store::answers_in(visit.db, visit.school, programme.id);
    std::vector<Misplaced> found;
    for (auto& place : programmes::store::places(visit.db, visit.school, programme.id, visit.today)) {
        bool const passed_over = the_register.aside.contains(place.id);
        bool const named = the_register.named.contains(place.id) || the_register.absent.contains(place.id);
        if (!passed_over && !named) continue;
        auto const listed = found_on_it(place.id);
        bool const placed = listed != on_register.end();
        bool const could_come = placed && listed->could_come && listed->started;
        if (could_come != passed_over) continue;
        // Who came into the programme later has no part in that day.
        if (!placed && place.allocated_on > day) continue;
        auto const received = answers.find(place.the_case);
        bool const answered = received != answers.end();
        bool const consented = answered && consent::in_force_on(received->second, day);
        bool const agreed = answered && consent::in_force_to(received->second, programme.form, day);
        found.push_back(
            {.place = std::move(place),
             .passed_over = passed_over,
             .consented = consented,
             .agreed_to_form = agreed,
             .placed = placed}
        );
    }
    return found;
}

void note_absences(
    Visit& visit,
    programmes::Programme const& programme,
    Session const& session,
    std::map<PlaceId, WhyAbsent> const& absent
) {
    auto const day = std::min(session.planned_on, visit.today);
    for (auto const& child : children_on_register(visit, programme, day)) {
        auto const why = absent.find(child.place.id);
        if (why == absent.end()) continue;
        store::add_absence(
            visit.db, visit.school, session.id, {child.place.id, why->second}, visit.staff(), visit.now
        );
        record(visit, records::Action::made, session, child.place, {"", std::string(word(why->second))}, {});
    }
}

void take_back_absences(Visit& visit, Session const& session, std::string const& reason) {
    auto const absences = store::absences(visit.db, visit.school, session.id);
    if (absences.empty()) return;
    store::forget_absences(visit.db, visit.school, session.id);
    for (auto const& place :
         programmes::store::places(visit.db, visit.school, session.programme, visit.today)) {
        auto const absence = std::ranges::find(absences, place.id, &store::Absence::place);
        if (absence != absences.end())
            record(
                visit, records::Action::undone, session, place, {std::string(word(absence->why)), ""}, reason
            );
    }
}

bool another_could_come(Visit& visit, store::Card const& card) {
    auto const evaluations = store::evaluations(visit.db, visit.school, card.session);
    auto const is_absent = [&](PlaceId const& place) {
        auto const found = evaluations.find(place);
        return found != evaluations.end() && !found->second.attended;
    };
    auto const listed = store::register_of(visit.db, visit.school, card.session);
    return std::ranges::any_of(listed, [&](store::OnRegister const& child) {
        return child.place != card.place && !is_absent(child.place);
    });
}

}  // namespace sessions
