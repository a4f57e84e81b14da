#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "programmes/programmes.hpp"

namespace impact {

using ImpactReviewId = Id<struct ImpactReviewTag>;
using NextStepId = Id<struct NextStepTag>;
using CheckInId = Id<struct CheckInTag>;

enum class ReviewOutcome { sustained, partly, not_yet };
constexpr auto words(ReviewOutcome) { return std::array{"sustained", "partly", "not_yet"}; }

// The class teacher's measure, weeks after the last session (M2).
struct ImpactReview {
    ImpactReviewId id;
    CaseId the_case;
    PlaceId place;
    StaffId reviewer;
    std::string reviewer_name;
    Date reviewed_on;
    std::string words;
    ReviewOutcome outcome{};
    auto columns() {
        return std::tie(id, the_case, place, reviewer, reviewer_name, reviewed_on, words, outcome);
    }
};

// Who measured a target before the programme: seldom the same person, where a new school year lay between.
struct FirstMeasurer {
    StaffId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// What comes after the impact review (M4).
enum class Next { nothing, another_programme, something_different, outside_agency };
constexpr auto words(Next) {
    return std::array{"nothing", "another_programme", "something_different", "outside_agency"};
}

struct NextStep {
    NextStepId id;
    Next next{};
    std::string what;  // the agency, or what the something different is
    std::string reason;
    std::string made_by_name;
    Instant made_at;
    auto columns() { return std::tie(id, next, what, reason, made_by_name, made_at); }
};

enum class AskedBy { child, nurture_assistant, class_teacher };
constexpr auto words(AskedBy) { return std::array{"child", "nurture_assistant", "class_teacher"}; }

// A brief meeting of child and Nurture Assistant after the programme (M5).
struct CheckIn {
    CheckInId id;
    AskedBy asked_by{};
    Date asked_on;
    std::optional<Date> held_on;
    std::string line;
    std::string made_by_name;
    auto columns() { return std::tie(id, asked_by, asked_on, held_on, line, made_by_name); }
};

// The same measure again.
struct Rerating {
    TargetId target;
    int rating = 0;
};

// What the class teacher sends: the same measures again, an outcome and words.
struct Review {
    std::vector<Rerating> ratings;
    ReviewOutcome outcome{};
    std::string words;
};

// When the class teacher measures the impact, and how it stands today (M1, M2).
struct Due {
    Date opens_on;
    Date closes_on;
    bool open = false;
    int days_late = 0;  // 0: in time; late is late for ever
    bool in_school_weeks = false;

    // The same window as it stood, or will stand, on another day.
    Due seen_on(Date day) const;
};

// A session that was written up, and what it was rated for one target of the child's; none where nobody did.
struct Week {
    Date held_on;
    bool attended = false;
    std::optional<TargetId> target;
    std::optional<int> rating;  // none: the target was not seen that week
    auto columns() { return std::tie(held_on, attended, target, rating); }
};

std::string_view in_words(ReviewOutcome outcome);
std::string_view in_words(Next next);
// "An outside agency: Educational Psychology"
std::string in_words(Next next, std::string const& what);
bool asks_what(Next next);
std::string_view in_words(AskedBy asked_by);

// What the measures before and after can tell, and whose they are where they are two people's.
std::string what_measures_tell(std::vector<FirstMeasurer> const& before, ImpactReview const& review);

// "/places/…/impact-review", "/cases/…/next-step", "/cases/…/check-ins"
std::string review_path(PlaceId const& place);
std::string next_step_path(CaseId const& the_case);
std::string check_ins_path(CaseId const& the_case);
std::string next_concern_path(CaseId const& the_case);

}  // namespace impact
