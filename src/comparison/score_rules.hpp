#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "comparison/comparison.hpp"

namespace comparison {

// The latest score of each pupil of one class in each measure.
using Scores = std::map<std::pair<PupilId, MeasureId>, int>;

// Of scores in the order in which they were taken, the latest of each pupil in each measure.
Scores latest_of(std::span<ScoreOf const> scores);

// The days on which those were taken that are the latest, the first one first.
std::vector<Date> days_of(std::span<ScoreOf const> scores);

// The pupil's score in the measure; nothing where there is none.
std::optional<int> score_in(Scores const& scores, PupilId const& pupil, MeasureId const& measure);

// Those in which anybody has a score; of a kind that was replaced within the term, the later one alone.
std::vector<Measure> measures_in(Scores const& scores, std::span<Measure const> latest_first);

// All that classes of one stage were measured: of each class and term the scores, the latest term first.
struct StageScores {
    std::vector<std::map<ClassId, Scores>> terms;
    std::set<PupilId> referred;  // at any time
};

// The classes of the stage as a reference has them in these measures, but for those that are `not_among` it.
// Who was referred and the pupils who are `themselves` compared count in their class alone; a pupil who has
// all measures counts once, in the latest class.
std::vector<OtherClass> other_classes(
    StageScores const& stage,
    std::span<Measure const> taken,
    std::set<ClassId> const& not_among,
    std::set<PupilId> const& themselves
);

}  // namespace comparison
