#include "comparison/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/text.hpp"

namespace comparison {
namespace {

using measures::ConcernWhen;

bool is_low(Beside const& one) { return one.measure.definition.concern_when == ConcernWhen::low; }

bool all_low(Comparison const& comparison) { return std::ranges::all_of(comparison.measures, is_low); }

std::vector<Measure> furthest_in(Comparison const& comparison) {
    std::vector<Measure> measures;
    for (auto const place : comparison.furthest_in) measures.push_back(comparison.measures[place].measure);
    return measures;
}

bool stands_out(Comparison const& comparison) { return comparison.p <= 0.5 && comparison.index > 0; }

std::string of_other_classes(Comparison const& comparison, std::string const& forename) {
    if (!stands_out(comparison))
        return forename + " does not stand out from this class on the side of concern.";
    auto const measures = in_measures(furthest_in(comparison));
    auto const in = measures.empty() ? "" : " " + measures;
    auto const are = counted_pupils(comparison.p, comparison.reference_pupils);
    if (all_low(comparison))
        return fmt::format("{} as far below their own class as {} is below this one{}.", are, forename, in);
    return fmt::format(
        "{} as far from their own class, on the side of concern, as {} is from this one{}.", are, forename, in
    );
}

// The measure on which the child stands out most.
Beside const& strongest(Comparison const& comparison) {
    return *std::ranges::min_element(comparison.measures, {}, [](Beside const& one) {
        return one.p.value_or(2);
    });
}

// "97", "99.6": a share of 100 that is never rounded to all or none.
std::string of_a_hundred(double percent) {
    if (percent > 99.9) return "more than 99.9";
    if (percent < 0.1) return "fewer than 0.1";
    if (percent > 99 || percent < 1) return fmt::format("{:.1f}", percent);
    return fmt::format("{:.0f}", percent);
}

// "0", "0.9", "5": a share between 0 and 1, of a hundred.
std::string in_a_hundred(double share) {
    double const percent = 100 * share;
    return percent > 0 && percent < 10 ? fmt::format("{:.1f}", percent) : fmt::format("{:.0f}", percent);
}

// The child's measures on which no test within the class can rest, though others were tested.
std::string untested(Comparison const& comparison) {
    std::string names;
    for (auto const& one : comparison.measures)
        if (one.own && !one.p)
            names += (names.empty() ? "" : ", ") + std::string(word(one.measure.definition.kind));
    return names;
}

std::string of_classmates(Comparison const& comparison, std::string const& forename) {
    auto const& one = strongest(comparison);
    auto const& figures = *one.figures;
    double const beyond = is_low(one) ? 100 - figures.percent_below : figures.percent_below;
    double const low = is_low(one) ? 100 - figures.percent_below_high : figures.percent_below_low;
    double const high = is_low(one) ? 100 - figures.percent_below_low : figures.percent_below_high;
    return fmt::format(
        "{}’s {} score is {} than that of about {} in 100 pupils like these classmates (it could be anything "
        "from {} to {}).",
        forename,
        word(one.measure.definition.kind),
        is_low(one) ? "lower" : "higher",
        of_a_hundred(beyond),
        of_a_hundred(low),
        of_a_hundred(high)
    );
}

std::string of_rank(Comparison const& comparison, std::string const& forename) {
    int const classmates = comparison.rated_together;
    if (comparison.as_low_over_all == 0)
        return fmt::format(
            "Over all measures together, none of {} classmates is rated as low as {}.", classmates, forename
        );
    return fmt::format(
        "Over all measures together, {} of {} classmates {} rated as low as {} or lower.",
        comparison.as_low_over_all,
        classmates,
        comparison.as_low_over_all == 1 ? "is" : "are",
        forename
    );
}

bool is_cautioned(Comparison const& comparison, Caution caution) {
    return std::ranges::find(comparison.cautions, caution) != comparison.cautions.end();
}

std::string without_a_claim(Comparison const& comparison, std::string const& forename) {
    if (comparison.classmates == 0)
        return "Nobody else in the class was measured, so there is nothing to compare.";
    if (is_cautioned(comparison, Caution::nobody_named))
        return "Nobody has raised a concern about " + forename +
               ", so Withy does not say how unusual these figures are.";
    auto const measured =
        std::ranges::any_of(comparison.measures, [](Beside const& one) { return one.own.has_value(); });
    if (!measured) return forename + " has no score of that day, so there is nothing to compare.";
    return "These figures can’t show whether " + forename + " differs significantly from the class.";
}

std::string in_words(Caution caution, std::string const& forename) {
    switch (caution) {
        case Caution::nobody_named:
            return "Where every child is looked at one by one, about 1 in 20 looks unusual by chance alone. "
                   "That is why the "
                   "figures wait for somebody’s worry, and not the other way round.";
        case Caution::earlier_term: return "The class was measured in a term that is over.";
        case Caution::alone: return "Enter the measures of the whole class, and the comparison stands here.";
        case Caution::few_to_compare:
            return "Fewer than five classmates have a score: too few to say how unusual anybody is.";
        case Caution::small_class:
            return "Fewer than ten classmates have a score, so that one of them weighs much.";
        case Caution::some_missing:
            return "More than a fifth of the class has no score. Pupils who were away often differ from "
                   "those who "
                   "were there.";
        case Caution::half_missing:
            return "On a measure that more than half of the class lacks, nothing is claimed.";
        case Caution::equal_classmates:
            return "On a measure on which all classmates have the same score, their spread can’t be told.";
        case Caution::own_missing: return forename + " has no score in a measure that the class has.";
        case Caution::scale_replaced:
            return "A scale has changed since: these scores are compared with each other, and not with later "
                   "ones.";
        case Caution::single_ratings:
            return "A single rating has too few steps for one class to show what is unusual. With other "
                   "classes of the "
                   "same stage measured in the same term, Withy can say more.";
        case Caution::piled_up:
            return "On a scale on which most children have a score near the same end, one class’s spread "
                   "does not show what is unusual. Other classes of the same stage, measured in the same "
                   "term, can.";
        case Caution::under_twenty:
            return "In a class of fewer than twenty, being lowest of all is no rarer than 1 in 19.";
    }
    return {};
}

}  // namespace

int as_far_as(double p, int reference_pupils) {
    return static_cast<int>(std::lround(p * (reference_pupils + 1))) - 1;
}

std::string counted_pupils(double p, int reference_pupils) {
    if (p >= 0.01) {
        auto const of_a_hundred = std::lround(100 * p);
        return fmt::format(
            "Of 100 ordinary pupils, about {} {}", of_a_hundred, of_a_hundred == 1 ? "is" : "are"
        );
    }
    auto const as_far = as_far_as(p, reference_pupils);
    return fmt::format(
        "{} of {} ordinary pupils of other classes {}",
        as_far <= 0 ? "None" : std::to_string(as_far),
        reference_pupils,
        as_far <= 1 ? "is" : "are"
    );
}

std::string in_measures(std::vector<Measure> const& measures) {
    std::string words;
    for (auto const& one : measures)
        words += (words.empty() ? "in " : " and in ") + std::string(word(one.definition.kind));
    return words;
}

std::string measured_in_words(std::vector<Date> const& days, Date last) {
    constexpr std::size_t few = 3;
    if (days.size() < 2) return "measured on " + calendar::in_words(days.empty() ? last : days.front());
    if (days.size() > few)
        return fmt::format(
            "measured on {} days from {} to {}; each pupil’s latest score counts",
            days.size(),
            calendar::in_words(days.front()),
            calendar::in_words(days.back())
        );
    std::string words;
    for (auto const& day : days)
        words += (words.empty()        ? "measured on "
                  : day == days.back() ? " and "
                                       : ", ") +
                 calendar::in_words(day);
    return words + "; each pupil’s latest score counts";
}

std::string score_in_words(int hundredths) {
    auto text = fmt::format("{:.2f}", hundredths / 100.0);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string first_sentence(Comparison const& comparison, std::string const& forename) {
    switch (comparison.basis) {
        case Basis::other_classes: return of_other_classes(comparison, forename);
        case Basis::classmates: return of_classmates(comparison, forename);
        case Basis::rank: return of_rank(comparison, forename);
        case Basis::none: return without_a_claim(comparison, forename);
    }
    return {};
}

std::string what_it_means(Comparison const& comparison) {
    if (!comparison.unusual) return {};
    switch (*comparison.unusual) {
        case Unusual::very_unusual: return "That is very unusual.";
        case Unusual::unusual: return "That is unusual.";
        case Unusual::within_the_usual:
            return "That is within the usual spread. This does not mean that there is no need.";
    }
    return {};
}

std::string beside_classmates(Beside const& one, std::string const& forename) {
    if (!one.own) return forename + " has no score.";
    if (one.others.size() < fewest_classmates)
        return "Too few classmates have a score to show them without telling whose they are.";
    auto const all = static_cast<int>(one.others.size());
    auto const side = is_low(one) ? "or lower" : "or higher";
    if (one.as_far_out == 0)
        return fmt::format(
            "None of {} has {} {}.",
            text::counted(all, "classmate", "classmates"),
            score_in_words(*one.own),
            side
        );
    return fmt::format(
        "{} of {} {} {} {}.",
        one.as_far_out,
        text::counted(all, "classmate", "classmates"),
        one.as_far_out == 1 ? "has" : "have",
        score_in_words(*one.own),
        side
    );
}

std::string with_interval(Beside const& one) {
    if (!one.figures) return {};
    auto const& figures = *one.figures;
    bool const below = figures.z < 0;
    double const low = below ? -figures.z_high : figures.z_low,
                 high = below ? -figures.z_low : figures.z_high;
    return fmt::format(
        "{:.1f} standard deviations {} the classmates’ mean (95 % interval {:.1f} to {:.1f}).",
        std::abs(figures.z),
        below ? "below" : "above",
        low,
        high
    );
}

std::string share_in_words(Comparison const& comparison, std::string const& forename) {
    if (!comparison.share) return {};
    return fmt::format(
        "{} of {} of other classes {} as far; with {} counted in, {} of {}. Of all such pupils it could be "
        "anything from {} to {} in 100 (95 % interval, which takes each pupil singly, whatever their class).",
        comparison.as_far == 0 ? "None" : std::to_string(comparison.as_far),
        text::counted(comparison.reference_pupils, "ordinary pupil", "ordinary pupils"),
        comparison.as_far <= 1 ? "is" : "are",
        forename,
        comparison.as_far + 1,
        comparison.reference_pupils + 1,
        in_a_hundred(comparison.share->low),
        in_a_hundred(comparison.share->high)
    );
}

std::string what_is_counted(Comparison const& comparison, std::string const& forename) {
    if (comparison.basis != Basis::other_classes || comparison.measures.size() < 2) return {};
    if (!stands_out(comparison)) return {};
    auto const in = in_measures(furthest_in(comparison));
    return fmt::format(
        "Each pupil, {} too, counts by how far they are from their class in all measures together or in the "
        "one "
        "in which they are furthest, whichever is further: for {} that is {}.",
        forename,
        forename,
        in.empty() ? "all together" : in
    );
}

std::vector<std::string> warnings(Comparison const& comparison, std::string const& forename) {
    std::vector<std::string> sentences;
    for (auto const caution :
         {Caution::earlier_term,
          Caution::some_missing,
          Caution::half_missing,
          Caution::small_class,
          Caution::own_missing,
          Caution::scale_replaced})
        if (is_cautioned(comparison, caution)) sentences.push_back(in_words(caution, forename));
    return sentences;
}

std::vector<std::string> what_it_does_not_say(Comparison const& comparison, std::string const& forename) {
    std::vector<std::string> sentences;
    for (auto const caution : comparison.cautions) sentences.push_back(in_words(caution, forename));
    sentences.push_back(
        "It does not say why, or what " + forename + " needs. You decide; the figures inform."
    );
    if (comparison.unusual)
        sentences.emplace_back(
            "It holds for a child about whom somebody was worried before looking. Of twenty ordinary "
            "children looked at one "
            "by one, about one is called unusual."
        );
    if (comparison.basis == Basis::other_classes)
        sentences.emplace_back(
            "In a class in which most pupils are in need, each looks ordinary beside the others: look at the "
            "scores "
            "themselves too."
        );
    if (auto const names = untested(comparison); comparison.basis == Basis::classmates && !names.empty())
        sentences.push_back(
            "Not tested, and no part of the finding: " + names +
            ". A scale with few steps, scores that pile up at one end, or too few of them can’t carry a test "
            "within one class."
        );
    if (comparison.basis == Basis::classmates)
        sentences.emplace_back("It takes the classmates’ scores for a fair sample of pupils like them.");
    return sentences;
}

std::string method_in_words(Comparison const& comparison) {
    switch (comparison.basis) {
        case Basis::other_classes:
            return fmt::format(
                "Compared with {} ordinary pupils of {} other classes of the same stage, measured with the "
                "same measures at the same time of year; pupils who were referred are left out. Withy’s own "
                "concern index, "
                "tried on made-up classes and not published.",
                comparison.reference_pupils,
                comparison.reference_classes
            );
        case Basis::classmates:
            return "Each measure beside the rest of the class (Crawford and Howell 1998), all measures "
                   "together by Holm "
                   "(1979): where scores spread evenly about their middle, at most 5 in 100 ordinary pupils "
                   "would be called unusual.";
        case Basis::rank:
            return fmt::format(
                "The exact rank of all ratings together: a pupil named beforehand is this low by chance in "
                "{} of 100 "
                "classes.",
                of_a_hundred(100 * comparison.p)
            );
        case Basis::none:
            return is_cautioned(comparison, Caution::nobody_named)
                       ? "Nothing is worked out before somebody is worried about the child."
                       : "No method is used where none can carry a claim.";
    }
    return {};
}

}  // namespace comparison
