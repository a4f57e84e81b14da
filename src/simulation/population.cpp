#include "simulation/population.hpp"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

namespace simulation {
namespace {

// A rating of 1 to 5 is given to 3, 7, 15, 35 and 40 in a hundred.
std::vector<double> cuts_of_ratings() {
    boost::math::normal_distribution<> const normal;
    std::vector<double> cuts;
    for (double const share : {0.03, 0.10, 0.25, 0.60}) cuts.push_back(quantile(normal, share));
    return cuts;
}

// The whole points of a gamma distribution of shape 1.5 and scale 5, no more than 40.
std::vector<double> cuts_of_difficulties() {
    boost::math::normal_distribution<> const normal;
    boost::math::gamma_distribution<> const gamma(1.5, 5);
    std::vector<double> cuts;
    for (int points = 1; points <= 40; ++points) cuts.push_back(quantile(normal, cdf(gamma, points)));
    return cuts;
}

std::vector<double> cuts_of(Population population) {
    switch (population) {
        case Population::normal: return {};
        case Population::ordinal: return cuts_of_ratings();
        case Population::difficulties: return cuts_of_difficulties();
    }
    return {};
}

}  // namespace

std::vector<statistics::Direction> concern_of(Population population) {
    auto const concern =
        population == Population::difficulties ? statistics::Direction::high : statistics::Direction::low;
    return std::vector(measures, concern);
}

Draws::Draws(Population population, double severity, std::uint64_t seed)
    : population_(population),
      between_classes_(std::sqrt(severity / (1 - severity))),
      random_(seed),
      cuts_(cuts_of(population)) {}

Latent Draws::latent(std::size_t pupils) {
    Latent latent{.pupils = pupils, .values = std::vector<double>(pupils * measures)};
    double const rater = between_classes_ > 0 ? between_classes_ * normal_(random_) : 0;
    double const half = std::sqrt(0.5);
    for (std::size_t i = 0; i < pupils; ++i) {
        double const shared = normal_(random_);
        for (std::size_t k = 0; k < measures; ++k)
            latent.values[k * pupils + i] = half * (shared + normal_(random_)) + rater;
    }
    return latent;
}

std::size_t Draws::size_between(std::size_t least, std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(least, most)(random_);
}

bool Draws::happens(double chance) { return std::bernoulli_distribution(chance)(random_); }

double Draws::score_of(double latent) const {
    // A rating keeps its shares in the whole population, however much of the spread lies between classes.
    double const whole = std::hypot(1, between_classes_);
    auto const reached = [&](double value) {
        return static_cast<double>(std::ranges::upper_bound(cuts_, value) - cuts_.begin());
    };
    switch (population_) {
        case Population::normal: return latent;
        case Population::ordinal: return 1 + reached(latent / whole);
        case Population::difficulties: return reached(-latent / whole);
    }
    return latent;
}

std::vector<double> Draws::scores_of(Latent const& latent) const {
    std::vector<double> scores(latent.values.size());
    std::ranges::transform(latent.values, scores.begin(), [&](double value) { return score_of(value); });
    return scores;
}

}  // namespace simulation
