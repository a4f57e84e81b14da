#include "reference_cases/values.hpp"
#include "statistics/allowing_for.hpp"
#include "statistics/class_centred.hpp"
#include "statistics/difference_of_measures.hpp"
#include "statistics/multiplicity.hpp"
#include "statistics/rest_of_class.hpp"

namespace reference_cases {
namespace {

namespace json = boost::json;

Found in_words(statistics::SingleCase const& figures) {
    return {
        {"n", figures.others.count},
        {"n_missing", figures.others.missing},
        {"mean", figures.others.mean},
        {"sd", figures.others.deviation},
        {"df", figures.degrees},
        {"t", figures.t},
        {"p", figures.p},
        {"zcc", figures.z},
        {"zcc_lo", figures.z_low},
        {"zcc_hi", figures.z_high},
        {"pct_below", figures.percent_below},
        {"pct_below_lo", figures.percent_below_low},
        {"pct_below_hi", figures.percent_below_high}};
}

Found crawford_howell(std::string_view variant, Inputs const& inputs) {
    auto const level = number_or(inputs, "conf_level", 0.95);
    if (variant == "raw")
        return worded(
            statistics::crawford_howell(
                score(inputs.at("case")), scores(inputs.at("controls")), alternative(inputs), level
            ),
            in_words
        );
    statistics::Others const others{
        .count = whole(inputs, "n"), .mean = number(inputs, "mean"), .deviation = number(inputs, "sd")};
    return worded(
        statistics::crawford_howell(number(inputs, "case"), others, alternative(inputs), level), in_words
    );
}

Found in_words(statistics::AllowingFor const& figures) {
    return {
        {"df", figures.degrees},
        {"predicted", figures.predicted},
        {"resid_sd", figures.residual_deviation},
        {"leverage", figures.leverage},
        {"t", figures.t},
        {"p", figures.p},
        {"zccc", figures.z},
        {"zccc_lo", figures.z_low},
        {"zccc_hi", figures.z_high},
        {"pct_below", figures.percent_below},
        {"pct_below_lo", figures.percent_below_low},
        {"pct_below_hi", figures.percent_below_high}};
}

constexpr auto figures_allowing_for = [](statistics::AllowingFor const& figures) {
    return in_words(figures);
};

Found crawford_covariate(std::string_view variant, Inputs const& inputs) {
    auto const level = number_or(inputs, "conf_level", 0.95);
    if (variant == "regression_t_summary") {
        statistics::OthersWithCovariate const others{
            .count = whole(inputs, "n"),
            .mean = number(inputs, "mean"),
            .deviation = number(inputs, "sd"),
            .covariate_mean = number(inputs, "cov_mean"),
            .covariate_deviation = number(inputs, "cov_sd"),
            .correlation = number(inputs, "r")};
        return worded(
            statistics::crawford_allowing_for(
                number(inputs, "case"), number(inputs, "case_cov"), others, alternative(inputs), level
            ),
            figures_allowing_for
        );
    }
    std::vector<statistics::OtherWithCovariates> others;
    auto const& rows = inputs.at("cov").as_array();
    auto const controls = numbers(inputs.at("controls"));
    for (std::size_t i = 0; i < controls.size(); ++i)
        others.push_back({.score = controls[i], .covariates = numbers(rows.at(i))});
    return worded(
        statistics::crawford_allowing_for(
            score(inputs.at("case")), numbers(inputs.at("case_cov")), others, alternative(inputs), level
        ),
        figures_allowing_for
    );
}

Found rsdt(std::string_view, Inputs const& inputs) {
    statistics::MeasureBesideOthers const first{
        .score = number(inputs, "case_a"),
        .mean = number(inputs, "mean_a"),
        .deviation = number(inputs, "sd_a")};
    statistics::MeasureBesideOthers const second{
        .score = number(inputs, "case_b"),
        .mean = number(inputs, "mean_b"),
        .deviation = number(inputs, "sd_b")};
    return worded(
        statistics::revised_standardized_difference(
            first, second, number(inputs, "r"), whole(inputs, "n"), alternative(inputs)
        ),
        [](statistics::DifferenceOfMeasures const& figures) -> Found {
            return {
                {"df", figures.degrees},
                {"abs_t", figures.t},
                {"p", figures.p},
                {"zcc_a", figures.z_first},
                {"zcc_b", figures.z_second},
                {"zdcc", figures.z_difference}};
        }
    );
}

Found class_screen(std::string_view, Inputs const& inputs) {
    return worded(
        statistics::leave_one_out(numbers(inputs.at("scores")), alternative(inputs)),
        [](statistics::LeaveOneOut const& all) -> Found {
            statistics::Probabilities const p(all.p.begin(), all.p.end());
            return {
                {"df", all.degrees},
                {"t", list_of(all.t)},
                {"p", list_of(all.p)},
                {"p_holm", list_of(*statistics::holm(p))},
                {"p_bh", list_of(*statistics::benjamini_hochberg(p))}};
        }
    );
}

Found rank_exact(std::string_view variant, Inputs const& inputs) {
    return worded(
        statistics::exact_rank(
            score(inputs.at("case")),
            scores(inputs.at("others")),
            direction(json::value(json::string(variant)))
        ),
        [](statistics::ExactRank const& rank) -> Found {
            return {{"n", rank.all}, {"at_or_beyond", rank.at_or_beyond}, {"p", rank.p}};
        }
    );
}

Found adjusted(statistics::Result<statistics::Probabilities> const& p) {
    return worded(p, [](statistics::Probabilities const& all) -> Found {
        return {{"adjusted", list_of(all)}};
    });
}

Found holm(std::string_view, Inputs const& inputs) {
    return adjusted(statistics::holm(scores(inputs.at("p"))));
}

Found bh(std::string_view, Inputs const& inputs) {
    return adjusted(statistics::benjamini_hochberg(scores(inputs.at("p"))));
}

Found in_words(std::string_view name, statistics::MeasureFinding const& finding) {
    if (!finding.figures) return {{"name", name}, {"not_testable", word(finding.figures.error())}};
    return {
        {"name", name},
        {"t", finding.figures->t},
        {"df", finding.figures->degrees},
        {"p", finding.figures->p},
        {"p_holm", or_null(finding.p_holm)}};
}

Found referral_holm(std::string_view, Inputs const& inputs) {
    std::vector<statistics::PupilMeasure> measures;
    auto const& given = inputs.at("measures").as_array();
    for (auto const& one : given)
        measures.push_back(
            {.score = score(one.at("case")),
             .others = scores(one.at("others")),
             .concern = direction(one.at("direction"))}
        );
    auto const finding = statistics::referral_by_holm(
        measures, number_or(inputs, "alpha", 0.05), static_cast<int>(number_or(inputs, "min_controls", 5))
    );
    json::array worded;
    for (std::size_t i = 0; i < measures.size(); ++i)
        worded.push_back(in_words(std::string_view(given[i].at("name").as_string()), finding.measures[i]));
    return {
        {"measures", std::move(worded)}, {"family_size", finding.family}, {"flagged", finding.significant}};
}

// A class as the cases give it, a row for each pupil, kept measure by measure.
struct Rows {
    std::vector<double> scores;
    std::size_t pupils = 0;

