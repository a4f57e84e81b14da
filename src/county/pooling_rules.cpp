#include "county/pooling_rules.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/median.hpp"

namespace county {

void Together::add(insight::GroupChange const& change) {
    double const n = change.measured;
    children_ += n;
    sum_ += n * change.mean;
    squares_ += (n - 1) * change.deviation * change.deviation;
    days_between_.push_back(change.days_between);
    ++groups_;
}

void Together::add(insight::GroupChange const& change, int school_year, int supported) {
    auto& year = years_[school_year];
    year.supported = supported;
    year.measured += change.measured;
    ++year.groups;
    add(change);
}

void Together::add(Together const& group) {
    not_counted_of_groups_ += group.not_counted();
    add(
        {.measured = group.children(),
         .mean = group.mean(),
         .deviation = group.deviation(),
         .days_between = group.days_between()}
    );
}

int Together::years_of_several_groups() const {
    auto const has_several = [](auto const& year) { return year.second.groups > 1; };
    return static_cast<int>(std::ranges::count_if(years_, has_several));
}

int Together::not_counted() const {
    int fewest = not_counted_of_groups_;
    for (auto const& [school_year, year] : years_) fewest += std::max(0, year.supported - year.measured);
    return fewest;
}

int Together::days_between() const { return statistics::median(days_between_); }

double Together::deviation() const { return std::sqrt(squares_ / degrees()); }

statistics::Estimate Together::estimate() const { return {mean(), deviation() / std::sqrt(children_)}; }

Together& last_of(BySchool& schools, School const& school) {
    if (schools.empty() || schools.back().school != &school) schools.push_back({.school = &school});
    return schools.back().together;
}

std::optional<statistics::Shrinkage> drawn_together(BySchool const& schools) {
    std::vector<statistics::Estimate> estimates;
    for (auto const& one : schools) estimates.push_back(one.together.estimate());
    auto const shrinkage = statistics::shrinkage(estimates);
    return shrinkage ? std::optional(*shrinkage) : std::nullopt;
}

Together all_of(BySchool const& schools) {
    Together all;
    for (auto const& one : schools) all.add(one.together);
    return all;
}

}  // namespace county
