#include "statistics/shrinkage.hpp"

#include <algorithm>
#include <array>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <optional>

namespace statistics {
namespace {

// Sums over the schools with the weights 1/(se² + between), all that the three methods need.
struct Weighted {
    double weights = 0;
    double squares = 0;  // of the weights
    double cubes = 0;
    double mean = 0;
    double q = 0;          // sum of w (value - mean)²
    double q_squares = 0;  // sum of w² (value - mean)²

    Weighted(std::span<Estimate const> schools, double between) {
        auto const weight_of = [between](Estimate const& school) {
            return 1 / (school.standard_error * school.standard_error + between);
        };
        double sum = 0;
        for (auto const& school : schools) {
            auto const weight = weight_of(school);
            weights += weight;
            squares += weight * weight;
            cubes += weight * weight * weight;
            sum += weight * school.value;
        }
        mean = sum / weights;
        for (auto const& school : schools) {
            auto const weight = weight_of(school);
            auto const away = school.value - mean;
            q += weight * away * away;
            q_squares += weight * weight * away * away;
        }
    }
};

double by_dersimonian_laird(std::span<Estimate const> schools) {
    Weighted const fixed(schools, 0);
    auto const degrees = static_cast<double>(schools.size()) - 1;
    return std::max(0., (fixed.q - degrees) / (fixed.weights - fixed.squares / fixed.weights));
}

double by_paule_mandel(std::span<Estimate const> schools) {
    auto const degrees = static_cast<double>(schools.size()) - 1;
    auto const excess = [&](double between) { return Weighted(schools, between).q - degrees; };
    if (!(excess(0) > 0)) return 0;
    // q falls as between grows, and is at most this sum over between.
    auto const first = schools.front().value;
    double enough = 0;
    for (auto const& school : schools) enough += (school.value - first) * (school.value - first);
    boost::math::tools::eps_tolerance<double> const near_enough(52);
    boost::uintmax_t rounds = 300;
    auto const [from, to] =
        boost::math::tools::toms748_solve(excess, 0., enough / degrees, near_enough, rounds);
    return from + (to - from) / 2;
}

// Fisher's scoring, with the score and information of the restricted likelihood: both (times two) follow from
// the projection P = W - W 1 1' W / sum w. A step that would leave the variances is halved until it does not.
double by_restricted_likelihood(std::span<Estimate const> schools) {
    auto between = by_dersimonian_laird(schools);
    for (int round = 0; round < 1000; ++round) {
        Weighted const now(schools, between);
        auto const trace = now.weights - now.squares / now.weights;
        auto const ratio = now.squares / now.weights;
        auto const information = now.squares - 2 * now.cubes / now.weights + ratio * ratio;
        auto const step = (now.q_squares - trace) / information;
        if (!std::isfinite(step)) return step;
        auto const next = std::max(0., between + step);
        if (std::abs(next - between) <= 1e-14 * (next + between)) return next;
        between = next;
    }
    return between;
}

double between_by(Between method, std::span<Estimate const> schools) {
    switch (method) {
        case Between::dersimonian_laird: return by_dersimonian_laird(schools);
        case Between::paule_mandel: return by_paule_mandel(schools);
        case Between::restricted_likelihood: return by_restricted_likelihood(schools);
    }
    return 0;
}

std::optional<Refusal> refusal_of(std::span<Estimate const> schools) {
    for (auto const& school : schools) {
        if (!std::isfinite(school.value) || !std::isfinite(school.standard_error)) return Refusal::not_finite;
        if (school.standard_error <= 0) return Refusal::invalid_se;
    }
    if (schools.size() < 2) return Refusal::too_few_points;
    return std::nullopt;
}

void shrink(Shrinkage& found, Estimate const& school) {
    auto const error = school.standard_error;
    auto const own = found.between / (found.between + error * error);
    found.own.push_back(own);
    found.shrunk.push_back(
        {.value = own * school.value + (1 - own) * found.mean,
         .standard_error = std::hypot(std::sqrt(own) * error, (1 - own) * found.mean_error)}
    );
}

bool is_finite(Shrinkage const& found) {
    return all_finite(std::array{found.between, found.mean, found.mean_error, found.q}) &&
           all_finite(found.own) && std::ranges::all_of(found.shrunk, [](Estimate const& one) {
               return std::isfinite(one.value) && std::isfinite(one.standard_error);
           });
}

}  // namespace

Result<Shrinkage> shrinkage(std::span<Estimate const> schools, Between method) {
    if (auto const refusal = refusal_of(schools)) return refuse(*refusal);
    Weighted const fixed(schools, 0);
    if (!all_finite(std::array{fixed.weights, fixed.squares, fixed.cubes, fixed.q, fixed.q_squares}))
        return refuse(Refusal::not_finite);
    Shrinkage found{.between = between_by(method, schools), .q = fixed.q};
    Weighted const random(schools, found.between);
    found.mean = random.mean;
    found.mean_error = 1 / std::sqrt(random.weights);
    for (auto const& school : schools) shrink(found, school);
    if (!is_finite(found)) return refuse(Refusal::not_finite);
    return found;
}

}  // namespace statistics
