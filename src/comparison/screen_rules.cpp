#include "comparison/screen_rules.hpp"

#include <algorithm>
#include <numeric>

namespace comparison {
namespace {

// The measures that at least half of the class has.
std::vector<std::size_t> measures_to_use(WholeClass const& of) {
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < of.measures.size(); ++place) {
        auto const scored =
            std::ranges::count_if(of.scores, [&](auto const& scores) { return scores[place].has_value(); });
        if (2 * static_cast<std::size_t>(scored) >= of.scores.size() && scored > 0) places.push_back(place);
    }
    return places;
}

// The pupils who have every one of these measures.
std::vector<std::size_t> pupils_to_screen(Screen const& screen) {
    std::vector<std::size_t> pupils;
    for (std::size_t pupil = 0; pupil < screen.of.scores.size(); ++pupil)
        if (screen.was_screened(pupil)) pupils.push_back(pupil);
    return pupils;
}

Sheet sheet_of(WholeClass const& of, std::span<std::size_t const> measures) {
    Sheet sheet;
    for (auto const place : measures) {
        std::vector<std::optional<int>> column;
        for (auto const& scores : of.scores) column.push_back(scores[place]);
        sheet.add(column);
    }
    return sheet;
}

// Says who stands out, or why other classes cannot tell.
std::optional<Short> by_other_classes(Screen& screen, std::span<OtherClass const> others) {
    std::vector<statistics::Direction> concern;
    for (auto const place : screen.measures) concern.push_back(concern_of(screen.of.measures[place]));
    auto const reference = reference_of(others, screen.measures, concern);
    if (!reference) return Short::few_other_classes;
    screen.reference_pupils = static_cast<int>(reference->pupils());
    screen.reference_classes = static_cast<int>(reference->classes());
    if (!is_enough(*reference, reference_for_all)) return Short::few_other_classes;
    if (screen.screened > false_share * (screen.reference_pupils + 1))
        return Short::few_for_a_class_of_this_size;
    auto const sheet = sheet_of(screen.of, screen.measures);
    auto const found = statistics::screen(*reference, sheet.as_class(), false_share);
    if (!found) return Short::few_other_classes;
    screen.says = Says::who_stands_out;
    for (auto const place : found->flagged)
        if (!screen.of.own.contains(screen.of.pupils[place]))
            screen.out.push_back({.place = place, .p = found->standings[place]->p});
    std::ranges::stable_sort(screen.out, {}, &StandsOut::p);
    return std::nullopt;
}

// How many of these pupils are less of a concern in the measure than this one, and how many as much, as one
// place: the lowest of all has the least.
double place_among(
    WholeClass const& of, std::span<std::size_t const> pupils, std::size_t measure, std::size_t pupil
) {
    bool const low = concern_of(of.measures[measure]) == statistics::Direction::low;
    double place = 0;
    for (auto const other : pupils) {
        int const theirs = *of.scores[other][measure], own = *of.scores[pupil][measure];
        if (theirs == own)
            place += 0.5;
        else if ((theirs < own) == low)
            place += 1;
    }
    return place;
}

// Whose places in all measures together are lowest: whole groups who share one, as far as they find room. A
// child of the visitor's takes no room: else a list that is one short would tell of them.
std::vector<std::size_t> lowest_of(Screen const& screen, std::span<std::size_t const> pupils) {
    std::vector<std::pair<double, std::size_t>> placed;
    for (auto const pupil : pupils) {
        if (screen.of.own.contains(screen.of.pupils[pupil])) continue;
        double sum = 0;
        for (auto const measure : screen.measures) sum += place_among(screen.of, pupils, measure, pupil);
        placed.emplace_back(sum, pupil);
    }
    std::ranges::sort(placed);
    auto const room = std::min(most_to_talk_about, placed.size() / 5);
    auto end = room;
    while (end > 0 && end < placed.size() && placed[end - 1].first == placed[end].first) --end;
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < end; ++i) first.push_back(placed[i].second);
    return first;
}

}  // namespace

bool Screen::was_screened(std::size_t place) const {
    return std::ranges::all_of(measures, [&](auto measure) { return of.scores[place][measure].has_value(); });
}

Screen screened(WholeClass of, std::span<OtherClass const> others) {
    Screen screen{.of = std::move(of)};
    screen.measures = measures_to_use(screen.of);
    auto const pupils = pupils_to_screen(screen);
    screen.screened = screen.measures.empty() ? 0 : static_cast<int>(pupils.size());
    if (screen.measures.empty()) {
        screen.why = Short::no_measure;
    } else if (pupils.size() < fewest_classmates) {
        screen.why = Short::few_pupils;
    } else if (screen.why = by_other_classes(screen, others); screen.why) {
        screen.first = lowest_of(screen, pupils);
        screen.says = screen.first.empty() ? Says::nothing : Says::whom_first;
        if (screen.first.empty()) screen.why = Short::all_alike;
    }
    return screen;
}

}  // namespace comparison
