#include "comparison/rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "comparison/distance_rules.hpp"
#include "comparison/reference_rules.hpp"
#include "statistics/rest_of_class.hpp"

namespace comparison {
namespace {

using measures::ConcernWhen;
using measures::Scale;
using statistics::Direction;

constexpr double alpha = 0.05;
constexpr double very = 0.01;

double points(int hundredths) { return hundredths / 100.0; }

bool bears_a_spread(Scale scale) { return scale == Scale::several_items || scale == Scale::standardised; }

Unusual in_band(double p) {
    if (p <= very) return Unusual::very_unusual;
    return p <= alpha ? Unusual::unusual : Unusual::within_the_usual;
}

Beside beside(InClass::OfMeasure const& taken) {
    Beside result{.measure = taken.measure, .own = taken.own};
    for (auto const& score : taken.others) {
        if (!score) {
            ++result.missing;
            continue;
        }
        result.others.push_back(*score);
        if (!taken.own) continue;
        bool const low = concern_of(taken.measure) == Direction::low;
        result.as_far_out += low ? *score <= *taken.own : *score >= *taken.own;
    }
    std::ranges::sort(result.others);
    return result;
}

int classmates_with_any(InClass const& in_class) {
    std::set<std::size_t> with;
    for (auto const& taken : in_class.measures)
        for (std::size_t i = 0; i < taken.others.size(); ++i)
            if (taken.others[i]) with.insert(i);
    return static_cast<int>(with.size());
}

// The measures that can be compared at all: the child's own, with enough classmates who have a score and no
// more than half who have none.
std::vector<std::size_t> comparable(Comparison const& comparison) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < comparison.measures.size(); ++i) {
        auto const& one = comparison.measures[i];
        auto const scored = one.others.size();
        if (one.own && scored >= fewest_classmates && static_cast<int>(scored) >= one.missing)
            places.push_back(i);
    }
    return places;
}

// The child first, and then the classmates.
Sheet own_sheet(InClass const& in_class, std::span<std::size_t const> places) {
    Sheet sheet;
    for (auto const place : places) {
        auto const& taken = in_class.measures[place];
        std::vector<std::optional<int>> scores{taken.own};
        scores.insert(scores.end(), taken.others.begin(), taken.others.end());
        sheet.add(scores);
    }
    return sheet;
}

// Whether the other classes are enough to say how unusual the child is, and if so, says it.
bool by_other_classes(
    Comparison& comparison,
    InClass const& in_class,
    std::span<OtherClass const> others,
    std::span<std::size_t const> places
) {
    std::vector<Direction> concern;
    for (auto const place : places) concern.push_back(concern_of(in_class.measures[place].measure));
    auto const reference = reference_of(others, places, concern);
    if (!reference || !is_enough(*reference, reference_for_one)) return false;
    auto const own = own_sheet(in_class, places);
    auto const standings = reference->standings(own.as_class());
    if (!standings || !standings->front()) return false;
    comparison.basis = Basis::other_classes;
    comparison.p = standings->front()->p;
    comparison.unusual = in_band(comparison.p);
    comparison.index = standings->front()->index;
    bool const is_of_concern = comparison.p <= 0.5 && comparison.index > 0;
    if (auto const distance = distances_of(*reference, own).front(); distance && is_of_concern)
        for (auto const place : distance->in_one) comparison.furthest_in.push_back(places[place]);
    comparison.reference_pupils = static_cast<int>(reference->pupils());
    comparison.as_far = static_cast<int>(std::lround(comparison.p * (comparison.reference_pupils + 1))) - 1;
    if (auto const share = statistics::exact_share(comparison.as_far, comparison.reference_pupils))
        comparison.share = *share;
    comparison.reference_classes = static_cast<int>(reference->classes());
    return true;
}

statistics::PupilMeasure as_tested(Beside const& one) {
    statistics::PupilMeasure tested{
        .score = points(*one.own), .others = {}, .concern = concern_of(one.measure)};
    for (int const other : one.others) tested.others.emplace_back(points(other));
    return tested;
}

