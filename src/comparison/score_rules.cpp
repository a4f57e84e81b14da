#include "comparison/score_rules.hpp"

#include <algorithm>

namespace comparison {
namespace {

std::set<PupilId> pupils_in(Scores const& scores) {
    std::set<PupilId> pupils;
    for (auto const& [of, score] : scores) pupils.insert(of.first);
    return pupils;
}

// A class as a reference has it. Who is counted from now on, is not counted in an earlier class again.
OtherClass other_class(Scores const& scores, std::span<Measure const> taken, std::set<PupilId>& counted) {
    OtherClass other;
    for (auto const& pupil : pupils_in(scores)) {
        OtherClass::Pupil one{.scores = {}, .left_out = counted.contains(pupil)};
        for (auto const& measure : taken) one.scores.push_back(score_in(scores, pupil, measure.id));
        if (std::ranges::all_of(one.scores, [](auto const& score) { return score.has_value(); }))
            counted.insert(pupil);
        other.pupils.push_back(std::move(one));
    }
    return other;
}

}  // namespace

Scores latest_of(std::span<ScoreOf const> scores) {
    Scores latest;
    for (auto const& one : scores) latest[{one.pupil, one.measure}] = one.score;
    return latest;
}

std::vector<Date> days_of(std::span<ScoreOf const> scores) {
    std::map<std::pair<PupilId, MeasureId>, Date> latest;
    for (auto const& one : scores) latest.insert_or_assign({one.pupil, one.measure}, one.taken_on);
    std::set<Date> days;
    for (auto const& [of, day] : latest) days.insert(day);
    return {days.begin(), days.end()};
}

std::optional<int> score_in(Scores const& scores, PupilId const& pupil, MeasureId const& measure) {
    auto const found = scores.find({pupil, measure});
    return found == scores.end() ? std::nullopt : std::optional(found->second);
}

std::vector<Measure> measures_in(Scores const& scores, std::span<Measure const> latest_first) {
    std::vector<Measure> taken;
    for (auto const& measure : latest_first) {
        bool const has_kind = std::ranges::any_of(taken, [&](Measure const& other) {
            return other.definition.kind == measure.definition.kind;
        });
        bool const is_scored =
            std::ranges::any_of(scores, [&](auto const& one) { return one.first.second == measure.id; });
        if (is_scored && !has_kind) taken.push_back(measure);
    }
    return taken;
}

std::vector<OtherClass> other_classes(
    StageScores const& stage,
    std::span<Measure const> taken,
    std::set<ClassId> const& not_among,
    std::set<PupilId> const& themselves
) {
    auto counted = stage.referred;
    counted.insert(themselves.begin(), themselves.end());
    std::vector<OtherClass> others;
    for (auto const& term : stage.terms)
        for (auto const& [class_id, scores] : term)
            if (!not_among.contains(class_id)) others.push_back(other_class(scores, taken, counted));
    return others;
}

}  // namespace comparison