    Rows(json::value const& given, std::size_t measures) : pupils(given.as_array().size()) {
        for (std::size_t k = 0; k < measures; ++k)
            for (auto const& row : given.as_array())
                scores.push_back(score(row.as_array().at(k)).value_or(statistics::missing));
    }
    statistics::ClassScores as_class() const { return {.scores = scores, .pupils = pupils}; }
};

Found class_centred(std::string_view, Inputs const& inputs) {
    std::vector<statistics::Direction> concern;
    for (auto const& one : inputs.at("directions").as_array()) concern.push_back(direction(one));
    std::vector<Rows> rows;
    for (auto const& one : inputs.at("reference").as_array()) rows.emplace_back(one, concern.size());
    std::vector<statistics::ClassScores> classes;
    for (auto const& one : rows) classes.push_back(one.as_class());
    auto const reference = statistics::Reference::of(classes, concern);
    if (!reference) return refused(reference.error());
    Rows const klass(inputs.at("klass"), concern.size());
    return worded(
        statistics::screen(*reference, klass.as_class(), number_or(inputs, "q", 0.10)),
        [&](statistics::ClassScreen const& screen) -> Found {
            std::vector<Score> index, p;
            for (auto const& one : screen.standings) {
                index.push_back(one ? std::optional(one->index) : std::nullopt);
                p.push_back(one ? std::optional(one->p) : std::nullopt);
            }
            auto const deviations = reference->deviations();
            return {
                {"n_reference", reference->pupils()},
                {"sd_measures", json::array(deviations.begin(), deviations.end())},
                {"sd_composite", reference->deviation_of_sum()},
                {"index", list_of(index)},
                {"p", list_of(p)},
                {"p_bh", list_of(screen.adjusted)},
                {"flagged", json::array(screen.flagged.begin(), screen.flagged.end())}};
        }
    );
}

}  // namespace

std::optional<Found> found_of_one_pupil(
    std::string_view method, std::string_view variant, Inputs const& inputs
) {
    if (method == "crawford_howell") return crawford_howell(variant, inputs);
    if (method == "crawford_covariate") return crawford_covariate(variant, inputs);
    if (method == "rsdt") return rsdt(variant, inputs);
    if (method == "class_screen") return class_screen(variant, inputs);
    if (method == "rank_exact") return rank_exact(variant, inputs);
    if (method == "holm") return holm(variant, inputs);
    if (method == "bh") return bh(variant, inputs);
    if (method == "referral_holm") return referral_holm(variant, inputs);
    if (method == "class_centred") return class_centred(variant, inputs);
    return std::nullopt;
}

}  // namespace reference_cases
