#include "county/pooling_rules.hpp"

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

void Together::add(insight::GroupChange const& change, int supported) {
    not_counted_ += supported - change.measured;
    add(change);
}

void Together::add(Together const& group) {
    not_counted_ += group.not_counted();
    add(
        {.measured = group.children(),
         .mean = group.mean(),
         .deviation = group.deviation(),
         .days_between = group.days_between()}
    );
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
