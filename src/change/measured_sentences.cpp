#include "change/measured_sentences.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"

namespace change {
namespace {

std::string_view why(WhyUntold untold) {
    switch (untold) {
        case WhyUntold::no_precision:
            return "its norms carry no mean, standard deviation and test-retest reliability";
        case WhyUntold::another_reliability:
            return "the reliability in its norms is not that of one child rated twice";
        case WhyUntold::two_raters: return "two people rated, and they differ between themselves";
        case WhyUntold::unknown_who_answered:
            return "who answered each time is not kept, only who entered it";
        case WhyUntold::single_rating: return "it is a single rating, whose wobble nobody knows";
    }
    return {};
}

std::string moved_words(ScaleMoved const& scale) {
    if (scale.difference() == 0) return fmt::format("stayed at {}", scale.before);
    return fmt::format(
        "went {} from {} to {}", scale.difference() > 0 ? "up" : "down", scale.before, scale.after
    );
}

std::string of_which_use(ScaleMoved const& scale) {
    if (scale.difference() == 0) return {};
    return scale.got_better() ? ", which is the better side" : ", which is the worse side";
}

std::string end_of(assessments::Occasion occasion) {
    switch (occasion) {
        case assessments::Occasion::exit: return "the end of support";
        case assessments::Occasion::follow_up: return "the follow-up";
        case assessments::Occasion::entry:
        case assessments::Occasion::weekly:
        case assessments::Occasion::other: break;
    }
    return "a later rating";
}

}  // namespace

std::string points_in_words(double points) {
    auto const rounded = static_cast<double>(std::lround(points * 10)) / 10;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

std::string signed_points(double points) {
    auto const words = points_in_words(std::abs(points));
    if (words == "0") return words;
    return (points < 0 ? "−" : "+") + words;
}

std::string in_words(ScaleMoved const& scale, std::string const& forename) {
    auto const score = forename + "’s score in “" + scale.label + "” ";
    switch (scale.moved) {
        case Moved::beyond_error:
            return fmt::format(
                "{}went {} by more than the questionnaire’s wobble{}.",
                score,
                scale.difference() > 0 ? "up" : "down",
                of_which_use(scale)
            );
        case Moved::within_error:
            return fmt::format("{}{}: that could be the wobble.", score, moved_words(scale));
        case Moved::cannot_tell:
            return fmt::format(
                "{}{}. Whether that is more than its wobble cannot be told, because {}.",
                score,
                moved_words(scale),
                why(scale.why.value_or(WhyUntold::no_precision))
            );
    }
    return {};
}

std::string_view beyond_the_drift(ScaleMoved const& scale) {
    if (!scale.figures) return "cannot tell";
    switch (scale.figures->beyond_expected) {
        case Moved::beyond_error: return "more than the wobble";
        case Moved::within_error: return "could be the wobble";
        case Moved::cannot_tell: break;
    }
    return "cannot tell";
}

std::string figures_in_words(ScaleMoved const& scale) {
    if (!scale.figures) return {};
    return fmt::format(
        "{}: reliable change index {:.2f}, beyond the drift {:.2f}; less than {} points are wobble.",
        scale.label,
        scale.figures->index,
        scale.figures->residual_index,
        points_in_words(scale.figures->smallest)
    );
}

std::string in_words(Stretch const& stretch) {
    auto const& before = stretch.before;
    auto const& after = stretch.after;
    auto const did = std::string(rates_in_person(before.informant) ? "rated by " : "entered by ");
    auto const raters = before.rater == after.rater
                            ? did + before.rater_name + " both times"
                            : did + before.rater_name + ", then by " + after.rater_name;
    return fmt::format(
        "From entry, {}, to {}, {}: {} between, {}.",
        calendar::day_month_year(before.rated_on),
        end_of(after.occasion),
        calendar::day_month_year(after.rated_on),
        text::counted(stretch.days(), "day", "days"),
        raters
    );
}

std::string another_view_in_words(assessments::Assessment const& one) {
    auto const who = assessments::rates_in_person(one.informant)
                         ? fmt::format("{} rated ({})", assessments::seen_by(one.informant), one.rater_name)
                         : fmt::format("{} answered", assessments::seen_by(one.informant));
    return fmt::format(
        "At {}, {}, {}, and not on entry. Whether anything changed by it cannot be told: two people rated, "
        "and "
        "their views are never held against one another.",
        end_of(one.occasion),
        calendar::day_month_year(one.rated_on),
        who
    );
}

std::string in_words(ClassDrift const& drift, std::string const& forename) {
    auto const moved = drift.own_before == drift.own_after
                           ? "stayed at " + points_in_words(drift.own_before)
                           : fmt::format(
                                 "went from {} to {} ({})",
                                 points_in_words(drift.own_before),
                                 points_in_words(drift.own_after),
                                 signed_points(drift.own_after - drift.own_before)
                             );
    return fmt::format(
        "{}, {} to {}: {} {}. The {} classmates measured on both days moved by {} on average. A {} score "
        "gives "
        "concern.",
        drift.measure,
        calendar::day_month_year(drift.first_on),
        calendar::day_month_year(drift.last_on),
        forename,
        moved,
        drift.classmates,
        signed_points(drift.class_change),
        word(drift.concern_when)
    );
}

std::string in_words(Waited const& waited, std::string const& label) {
    auto const interval = waited.interval ? fmt::format(
                                                "95 % interval {} to {}",
                                                signed_points(waited.interval->lower),
                                                signed_points(waited.interval->upper)
                                            )
                                          : std::string("all moved alike");
    return fmt::format(
        "{}: {} on average ({}), of {} children, with {} between their first and last rating (the median).",
        label,
        signed_points(waited.mean_change),
        interval,
        waited.children,
        text::counted(waited.median_days, "day", "days")
    );
}

std::vector<std::string> what_change_does_not_say(std::string const& forename) {
    constexpr auto several_moved =
        "That each of several scales moved. Of scores of a child who did not change, about 1 in 20 lies "
        "beyond "
        "the wobble by chance, so the more scales are looked at, the likelier is one.";
    return {
        "What brought the change about: it is a change, and not an effect.",
        "That " + forename +
            " stands still where a change could be the wobble. A score near the better end of its scale "
            "cannot "
            "improve by more than the wobble, and a small change can be a true one.",
        several_moved,
        "Anything of what other people see: each view is shown by itself.",
        "That the class stood still. Where it moved as much, it is the whole class that moved."};
}

std::string_view method_of_change() {
    return "Reliable change (Jacobson and Truax 1991) with the standard deviation and the test-retest "
           "reliability of the norms, never of a class: the change over the standard error of a difference "
           "of two scores, beyond 1.96 either way. Beside it the score to be expected from regression to the "
           "mean alone, M + r (before - M), and what lies beyond that over the standard error of "
           "predicting one score from another (after Edwards and Nunnally, in Speer 1992), beyond 1.96 too. "
           "Of two raters, of parents and children, of whom it "
           "is not kept who answered, by another kind of reliability, "
           "of single ratings and without such figures nothing is worked out. Of two adults’ ratings side by "
           "side neither counts until one is agreed to. The class: the mean change of "
           "classmates with a score on both "
           "days, in the same measure, from five of them on.";
}

std::string_view method_of_waiting() {
    return "The mean of how other children moved from their first to their last rating between referral and "
           "first session, with its 95 % interval (Student’s t). Children who were declined, whose case was "
           "closed before support or whose parents said no are left out, and so are goals, which each child "
           "names.";
}

}  // namespace change