// Whether any scale bears a test against the classmates, and if so, what all of them say together.
bool by_classmates(Comparison& comparison, std::span<std::size_t const> places) {
    std::vector<std::size_t> bearing;
    std::vector<statistics::PupilMeasure> tested;
    for (auto const place : places) {
        if (!bears_a_spread(comparison.measures[place].measure.definition.scale)) continue;
        bearing.push_back(place);
        tested.push_back(as_tested(comparison.measures[place]));
    }
    auto const finding = statistics::referral_by_holm(tested, alpha, static_cast<int>(fewest_classmates));
    if (finding.family == 0) return false;
    comparison.basis = Basis::classmates;
    for (std::size_t i = 0; i < bearing.size(); ++i) {
        auto& one = comparison.measures[bearing[i]];
        if (!finding.measures[i].figures) continue;
        one.figures = *finding.measures[i].figures;
        one.p = finding.measures[i].p_holm;
        comparison.p = std::min(comparison.p, *one.p);
    }
    comparison.unusual = in_band(comparison.p);
    return true;
}

// Where on its scale a score lies, from 0 where it gives most concern to 1.
double share_of_scale(Measure const& measure, int score) {
    auto const& scale = measure.definition;
    double const share = static_cast<double>(score - scale.least) / (scale.most - scale.least);
    return scale.concern_when == ConcernWhen::low ? share : 1 - share;
}

// The child's ratings together, and those of each classmate who has them all.
std::pair<double, std::vector<std::optional<double>>> ratings_together(
    InClass const& in_class, std::span<std::size_t const> places
) {
    double own = 0;
    std::vector<std::optional<double>> others(in_class.measures.front().others.size(), 0.0);
    for (auto const place : places) {
        auto const& taken = in_class.measures[place];
        own += share_of_scale(taken.measure, *taken.own);
        for (std::size_t i = 0; i < others.size(); ++i)
            others[i] = others[i] && taken.others[i]
                            ? std::optional(*others[i] + share_of_scale(taken.measure, *taken.others[i]))
                            : std::nullopt;
    }
    return {own, others};
}

// Sums of the same ratings are the same, however they were added up.
constexpr double rounding = 1e-9;

bool by_rank(Comparison& comparison, InClass const& in_class, std::span<std::size_t const> places) {
    auto const [own, others] = ratings_together(in_class, places);
    auto const rank = statistics::exact_rank(own + rounding, others, Direction::low);
    if (!rank) return false;
    comparison.rated_together = rank->all - 1;
    if (rank->all < fewest_for_a_rank) return false;
    comparison.basis = Basis::rank;
    comparison.p = rank->p;
    comparison.as_low_over_all = rank->at_or_beyond;
    comparison.unusual = rank->p <= alpha ? Unusual::unusual : Unusual::within_the_usual;
    return true;
}

void caution(Comparison& comparison, bool holds, Caution which) {
    if (holds) comparison.cautions.push_back(which);
}

// Of the measures that are compared, the one that fewest classmates have; of any, where none is.
int fewest_beside(Comparison const& comparison, std::span<std::size_t const> places) {
    int fewest = comparison.classmates;
    for (auto const place : places)
        fewest = std::min(fewest, static_cast<int>(comparison.measures[place].others.size()));
    return fewest;
}

