#include "comparison/screen_sentences.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"
#include "comparison/sentences.hpp"

namespace comparison {
namespace {

// The simulation's power for one pupil who is two standard deviations low on every measure, in classes of 8,
// 15 and 30 (docs/statistics.md).
constexpr auto how_much_it_misses =
    "It finds fewer than half of the pupils who are far below the others in everything. Your own worry "
    "counts as much as this page, whether a child is on it or not.";

std::string in_about_one_class() {
    return fmt::format("In about 1 class in {:.0f} an ordinary pupil stands out by chance", 1 / false_share);
}

// The visitor's own children are in no count that a page tells.
int own_among(Screen const& screen, bool with_all) {
    int own = 0;
    for (std::size_t i = 0; i < screen.of.pupils.size(); ++i)
        own += screen.of.own.contains(screen.of.pupils[i]) && screen.was_screened(i) == with_all;
    return own;
}

std::string reference_needed() {
    return fmt::format(
        "{} ordinary pupils of {} other classes of this school, of nearby year groups, measured with the "
        "same measures at the same time of year",
        reference_for_all.pupils,
        reference_for_all.classes
    );
}

std::string of_pupils(Screen const& screen, int shown) {
    if (shown == 0)
        return screen.of.own.empty() ? "Nobody stands out from this class by these figures."
                                     : "Nobody else stands out from this class by these figures.";
    int const screened = screen.screened - own_among(screen, true);
    return fmt::format(
        "{} of {} pupils {} out from this class.", shown, screened, shown == 1 ? "stands" : "stand"
    );
}

// `others`: beside whom a claim stands; `spreads`: whose differences say what counts as far without one.
std::string method_with(Says says, std::string const& others, std::string const& spreads) {
    switch (says) {
        case Says::who_stands_out:
            return fmt::format(
                "Each pupil’s distance from the rest of the class, in all measures together or in the one in "
                "which they are furthest, beside that of {} from theirs; pupils who were referred are left "
                "out of these. Corrected for looking at a whole class (Benjamini and Hochberg 1995). Withy’s "
                "own concern index, tried on made-up classes and not published.",
                others
            );
        case Says::whom_first:
            return fmt::format(
                "Pupils are put in order of how far they are from the rest of the class, in all measures "
                "together or in the one in which they are furthest, whichever is further: the concern index "
                "by "
                "which one child is compared. What counts as far is how much {} differ from their class. The "
                "page names no more than a fifth of the class, {} at most, and nobody who shares a place "
                "with "
                "one whom it does not name.",
                spreads,
                most_to_talk_about
            );
        case Says::nothing: return "No method is used where none can carry a claim.";
    }
    return {};
}

}  // namespace

std::string first_sentence(Screen const& screen, int shown) {
    switch (screen.says) {
        case Says::who_stands_out: return of_pupils(screen, shown);
        case Says::whom_first:
            return fmt::format(
                "Talk about {} first: furthest from the class on the side of concern, in one measure or in "
                "all "
                "together.",
                shown == 1 ? "this pupil" : "these pupils"
            );
        case Says::nothing: return "These figures can’t say whom to talk about first.";
    }
    return {};
}

std::string how_unusual(StandsOut const& one, int reference_pupils) {
    return counted_pupils(one.p, reference_pupils) + " as far from their own class.";
}

std::string why_no_more(Screen const& screen) {
    if (!screen.why) return {};
    switch (*screen.why) {
        case Short::no_measure: return "No measure has a score of at least half of the class.";
        case Short::few_pupils: return "Fewer than five pupils have a score in every measure.";
        case Short::few_other_classes:
            return fmt::format(
                "Somebody is always lowest, so this is no finding. Who differs significantly can be said "
                "beside {}; there are {} of {}. A small "
                "school may never have as many.",
                reference_needed(),
                text::counted(screen.reference_pupils, "pupil", "pupils"),
                text::counted(screen.reference_classes, "class", "classes")
            );
        case Short::few_for_a_class_of_this_size:
            return fmt::format(
                "Somebody is always lowest, so this is no finding. Beside {} pupils of other classes no "
                "single pupil of a class of {} could stand out, whatever the scores.",
                screen.reference_pupils,
                screen.screened
            );
        case Short::all_alike: return "Too many pupils share the lowest scores to put anybody first.";
    }
    return {};
}

std::string why_no_more_of_several() {
    return fmt::format(
        "Talk first about the pupils who are listed: they are furthest from their class on the side of "
        "concern, in "
        "one measure or in all together. Somebody is always lowest, so this is no finding. Who differs "
        "significantly can be said beside {}; there are fewer. A small school "
        "may never have as many.",
        reference_needed()
    );
}

std::vector<std::string> not_said_of_this_class(Screen const& screen) {
    std::vector<std::string> sentences;
    auto const all = static_cast<int>(screen.of.pupils.size());
    auto const missing = all - screen.screened - own_among(screen, false);
    if (missing > 0 && screen.says != Says::nothing)
        sentences.push_back(
            text::counted(missing, "pupil lacks", "pupils lack") +
            " a score in some measure and could not be looked at. Pupils who were away often differ from "
            "those who were there."
        );
    if (screen.says == Says::whom_first && screen.as_far_as_the_last > 0)
        sentences.push_back(
            text::counted(screen.as_far_as_the_last, "more pupil is", "more pupils are") +
            " as far from the class in one measure as the last of these, and less far over all of them."
        );
    return sentences;
}

std::vector<std::string> not_said_of_any(Says says) {
    std::vector<std::string> sentences;
    if (says == Says::who_stands_out) {
        sentences.push_back(
            in_about_one_class() +
            ". Few pupils are far from their class, so of those who stand out many may be ordinary: look, "
            "before you conclude anything."
        );
        sentences.emplace_back(how_much_it_misses);
        sentences.emplace_back(
            "In a class in which most pupils are in need, each looks ordinary beside the others."
        );
    }
    sentences.emplace_back("It does not say why, or what a child needs. You decide; the figures inform.");
    return sentences;
}

std::vector<std::string> what_it_does_not_say(Screen const& screen) {
    auto sentences = not_said_of_this_class(screen);
    auto const more = not_said_of_any(screen.says);
    sentences.insert(sentences.end(), more.begin(), more.end());
    return sentences;
}

std::string method_in_words(Screen const& screen) {
    auto const others = fmt::format(
        "{} ordinary pupils of {} other classes", screen.reference_pupils, screen.reference_classes
    );
    return method_with(
        screen.says, others, screen.by_spreads_of_others ? others : "the pupils of this class"
    );
}

std::string method_of_several(Says says) {
    return method_with(
        says,
        "the ordinary pupils of other classes",
        "ordinary pupils of other classes, or where these are too few the pupils of the class itself,"
    );
}

std::string by_chance_in_words(int classes_with_a_claim) {
    if (classes_with_a_claim == 0) return {};
    auto const expected = std::lround(classes_with_a_claim * false_share);
    if (expected == 0) return in_about_one_class() + ".";
    return fmt::format(
        "{}: of these {} classes, in about {}.", in_about_one_class(), classes_with_a_claim, expected
    );
}

}  // namespace comparison
