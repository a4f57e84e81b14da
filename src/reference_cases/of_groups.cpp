// Groups and schools.
#include <stdexcept>

#include "reference_cases/values.hpp"
#include "statistics/clustered_change.hpp"
#include "statistics/funnel.hpp"
#include "statistics/group_change.hpp"
#include "statistics/shrinkage.hpp"

namespace reference_cases {
namespace {

namespace json = boost::json;

std::vector<statistics::Measured> measured(json::value const& before, json::value const& after) {
    std::vector<statistics::Measured> pupils;
    auto const first = scores(before), second = scores(after);
    for (std::size_t i = 0; i < first.size(); ++i)
        pupils.push_back({.before = first[i], .after = second.at(i)});
    return pupils;
}

Found hedges_g_paired(std::string_view, Inputs const& inputs) {
    return worded(
        statistics::paired_change(
            measured(inputs.at("pre"), inputs.at("post")), number_or(inputs, "conf_level", 0.95)
        ),
        [](statistics::PairedChange const& change) -> Found {
            return {
                {"n", change.n},
                {"mean_change", change.mean},
                {"sd_change", change.sd},
                {"t", change.test.t},
                {"df", change.test.degrees},
                {"p", change.test.p},
                {"d_z", change.d_z},
                {"J", change.correction},
                {"g", change.g},
                {"g_lo", change.g_interval.lower},
                {"g_hi", change.g_interval.upper}};
        }
    );
}

Found in_words(
    std::string_view name, double difference, double standard_error, statistics::StudentTest const& test
) {
    return {
        {name, difference},
        {"se", standard_error},
        {"t", test.t},
        {"df", test.degrees},
        {"p", test.p},
        {"ci", json::array{test.interval.lower, test.interval.upper}}};
}

Found welch_t(std::string_view, Inputs const& inputs) {
    return worded(
        statistics::welch_difference(
            numbers(inputs.at("x")), numbers(inputs.at("y")), number_or(inputs, "conf_level", 0.95)
        ),
        [](statistics::Difference const& found) {
            return in_words("diff", found.difference, found.standard_error, found.test);
        }
    );
}

Found did_of_schools(std::string_view variant, Inputs const& inputs) {
    std::vector<statistics::ClusteredPupil> pupils;
    auto const changes = numbers(inputs.at("change")), supported = numbers(inputs.at("treat"));
    auto const& schools = inputs.at("cluster").as_array();
    for (std::size_t i = 0; i < changes.size(); ++i)
        pupils.push_back(
            {.change = changes[i],
             .supported = supported.at(i) > 0,
             .school = std::string(schools.at(i).as_string())}
        );
    auto const clustering =
        variant == "cluster_CR1" ? statistics::Clustering::cr1 : statistics::Clustering::cr2;
    return worded(
        statistics::clustered_change(pupils, clustering),
        [](statistics::ClusteredChange const& found) {
            if (!found.test) return refused(found.test.error());
            return in_words("did", found.difference, found.standard_error, *found.test);
        }
    );
}

Found did(std::string_view variant, Inputs const& inputs) {
    if (variant != "change_score_welch") return did_of_schools(variant, inputs);
    return worded(
        statistics::difference_in_differences(
            measured(inputs.at("t_pre"), inputs.at("t_post")),
            measured(inputs.at("c_pre"), inputs.at("c_post"))
        ),
        [](statistics::Difference const& found) {
            return in_words("did", found.difference, found.standard_error, found.test);
        }
    );
}

std::vector<statistics::Estimate> estimates(Inputs const& inputs) {
    std::vector<statistics::Estimate> schools;
    auto const values = numbers(inputs.at("y")), errors = numbers(inputs.at("se"));
    for (std::size_t i = 0; i < values.size(); ++i)
        schools.push_back({.value = values[i], .standard_error = errors.at(i)});
    return schools;
}

std::int64_t pupils_in(json::value const& value) { return value.to_number<std::int64_t>(); }

Found funnel_of_shares(Inputs const& inputs) {
    json::array limits;
    for (double const probability : numbers(inputs.at("p"))) {
        json::array of_sizes;
        for (auto const& pupils : inputs.at("n").as_array()) {
            auto const limit =
                statistics::limit_for_share(number(inputs, "theta0"), pupils_in(pupils), probability);
            if (!limit) return refused(limit.error());
            of_sizes.push_back(*limit);
        }
        limits.push_back(std::move(of_sizes));
    }
    return {{"limits", std::move(limits)}};
}

Found funnel_of_means(Inputs const& inputs) {
    json::array lower, upper;
    for (double const z : numbers(inputs.at("z"))) {
        json::array low, high;
        for (auto const& pupils : inputs.at("n").as_array()) {
            auto const limits = statistics::limits_for_mean(
                number(inputs, "theta0"), number(inputs, "sigma"), pupils_in(pupils), z
            );
            if (!limits) return refused(limits.error());
            low.push_back(limits->lower);
            high.push_back(limits->upper);
        }
        lower.push_back(std::move(low));
        upper.push_back(std::move(high));
    }
    return {{"lower", std::move(lower)}, {"upper", std::move(upper)}};
}

Found funnel(std::string_view variant, Inputs const& inputs) {
    if (variant == "binomial_exact_interp") return funnel_of_shares(inputs);
    if (variant == "mean_normal") return funnel_of_means(inputs);
    return worded(
        statistics::overdispersion(estimates(inputs), number(inputs, "target")),
        [](statistics::Overdispersion const& found) -> Found {
            json::array lower, upper;
            for (auto const& limits : found.limits) {
                lower.push_back(limits.lower);
                upper.push_back(limits.upper);
            }
            return {
                {"z", list_of(found.z)},
                {"z_winsor", list_of(found.z_winsorised)},
                {"phi", found.phi},
                {"tau2", found.between},
                {"lower95", std::move(lower)},
                {"upper95", std::move(upper)},
                {"z_adjusted", list_of(found.z_adjusted)}};
        }
    );
}

statistics::Between between(std::string_view variant) {
    if (variant == "DL") return statistics::Between::dersimonian_laird;
    if (variant == "PM") return statistics::Between::paule_mandel;
    if (variant == "REML") return statistics::Between::restricted_likelihood;
    throw std::invalid_argument("a way to find the variance between schools that is none");
}

Found eb_shrink(std::string_view variant, Inputs const& inputs) {
    return worded(
        statistics::shrinkage(estimates(inputs), between(variant)),
        [](statistics::Shrinkage const& found) -> Found {
            json::array values, errors;
            for (auto const& school : found.shrunk) {
                values.push_back(school.value);
                errors.push_back(school.standard_error);
            }
            return {
                {"tau2", found.between},
                {"mu", found.mean},
                {"se_mu", found.mean_error},
                {"Q", found.q},
                {"weight_own", list_of(found.own)},
                {"shrunk", std::move(values)},
                {"shrunk_se", std::move(errors)}};
        }
    );
}

Found xmr(std::string_view, Inputs const& inputs) {
    return worded(
        statistics::individuals_chart(numbers(inputs.at("x"))),
        [](statistics::IndividualsChart const& chart) -> Found {
            return {
                {"center", chart.centre},
                {"mr_bar", chart.moving_range},
                {"lower", chart.limits.lower},
                {"upper", chart.limits.upper},
                {"beyond", json::array(chart.beyond.begin(), chart.beyond.end())}};
        }
    );
}

}  // namespace

std::optional<Found> found_of_groups(
    std::string_view method, std::string_view variant, Inputs const& inputs
) {
    if (method == "hedges_g_paired") return hedges_g_paired(variant, inputs);
    if (method == "welch_t") return welch_t(variant, inputs);
    if (method == "did") return did(variant, inputs);
    if (method == "funnel") return funnel(variant, inputs);
    if (method == "eb_shrink") return eb_shrink(variant, inputs);
    if (method == "xmr") return xmr(variant, inputs);
    return std::nullopt;
}

}  // namespace reference_cases
