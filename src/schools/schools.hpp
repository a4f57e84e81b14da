#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/id.hpp"
#include "base/words.hpp"

namespace schools {

using TermId = Id<struct TermTag>;
using ClosureId = Id<struct ClosureTag>;
using RoomId = Id<struct RoomTag>;
using PolicyVersionId = Id<struct PolicyVersionTag>;

// How the weeks of the impact window are counted (M1): as the calendar has them, or only those with a school
// day, so that holidays do not count.
enum class ImpactWeeks { calendar, school };
constexpr auto words(ImpactWeeks) { return std::array{"calendar", "school"}; }

struct School {
    SchoolId id;
    std::string name;
    std::string telephone;
    std::string cpoms_address;  // "https://…"; empty: the school has not said where its CPOMS opens
    int version = 1;
    ImpactWeeks impact_weeks = ImpactWeeks::calendar;
    auto columns() { return std::tie(id, name, telephone, cpoms_address, version, impact_weeks); }
};

// What the school tells of itself.
struct Details {
    std::string name;
    std::string telephone;
    std::string cpoms_address;
};

// A name with its first and last day, as typed for a term or a closure.
struct Period {
    std::string name;
    Date starts_on;
    Date ends_on;
};

struct Term {
    TermId id;
    std::string name;
    Date starts_on;
    Date ends_on;
    int version = 1;
    auto columns() { return std::tie(id, name, starts_on, ends_on, version); }
};

// Days within a term on which there is no school: a half term, a training day. Bank holidays need none.
struct Closure {
    ClosureId id;
    std::string name;
    Date starts_on;
    Date ends_on;
    auto columns() { return std::tie(id, name, starts_on, ends_on); }
};

// When the school is open: its terms in order, and what closes it within them.
struct OpenDays {
    std::vector<Term> terms;
    std::vector<Closure> closures;
};

// The terms and closures of one school year as they would be a year later, for a person to look over.
struct YearForward {
    std::vector<Period> terms;
    std::vector<Period> closures;
};

struct Room {
    RoomId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// The policy's numbers, in force from a day on (Y1). Defaults are the published policy's own.
struct PolicyVersion {
    PolicyVersionId id;
    std::string number;
    Date in_force_from_on;
    int group_least = 4;
    int group_most = 6;
    int weeks_least = 6;
    int weeks_most = 8;
    int impact_opens_weeks = 4;
    int impact_closes_weeks = 6;
    int consent_weeks = 52;        // how long a parent's yes holds, from the day it was given
    std::string last_review = {};  // who reviewed it when, in a line
    std::optional<Date> next_review_on = {};
    std::string committee = {};
    std::string comments = {};
    bool statutory = false;
    int version = 1;  // of this row, for optimistic locking
    auto columns() {
        return std::tie(
            id,
            number,
            in_force_from_on,
            group_least,
            group_most,
            weeks_least,
            weeks_most,
            impact_opens_weeks,
            impact_closes_weeks,
            consent_weeks,
            last_review,
            next_review_on,
            committee,
            comments,
            statutory,
            version
        );
    }
};

// A review of the policy version, as it is entered in the register.
struct Review {
    std::string last_review;
    std::optional<Date> next_review_on;
    std::string committee;
    std::string comments;
};

enum class ReviewState { not_planned, ahead, due_soon, overdue };

// What a school still needs before its first concern can go all the way.
struct Readiness {
    bool terms = false;
    bool rooms = false;
    bool people = false;    // somebody besides the first administrator may sign in
    bool training = false;  // a Nurture Assistant's training is in force
    bool pupils = false;
    bool letter = false;  // the school has looked over its letter to parents
    bool policy = false;  // and its policy: a version was added or reviewed
    auto columns() { return std::tie(terms, rooms, people, training, pupils, letter, policy); }
};

enum class Refusal {
    overlaps_another_term,
    name_taken,
    changed_meanwhile,
    another_version_from_this_day,
    version_from_the_past
};

// Says what is wrong and how to mend it.
std::string in_words(Refusal refusal);

}  // namespace schools
