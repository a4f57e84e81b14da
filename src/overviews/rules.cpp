#include "overviews/rules.hpp"

#include <algorithm>
#include <tuple>

#include "assessments/instrument_rules.hpp"
#include "assessments/rules.hpp"

namespace overviews {
namespace {

using assessments::Assessment;
using assessments::Instrument;
using assessments::LoadedInstrument;

// Scales that each child names, such as goals, are of another thing for each of them.
bool are_of_one_thing(Instrument const& instrument) {
    return std::ranges::none_of(scales_of(instrument), &assessments::Scale::named_by_child);
}

bool counts(Assessment const& one, RatedChild const& child, Instruments const& instruments) {
    auto const found = instruments.find(one.instrument);
    if (found == instruments.end()) return false;
    auto const& instrument = found->second.instrument;
    return is_whole(one, instrument) && are_of_one_thing(instrument) &&
           tells_of_the_child(one, child.assessments);
}

// Where a rating stands: those of another version, informant or norm set are in another panel.
auto place_of(Assessment const& one) { return std::tuple(one.instrument, one.informant, one.norms); }
auto place_of(Panel const& one) { return std::tuple(one.instrument, one.informant, one.norms); }

Panel& panel_for(Assessment const& one, std::vector<Panel>& panels) {
    auto const found =
        std::ranges::find_if(panels, [&](Panel const& panel) { return place_of(panel) == place_of(one); });
    if (found != panels.end()) return *found;
    return panels.emplace_back(Panel{
        .instrument = one.instrument, .informant = one.informant, .norms = one.norms, .children = {}});
}

// The last of each version and informant: norms may have changed with the child's age.
std::vector<Assessment const*> last_of_each(std::vector<Assessment const*> const& counting) {
    std::vector<Assessment const*> last;
    for (auto const* const one : counting) {
        auto const same = std::ranges::find_if(last, [&](Assessment const* other) {
            return other->instrument == one->instrument && other->informant == one->informant;
        });
        if (same == last.end())
            last.push_back(one);
        else
            *same = one;
    }
    return last;
}

// The day of the last one after it in its view that does not count, since two adults rated side by side.
std::optional<Date> side_by_side_after(
    Assessment const& last, RatedChild const& child, Instrument const& instrument
) {
    std::optional<Date> found;
    for (auto const& one : child.assessments)
        if (one.instrument == last.instrument && one.informant == last.informant &&
            one.rated_on >= last.rated_on && is_whole(one, instrument) &&
            standing_of(one, child.assessments) == assessments::Standing::side_by_side)
            found = one.rated_on;
    return found;
}

std::optional<Assessment> entry_before(
    Assessment const& latest, std::vector<Assessment const*> const& counting, Instrument const& instrument
) {
    for (auto const* const one : counting)
        if (one->occasion == assessments::Occasion::entry && one->rated_on < latest.rated_on &&
            !objection_to_comparing(*one, latest, instrument))
            return *one;
    return std::nullopt;
}

assessments::NormSet const* norms_of(Panel const& panel, LoadedInstrument const& loaded) {
    for (auto const& one : loaded.norms)
        if (panel.norms == one.id) return &one.norms;
    return nullptr;
}

std::optional<assessments::Range> usual_of(assessments::NormSet const* norms, std::string_view scale) {
    if (norms == nullptr) return std::nullopt;
    auto const band = std::ranges::find(norms->bands, scale, &assessments::NormBand::scale);
    return band == norms->bands.end() ? std::nullopt : std::optional(band->usual);
}

// How far a score lies outside what is usual, in the direction of need; none where it does not.
int short_of(int score, assessments::Range const& usual, assessments::Direction direction) {
    switch (direction) {
        case assessments::Direction::high_is_good: return std::max(0, usual.least - score);
        case assessments::Direction::low_is_good: return std::max(0, score - usual.most);
    }
    return 0;
}

Side side_of(int score, assessments::Range const& usual, assessments::Direction direction) {
    if (usual.holds(score)) return Side::usual;
    return short_of(score, usual, direction) > 0 ? Side::needs_support : Side::beyond;
}

void add_need(Strand& strand, Panel const& panel, assessments::Direction direction) {
    if (!strand.usual) return;
    for (auto const side : all_of<Side>()) strand.sides.emplace(side, 0);
    std::vector<std::pair<int, PupilId>> outside;
    int together = 0;
    for (auto const& child : panel.children) {
        auto const* const score = score_of(child.latest, strand.scale);
        if (score == nullptr) continue;
        ++strand.sides[side_of(score->score, *strand.usual, direction)];
        auto const far = short_of(score->score, *strand.usual, direction);
        together += far;
        if (far > 0) outside.emplace_back(far, child.pupil);
    }
    std::ranges::stable_sort(outside, std::ranges::greater{}, &std::pair<int, PupilId>::first);
    for (auto const& [far, pupil] : outside) strand.in_need.push_back(pupil);
    auto const most = static_cast<double>(strand.latest.size()) * (strand.scores.most - strand.scores.least);
    strand.distance = together / most;
}

Strand strand_of(
    assessments::Scale const& scale,
    assessments::Range const& scores,
    Panel const& panel,
    LoadedInstrument const& loaded
) {
    Strand strand{
        .scale = scale.code,
        .scores = scores,
        .usual = usual_of(norms_of(panel, loaded), scale.code),
        .latest = {},
        .entry = {}};
    for (auto const& child : panel.children) {
        if (auto const* const score = score_of(child.latest, scale.code))
            strand.latest.push_back(score->score);
        if (!child.entry) continue;
        if (auto const* const score = score_of(*child.entry, scale.code))
            strand.entry.push_back(score->score);
    }
    std::ranges::sort(strand.latest);
    std::ranges::sort(strand.entry);
    if (!strand.latest.empty()) add_need(strand, panel, section_of(loaded.instrument, scale.code)->direction);
    return strand;
}

}  // namespace

std::vector<Panel> panels_of(std::vector<RatedChild> const& children, Instruments const& instruments) {
    std::vector<Panel> panels;
    for (auto const& child : children) {
        std::vector<Assessment const*> counting;
        for (auto const& one : child.assessments)
            if (counts(one, child, instruments)) counting.push_back(&one);
        for (auto const* const last : last_of_each(counting)) {
            auto const& instrument = instruments.at(last->instrument).instrument;
            panel_for(*last, panels)
                .children.push_back(
                    {.pupil = child.pupil.id,
                     .latest = *last,
                     .entry = entry_before(*last, counting, instrument),
                     .later_on = side_by_side_after(*last, child, instrument)}
                );
        }
    }
    std::ranges::sort(panels, {}, [&](Panel const& panel) {
        return std::tuple_cat(std::tuple(instruments.at(panel.instrument).instrument.name), place_of(panel));
    });
    return panels;
}

std::vector<Strand> strands_of(Panel const& panel, LoadedInstrument const& loaded) {
    std::vector<Strand> strands;
    for (auto const& scale : scales_of(loaded.instrument)) {
        auto const scores = range_of(loaded.instrument, scale.code);
        if (!scores) continue;
        if (auto strand = strand_of(scale, *scores, panel, loaded); !strand.latest.empty())
            strands.push_back(std::move(strand));
    }
    return strands;
}

std::vector<Strand> most_in_need(std::vector<Strand> strands) {
    std::erase_if(strands, [](Strand const& strand) { return strand.in_need.empty(); });
    std::ranges::stable_sort(strands, std::ranges::greater{}, &Strand::distance);
    return strands;
}

}  // namespace overviews
