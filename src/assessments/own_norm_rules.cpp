#include "assessments/own_norm_rules.hpp"

#include <algorithm>
#include <map>

#include "assessments/instrument_rules.hpp"
#include "assessments/rules.hpp"

namespace assessments {
namespace {

constexpr int quarters = 4;
constexpr int tenths = 10;

// In the terms of what lies below: scores of the upper end are turned round.
std::optional<int> highest_below(std::vector<int> const& rising, int parts) {
    auto const most = static_cast<int>(rising.size()) / parts;
    if (most < fewest_in_a_band) return std::nullopt;
    // The score after the last that may lie beyond is within the band, and all that share it.
    auto const within = rising[static_cast<std::size_t>(most)];
    auto const beyond = static_cast<int>(std::ranges::lower_bound(rising, within) - rising.begin());
    if (beyond < fewest_in_a_band) return std::nullopt;
    return rising[static_cast<std::size_t>(beyond - 1)];
}

struct Cuts {
    std::optional<int> quarter;
    std::optional<int> tenth;
};

Cuts cuts_of(std::vector<int> const& rising) {
    Cuts cuts{.quarter = highest_below(rising, quarters), .tenth = {}};
    if (static_cast<int>(rising.size()) < fewest_for_tenths) return cuts;
    cuts.tenth = highest_below(rising, tenths);
    // Where the quarter ends at the same score, nobody lies between the two.
    if (cuts.tenth == cuts.quarter) cuts.tenth.reset();
    return cuts;
}

std::optional<NormBand> band_of(std::string const& scale, std::vector<int> scores, Range const& range) {
    if (static_cast<int>(scores.size()) < fewest_for_quarters) return std::nullopt;
    std::ranges::sort(scores);
    auto const low = cuts_of(scores);
    for (auto& score : scores) score = -score;
    std::ranges::reverse(scores);
    auto const high = cuts_of(scores);
    if (!low.quarter && !high.quarter) return std::nullopt;
    NormBand band{
        .scale = scale,
        .usual = {
            low.quarter ? *low.quarter + 1 : range.least, high.quarter ? -*high.quarter - 1 : range.most}};
    band.lowest_tenth = low.tenth;
    if (high.tenth) band.highest_tenth = -*high.tenth;
    return band;
}

bool has_whole_entry(Instrument const& instrument) {
    auto const* const form = form_for(instrument, Occasion::entry);
    return form != nullptr && form->items.empty();
}

// Of one case, since only there two adults rate beside one another.
std::map<CaseId, std::vector<Assessment>> by_case(std::span<RatedOnEntry const> rated) {
    std::map<CaseId, std::vector<Assessment>> cases;
    for (auto const& one : rated) cases[one.assessment.the_case].push_back(one.assessment);
    return cases;
}

LoadedNorms const* last_own(LoadedInstrument const& loaded, Informant informant) {
    auto const found = std::ranges::find_if(loaded.norms, [&](LoadedNorms const& one) {
        return one.own && one.own->informant == informant;
    });
    return found == loaded.norms.end() ? nullptr : &*found;
}

OwnSoFar so_far_of(std::span<RatedOnEntry const> first, LoadedInstrument const& loaded, Informant informant) {
    OwnSoFar so_far{.informant = informant, .children = static_cast<int>(first.size())};
    auto const* const last = last_own(loaded, informant);
    if (last != nullptr) so_far.made_at = last->made_at;
    so_far.since = static_cast<int>(std::ranges::count_if(first, [&](RatedOnEntry const& one) {
        return !so_far.made_at || one.rated_at > *so_far.made_at;
    }));
    so_far.why_none = objection_to_own_norms(loaded.instrument, so_far);
    return so_far;
}

// "own-class_teacher-2", the second of this view.
std::string next_code(LoadedInstrument const& loaded, Informant informant) {
    auto const stem = "own-" + std::string(word(informant)) + "-";
    int number = 1;
    while (std::ranges::any_of(loaded.norms, [&](LoadedNorms const& one) {
        return one.norms.code == stem + std::to_string(number);
    }))
        ++number;
    return stem + std::to_string(number);
}

}  // namespace

std::vector<RatedOnEntry> first_ratings(
    std::span<RatedOnEntry const> rated, Instrument const& instrument, Informant informant
) {
    if (!has_whole_entry(instrument)) return {};
    auto const cases = by_case(rated);
    std::map<PupilId, RatedOnEntry const*> first;
    for (auto const& one : rated) {
        auto const& assessment = one.assessment;
        if (one.had_support || assessment.occasion != Occasion::entry || assessment.informant != informant ||
            !tells_of_the_child(assessment, cases.at(assessment.the_case)))
            continue;
        auto& earliest = first[one.pupil];
        if (earliest == nullptr || assessment.rated_on < earliest->assessment.rated_on) earliest = &one;
    }
    std::vector<RatedOnEntry> all;
    for (auto const& [pupil, one] : first) all.push_back(*one);
    return all;
}

std::vector<OwnSoFar> own_so_far(std::span<RatedOnEntry const> rated, LoadedInstrument const& loaded) {
    std::vector<OwnSoFar> all;
    for (auto const informant : loaded.instrument.informants)
        all.push_back(so_far_of(first_ratings(rated, loaded.instrument, informant), loaded, informant));
    return all;
}

std::optional<NoOwnNorms> objection_to_own_norms(Instrument const& instrument, OwnSoFar const& so_far) {
    if (instrument.standardised) return NoOwnNorms::standardised;
    if (std::ranges::any_of(scales_of(instrument), &Scale::named_by_child)) return NoOwnNorms::named_by_child;
    if (!has_whole_entry(instrument)) return NoOwnNorms::no_whole_entry;
    if (so_far.children < fewest_for_quarters) return NoOwnNorms::too_few;
    if (so_far.since < fewest_since) return NoOwnNorms::too_few_since;
    return std::nullopt;
}

std::vector<NormBand> bands_of(std::span<RatedOnEntry const> first, Instrument const& instrument) {
    std::vector<NormBand> bands;
    for (auto const& scale : scales_of(instrument)) {
        std::vector<int> scores;
        for (auto const& one : first)
            if (auto const* const score = score_of(one.assessment, scale.code))
                scores.push_back(score->score);
        auto const range = range_of(instrument, scale.code, Occasion::entry);
        if (!range) continue;
        if (auto band = band_of(scale.code, std::move(scores), *range)) bands.push_back(std::move(*band));
    }
    return bands;
}

Expected<OwnNorms, NoOwnNorms> own_norms(
    std::span<RatedOnEntry const> rated, LoadedInstrument const& loaded, Informant informant
) {
    auto const& instrument = loaded.instrument;
    auto const first = first_ratings(rated, instrument, informant);
    if (auto const why = so_far_of(first, loaded, informant).why_none) return refuse(*why);
    OwnNorms made{
        .norms =
            {.code = next_code(loaded, informant),
             .ages = instrument.ages,
             .bands = bands_of(first, instrument)},
        .own = {.informant = informant, .children = static_cast<int>(first.size())}};
    if (made.norms.bands.empty()) return refuse(NoOwnNorms::all_alike);
    auto const days = std::ranges::minmax(first, {}, [](auto const& one) { return one.assessment.rated_on; });
    made.own.first_on = days.min.assessment.rated_on;
    made.own.last_on = days.max.assessment.rated_on;
    return made;
}

}  // namespace assessments
