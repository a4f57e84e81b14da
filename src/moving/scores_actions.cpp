#include "moving/scores_actions.hpp"

#include "assessments/rules.hpp"
#include "assessments/viewing_actions.hpp"

namespace moving {
namespace {

using assessments::Assessment;

// A scale that the file of today knows no range of is left out: its number would say nothing.
std::vector<ScoreOfScale> scales_of(
    Assessment const& assessment, assessments::LoadedInstrument const& loaded
) {
    auto const ranges = assessments::ranges_of(assessment, loaded);
    std::vector<ScoreOfScale> scales;
    for (auto const& one : assessment.scores) {
        auto const* const scale = scale_of(loaded.instrument, one.scale);
        auto const range = ranges.find(one.scale);
        if (scale == nullptr || range == ranges.end()) continue;
        auto const* const section = section_of(loaded.instrument, one.scale);
        scales.push_back(
            {.label = scale->label,
             .score = one.score,
             .scores = range->second,
             .high_is_good = section->direction == assessments::Direction::high_is_good,
             .words = one.words}
        );
    }
    return scales;
}

}  // namespace

std::vector<Scored> scores_of(Visit const& visit, CaseId const& the_case) {
    auto const held = assessments::held(visit, the_case);
    std::vector<Scored> scores;
    for (auto const& one : held.assessments) {
        if (one.occasion == assessments::Occasion::weekly || !tells_of_the_child(one, held.assessments))
            continue;
        auto const& loaded = held.instruments.at(one.instrument);
        scores.push_back(
            {.instrument = loaded.instrument.name,
             .standardised = loaded.instrument.standardised,
             .informant = one.informant,
             .occasion = one.occasion,
             .rated_on = one.rated_on,
             .scales = scales_of(one, loaded)}
        );
    }
    return scores;
}

}  // namespace moving
