// One pupil's change, and weekly ratings.
#include "reference_cases/values.hpp"
#include "statistics/baseline_trend.hpp"
#include "statistics/overlap.hpp"
#include "statistics/reliable_change.hpp"

namespace reference_cases {
namespace {

using statistics::Direction;

Direction better(Inputs const& inputs) {
    return inputs.at("improvement").as_string() == "decrease" ? Direction::low : Direction::high;
}

std::optional<statistics::Norms> norms(Inputs const& inputs) {
    if (!inputs.contains("m_clin")) return std::nullopt;
    return statistics::Norms{
        .clinical_mean = number(inputs, "m_clin"),
        .clinical_sd = number(inputs, "sd_clin"),
        .functional_mean = number(inputs, "m_func"),
        .functional_sd = number(inputs, "sd_func")};
}

Found rci(std::string_view, Inputs const& inputs) {
    statistics::Instrument const instrument{
        .sd = number(inputs, "sd_pre"),
        .reliability = number(inputs, "reliability"),
        .better = whole(inputs, "direction") > 0 ? Direction::high : Direction::low};
    return worded(
        statistics::reliable_change(
            number(inputs, "pre"),
            number(inputs, "post"),
            instrument,
            norms(inputs),
            number_or(inputs, "crit", 1.96)
        ),
        [](statistics::ReliableChange const& change) {
            Found found{
                {"se_measurement", change.measurement_error},
                {"s_diff", change.difference_error},
                {"rci", change.index},
                {"category", word(change.category)}};
            if (change.cut_offs) {
                found["cut_a"] = change.cut_offs->a;
                found["cut_b"] = change.cut_offs->b;
                found["cut_c"] = change.cut_offs->c;
            }
            return found;
        }
    );
}

Found nap(std::string_view, Inputs const& inputs) {
    return worded(
        statistics::overlap(numbers(inputs.at("A")), numbers(inputs.at("B")), better(inputs)),
        [](statistics::Overlap const& overlap) {
            Found found{
                {"nA", overlap.before},
                {"nB", overlap.during},
                {"nap", overlap.nap},
                {"se", or_null(overlap.standard_error)},
                {"p_improve", overlap.p_improvement},
                {"p_two", overlap.p_either_way}};
            if (overlap.interval) {
                found["ci_lo"] = overlap.interval->lower;
                found["ci_hi"] = overlap.interval->upper;
            }
            return found;
        }
    );
}

Found tau_u(std::string_view, Inputs const& inputs) {
    return worded(
        statistics::tau_u(numbers(inputs.at("A")), numbers(inputs.at("B")), better(inputs)),
        [](statistics::TauU const& tau) -> Found {
            return {{"tau_AvsB", tau.tau}, {"tau_u", tau.tau_u}, {"S", tau.difference}};
        }
    );
}

// Weeks are counted from 1, those of the programme after those before it.
struct Weeks {
    std::vector<statistics::Weekly> before, during;

    explicit Weeks(Inputs const& inputs) {
        double week = 1;
        for (double const rating : numbers(inputs.at("A")))
            before.push_back({.week = week++, .rating = rating});
        for (double const rating : numbers(inputs.at("B")))
            during.push_back({.week = week++, .rating = rating});
    }
};

Found tau_bc(std::string_view, Inputs const& inputs) {
    Weeks const weeks(inputs);
    return worded(
        statistics::baseline_corrected_tau(weeks.before, weeks.during, better(inputs)),
        [](statistics::CorrectedTau const& tau) -> Found {
            return {{"tau_bc", tau.tau}, {"slope", tau.slope}, {"intercept", tau.intercept}};
        }
    );
}

Found tau_bc_tarlow(std::string_view, Inputs const& inputs) {
    Weeks const weeks(inputs);
    return worded(
        statistics::tarlow_tau(weeks.before, weeks.during, better(inputs)),
        [](statistics::TarlowTau const& tau) -> Found {
            return {
                {"baseline_tau", tau.baseline_tau},
                {"baseline_p", tau.baseline_p},
                {"correction_applied", tau.corrected},
                {"tau_uncorrected", tau.tau_uncorrected},
                {"tau_corrected", tau.tau_corrected},
                {"tau", tau.tau},
                {"p", tau.p}};
        }
    );
}

Found ird(std::string_view, Inputs const& inputs) {
    return worded(
        statistics::improvement_rate_difference(
            numbers(inputs.at("A")), numbers(inputs.at("B")), better(inputs)
        ),
        [](double difference) -> Found {
            return {{"ird", difference}};
        }
    );
}

}  // namespace

std::optional<Found> found_of_change(
    std::string_view method, std::string_view variant, Inputs const& inputs
) {
    if (method == "rci") return rci(variant, inputs);
    if (method == "nap") return nap(variant, inputs);
    if (method == "tau_u") return tau_u(variant, inputs);
    if (method == "tau_bc") return tau_bc(variant, inputs);
    if (method == "tau_bc_tarlow") return tau_bc_tarlow(variant, inputs);
    if (method == "ird") return ird(variant, inputs);
    return std::nullopt;
}

}  // namespace reference_cases
