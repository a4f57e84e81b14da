#include "statistics/noncentral.hpp"

#include <algorithm>
#include <array>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>
#include <optional>

namespace statistics {
namespace {

constexpr std::size_t places_of_a_panel = 26;
using Rule = boost::math::quadrature::gauss<double, places_of_a_panel>;

// Where the integrand is smaller than this share of its largest value, in logarithms, it adds nothing.
constexpr double negligible = 40;
// The normal distribution goes from nothing to all within so many standard deviations on each side.
constexpr double step_width = 9;

// So far out d differs from a multiple of t by less than 1e-11 of its size.
constexpr double largest = 1e6;

double log_normal_below(double x) {
    if (x > -30) return std::log(std::erfc(-x / std::numbers::sqrt2) / 2);
    auto const inverse = 1 / (x * x);
    return -x * x / 2 - std::log(-x) - std::log(2 * std::numbers::pi) / 2 +
           std::log1p(-inverse * (1 - 3 * inverse * (1 - 5 * inverse)));
}

double log_normal_density(double x) { return -x * x / 2 - std::log(2 * std::numbers::pi) / 2; }

// The logarithm of Gamma(a) without what grows with a: log Gamma(a) - (a log a - a).
double log_gamma_beyond_powers(double a) {
    if (a < 20) return std::lgamma(a) - a * std::log(a) + a;
    auto const inverse = 1 / (a * a);
    return std::log(2 * std::numbers::pi / a) / 2 +
           (1. / 12 - inverse * (1. / 360 - inverse * (1. / 1260 - inverse / 1680))) / a;
}

struct Integrand {
    double t;
    double degrees;
    double noncentrality;
    double log_scale = std::numbers::ln2 - log_gamma_beyond_powers(degrees / 2);

    double log_density(double s) const {
        auto const powers = degrees > 1 ? (degrees - 1) * std::log(s) : 0;
        return log_scale + powers - degrees * (s - 1) * (s + 1) / 2;
    }
    double log_at(double s) const { return log_density(s) + log_normal_below(t * s - noncentrality); }
    double slope_at(double s) const {
        auto const x = t * s - noncentrality;
        return t * std::exp(log_normal_density(x) - log_normal_below(x)) + (degrees - 1) / s - degrees * s;
    }
};

struct Mode {
    double at;
    double log_height;
};

// The place where a log-concave integrand is largest, to a tenth of the narrowest that it can be.
Mode mode_of(Integrand const& integrand) {
    constexpr double smallest = 1e-12;
    auto const near_enough = 0.1 / (std::sqrt(2 * integrand.degrees) + std::abs(integrand.t));
    auto low = smallest;
    auto high = 1.;
    while (integrand.slope_at(high) > 0) {
        low = high;
        high *= 2;
    }
    while (high > 2 * smallest && (low == smallest || high - low > near_enough)) {
        auto const middle = low == smallest ? high / 2 : (low + high) / 2;
        (integrand.slope_at(middle) > 0 ? low : high) = middle;
    }
    auto const at = (low + high) / 2;
    return {.at = at, .log_height = integrand.log_at(at)};
}

// How far from its mode, in this direction, the integrand becomes negligible.
double reach(Integrand const& integrand, Mode const& mode, double direction) {
    auto distance = 4 / (std::sqrt(2 * integrand.degrees) + std::abs(integrand.t) +
                         std::abs(integrand.slope_at(mode.at)));
    while (mode.at + direction * distance > 0 &&
           integrand.log_at(mode.at + direction * distance) > mode.log_height - negligible)
        distance *= 1.5;
    return std::max(0., mode.at + direction * distance);
}

// P(T <= t) as exp(log_probability), and what its logarithm gains as the noncentrality grows.
struct Below {
    double log_probability;
    double slope;
};

// Places on an integrand's panels, each with its weight there and with the density of S, whose largest share
// of the integrand is 1. They serve for a noncentrality near the one for which they were laid, too.
class Places {
public:
    // The panels end at the mode and on both sides of the place where the normal distribution takes its step,
    // which is narrower than the density where t is large.
    explicit Places(Integrand const& integrand) {
        auto const mode = mode_of(integrand);
        log_height_ = mode.log_height;
        auto const from = reach(integrand, mode, -1);
        auto const to = reach(integrand, mode, 1);
        auto const step = integrand.t == 0 ? mode.at : integrand.noncentrality / integrand.t;
        auto const half = integrand.t == 0 ? 0 : step_width / std::abs(integrand.t);
        std::array<double, panels + 1> edges{
            from, std::clamp(step - half, from, to), std::clamp(step + half, from, to), mode.at, to};
        std::ranges::sort(edges);
        for (std::size_t i = 1; i < edges.size(); ++i) add_panel(integrand, edges[i - 1], edges[i]);
    }

