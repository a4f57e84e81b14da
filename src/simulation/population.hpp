#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "base/words.hpp"
#include "statistics/class_centred.hpp"

// Made-up classes, to see how often a rule that looks for pupils in need is wrong where nobody is, and how
// often it finds one who is. Nobody real is in them.
namespace simulation {

inline constexpr std::size_t measures = 3;

// What scores look like: a standardised one; a rating from 1 to 5 with most pupils near the top; a total of
// difficulties from 0 to 40 with most pupils near the bottom, where a high one gives concern.
enum class Population { normal, ordinal, difficulties };
constexpr auto words(Population) { return std::array{"normal", "ordinal", "difficulties"}; }

// On which side each of the three measures gives concern.
std::vector<statistics::Direction> concern_of(Population population);

// What lies behind the scores of a class, measure by measure: normal, the three measures of a pupil
// correlated by 0.5, and all of a class moved together by who rates them.
struct Latent {
    std::size_t pupils = 0;
    std::vector<double> values;
};

// Draws classes, the same for the same seed.
class Draws {
public:
    // A share `severity` of the spread lies between classes, because one adult rates more harshly than
    // another.
    Draws(Population population, double severity, std::uint64_t seed);

    Latent latent(std::size_t pupils);
    std::size_t size_between(std::size_t least, std::size_t most);
    bool happens(double chance);

    // The scores that these become, measure by measure.
    std::vector<double> scores_of(Latent const& latent) const;

private:
    double score_of(double latent) const;

    Population population_;
    double between_classes_;
    std::mt19937_64 random_;
    std::normal_distribution<> normal_;
    std::vector<double> cuts_;  // from which latent value on a score is the next one
};

}  // namespace simulation
