#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "cases/cases.hpp"
#include "consent/consent.hpp"
#include "pupils/pupils.hpp"
#include "schools/schools.hpp"
#include "strategies/strategies.hpp"

namespace programmes {

using ProgrammeId = Id<struct ProgrammeTag>;
using PlaceId = Id<struct PlaceTag>;
using TargetId = Id<struct TargetTag>;

using consent::Form;

enum class State { to_start, running, completed };
constexpr auto words(State) { return std::array{"to_start", "running", "completed"}; }

enum class Weekday { monday, tuesday, wednesday, thursday, friday };
constexpr auto words(Weekday) { return std::array{"monday", "tuesday", "wednesday", "thursday", "friday"}; }

// Weekly sessions of planned support by one trained person in one room (G1).
struct Programme {
    ProgrammeId id;
    std::string name;
    Form form{};
    StaffId deliverer;
    std::string deliverer_name;
    schools::RoomId room;
    std::string room_name;
    Date starts_on;
    std::string starts_at_time;  // "10:30"
    int minutes = 0;
    int weeks = 0;
    int places = 1;
    schools::PolicyVersionId policy_version;
    std::string bounds_reason;        // why another size or length than the policy's
    std::string few_children_reason;  // why it may start with fewer children than the policy's least
    std::optional<int>
        few_children;  // of how many that was said; none: of however few, before they were counted
    std::string extension_reason;  // why it went on beyond the policy's weeks (G8)
    std::optional<Date> started_on;
    std::optional<Date> completed_on;
    std::optional<Weekday> changed_weekday;  // none: that of the first day
    int version = 1;

    // From Monday, 0.
    int weekday() const {
        if (changed_weekday) return static_cast<int>(*changed_weekday);
        return starts_on - calendar::monday_of(starts_on);
    }
    State state() const {
        if (completed_on) return State::completed;
        return started_on ? State::running : State::to_start;
    }
    auto columns() {
        return std::tie(
            id,
            name,
            form,
            deliverer,
            deliverer_name,
            room,
            room_name,
            starts_on,
            starts_at_time,
            minutes,
            weeks,
            places,
            policy_version,
            bounds_reason,
            few_children_reason,
            few_children,
            extension_reason,
            started_on,
            completed_on,
            changed_weekday,
            version
        );
    }
};

// That a programme was made by mistake, and why it stands in no list any more.
struct Removal {
    std::string reason;
    std::string by;
    Instant at;
    auto columns() { return std::tie(reason, by, at); }
};

// A child in a programme.
struct Place {
    PlaceId id;
    ProgrammeId programme;
    CaseId the_case;
    Date allocated_on;
    std::optional<Date> ended_on;
    std::optional<cases::EndReason> end_reason;
    pupils::Pupil pupil;

    bool is_open() const { return !ended_on; }
    auto columns() {
        return std::tuple_cat(
            std::tie(id, programme, the_case, allocated_on, ended_on, end_reason), pupil.columns()
        );
    }
};

// What a child hopes for. Until it stands in the child's own words, `words` is empty.
struct Target {
    TargetId id;
    PlaceId place;
    AreaId area;
    std::string area_name;
    std::string words;
    std::optional<int> before;  // the class teacher's measure, from 0 to 10
    std::optional<Instant> before_at;
    std::optional<int> after;
    auto columns() { return std::tie(id, place, area, area_name, words, before, before_at, after); }
};

// "Friendships, “I can join in”", for a child may hope for two things in the same words; its area alone while
// there are none.
std::string named(Target const& target);

using Area = strategies::TargetArea;

// How much of what was planned a child got (G5). A session put off counts once.
struct Fidelity {
    int planned = 0;
    int delivered = 0;
    int attended = 0;
    int not_written_up = 0;  // of the attended
};

// What the SENCo enters for a new programme. The weekday is that of the first day.
struct NewProgramme {
    std::string name;
    Form form{};
    StaffId deliverer;
    schools::RoomId room;
    Date starts_on;
    std::string starts_at_time;
    int minutes = 45;
    int weeks = schools::PolicyVersion{}.weeks_least;
    int places = 1;
    std::string reason;
};

// What the SENCo changes of a programme from a day on.
struct NewDelivery {
    Date from_on;
    StaffId deliverer;
    schools::RoomId room;
    Weekday weekday{};
    std::string starts_at_time;
    std::string reason;
};

// A change that was made, in names.
struct DeliveryChange {
    Date from_on;
    std::string deliverer_before;
    std::string deliverer;
    std::string room_before;
    std::string room;
    std::string when_before;  // "Tuesdays at 10:30"
    std::string when;
    std::string reason;
    std::string made_by;
    auto columns() {
        return std::tie(
            from_on, deliverer_before, deliverer, room_before, room, when_before, when, reason, made_by
        );
    }
};

// A case that is ready for a place in a programme of this form.
struct Suggestion {
    CaseId the_case;
    pupils::Pupil pupil;
    int days_waiting = 0;  // since it was prioritised
    bool form_fits = false;
    bool agreed_to = true;         // a parent's yes is to this form
    std::vector<Area> areas = {};  // agreed
};

// Where the class teacher sees the child on a target, from 0 to 10.
struct Measure {
    TargetId target;
    int rating = 0;
};

// A child whose targets wait for the class teacher's measure before the programme.
struct MeasureDue {
    Place place;
    std::string programme_name;
    Date first_day_on;  // the child's own: who joins later is not late for the programme's
};

// The one thing to do now for a programme.
enum class Move {
    allocate,
    word_targets,
    wait_for_start,
    start,
    write_up,
    plan_next,
    hold_next,
    complete,
    complete_without_children,
    nothing
};

using consent::in_words;
// "Tuesday"
std::string_view in_words(Weekday weekday);
// "Tuesdays at 10:30"
std::string when_in_words(Programme const& programme);
std::string_view in_words(State state);
std::string_view in_words(cases::EndReason reason);

// What forms call the words of a target, and its measure.
std::string words_field(TargetId const& target);
std::string measure_field(TargetId const& target);

// "/programmes/…", "/places/…"
std::string path_of(ProgrammeId const& programme);
// "/programmes/…/removal"
std::string removal_path(ProgrammeId const& programme);
// "/programmes/…/delivery"
std::string delivery_path(ProgrammeId const& programme);
std::string path_of(PlaceId const& place);

}  // namespace programmes

using programmes::PlaceId;
using programmes::ProgrammeId;
using programmes::TargetId;
