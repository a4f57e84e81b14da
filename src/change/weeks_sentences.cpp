#include "change/weeks_sentences.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/text.hpp"

namespace change {
namespace {

std::string pairs(Weeks const& weeks) {
    return fmt::format(
        "in {} of 100 pairs of a week before the first session and a week from it on, the later one was {}{}",
        std::lround(100 * (weeks.is_a_fall() ? 1 - weeks.nap : weeks.nap)),
        weeks.is_a_fall() ? "worse" : "better",
        weeks.has_ties ? ", equal ones counted half" : ""
    );
}

std::string chance(Weeks const& weeks) {
    auto const times = std::lround(1 / weeks.p);
    if (times < 2) return "chance alone would bring as much more often than not";
    if (weeks.is_a_fall())
        return fmt::format(
            "by chance alone they would lie as far apart, better or worse, about 1 time in {}", times
        );
    return fmt::format("by chance alone that would happen about 1 time in {}", times);
}

// A week in which no session was held is none of the programme's, whatever was rated in it.
std::string sessions(Weeks const& weeks) {
    if (weeks.during == 0) return {};
    if (weeks.during == 1)
        return fmt::format(
            " In the week rated from then on {} session was held.", weeks.with_session == 1 ? "a" : "no"
        );
    if (weeks.with_session == 0)
        return fmt::format(" In none of the {} weeks rated from then on was a session held.", weeks.during);
    if (weeks.with_session == weeks.during)
        return fmt::format(" In all {} weeks rated from then on a session was held.", weeks.during);
    return fmt::format(
        " Of the {} weeks rated from then on, {} had a session, and {} had none.",
        weeks.during,
        weeks.with_session,
        weeks.during - weeks.with_session
    );
}

std::string_view why(Untested untested) {
    switch (untested) {
        case Untested::few_ratings: return "So few ratings can be described and not tested.";
        case Untested::several_raters:
            return "More than one person rated, so the weeks are described and not tested.";
        case Untested::unknown_who_answered:
            return "Who answered is not kept, so the weeks are described and not tested.";
        case Untested::one_of_several:
            return "Several things were rated each week, so each is described and none is tested.";
    }
    return {};
}

std::string begun_large(std::string words) {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

}  // namespace

std::string in_words(Weeks const& weeks, assessments::Direction better, std::string const& forename) {
    bool const is_higher = (better == assessments::Direction::high_is_good) != weeks.is_a_fall();
    auto const side = is_higher ? "higher" : "lower";
    switch (weeks.verdict) {
        case Verdict::waiting:
            return fmt::format(
                "{} from before the programme so far. Those made during it will be held against {}.",
                text::counted(static_cast<long>(weeks.before), "rating", "ratings"),
                weeks.before == 1 ? "it" : "these"
            );
        case Verdict::no_baseline: return std::string(no_ratings_before());
        case Verdict::none_during:
            return fmt::format(
                "{} from before the programme, and none since it began.",
                text::counted(static_cast<long>(weeks.before), "rating", "ratings")
            );
        case Verdict::described:
            return fmt::format("{}. {}{}", begun_large(pairs(weeks)), why(*weeks.untested), sessions(weeks));
        case Verdict::beyond_chance:
            return fmt::format(
                "{}’s weekly ratings are {} than before: {}; {}.{}",
                forename,
                side,
                pairs(weeks),
                chance(weeks),
                sessions(weeks)
            );
        case Verdict::may_be_chance:
            return fmt::format(
                "Whether {}’s weekly ratings are {} than before cannot be told: {}; {}.{}",
                forename,
                side,
                pairs(weeks),
                chance(weeks),
                sessions(weeks)
            );
    }
    return {};
}

std::string in_short(Weeks const& weeks) {
    switch (weeks.verdict) {
        case Verdict::waiting: return "Before the programme.";
        case Verdict::no_baseline: return std::string(no_ratings_before());
        case Verdict::none_during: return "None since the programme began.";
        case Verdict::described:
        case Verdict::beyond_chance:
        case Verdict::may_be_chance: return begun_large(pairs(weeks)) + ".";
    }
    return {};
}

std::string question_of(Series const& series, std::string const& forename) {
    if (series.label.empty()) return "All of it together: are the weeks getting easier for " + forename + "?";
    return series.label + ": is this getting easier for " + forename + "?";
}

std::vector<std::string> what_weeks_do_not_say(std::string const& forename) {
    return {
        "What brought a change about. Things at home, a new friend or a new term look the same in ratings.",
        "That " + forename +
            " would have stayed as before without the programme: a child who was getting on already would "
            "look like this too, and weeks next to one another are more alike than chance would have them.",
        "Anything of what nobody rated. A week without a rating is left out, and stands as a gap.",
        "How two people’s views differ: each is shown by itself, and none is added to another’s."};
}

std::string_view method_of_weeks() {
    return "Nonoverlap of All Pairs (Parker and Vannest 2009): each week before the first session is held "
           "against each week from it until the place ended, with a session or without; ties count half. "
           "Chance: the share of all ways "
           "of "
           "sharing out these ratings between before and from then on with a result as good (exact); of a "
           "fall, "
           "with one as far from half either way. It is said only with three ratings before the programme or "
           "more, by one person, where the best possible result "
           "would be rarer than 1 in 20, and of one series for each view. Of a week that two adults rated, "
           "neither rating counts until one is agreed "
           "to. No trend is taken out.";
}

std::string_view no_ratings_before() {
    return "No ratings from before the programme, so change over the weeks cannot be attributed to it.";
}

}  // namespace change
