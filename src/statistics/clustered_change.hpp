#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "statistics/refusal.hpp"
#include "statistics/sample.hpp"

namespace statistics {

// How much more supported pupils of several schools changed than others, where pupils of one school are more
// alike than pupils of two.

struct ClusteredPupil {
    double change = 0;  // after - before, in the measure's units
    bool supported = false;
    std::string school;
};

// How the standard error allows for schools.
enum class Clustering {
    cr1,  // G/(G - 1) (N - 1)/(N - 2) of the plain sandwich, t on G - 1 degrees
    cr2   // Bell and McCaffrey (2002), degrees of Satterthwaite: for few or unequal schools
};
constexpr auto words(Clustering) { return std::array{"cr1", "cr2"}; }

struct ClusteredChange {
    std::size_t schools = 0;
    std::size_t schools_with_supported = 0;
    std::size_t schools_with_others = 0;
    double difference = 0;      // mean change of supported pupils - mean change of the others
    double standard_error = 0;  // in the measure's units
    // Refused with too_few_clusters below five schools with supported pupils, or five with others: a p and an
    // interval of fewer cannot be trusted. With zero_variance where pupils of each side all changed alike.
    Result<StudentTest> test;
};

// Least squares of the change on being supported, with a standard error that holds whatever pupils of one
// school share (Pustejovsky and Tipton 2018, J Bus Econ Stat 36:672-683). Refuses with not_finite,
// invalid_level, and too_few_clusters below two schools, where a side has no pupil, or where one school has
// all pupils of a side.
Result<ClusteredChange> clustered_change(
    std::span<ClusteredPupil const> pupils, Clustering clustering = Clustering::cr2, double confidence = 0.95
);

}  // namespace statistics