    Below below(double t, double noncentrality) const {
        double probability = 0, density = 0;
        for (std::size_t i = 0; i < count_; ++i) {
            auto const& place = places_[i];
            auto const x = t * place.s - noncentrality;
            if (x > -30) {
                probability += place.share * std::erfc(-x / std::numbers::sqrt2) / 2;
                density += place.share * std::exp(log_normal_density(x));
            } else {
                probability += place.weight * std::exp(place.log_density + log_normal_below(x));
                density += place.weight * std::exp(place.log_density + log_normal_density(x));
            }
        }
        return {.log_probability = std::log(probability) + log_height_, .slope = -density / probability};
    }

private:
    static constexpr std::size_t panels = 4;

    struct Place {
        double s;
        double weight;
        double log_density;
        double share;  // weight times density
    };

    void add(Integrand const& integrand, double weight, double s) {
        auto const log_density = integrand.log_density(s) - log_height_;
        places_[count_++] = {
            .s = s, .weight = weight, .log_density = log_density, .share = weight * std::exp(log_density)};
    }

    void add_panel(Integrand const& integrand, double from, double to) {
        if (!(to > from)) return;
        auto const middle = (from + to) / 2;
        auto const half = (to - from) / 2;
        for (std::size_t i = 0; i < Rule::abscissa().size(); ++i) {
            auto const away = half * Rule::abscissa()[i];
            auto const weight = half * Rule::weights()[i];
            add(integrand, weight, middle - away);
            add(integrand, weight, middle + away);
        }
    }

    double log_height_ = 0;
    std::size_t count_ = 0;
    std::array<Place, panels * places_of_a_panel> places_;
};

double normal_quantile(double probability) {
    return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * probability);
}

// T is nearly normal with these two moments where the degrees are many.
double first_guess(double t, double degrees, double probability) {
    return t * (1 - 1 / (4 * degrees)) - normal_quantile(probability) * std::sqrt(1 + t * t / (2 * degrees));
}

}  // namespace

double noncentrality_at(double t, double degrees, double probability) {
    // In the upper tail the logarithm is too flat to steer by.
    if (probability > 0.5) return -noncentrality_at(-t, degrees, 1 - probability);
    // Beyond, Z no longer counts against d, which grows as t does.
    if (std::abs(t) > largest) {
        auto const nearer = std::copysign(largest, t);
        return noncentrality_at(nearer, degrees, probability) * (t / nearer);
    }
    auto const target = std::log(probability);
    auto noncentrality = first_guess(t, degrees, probability);
    auto const furthest = 4 * std::sqrt(1 + t * t / (2 * degrees));
    constexpr double far = 0.05, near = 3e-6;
    std::optional<Places> places;
    for (int round = 0; round < 60; ++round) {
        if (!places) places.emplace(Integrand{.t = t, .degrees = degrees, .noncentrality = noncentrality});
        auto const found = places->below(t, noncentrality);
        auto const move = std::clamp((target - found.log_probability) / found.slope, -furthest, furthest);
        noncentrality += move;
        // A step leaves the square of its length, or less.
        if (std::abs(move) < near * (1 + std::abs(noncentrality))) break;
        if (std::abs(move) > far) places.reset();
    }
    return noncentrality;
}

}  // namespace statistics
