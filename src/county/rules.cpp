#include "county/rules.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

#include "insight/figures_rules.hpp"
#include "statistics/group_change.hpp"
#include "statistics/shrinkage.hpp"

namespace county {
namespace {

using insight::GroupChange;
using statistics::Estimate;

// Several groups of children as one.
class Together {
public:
    void add(GroupChange const& change, int supported) {
        not_counted_ += supported - change.measured;
        days_between_.push_back(change.days_between);
        add(change);
    }
    void add(GroupChange const& change) {
        double const n = change.measured;
        children_ += n;
        sum_ += n * change.mean;
        squares_ += (n - 1) * change.deviation * change.deviation;
        ++groups_;
    }
    int children() const { return static_cast<int>(children_); }
    int groups() const { return groups_; }
    int not_counted() const { return not_counted_; }
    int days_between() const { return insight::median_of(days_between_); }
    double degrees() const { return children_ - groups_; }
    double mean() const { return sum_ / children_; }
    // Of a child's change within its group.
    double deviation() const { return std::sqrt(squares_ / (children_ - groups_)); }
    double standard_error() const { return deviation() / std::sqrt(children_); }

private:
    double children_ = 0;
    double sum_ = 0;
    double squares_ = 0;
    int groups_ = 0;
    int not_counted_ = 0;
    std::vector<int> days_between_;
};

using BySchool = std::map<School, Together>;

std::vector<Estimate> estimates_of(BySchool const& schools) {
    std::vector<Estimate> estimates;
    for (auto const& [school, together] : schools)
        estimates.push_back({together.mean(), together.standard_error()});
    return estimates;
}

// The mean of schools, of which each counts by its size and by how far schools differ.
std::optional<statistics::Shrinkage> drawn_together(BySchool const& schools) {
    auto const shrinkage = statistics::shrinkage(estimates_of(schools));
    return shrinkage ? std::optional(*shrinkage) : std::nullopt;
}

void add_change(std::vector<Changed> const& changes, int school_year, OfYear& year) {
    BySchool schools;
    for (auto const& one : changes)
        if (one.school_year == school_year && !one.measure.scale) schools[one.school].add(one.change);
    year.schools_measured = static_cast<int>(schools.size());
    if (auto const all = drawn_together(schools)) year.change = Estimate{all->mean, all->mean_error};
}

OfYear of_year(GivenByAll const& given, int school_year) {
    OfYear year{.school_year = school_year};
    std::vector<int> waits;
    for (auto const& one : given.years) {
        if (one.school_year != school_year) continue;
        ++year.schools;
        year.supported += one.supported;
        if (one.days_waited) waits.push_back(*one.days_waited);
        year.planned += one.planned.value_or(0);
        year.attended += one.attended.value_or(0);
    }
    for (auto const& one : given.changes)
        if (one.school_year == school_year && !one.measure.scale) year.measured += one.change.measured;
    if (!waits.empty()) year.days_waited = insight::median_of(std::move(waits));
    add_change(given.changes, school_year, year);
    return year;
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
        OfSchool school{
            .school = of,
            .years = together.groups(),
            .measured = together.children(),
            .not_counted = together.not_counted(),
            .days_between = together.days_between(),
            .mean = together.mean(),
            .standard_error = together.standard_error(),
            .degrees = together.degrees(),
            .effect = together.mean() / together.deviation() *
                      statistics::small_sample_correction(together.degrees()),
            .likely = shrinkage.shrunk[all.size()]};
        school.standing = standing_of(school, around);
        all.push_back(std::move(school));
    }
    return all;
}

std::optional<ByMeasure> by_measure(Measure const& measure, BySchool const& schools) {
    auto const shrinkage = drawn_together(schools);
    if (!shrinkage) return std::nullopt;
    Together all;
    for (auto const& [school, together] : schools)
        all.add({.measured = together.children(), .mean = together.mean(), .deviation = together.deviation()}
        );
    auto const differ = statistics::overdispersion(estimates_of(schools), shrinkage->mean);
    Around const around{
        .mean = shrinkage->mean, .deviation = all.deviation(), .between = differ ? differ->between : 0};
    ByMeasure by{
        .measure = measure,
        .in_words = {},
        .schools = static_cast<int>(schools.size()),
        .measured = all.children(),
        .over_all = {shrinkage->mean, shrinkage->mean_error},
        .between = std::sqrt(shrinkage->between),
        .around = around,
        .of_schools = {}};
    if (schools.size() >= fewest_schools) by.of_schools = of_schools(schools, *shrinkage, around);
    return by;
}

}  // namespace

County county_of(GivenByAll const& given) {
    std::set<int, std::greater<>> years;
    for (auto const& one : given.years) years.insert(one.school_year);
    std::map<Measure, BySchool> measures;
    std::map<Measure, insight::ScaleInWords> in_words;
    for (auto const& one : given.changes) {
        measures[one.measure][one.school].add(one.change, one.supported);
        in_words[one.measure] = one.in_words;
    }
    County county;
    for (int const year : years) county.years.push_back(of_year(given, year));
    for (auto const& [measure, schools] : measures)
        if (auto by = by_measure(measure, schools)) {
            by->in_words = in_words.at(measure);
            county.measures.push_back(std::move(*by));
        }
    return county;
}

}  // namespace county
