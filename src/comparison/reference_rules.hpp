#pragma once

#include <optional>
#include <span>
#include <vector>

#include "comparison/comparison.hpp"
#include "statistics/class_centred.hpp"

namespace comparison {

// On which side a score of the measure gives concern.
statistics::Direction concern_of(Measure const& measure);

// A class's scores measure by measure, in points, as a reference takes them.
struct Sheet {
    std::vector<double> scores;
    std::size_t pupils = 0;
    std::vector<bool> supported = {};

    statistics::ClassScores as_class() const {
        return {.scores = scores, .pupils = pupils, .supported = supported};
    }
    // The scores of one more measure, one for each pupil.
    void add(std::span<std::optional<int> const> hundredths);
};

// Ordinary pupils of the other classes in the measures at these places. A class of which fewer than five have
// them all is left out: a few stragglers say nothing about how far pupils are from their class.
statistics::Result<statistics::Reference> reference_of(
    std::span<OtherClass const> others,
    std::span<std::size_t const> places,
    std::span<statistics::Direction const> concern
);

// True where the reference is as large as the claim needs.
bool is_enough(statistics::Reference const& reference, Needed const& needed);

}  // namespace comparison
