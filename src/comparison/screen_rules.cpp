#include "comparison/screen_rules.hpp"

#include <algorithm>
#include <array>

#include "comparison/distance_rules.hpp"
#include "comparison/rules.hpp"

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

using Found = statistics::Result<statistics::Reference>;

std::vector<statistics::Direction> concern_in(WholeClass const& of, std::span<std::size_t const> measures) {
    std::vector<statistics::Direction> concern;
    for (auto const place : measures) concern.push_back(concern_of(of.measures[place]));
    return concern;
}

// Those of these places at which the distance is made alone.
std::vector<std::size_t> furthest_in(Distance const& distance, std::span<std::size_t const> measures) {
    std::vector<std::size_t> places;
    for (auto const at : distance.in_one) places.push_back(measures[at]);
    return places;
}

// Says who stands out, or why other classes cannot tell.
std::optional<Short> by_other_classes(Screen& screen, Found const& reference) {
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
    auto const distances = distances_of(*reference, sheet);
    for (auto const place : found->flagged)
        if (!screen.of.own.contains(screen.of.pupils[place]))
            screen.out.push_back(
                {.place = place,
                 .p = found->standings[place]->p,
                 .furthest_in = furthest_in(*distances[place], screen.measures)}
            );
    std::ranges::stable_sort(screen.out, {}, &StandsOut::p);
    return std::nullopt;
}

// The measures in which these pupils differ at all.
std::vector<std::size_t> that_differ(Screen const& screen, std::span<std::size_t const> pupils) {
    std::vector<std::size_t> places;
    for (auto const place : screen.measures) {
        auto const differs = [&](auto pupil) {
            return screen.of.scores[pupil][place] != screen.of.scores[pupils.front()][place];
        };
        if (std::ranges::any_of(pupils, differs)) places.push_back(place);
    }
    return places;
}

struct Placed {
    std::size_t pupil = 0;
    Distance distance;
};

// Who is furthest from the class first; of those who are as far in one measure, who is further over all of
// them. A child of the visitor's takes no place: else a list that is one short would tell of them.
std::vector<Placed> placed_by(
    Screen const& screen, statistics::Reference const& spreads, std::span<std::size_t const> measures
) {
    std::vector<Placed> placed;
    auto const distances = distances_of(spreads, sheet_of(screen.of, measures));
    for (std::size_t pupil = 0; pupil < distances.size(); ++pupil)
        if (screen.was_screened(pupil) && distances[pupil] &&
            !screen.of.own.contains(screen.of.pupils[pupil]))
            placed.push_back({pupil, *distances[pupil]});
    std::ranges::stable_sort(placed, [](Placed const& one, Placed const& other) {
        if (!is_as_far(one.distance.index, other.distance.index))
            return one.distance.index > other.distance.index;
        return one.distance.together > other.distance.together &&
               !is_as_far(one.distance.together, other.distance.together);
    });
    return placed;
}

bool share_a_place(Placed const& one, Placed const& other) {
    return is_as_far(one.distance.index, other.distance.index) &&
           is_as_far(one.distance.together, other.distance.together);
}

// Names whole groups who share a place, as far as they find room.
void name_the_first(
    Screen& screen, std::vector<Placed> const& placed, std::span<std::size_t const> measures
) {
    auto const room = std::min(most_to_talk_about, placed.size() / 5);
    auto end = room;
    while (end > 0 && end < placed.size() && share_a_place(placed[end - 1], placed[end])) --end;
    for (std::size_t i = 0; i < end; ++i)
        screen.first.push_back({placed[i].pupil, furthest_in(placed[i].distance, measures)});
    for (std::size_t i = end; end > 0 && i < placed.size(); ++i)
        screen.as_far_as_the_last += is_as_far(placed[i].distance.index, placed[end - 1].distance.index);
}

// By the same index as the comparison of one child: in the spreads of other classes where a comparison has
// them, else in those of the class itself.
void by_distance(Screen& screen, Found const& reference, std::span<std::size_t const> pupils) {
    screen.by_spreads_of_others = reference && is_enough(*reference, reference_for_one);
    if (screen.by_spreads_of_others)
        return name_the_first(screen, placed_by(screen, *reference, screen.measures), screen.measures);
    auto const measures = that_differ(screen, pupils);
    auto const sheet = sheet_of(screen.of, measures);
    auto const own = statistics::Reference::of(std::array{sheet.as_class()}, concern_in(screen.of, measures));
    if (own) name_the_first(screen, placed_by(screen, *own, measures), measures);
}

// Who stands out beside the other classes; where they cannot tell, whom to talk about first.
void say_whom(Screen& screen, std::span<OtherClass const> others, std::span<std::size_t const> pupils) {
    auto const reference = reference_of(others, screen.measures, concern_in(screen.of, screen.measures));
    screen.why = by_other_classes(screen, reference);
    if (!screen.why) return;
    by_distance(screen, reference, pupils);
    screen.says = screen.first.empty() ? Says::nothing : Says::whom_first;
    if (screen.first.empty()) screen.why = Short::all_alike;
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
    } else {
        say_whom(screen, others, pupils);
    }
    return screen;
}

}  // namespace comparison
