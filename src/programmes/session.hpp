#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "programmes/programmes.hpp"

namespace programmes {

using SessionId = Id<struct SessionTag>;

enum class Outcome { planned, delivered, not_held };
constexpr auto words(Outcome) { return std::array{"planned", "delivered", "not_held"}; }

// Why a session was not held. No sanction stands among the reasons (R7).
enum class WhyNot {
    pupil_absent,
    staff_absent,
    room_lost,
    trip,
    test_week,
    school_closed,
    consent_withdrawn,
    something_else
};
constexpr auto words(WhyNot) {
    return std::array{
        "pupil_absent",
        "staff_absent",
        "room_lost",
        "trip",
        "test_week",
        "school_closed",
        "consent_withdrawn",
        "something_else"};
}

// One weekly session: planned, then delivered, or not held for a coded reason (G5).
struct Session {
    SessionId id;
    ProgrammeId programme;
    int number = 0;
    Date planned_on;
    std::string starts_at_time;
    schools::RoomId room;
    std::string room_name;
    std::string plan;
    std::optional<Date> plan_reviewed_on;
    std::string plan_review;
    bool plan_changed = false;  // since it was reviewed
    Outcome outcome{};
    std::optional<Date> held_on;
    std::optional<StaffId> delivered_by;
    std::optional<StaffId> stand_in;  // a trained colleague who holds this one session
    std::optional<WhyNot> why_not;
    bool rearranged = false;
    int version = 1;
    std::optional<StaffId> deliverer;  // where the programme has another by now
    auto columns() {
        return std::tie(
            id,
            programme,
            number,
            planned_on,
            starts_at_time,
            room,
            room_name,
            plan,
            plan_reviewed_on,
            plan_review,
            plan_changed,
            outcome,
            held_on,
            delivered_by,
            stand_in,
            why_not,
            rearranged,
            version,
            deliverer
        );
    }
};

std::string_view in_words(WhyNot why);

// The day for which a session was planned before it was moved, by what was not held under its number. None:
// it was not moved.
template <class SomeSession>
std::optional<Date> moved_from(SomeSession const& session, std::vector<SomeSession> const& all) {
    std::optional<Date> from;
    if (session.outcome == Outcome::not_held) return from;
    for (auto const& other : all)
        if (other.number == session.number && other.outcome == Outcome::not_held)
            from = std::min(from.value_or(other.planned_on), other.planned_on);
    return from;
}

// The session in place of this one, which was put off: the one under its number that is to be held, or the
// last one that was laid. None: it was not put off.
template <class SomeSession>
SomeSession const* in_place_of(SomeSession const& put_off, std::vector<SomeSession> const& all) {
    if (put_off.outcome != Outcome::not_held) return nullptr;
    SomeSession const* last = nullptr;
    for (auto const& other : all) {
        if (other.number != put_off.number || other.id == put_off.id) continue;
        if (other.outcome != Outcome::not_held) return &other;
        if (other.id > put_off.id && (!last || other.id > last->id)) last = &other;
    }
    return last;
}

// "put off from", "brought forward from"
std::string_view moved_in_words(Date from, Date to);

// "/sessions/…"
std::string path_of(SessionId const& session);

// What is written about the sessions that were held for a child.
struct Attendance {
    int attended = 0;  // by the evaluation, or by the register until there is one
    int not_written_up = 0;
    std::set<SessionId> on_register = {};
    std::set<SessionId> written_up = {};
};

}  // namespace programmes

using programmes::SessionId;
