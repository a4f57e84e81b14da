#include "statistics/clustered_change.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <vector>

namespace statistics {
namespace {

constexpr std::size_t fewest_schools = 5;
// Residuals of decimal changes that are all alike leave this share of them.
constexpr double rounding = 1e-12;

// Being supported is all that the model knows, so a school counts in it by how many pupils it has on each
// side and what their residuals come to. That keeps the sandwich to sums: least squares takes the mean of
// each side, and the hat matrix is 1/n between two pupils of one side and 0 else.
struct Side {
    double pupils = 0;
    double residuals = 0;
};

struct School {
    Side supported;
    Side others;
};

struct Fit {
    std::vector<School> schools;
    double supported = 0;  // pupils
    double others = 0;
    double difference = 0;
    double largest_change = 0;
};

double mean_change(std::span<ClusteredPupil const> pupils, bool supported) {
    std::vector<double> changes;
    for (auto const& pupil : pupils)
        if (pupil.supported == supported) changes.push_back(pupil.change);
    return summary_of(changes).mean;
}

Fit fit_to(std::span<ClusteredPupil const> pupils) {
    auto const of_supported = mean_change(pupils, true);
    auto const of_others = mean_change(pupils, false);
    Fit fit{.difference = of_supported - of_others};
    std::map<std::string, School> schools;
    for (auto const& pupil : pupils) {
        auto& school = schools[pupil.school];
        auto& side = pupil.supported ? school.supported : school.others;
        side.pupils += 1;
        side.residuals += pupil.change - (pupil.supported ? of_supported : of_others);
        (pupil.supported ? fit.supported : fit.others) += 1;
        fit.largest_change = std::max(fit.largest_change, std::abs(pupil.change));
    }
    for (auto const& [name, school] : schools) fit.schools.push_back(school);
    return fit;
}

std::size_t schools_with(Fit const& fit, Side School::*side) {
    return static_cast<std::size_t>(std::ranges::count_if(fit.schools, [side](School const& school) {
        return (school.*side).pupils > 0;
    }));
}

// What each residual of this school weighs in the difference under CR2, (I - H)^(-1/2) included. Of the two
// eigenvalues of I - H that are not 1, each belongs to one side.
double weight_of(Side const& side, double pupils) {
    return 1 / (pupils * std::sqrt(1 - side.pupils / pupils));
}

double cr2_error(Fit const& fit) {
    double squares = 0;
    for (auto const& [supported, others] : fit.schools) {
        auto const pull = weight_of(supported, fit.supported) * supported.residuals -
                          weight_of(others, fit.others) * others.residuals;
        squares += pull * pull;
    }
    return std::sqrt(squares);
}

double cr1_error(Fit const& fit) {
    double squares = 0;
    for (auto const& [supported, others] : fit.schools) {
        auto const pull = supported.residuals / fit.supported - others.residuals / fit.others;
        squares += pull * pull;
    }
    auto const many = static_cast<double>(fit.schools.size());
    auto const pupils = fit.supported + fit.others;
    return std::sqrt(squares * many / (many - 1) * (pupils - 1) / (pupils - 2));
}

// (trace P)² / trace P², where P holds the covariances of the schools' pulls were all pupils alike and
// independent.
double satterthwaite_degrees(Fit const& fit) {
    double trace = 0;
    double squares = 0;
    for (std::size_t g = 0; g < fit.schools.size(); ++g)
        for (std::size_t h = 0; h < fit.schools.size(); ++h) {
            auto const& [supported, others] = fit.schools[g];
            auto const& [supported_there, others_there] = fit.schools[h];
            auto const of_supported = weight_of(supported, fit.supported) * supported.pupils;
            auto const of_others = weight_of(others, fit.others) * others.pupils;
            auto covariance =
                -of_supported * weight_of(supported_there, fit.supported) * supported_there.pupils /
                    fit.supported -
                of_others * weight_of(others_there, fit.others) * others_there.pupils / fit.others;
            if (g == h) {
                covariance += of_supported * weight_of(supported, fit.supported) +
                              of_others * weight_of(others, fit.others);
                trace += covariance;
            }
            squares += covariance * covariance;
        }
    return trace * trace / squares;
}

bool one_school_has_a_side(Fit const& fit) {
    return std::ranges::any_of(fit.schools, [&fit](School const& school) {
        return school.supported.pupils == fit.supported || school.others.pupils == fit.others;
    });
}

Result<StudentTest> test_of(
    ClusteredChange const& change, Fit const& fit, Clustering clustering, double confidence
) {
    if (std::min(change.schools_with_supported, change.schools_with_others) < fewest_schools)
        return refuse(Refusal::too_few_clusters);
    if (change.standard_error <= rounding * fit.largest_change) return refuse(Refusal::zero_variance);
    auto const degrees = clustering == Clustering::cr2 ? satterthwaite_degrees(fit)
                                                       : static_cast<double>(fit.schools.size()) - 1;
    auto const test = student_test(change.difference, change.standard_error, degrees, confidence);
    if (!all_finite(std::array{test.t, test.interval.lower, test.interval.upper}))
        return refuse(Refusal::not_finite);
    return test;
}

}  // namespace

Result<ClusteredChange> clustered_change(
    std::span<ClusteredPupil const> pupils, Clustering clustering, double confidence
) {
    if (!std::ranges::all_of(pupils, [](ClusteredPupil const& pupil) { return std::isfinite(pupil.change); }))
        return refuse(Refusal::not_finite);
    if (!is_level(confidence)) return refuse(Refusal::invalid_level);
    auto const fit = fit_to(pupils);
    if (fit.schools.size() < 2 || fit.supported == 0 || fit.others == 0 || one_school_has_a_side(fit))
        return refuse(Refusal::too_few_clusters);
    ClusteredChange change{
        .schools = fit.schools.size(),
        .schools_with_supported = schools_with(fit, &School::supported),
        .schools_with_others = schools_with(fit, &School::others),
        .difference = fit.difference,
        .standard_error = clustering == Clustering::cr2 ? cr2_error(fit) : cr1_error(fit),
        .test = refuse(Refusal::too_few_clusters)};
    if (!all_finite(std::array{change.difference, change.standard_error})) return refuse(Refusal::not_finite);
    change.test = test_of(change, fit, clustering, confidence);
    return change;
}

}  // namespace statistics
