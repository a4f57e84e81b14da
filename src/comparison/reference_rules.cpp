#include "comparison/reference_rules.hpp"

#include <algorithm>

namespace comparison {
namespace {

Sheet sheet_of(OtherClass const& other, std::span<std::size_t const> places) {
    Sheet sheet;
    for (auto const place : places) {
        std::vector<std::optional<int>> scores;
        for (auto const& pupil : other.pupils) scores.push_back(pupil.scores[place]);
        sheet.add(scores);
    }
    for (auto const& pupil : other.pupils) sheet.supported.push_back(pupil.left_out);
    return sheet;
}

bool is_whole_enough(OtherClass const& other, std::span<std::size_t const> places) {
    auto const has_all = [&](OtherClass::Pupil const& pupil) {
        return std::ranges::all_of(places, [&](auto place) { return pupil.scores[place].has_value(); });
    };
    return std::ranges::count_if(other.pupils, has_all) >= static_cast<long>(fewest_classmates);
}

}  // namespace

statistics::Direction concern_of(Measure const& measure) {
    return measure.definition.concern_when == measures::ConcernWhen::low ? statistics::Direction::low
                                                                         : statistics::Direction::high;
}

void Sheet::add(std::span<std::optional<int> const> hundredths) {
    pupils = hundredths.size();
    for (auto const& score : hundredths) scores.push_back(score ? *score / 100.0 : statistics::missing);
}

statistics::Result<statistics::Reference> reference_of(
    std::span<OtherClass const> others,
    std::span<std::size_t const> places,
    std::span<statistics::Direction const> concern
) {
    std::vector<Sheet> sheets;
    for (auto const& other : others)
        if (is_whole_enough(other, places)) sheets.push_back(sheet_of(other, places));
    std::vector<statistics::ClassScores> classes;
    for (auto const& sheet : sheets) classes.push_back(sheet.as_class());
    return statistics::Reference::of(classes, concern);
}

bool is_enough(statistics::Reference const& reference, Needed const& needed) {
    return reference.pupils() >= needed.pupils && reference.classes() >= needed.classes;
}

}  // namespace comparison
