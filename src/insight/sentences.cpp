#include "insight/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.hpp"
#include "pupils/groups.hpp"
#include "pupils/pupils.hpp"
#include "statistics/group_change.hpp"

namespace insight {
namespace {

std::string sex_in_words(std::string_view code) {
    if (code == "F") return "Girls";
    if (code == "M") return "Boys";
    return "Not on record";
}

std::string sen_in_words(std::string_view code) {
    if (code == "N") return "No SEN";
    if (code == "K") return "SEN support";
    if (code == "E") return "EHC plan";
    return "Not on record";
}

std::string year_group_in_words(std::string_view part) {
    while (part.size() > 1 && part.front() == '0') part.remove_prefix(1);
    return part == "-" ? "No year group" : pupils::year_in_words(std::string(part));
}

std::string one_part_in_words(Dimension dimension, std::string_view part) {
    switch (dimension) {
        case Dimension::everyone: return "Everyone";
        case Dimension::sex: return sex_in_words(part);
        case Dimension::sen_provision: return sen_in_words(part);
        case Dimension::year_group: return year_group_in_words(part);
        case Dimension::pupil_premium: return pupils::pupil_premium_in_words(part);
        case Dimension::ethnicity: return pupils::ethnicity_in_words(part);
        case Dimension::target_area: return std::string(part);
    }
    return {};
}

// Names of groups, such as Asian, keep their capital.
std::string within_a_sentence(std::string words) {
    constexpr std::array<std::string_view, 3> no_names{"Not on record", "Any other group", "Did not say"};
    if (std::ranges::find(no_names, words) != no_names.end())
        words.front() = text::ascii_lower(words).front();
    return words;
}

std::string one_provision_in_words(std::string_view provision) {
    if (provision == "one_to_one") return "One to one";
    if (provision == "group") return "In a group";
    return "Both";
}

std::optional<statistics::PairedChange> figures_of(GroupChange const& change) {
    auto const figures = statistics::paired_change(statistics::Summary{
        .n = static_cast<std::size_t>(change.measured), .mean = change.mean, .sd = change.deviation});
    return figures ? std::optional(*figures) : std::nullopt;
}

std::string with_sign(double value) { return (value > 0 ? "+" : "") + number_in_words(value, 1); }

std::string measured_in_words(GroupChange const& change, int supported) {
    auto const without = supported - change.measured;
    auto const measured = std::to_string(change.measured) + " of " + std::to_string(supported) +
                          " were measured twice, and half of them within " +
                          text::counted(change.days_between, "day", "days") + ". ";
    return measured + (without == 0 ? "Nobody is missing." : std::to_string(without) + " are not counted.");
}

std::string mean_in_words(double mean) {
    auto const points = number_in_words(std::abs(mean), 1);
    if (points == "0.0") return "On average their own targets stand where they stood";
    return "On average their own targets went " + std::string(mean < 0 ? "down" : "up") + " by " + points +
           " points of 10";
}

}  // namespace

std::string part_in_words(Dimension dimension, std::string const& part) {
    if (dimension == Dimension::everyone || dimension == Dimension::target_area)
        return one_part_in_words(dimension, part);
    // What is not on record comes last, however parts are named.
    auto parts = text::split(part, '+');
    // clang 14 takes no std::ranges::stable_partition.
    std::stable_partition(parts.begin(), parts.end(), [](auto const one) { return one != "-"; });
    std::string words;
    for (auto const one : parts)
        words += words.empty() ? one_part_in_words(dimension, one)
                               : " or " + within_a_sentence(one_part_in_words(dimension, one));
    return words;
}

std::string provision_in_words(std::string const& provision) {
    if (provision.empty()) return "Any support";
    std::string words;
    for (auto const one : text::split(provision, '+'))
        words += words.empty() ? one_provision_in_words(one)
                               : " or " + text::ascii_lower(one_provision_in_words(one));
    return words;
}

std::string_view in_words(Dimension dimension) {
    switch (dimension) {
        case Dimension::everyone: return "Everyone";
        case Dimension::sex: return "Girls and boys";
        case Dimension::sen_provision: return "SEN provision";
        case Dimension::year_group: return "Year groups";
        case Dimension::pupil_premium: return "Pupil premium";
        case Dimension::ethnicity: return "Ethnicity";
        case Dimension::target_area: return "Target areas";
    }
    return {};
}

std::string_view in_words(Span span) {
    switch (span) {
        case Span::entry_to_exit: return "from entry to exit";
        case Span::entry_to_follow_up: return "from entry to follow-up";
    }
    return {};
}

std::string_view informant_in_words(std::string_view informant) {
    auto const known = from_word<assessments::Informant>(informant);
    return known ? assessments::in_words(*known) : informant;
}

std::string number_in_words(double value, int places) {
    auto const rounded = fmt::format("{:.{}f}", std::abs(value), places);
    bool const is_nothing = rounded.find_first_not_of("0.") == std::string::npos;
    return (value < 0 && !is_nothing ? "−" : "") + rounded;
}

std::string percent_in_words(int part, int whole) {
    if (whole == 0) return {};
    return fmt::format("{:.0f} %", 100.0 * part / whole);
}

std::string reach_in_words(Cell const& cell) {
    if (!cell.on_roll) return text::counted(cell.supported, "child", "children") + " began a programme.";
    return text::grouped(cell.supported) + " of " + text::counted(*cell.on_roll, "child", "children") +
           " on the roll began a programme (" + percent_in_words(cell.supported, *cell.on_roll) + ").";
}

std::string waiting_in_words(Cell const& cell) {
    if (!cell.days_waited) return {};
    return "Half of them waited " + text::counted(*cell.days_waited, "day", "days") +
           " or less from referral to the start of their programme.";
}

std::string sessions_in_words(Cell const& cell) {
    if (!cell.planned || !cell.delivered || !cell.attended || *cell.planned == 0) return {};
    return "Counting each child's sessions, " + text::grouped(*cell.planned) + " were planned, " +
           text::grouped(*cell.delivered) + " held (" + percent_in_words(*cell.delivered, *cell.planned) +
           ") and " + text::grouped(*cell.attended) + " attended (" +
           percent_in_words(*cell.attended, *cell.planned) +
           "). One that was put off counts once, as the one that it was moved to.";
}

std::string interval_in_words(GroupChange const& change) {
    auto const figures = figures_of(change);
    if (!figures) return {};
    auto const& interval = figures->test.interval;
    return with_sign(change.mean) + " (" + with_sign(interval.lower) + " to " + with_sign(interval.upper) +
           ")";
}

std::optional<double> effect_of(GroupChange const& change) {
    auto const figures = figures_of(change);
    if (!figures) return std::nullopt;
    return figures->g;
}

std::string effect_in_words(double effect) { return (effect > 0 ? "+" : "") + number_in_words(effect, 2); }

std::string effect_in_words(GroupChange const& change) {
    auto const effect = effect_of(change);
    return effect ? effect_in_words(*effect) : std::string();
}

std::vector<std::string> change_in_words(GroupChange const& change, int supported) {
    auto const figures = figures_of(change);
    if (!figures) return {"What changed cannot be told from so few measures."};
    auto const& interval = figures->test.interval;
    bool const may_be_none = interval.lower <= 0 && interval.upper >= 0;
    std::vector<std::string> sentences{
        mean_in_words(change.mean) + "; allowing for chance, the mean change lies between " +
        with_sign(interval.lower) + " and " + with_sign(interval.upper) + "."};
    if (may_be_none) sentences.emplace_back("From these alone it cannot be told whether they changed.");
    sentences.push_back(measured_in_words(change, supported));
    sentences.emplace_back(
        "This is change, not effect: nobody without support was measured beside them. Children come when "
        "things are at "
        "their worst, and part of what follows would have come by itself."
    );
    return sentences;
}

std::vector<std::string> how_change_is_worked_out(GroupChange const& change, int supported) {
    auto const figures = figures_of(change);
    if (!figures) return {};
    std::vector<std::string> sentences{
        "Between these two numbers the mean change lies with a confidence of 95 % (Student's t)."};
    if (supported > change.measured)
        sentences.emplace_back(
            "Who is not counted was not measured before or not again, or was left out by lot, so that nobody "
            "can tell whose measure is missing."
        );
    sentences.push_back(
        "As an effect size: Hedges' g " + number_in_words(figures->g, 2) + " (" +
        number_in_words(figures->g_interval.lower, 2) + " to " +
        number_in_words(figures->g_interval.upper, 2) +
        "), the mean change in standard deviations of the changes (d_z). It cannot be held beside effects "
        "between groups."
    );
    return sentences;
}

}  // namespace insight