void add_cautions(Comparison& comparison, std::span<std::size_t const> places) {
    auto const how_many_comparable = places.size();
    auto const& all = comparison.measures;
    auto const any = [&](auto const& holds) { return std::ranges::any_of(all, holds); };
    auto const scored = [](Beside const& one) { return static_cast<int>(one.others.size()); };
    auto const fewest = static_cast<int>(fewest_classmates);
    bool const too_few = how_many_comparable == 0 && comparison.classmates < fewest;
    caution(comparison, comparison.classmates == 0, Caution::alone);
    caution(comparison, comparison.classmates > 0 && too_few, Caution::few_to_compare);
    caution(
        comparison,
        comparison.classmates >= fewest && fewest_beside(comparison, places) < few_classmates,
        Caution::small_class
    );
    bool const half = any([&](Beside const& one) { return scored(one) > 0 && scored(one) < one.missing; });
    caution(comparison, half, Caution::half_missing);
    caution(
        comparison,
        !half && any([&](Beside const& one) {
            return one.missing * 5 > one.missing + scored(one) && scored(one) > 0;
        }),
        Caution::some_missing
    );
    caution(
        comparison,
        any([](Beside const& one) { return one.others.size() > 1 && one.others.front() == one.others.back(); }
        ),
        Caution::equal_classmates
    );
    caution(
        comparison,
        any([](Beside const& one) { return !one.own && !one.others.empty(); }),
        Caution::own_missing
    );
    caution(
        comparison,
        any([](Beside const& one) { return one.measure.until_on.has_value(); }),
        Caution::scale_replaced
    );
    bool const claims_nothing = how_many_comparable > 0 && comparison.basis == Basis::none;
    auto const compares = [&](Scale scale) {
        return std::ranges::any_of(places, [&](std::size_t place) {
            return all[place].measure.definition.scale == scale;
        });
    };
    caution(comparison, claims_nothing && compares(Scale::single_rating), Caution::single_ratings);
    caution(comparison, claims_nothing && compares(Scale::piled_up), Caution::piled_up);
    caution(
        comparison, claims_nothing && comparison.rated_together + 1 < fewest_for_a_rank, Caution::under_twenty
    );
}

constexpr std::array stages{
    std::array{"N", "R", "", ""},
    std::array{"1", "2", "", ""},
    std::array{"3", "4", "5", "6"},
    std::array{"7", "8", "9", ""},
    std::array{"10", "11", "", ""},
    std::array{"12", "13", "14", ""}};

}  // namespace

Comparison compared(InClass const& in_class, std::span<OtherClass const> others) {
    Comparison comparison{
        .class_id = in_class.class_id,
        .class_name = in_class.class_name,
        .taken_on = in_class.taken_on,
        .classmates = classmates_with_any(in_class),
        .measures = {}};
    for (auto const& taken : in_class.measures) comparison.measures.push_back(beside(taken));
    auto const places = comparable(comparison);
    if (!places.empty() && !by_other_classes(comparison, in_class, others, places) &&
        !by_classmates(comparison, places))
        by_rank(comparison, in_class, places);
    add_cautions(comparison, places);
    return comparison;
}

Comparison without_a_claim(Comparison comparison) {
    comparison.basis = Basis::none;
    comparison.unusual.reset();
    comparison.p = 1;
    comparison.share.reset();
    comparison.furthest_in.clear();
    for (auto& one : comparison.measures) {
        one.figures.reset();
        one.p.reset();
    }
    comparison.cautions.insert(comparison.cautions.begin(), Caution::nobody_named);
    return comparison;
}

std::vector<schools::Period> same_time_of_year(std::span<schools::Term const> terms, Date day) {
    constexpr int year = 52 * 7, around = 6 * 7;
    schools::Period now{.starts_on = day - around, .ends_on = day + around};
    for (auto const& term : terms)
        if (term.starts_on <= day && day <= term.ends_on)
            now = {.starts_on = term.starts_on, .ends_on = term.ends_on};
    std::vector<schools::Period> all;
    for (int back = 0; back < 3; ++back)
        all.push_back({.starts_on = now.starts_on - back * year, .ends_on = now.ends_on - back * year});
    return all;
}

std::vector<std::string> same_stage(std::string const& year_group) {
    for (auto const& stage : stages)
        if (!year_group.empty() && std::ranges::find(stage, year_group) != stage.end()) {
            std::vector<std::string> years;
            for (std::string const year : stage)
                if (!year.empty()) years.push_back(year);
            return years;
        }
    return year_group.empty() ? std::vector<std::string>{} : std::vector{year_group};
}

}  // namespace comparison
