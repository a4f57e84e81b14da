#include "assessments/instrument_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "assessments/checking_rules.hpp"

namespace assessments {
namespace {

using checking::at;

int items_on(Instrument const& instrument, std::string_view scale, Form const& form) {
    return static_cast<int>(std::ranges::count_if(instrument.items, [&](Item const& item) {
        bool const asked = form.items.empty() || std::ranges::count(form.items, item.number) > 0;
        return item.scale == scale && asked;
    }));
}

Range of_items(Range const& rating, int items) { return {rating.least * items, rating.most * items}; }

template <class Of>
std::optional<Range> sum_of(std::vector<std::string> const& parts, Of const& of) {
    Range sum;
    for (auto const& part : parts) {
        auto const range = of(part);
        if (!range) return std::nullopt;
        sum.least += range->least;
        sum.most += range->most;
    }
    return sum;
}

}  // namespace

std::optional<Range> range_of(Instrument const& instrument, std::string_view code) {
    auto const* const scale = scale_of(instrument, code);
    if (scale == nullptr) return std::nullopt;
    if (scale->sum_of.empty()) return scores_of(instrument, *scale);
    return sum_of(scale->sum_of, [&](std::string const& part) -> std::optional<Range> {
        auto const* const one = scale_of(instrument, part);
        // A sum of sums is a fault; here it has no range, so that two that name each other end.
        return one == nullptr || !one->sum_of.empty() ? std::nullopt : scores_of(instrument, *one);
    });
}

std::optional<Range> range_of(Instrument const& instrument, std::string_view code, Occasion occasion) {
    auto const* const scale = scale_of(instrument, code);
    auto const* const form = form_for(instrument, occasion);
    if (scale == nullptr || form == nullptr) return std::nullopt;
    if (form->items.empty() || !instrument.rating) return range_of(instrument, code);
    if (!scale->sum_of.empty())
        return sum_of(scale->sum_of, [&](std::string const& part) {
            auto const* const one = scale_of(instrument, part);
            return one == nullptr || !one->sum_of.empty() ? std::nullopt
                                                          : range_of(instrument, part, occasion);
        });
    auto const items = items_on(instrument, code, *form);
    return items == 0 ? std::nullopt : std::optional(of_items(*instrument.rating, items));
}

std::optional<Range> range_on_any_form(Instrument const& instrument, std::string_view code) {
    auto widest = range_of(instrument, code);
    if (!widest) return std::nullopt;
    for (auto const& form : instrument.forms)
        if (auto const range = range_of(instrument, code, form.occasion))
            widest = Range{std::min(widest->least, range->least), std::max(widest->most, range->most)};
    return widest;
}

namespace {

// Scores are spread most where half of them lie at either end (Popoviciu 1935).
double widest_spread(Range const& range) { return (range.most - range.least) / 2.0; }

// A reliability of 1 would make any change one that counts; of 0, none.
void check(
    Precision const& precision, std::optional<Range> const& range, std::string const& here, Faults& faults
) {
    auto const& [mean, standard_deviation, reliability, kind] = precision;
    if (!std::isfinite(mean) || !std::isfinite(standard_deviation) || !std::isfinite(reliability)) {
        faults.push_back(
            {here, "Write mean, standard_deviation, reliability and reliability_kind, all four or none"}
        );
        return;
    }
    if (!kind) faults.push_back({here + "/reliability_kind", "Write what kind of reliability it is"});
    if (range && (mean < range->least || mean > range->most))
        faults.push_back({here + "/mean", "Write a mean from " + checking::in_words(*range)});
    if (standard_deviation <= 0)
        faults.push_back({here + "/standard_deviation", "Write a number above 0"});
    else if (range && standard_deviation > widest_spread(*range))
        faults.push_back(
            {here + "/standard_deviation",
             "Write at most " + fmt::format("{:g}", widest_spread(*range)) + ": scores " +
                 checking::in_words(*range) + " cannot be spread more"}
        );
    if (reliability <= 0 || reliability >= 1)
        faults.push_back({here + "/reliability", "Write a number between 0 and 1"});
}

}  // namespace

std::vector<std::string> scales_without_items(Instrument const& instrument) {
    std::vector<std::string> lacking;
    for (auto const& scale : scales_of(instrument))
        if (scale.sum_of.empty() && !scores_of(instrument, scale)) lacking.push_back(scale.code);
    return lacking;
}

Faults faults_of(Instrument const& instrument) {
    Faults faults;
    checking::particulars(instrument, faults);
    checking::sections(instrument, faults);
    checking::items(instrument, faults);
    checking::forms(instrument, faults);
    checking::schemes(instrument, faults);
    checking::each_once(instrument.norm_sets, &NormSet::code, "/norm_sets", "/code", "norm set", faults);
    for (std::size_t i = 0; i < instrument.norm_sets.size(); ++i) {
        auto const found = faults_of(instrument.norm_sets[i], instrument, at("/norm_sets", i));
        faults.insert(faults.end(), found.begin(), found.end());
    }
    return faults;
}

Faults faults_of(NormSet const& norms, Instrument const& instrument, std::string const& where) {
    Faults faults;
    checking::code(norms.code, where + "/code", faults);
    checking::ages(norms.ages, where + "/ages", faults);
    if (norms.ages.least < instrument.ages.least || norms.ages.most > instrument.ages.most)
        faults.push_back(
            {where + "/ages",
             "Write ages within those of the instrument, " + std::to_string(instrument.ages.least) + " to " +
                 std::to_string(instrument.ages.most)}
        );
    if (norms.bands.empty())
        faults.push_back({where + "/bands", "Add the usual range of one strand or scale at least"});
    checking::each_once(
        norms.bands, &NormBand::scale, where + "/bands", "/scale", "band for the scale", faults
    );
    for (std::size_t i = 0; i < norms.bands.size(); ++i) {
        auto const& band = norms.bands[i];
        auto const here = at(where + "/bands", i);
        if (scale_of(instrument, band.scale) == nullptr) {
            checking::unknown_scale(band.scale, here + "/scale", faults);
            continue;
        }
        if (band.usual.least > band.usual.most)
            faults.push_back({here, "Write the lower number as low and the higher one as high"});
        auto const range = range_of(instrument, band.scale);
        if (range && (!range->holds(band.usual.least) || !range->holds(band.usual.most)))
            faults.push_back({here, "Write numbers from " + checking::in_words(*range)});
        if (band.precision) check(*band.precision, range, here, faults);
    }
    return faults;
}

}  // namespace assessments
