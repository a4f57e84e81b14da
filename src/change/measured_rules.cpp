#include "change/measured_rules.hpp"

#include <algorithm>

#include "assessments/instrument_rules.hpp"
#include "assessments/rules.hpp"
#include "statistics/reliable_change.hpp"

namespace change {
namespace {

using assessments::Assessment;
using assessments::Direction;
using assessments::LoadedInstrument;
using assessments::Occasion;
using assessments::Precision;

std::optional<Precision> precision_of(
    Assessment const& one, std::string_view scale, LoadedInstrument const& loaded
) {
    auto const* const norms = norms_of(loaded, one.norms);
    if (norms == nullptr) return std::nullopt;
    auto const& bands = norms->norms.bands;
    auto const band = std::ranges::find(bands, scale, &assessments::NormBand::scale);
    return band == bands.end() ? std::nullopt : band->precision;
}

// "the norms “2017”, ages 4 to 11: our licensed handbook"
std::string norms_in_words(Assessment const& one, LoadedInstrument const& loaded) {
    auto const* const norms = norms_of(loaded, one.norms);
    if (norms == nullptr) return {};
    auto const& source = norms->norms.source;
    return held_against(*norms) + (source.empty() ? "" : ": " + source);
}

// One item, a goal, or one judgement in a few steps.
bool is_single_rating(assessments::Scale const& scale) {
    constexpr int few_steps = 5;
    bool const is_judged = !scale.items && scale.sum_of.empty() && scale.range &&
                           scale.range->most - scale.range->least < few_steps;
    return scale.items == 1 || scale.named_by_child || is_judged;
}

Moved moved_by(statistics::ChangeCategory category) {
    switch (category) {
        case statistics::ChangeCategory::recovered:
        case statistics::ChangeCategory::reliably_improved:
        case statistics::ChangeCategory::reliably_deteriorated: return Moved::beyond_error;
        case statistics::ChangeCategory::no_reliable_change: return Moved::within_error;
    }
    return {};
}

void judge(ScaleMoved& scale, Precision const& precision) {
    statistics::Instrument const instrument{
        .sd = precision.standard_deviation,
        .reliability = precision.reliability,
        .better = scale.better == Direction::high_is_good ? statistics::Direction::high
                                                          : statistics::Direction::low};
    auto const change = statistics::reliable_change(scale.before, scale.after, instrument);
    auto const smallest = statistics::smallest_reliable_change(instrument);
    auto const residual = statistics::residual_change(scale.before, scale.after, precision.mean, instrument);
    if (!change || !smallest || !residual) {
        scale.why = WhyUntold::no_precision;
        return;
    }
    scale.moved = moved_by(change->category);
    scale.figures = Reliability{
        .index = change->index,
        .smallest = *smallest,
        .expected = residual->expected,
        .residual_index = residual->prediction,
        .beyond_expected = moved_by(residual->category)};
}

Stretch stretch(Assessment const& before, Assessment const& after, LoadedInstrument const& loaded) {
    Stretch made{
        .before = before,
        .after = after,
        .why_not = objection_to_comparing(before, after, loaded.instrument)};
    if (made.why_not) return made;
    for (auto const& change : changes_between(before, after))
        made.scales.push_back(moved(change, before, after, loaded));
    return made;
}

// The first of the occasion, or the last.
Assessment const* one_of(std::vector<Assessment const*> const& view, Occasion occasion, bool last) {
    Assessment const* found = nullptr;
    for (auto const* const one : view)
        if (one->occasion == occasion && (found == nullptr || last)) found = one;
    return found;
}

std::optional<Measured> measured(std::vector<Assessment const*> const& view, LoadedInstrument const& loaded) {
    auto const* const entry = one_of(view, Occasion::entry, false);
    if (entry == nullptr) return std::nullopt;
    Measured made{
        .instrument = loaded.instrument.name,
        .norms = norms_in_words(*entry, loaded),
        .informant = entry->informant,
        .stretches = {}};
    for (auto const occasion : {Occasion::exit, Occasion::follow_up})
        if (auto const* const later = one_of(view, occasion, true);
            later != nullptr && later->rated_on > entry->rated_on)
            made.stretches.push_back(stretch(*entry, *later, loaded));
    return made;
}

using View = std::pair<assessments::InstrumentId, assessments::Informant>;
using Views = std::map<View, std::vector<Assessment const*>>;

// Who rates at the end in a view that has nothing on entry would else find the rating nowhere.
std::vector<Assessment> in_other_views(Views const& views, View const& of) {
    std::vector<Assessment> found;
    auto const* const entry = one_of(views.at(of), Occasion::entry, false);
    for (auto const& [other, ratings] : views) {
        if (other.first != of.first || one_of(ratings, Occasion::entry, false) != nullptr) continue;
        for (auto const* const one : ratings)
            if ((one->occasion == Occasion::exit || one->occasion == Occasion::follow_up) &&
                one->rated_on > entry->rated_on)
                found.push_back(*one);
    }
    return found;
}

}  // namespace

std::vector<Measured> measured_by(
    std::span<Assessment const> all, std::map<assessments::InstrumentId, LoadedInstrument> const& instruments
) {
    Views views;
    for (auto const& one : all)
        if (tells_of_the_child(one, all)) views[{one.instrument, one.informant}].push_back(&one);
    std::vector<Measured> made;
    for (auto const& [of, view] : views)
        if (auto const loaded = instruments.find(of.first); loaded != instruments.end())
            if (auto one = measured(view, loaded->second)) {
                one->in_other_views = in_other_views(views, of);
                made.push_back(std::move(*one));
            }
    std::ranges::stable_sort(made, {}, &Measured::instrument);
    return made;
}

ScaleMoved moved(
    assessments::Change const& change,
    Assessment const& before,
    Assessment const& after,
    LoadedInstrument const& loaded
) {
    auto const* const scale = scale_of(loaded.instrument, change.scale);
    auto const* const section = section_of(loaded.instrument, change.scale);
    ScaleMoved made{
        .label = scale == nullptr ? change.scale : scale->label,
        .better = section == nullptr ? Direction::high_is_good : section->direction,
        .scores = range_on_any_form(loaded.instrument, change.scale).value_or(assessments::Range{}),
        .before = change.before,
        .after = change.after};
    auto const precision = precision_of(before, change.scale, loaded);
    if (scale != nullptr && is_single_rating(*scale))
        made.why = WhyUntold::single_rating;
    else if (!rates_in_person(before.informant))
        made.why = WhyUntold::unknown_who_answered;
    else if (before.rater != after.rater)
        made.why = WhyUntold::two_raters;
    else if (!precision)
        made.why = WhyUntold::no_precision;
    // How far raters or items agree says nothing of what one rater's score does from one day to another.
    else if (precision->kind != assessments::ReliabilityKind::test_retest)
        made.why = WhyUntold::another_reliability;
    else
        judge(made, *precision);
    return made;
}

}  // namespace change
