#include "statistics/reliable_change.hpp"

#include <cmath>
#include <numbers>

#include "statistics/sample.hpp"

namespace statistics {
namespace {

// A difference that only rounding puts beyond the criterion is not beyond it.
constexpr double guard = 1e-9;

double sign(Direction better) { return better == Direction::high ? 1 : -1; }

double measurement_error_of(Instrument const& instrument) {
    return instrument.sd * std::sqrt(1 - instrument.reliability);
}

std::optional<Refusal> refusal_of(Instrument const& instrument, double criterion) {
    if (!all_finite(std::array{instrument.sd, instrument.reliability, criterion})) return Refusal::not_finite;
    if (instrument.reliability < 0 || instrument.reliability > 1) return Refusal::invalid_reliability;
    if (!(measurement_error_of(instrument) > 0)) return Refusal::zero_standard_error;
    if (criterion <= 0) return Refusal::invalid_level;
    return std::nullopt;
}

std::optional<Refusal> refusal_of(Norms const& norms) {
    if (!all_finite(std::array{
            norms.clinical_mean, norms.clinical_sd, norms.functional_mean, norms.functional_sd}))
        return Refusal::not_finite;
    if (norms.clinical_sd < 0 || norms.functional_sd < 0) return Refusal::zero_variance;
    if (norms.clinical_sd + norms.functional_sd == 0) return Refusal::zero_variance;
    return std::nullopt;
}

CutOffs cut_offs_of(Norms const& norms, Direction better) {
    auto const towards = sign(better);
    auto const spread = norms.clinical_sd + norms.functional_sd;
    return {
        .a = norms.clinical_mean + towards * 2 * norms.clinical_sd,
        .b = norms.functional_mean - towards * 2 * norms.functional_sd,
        .c = norms.clinical_mean * (norms.functional_sd / spread) +
             norms.functional_mean * (norms.clinical_sd / spread)};
}

ChangeCategory category_of(double index, Direction better, double criterion) {
    auto const improvement = sign(better) * index;
    if (improvement > criterion + guard) return ChangeCategory::reliably_improved;
    if (improvement < -criterion - guard) return ChangeCategory::reliably_deteriorated;
    return ChangeCategory::no_reliable_change;
}

bool went_past(double cut_off, double before, double after, Direction better) {
    return sign(better) * (before - cut_off) <= 0 && sign(better) * (after - cut_off) > 0;
}

}  // namespace

Result<ReliableChange> reliable_change(
    double before,
    double after,
    Instrument const& instrument,
    std::optional<Norms> const& norms,
    double criterion
) {
    if (!all_finite(std::array{before, after})) return refuse(Refusal::not_finite);
    if (auto const refusal = refusal_of(instrument, criterion)) return refuse(*refusal);
    ReliableChange change{.measurement_error = measurement_error_of(instrument)};
    change.difference_error = std::numbers::sqrt2 * change.measurement_error;
    change.index = (after - before) / change.difference_error;
    if (!all_finite(std::array{change.difference_error, change.index})) return refuse(Refusal::not_finite);
    change.category = category_of(change.index, instrument.better, criterion);
    if (!norms) return change;
    if (auto const refusal = refusal_of(*norms)) return refuse(*refusal);
    auto const cut_offs = cut_offs_of(*norms, instrument.better);
    if (!all_finite(std::array{cut_offs.a, cut_offs.b, cut_offs.c})) return refuse(Refusal::not_finite);
    change.cut_offs = cut_offs;
    if (change.category == ChangeCategory::reliably_improved &&
        went_past(cut_offs.c, before, after, instrument.better))
        change.category = ChangeCategory::recovered;
    return change;
}

Result<double> smallest_reliable_change(Instrument const& instrument, double criterion) {
    if (auto const refusal = refusal_of(instrument, criterion)) return refuse(*refusal);
    auto const smallest = criterion * std::numbers::sqrt2 * measurement_error_of(instrument);
    if (!std::isfinite(smallest)) return refuse(Refusal::not_finite);
    return smallest;
}

Result<double> expected_without_change(double before, double mean, double reliability) {
    if (!all_finite(std::array{before, mean, reliability})) return refuse(Refusal::not_finite);
    if (reliability < 0 || reliability > 1) return refuse(Refusal::invalid_reliability);
    return reliability * before + (1 - reliability) * mean;
}

Result<ResidualChange> residual_change(
    double before, double after, double mean, Instrument const& instrument, double criterion
) {
    if (!std::isfinite(after)) return refuse(Refusal::not_finite);
    if (auto const refusal = refusal_of(instrument, criterion)) return refuse(*refusal);
    auto const expected = expected_without_change(before, mean, instrument.reliability);
    if (!expected) return refuse(expected.error());
    auto const error = measurement_error_of(instrument);
    ResidualChange change{.expected = *expected, .residual = after - *expected};
    change.index = change.residual / error;
    change.prediction = change.index / std::sqrt(1 + instrument.reliability);
    if (!all_finite(std::array{change.residual, change.index})) return refuse(Refusal::not_finite);
    change.category = category_of(change.prediction, instrument.better, criterion);
    return change;
}

}  // namespace statistics
