#include "programmes/clash_actions.hpp"

#include <algorithm>
#include <map>

#include "base/function_ref.hpp"
#include "programmes/change_rules.hpp"
#include "programmes/store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"

namespace programmes {
namespace {

// Every session that is still to come and that counts, with who holds it.
std::vector<Booking> bookings(Visit& visit, FunctionRef<bool(Session const&)> counts) {
    std::map<StaffId, std::string> names;
    for (auto& one : staff::store::trained_nurture_assistants(visit.db, visit.school, visit.today))
        names[one.id] = std::move(one.name);
    std::map<ProgrammeId, Programme> programmes;
    for (auto& one : store::all(visit.db, visit.school, visit.today)) {
        names.try_emplace(one.deliverer, one.deliverer_name);
        programmes.emplace(one.id, std::move(one));
    }
    std::vector<Booking> booked;
    for (auto const& session : store::running_sessions(visit.db, visit.school)) {
        auto const programme = programmes.find(session.programme);
        if (programme == programmes.end() || session.outcome != Outcome::planned || !counts(session))
            continue;
        auto const deliverer = session.deliverer.value_or(programme->second.deliverer);
        auto const person = session.stand_in.value_or(deliverer);
        booked.push_back(
            {.programme_name = programme->second.name,
             .person = person,
             .person_name = names[person],
             .room = session.room,
             .room_name = session.room_name,
             .on = session.planned_on,
             .at = stretch_of(session.starts_at_time, programme->second.minutes)}
        );
    }
    return booked;
}

// What to say where the training of who delivers is not in force on the day of their last session.
std::string untrained_on(Visit& visit, StaffId const& deliverer, Date last) {
    if (staff::actions::is_trained(visit, deliverer, last)) return {};
    auto const person = staff::store::person(visit.db, visit.school, deliverer);
    auto const until = staff::actions::trained_until(visit, deliverer, visit.today);
    return (person ? person->name : std::string()) + "'s training " +
           (until ? "ends on " + calendar::in_words(*until) : std::string("is not in force then")) +
           ". The last session is on " + calendar::in_words(last) + ".";
}

// Whose training is not in force today is refused before.
std::string untrained_then(Visit& visit, NewProgramme const& input) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const days = schools::session_days(input.starts_on, input.weeks, open.terms, open.closures);
    if (days.empty() || !staff::actions::is_trained(visit, input.deliverer, visit.today)) return {};
    return untrained_on(visit, input.deliverer, days.back());
}

// Of sessions that are handed over, each person's last counts.
std::string untrained_then(Visit& visit, Programme const& programme, std::vector<Session> const& moved) {
    std::map<StaffId, Date> last;
    for (auto const& session : moved) {
        auto& day = last.try_emplace(session.deliverer.value_or(programme.deliverer), session.planned_on)
                        .first->second;
        day = std::max(day, session.planned_on);
    }
    std::string words;
    for (auto const& [person, day] : last) {
        auto const said = untrained_on(visit, person, day);
        words += (words.empty() || said.empty() ? "" : " ") + said;
    }
    return words;
}

}  // namespace

std::vector<Clash> clashes_of(Visit& visit, NewProgramme const& input) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    std::vector<Booking> wanted;
    for (auto const day : schools::session_days(input.starts_on, input.weeks, open.terms, open.closures))
        wanted.push_back(
            {.person = input.deliverer,
             .room = input.room,
             .on = day,
             .at = stretch_of(input.starts_at_time, input.minutes)}
        );
    return clashes(wanted, bookings(visit, [](Session const&) { return true; }));
}

std::vector<Clash> clashes_of(Visit& visit, Programme const& programme, NewDelivery const& input) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const sessions = store::sessions(visit.db, visit.school, programme.id);
    auto const moved = moved_sessions(programme, sessions, input, open.terms, open.closures);
    auto after = programme;
    after.deliverer = input.deliverer;
    return clashes_of(visit, after, moved.value_or(std::vector<Session>{}));
}

std::vector<Clash> clashes_of(Visit& visit, Programme const& programme, std::vector<Session> const& moved) {
    std::vector<Booking> wanted;
    for (auto const& session : moved)
        wanted.push_back(
            {.person = session.stand_in.value_or(session.deliverer.value_or(programme.deliverer)),
             .room = session.room,
             .on = session.planned_on,
             .at = stretch_of(session.starts_at_time, programme.minutes)}
        );
    return clashes(wanted, bookings(visit, [&](Session const& one) {
                       return one.programme != programme.id;
                   }));
}

Met what_the_days_meet(Visit& visit, NewProgramme const& input) {
    return {.clashes = clashes_of(visit, input), .untrained_then = untrained_then(visit, input)};
}

Met what_the_days_meet(Visit& visit, Programme const& programme, std::vector<Session> const& moved) {
    return {
        .clashes = clashes_of(visit, programme, moved),
        .untrained_then = untrained_then(visit, programme, moved)};
}

std::vector<Clash> clashes_with(Visit& visit, Booking const& wanted, SessionId const& but) {
    return clashes({&wanted, 1}, bookings(visit, [&](Session const& one) { return one.id != but; }));
}

}  // namespace programmes
