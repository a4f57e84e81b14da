#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "base/calendar.hpp"
#include "measures/measures.hpp"
#include "statistics/sample.hpp"

// Entry, exit and follow-up by one instrument, and what may be concluded (M3): how each scale moved, how the
// rest of the class did, and children who waited.
namespace change {

// Whether a score moved by more than the instrument's own error, its wobble.
enum class Moved { beyond_error, within_error, cannot_tell };
constexpr auto words(Moved) { return std::array{"beyond_error", "within_error", "cannot_tell"}; }

// Why it can't be told.
enum class WhyUntold { no_precision, another_reliability, two_raters, unknown_who_answered, single_rating };
constexpr auto words(WhyUntold) {
    return std::array{
        "no_precision", "another_reliability", "two_raters", "unknown_who_answered", "single_rating"};
}

// What the manual's figures make of a change, in points of the scale.
struct Reliability {
    double index = 0;           // the change over the standard error of a difference
    double smallest = 0;        // the least change that counts
    double expected = 0;        // the later score that regression to the mean alone leads to
    double residual_index = 0;  // what lies beyond that, over the standard error of predicting it
    Moved beyond_expected{};    // by that index
};

// One scale before and after.
struct ScaleMoved {
    std::string label;
    assessments::Direction better{};
    assessments::Range scores;
    int before = 0;
    int after = 0;
    Moved moved = Moved::cannot_tell;
    std::optional<WhyUntold> why = {};
    std::optional<Reliability> figures = {};
    int difference() const { return after - before; }
    bool got_better() const {
        return (difference() > 0) == (better == assessments::Direction::high_is_good) && difference() != 0;
    }
};

// From one occasion to another, of one instrument in one view.
struct Stretch {
    assessments::Assessment before;
    assessments::Assessment after;
    std::optional<assessments::Incomparable> why_not = {};  // then nothing is subtracted
    std::vector<ScaleMoved> scales = {};
    int days() const { return static_cast<int>((after.rated_on.day - before.rated_on.day).count()); }
};

// All stretches from the first entry in one view: to the end of support, and to the follow-up, which is what
// the policy calls impact.
struct Measured {
    std::string instrument;
    std::string norms;  // what it is held against and where that stands; empty: none
    assessments::Informant informant{};
    std::vector<Stretch> stretches;
    std::vector<assessments::Assessment> in_other_views = {};  // later ones, in views not rated on entry
};

// One score of a taking of the whole class, in hundredths of a point.
struct ClassScore {
    measures::MeasureId measure;
    measures::TakingId taking;
    Date taken_on;
    PupilId pupil;
    int score = 0;
    auto columns() { return std::tie(measure, taking, taken_on, pupil, score); }
};

// How a child moved in one of the school's measures and the classmates beside them, in points.
struct ClassDrift {
    std::string measure;
    measures::ConcernWhen concern_when{};
    Date first_on;
    Date last_on;
    double own_before = 0;
    double own_after = 0;
    int classmates = 0;       // with a score on both days
    double class_change = 0;  // their mean
};

// A score of a child who waited, rated in one view by one instrument against one set of norms.
struct WaitingScore {
    PupilId pupil;
    CaseId the_case;
    assessments::Occasion occasion{};  // which form it was
    Date rated_on;
    std::string scale;
    int score = 0;
    auto columns() { return std::tie(pupil, the_case, occasion, rated_on, scale, score); }
};

// How children who waited moved from their first rating to their last, by scale.
struct Waited {
    std::string scale;
    int children = 0;
    int median_days = 0;
    double mean_change = 0;
    std::optional<statistics::Interval> interval = {};  // of the mean, at 95 %; none where all moved alike
};

// What children who waited did, rated as a measured child was.
struct WaitedBeside {
    std::string instrument;
    std::vector<Waited> scales;  // labels in place of codes
};

// All that is known of how a child changed, by instruments and beside others.
struct ChangeOfCase {
    std::optional<Date> began_on;
    std::vector<Measured> measured = {};
    std::vector<ClassDrift> classes = {};
    std::optional<std::vector<WaitedBeside>> waited = {};  // only for who coordinates
};

// What is said of fewer classmates or waiting children would be said of single ones.
inline constexpr int fewest_others = 5;

// "/cases/…/change"
std::string change_path(CaseId const& the_case);

}  // namespace change
