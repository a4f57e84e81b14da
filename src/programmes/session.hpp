#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>

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

// "/sessions/…"
std::string path_of(SessionId const& session);

}  // namespace programmes

using programmes::SessionId;
