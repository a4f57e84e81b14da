#pragma once

#include <span>
#include <vector>

#include "statistics/funnel.hpp"
#include "statistics/refusal.hpp"

namespace statistics {

// What each of many schools' figures is likely to be, when the others are taken into account: small schools
// are drawn to the mean of all, so that none leads a list by chance.

// How the variance between schools is found.
enum class Between { dersimonian_laird, paule_mandel, restricted_likelihood };
constexpr auto words(Between) {
    return std::array{"dersimonian_laird", "paule_mandel", "restricted_likelihood"};
}

struct Shrinkage {
    double between = 0;     // variance between schools, of the values' units squared
    double mean = 0;        // weighted over all schools
    double mean_error = 0;  // its standard error
    double q = 0;           // Cochran's: sum of squares from the mean, weighted by 1/standard error²
    // Of each school, in its order:
    std::vector<double> own;       // B, how much its own value counts, from 0 to 1
    std::vector<Estimate> shrunk;  // B value + (1 - B) mean, sqrt(B se² + (1 - B)² mean_error²)
};

// Empirical Bayes with weights 1/(se² + between) and B = between / (between + se²). between by DerSimonian
// and Laird (1986), Control Clin Trials 7:177-188; by Paule and Mandel (1982), J Res Natl Bur Stand
// 87:377-385, where q with those weights is k - 1; or by restricted maximum likelihood (Viechtbauer 2005, J
// Educ Behav Stat 30:261-293). Refuses with not_finite, invalid_se for a standard error of 0 or less, and
// too_few_points below two schools.
Result<Shrinkage> shrinkage(std::span<Estimate const> schools, Between method = Between::paule_mandel);

}  // namespace statistics
