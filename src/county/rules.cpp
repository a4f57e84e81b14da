#include "county/rules.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "county/breakdown_rules.hpp"
#include "county/pooling_rules.hpp"
#include "statistics/group_change.hpp"
#include "statistics/median.hpp"

namespace county {
namespace {

using Schools = std::vector<GivenBySchool const*>;

Schools by_name(GivenByAll const& given) {
    Schools schools;
    for (auto const& by : given) schools.push_back(&by);
    std::ranges::sort(schools, {}, [](auto const* by) { return by->school; });
    return schools;
}

// Of few schools, an effect would lead back to what single ones gave, as an error would.
std::optional<double> effect_over(BySchool const& schools, double mean) {
    auto const all = all_of(schools);
    if (schools.size() < fewest_schools || !(all.deviation() > 0)) return std::nullopt;
    return mean / all.deviation() * statistics::small_sample_correction(all.degrees());
}

// A school year while it is added up.
struct Adding {
    OfYear year;
    std::vector<int> waits;
    BySchool changes;

    void add(Given const& one) {
        ++year.schools;
        year.supported += one.supported;
        if (one.days_waited) waits.push_back(*one.days_waited);
        year.planned += one.planned.value_or(0);
        year.attended += one.attended.value_or(0);
    }
    void add(School const& school, Changed const& one) {
        year.measured += one.change.measured;
        last_of(changes, school).add(one.change, one.school_year, one.supported);
    }
    OfYear added_up() const {
        auto whole = year;
        if (!waits.empty()) whole.days_waited = statistics::median(waits);
        whole.schools_measured = static_cast<int>(changes.size());
        if (!changes.empty()) {
            auto const all = all_of(changes);
            whole.not_counted = all.not_counted();
            whole.days_between = all.days_between();
        }
        if (auto const all = drawn_together(changes)) {
            whole.change = statistics::Estimate{all->mean, all->mean_error};
            whole.effect = effect_over(changes, all->mean);
        }
        return whole;
    }
};

std::vector<OfYear> years_of(Schools const& schools) {
    std::map<int, Adding, std::greater<>> adding;
    for (auto const* by : schools) {
        for (auto const& one : by->years) adding[one.school_year].add(one);
        for (auto const& one : by->changes)
            if (!one.measure.scale) adding[one.school_year].add(by->school, one);
    }
    std::vector<OfYear> years;
    for (auto& [school_year, one] : adding) {
        one.year.school_year = school_year;
        years.push_back(one.added_up());
    }
    return years;
}

Standing standing_of(OfSchool const& school, Around const& around) {
    auto const is_beyond = [&](Standing limit) {
        auto const limits = by_chance(around, school.measured, limit);
        return school.mean < limits.lower || school.mean > limits.upper;
    };
    if (is_beyond(Standing::beyond_99_8)) return Standing::beyond_99_8;
    return is_beyond(Standing::beyond_95) ? Standing::beyond_95 : Standing::by_chance;
}

std::vector<OfSchool> of_schools(
    BySchool const& schools, statistics::Shrinkage const& shrinkage, Around const& around
) {
    std::vector<OfSchool> all;
    for (auto const& [of, together] : schools) {
        auto const estimate = together.estimate();
        OfSchool school{
            .school = *of,
            .years = together.years(),
            .years_of_several_versions = together.years_of_several_groups(),
            .measured = together.children(),
            .not_counted = together.not_counted(),
            .days_between = together.days_between(),
            .mean = estimate.value,
            .standard_error = estimate.standard_error,
            .degrees = together.degrees(),
            .effect = together.mean() / together.deviation() *
                      statistics::small_sample_correction(together.degrees()),
            .likely = shrinkage.shrunk[all.size()]};
        school.standing = standing_of(school, around);
        all.push_back(std::move(school));
    }
    return all;
}

// How far schools differ beyond chance, as a variance.
double between(BySchool const& schools, double mean) {
    std::vector<statistics::Estimate> estimates;
    for (auto const& one : schools) estimates.push_back(one.together.estimate());
    auto const differ = statistics::overdispersion(estimates, mean);
    return differ ? differ->between : 0;
}

bool has_years_of_several_versions(OfOneSchool const& school) {
    return school.together.years_of_several_groups() > 0;
}

std::optional<ByMeasure> by_measure(Measure const& measure, BySchool const& schools) {
    auto const shrinkage = drawn_together(schools);
    if (!shrinkage) return std::nullopt;
    auto const all = all_of(schools);
    Around const around{
        .mean = shrinkage->mean, .deviation = all.deviation(), .between = between(schools, shrinkage->mean)};
    ByMeasure by{
        .measure = measure,
        .in_words = {},
        .schools = static_cast<int>(schools.size()),
        .measured = all.children(),
        .not_counted = all.not_counted(),
        .days_between = all.days_between(),
        .effect = effect_over(schools, shrinkage->mean),
        .may_count_twice = std::ranges::any_of(schools, has_years_of_several_versions),
        .over_all = {shrinkage->mean, shrinkage->mean_error},
        .between = std::sqrt(shrinkage->between),
        .around = around,
        .of_schools = {}};
    if (schools.size() >= fewest_schools) by.of_schools = of_schools(schools, *shrinkage, around);
    return by;
}

// What was given by one measure.
struct GivenByMeasure {
    BySchool schools = {};
    int first_year = 0;
    int last_year = 0;
    insight::ScaleInWords in_words = {};  // of the last year

    void add(School const& school, Changed const& one) {
        last_of(schools, school).add(one.change, one.school_year, one.supported);
        if (first_year == 0 || one.school_year < first_year) first_year = one.school_year;
        if (one.school_year <= last_year) return;
        last_year = one.school_year;
        in_words = one.in_words;
    }
};
using Measures = std::map<Measure, GivenByMeasure>;

bool are_editions_of_one(Scale const& one, Scale const& other) {
    auto const what = [](Scale const& scale) {
        return std::tie(scale.instrument, scale.scale, scale.informant, scale.span);
    };
    return what(one) == what(other);
}

// How many editions of it there are, and the which it is by the year in which it was given first.
void count_editions(Measures const& measures, ByMeasure& by) {
    auto const first_given = [&](Measure const& measure) {
        return std::tuple(measures.at(measure).first_year, measure);
    };
    for (auto const& [other, given] : measures) {
        bool const is_another = other.scale && by.measure.scale && other != by.measure &&
                                are_editions_of_one(*other.scale, *by.measure.scale);
        if (!is_another) continue;
        ++by.editions;
        if (first_given(other) < first_given(by.measure)) ++by.edition;
    }
}

std::vector<ByMeasure> measures_of(Schools const& schools) {
    Measures given;
    for (auto const* by : schools)
        for (auto const& one : by->changes) given[one.measure].add(by->school, one);
    std::vector<ByMeasure> measures;
    for (auto const& [measure, one] : given)
        if (auto by = by_measure(measure, one.schools)) {
            by->in_words = one.in_words;
            count_editions(given, *by);
            measures.push_back(std::move(*by));
        }
    return measures;
}

}  // namespace

County county_of(GivenByAll const& given) {
    auto const schools = by_name(given);
    return {
        .years = years_of(schools), .dimensions = breakdown_of(schools), .measures = measures_of(schools)};
}

}  // namespace county
