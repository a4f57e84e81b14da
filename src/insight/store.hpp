#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "base/calendar.hpp"
#include "db/connection.hpp"
#include "insight/insight.hpp"
#include "programmes/programmes.hpp"

namespace insight::store {

// Who was on the roll on any day of the period, with the year group of the class that the child was in last
// then.
struct OnRoll {
    PupilId pupil;
    std::string sex;
    std::string sen_provision;
    std::string pupil_premium;
    std::string ethnicity;
    std::string year_group;
    auto columns() { return std::tie(pupil, sex, sen_provision, pupil_premium, ethnicity, year_group); }
};
std::vector<OnRoll> on_roll(db::Connection& db, SchoolId school, Date from, Date until, int school_year);

// A referral that stands, up to the day.
struct Referral {
    PupilId pupil;
    CaseId the_case;
    Date referred_on;
    auto columns() { return std::tie(pupil, the_case, referred_on); }
};
std::vector<Referral> referrals(db::Connection& db, SchoolId school, Date until);

// A place in a programme that began within the period, and that was not taken back.
struct Begun {
    PlaceId place;
    ProgrammeId programme;
    PupilId pupil;
    CaseId the_case;
    programmes::Form form{};
    Date began_on;  // the programme, or the child's place in it where it came later
    auto columns() { return std::tie(place, programme, pupil, the_case, form, began_on); }
};
std::vector<Begun> begun(db::Connection& db, SchoolId school, Date from, Date until);

// Both measures of one target of such a place.
struct Measured {
    PlaceId place;
    int before = 0;
    int after = 0;
    Instant before_at;
    Instant after_at;
    auto columns() { return std::tie(place, before, after, before_at, after_at); }
};
std::vector<Measured> targets_measured(db::Connection& db, SchoolId school, Date from, Date until);

struct AreaOf {
    PlaceId place;
    std::string area;
    auto columns() { return std::tie(place, area); }
};
std::vector<AreaOf> areas_worked_on(db::Connection& db, SchoolId school, Date from, Date until);

// What is open of programmes that began within the period.
struct Open {
    int still_there = 0;  // children with a place that has not ended
    int reviews = 0;
    int sessions = 0;  // planned up to the day
    auto columns() { return std::tie(still_there, reviews, sessions); }
};
Open open(db::Connection& db, SchoolId school, Date from, Date until, Date today);

// The day of the first referral that stands; none where there was none yet.
std::optional<Date> first_referral(db::Connection& db, SchoolId school);

// The instrument of this code and version that the school loaded.
std::optional<assessments::InstrumentId> instrument(
    db::Connection& db, SchoolId school, std::string const& code, int version
);

// The years of which outcomes were made, the latest first.
std::vector<int> years(db::Connection& db, SchoolId school);
std::optional<Release> find(db::Connection& db, SchoolId school, int school_year);
void add(db::Connection& db, SchoolId school, Release const& release, StaffId const& made_by);
// False where it was given already.
bool give(db::Connection& db, SchoolId school, int school_year, StaffId const& by, Instant at);

}  // namespace insight::store
