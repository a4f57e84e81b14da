#pragma once

#include <span>
#include <vector>

#include "simulation/population.hpp"

// Rules that look for pupils in need, the recommended and those that were tried and rejected.
namespace simulation {

// Other classes, as a rule may know them: their scores, and what they are as a reference.
struct Pool {
    std::vector<double> sums;  // of each pupil's scores, low where it gives concern; rising
    statistics::Reference reference;
};

// One class, and what it may be held against.
struct Setting {
    statistics::ClassScores the_class;
    std::span<statistics::Direction const> concern;
    Pool const* hundred = nullptr;
    Pool const* three_hundred = nullptr;
    Pool const* thousand = nullptr;
};

// Over a whole class.
enum class Screen {
    z_score,                   // A: below -1.5 against the class's mean with the pupil in it, on any measure
    crawford_howell,           // B: p < .05 on any measure
    crawford_howell_holm,      // C: Holm over pupils and measures
    pooled_norm,               // D: the sum against some 300 others, whoever rated them; BH .10
    centred_three_hundred,     // G: the concern index against some 300 of other classes; BH .10
    centred_thousand,          // H: against some 1,000 (recommended)
    centred_thousand_holm,     // I: as H, Holm .05
    two_of_three,              // Crawford-Howell p < .05 on at least two measures
    crawford_howell_bh,        // BH .10 over pupils and measures
    sum_crawford_howell_holm,  // of the sum of standardised measures, Holm over pupils
    sum_crawford_howell_bh     // of the same sum, BH .10 over pupils
};
constexpr auto words(Screen) {
    return std::array{
        "A",
        "B",
        "C",
        "D",
        "G",
        "H",
        "I",
        "two_of_three",
        "crawford_howell_bh",
        "sum_crawford_howell_holm",
        "sum_crawford_howell_bh"};
}
// Which pupils are flagged.
std::vector<bool> flagged(Screen rule, Setting const& setting);

// Of one pupil who was named beforehand.
enum class Check {
    z_score,               // a
    crawford_howell,       // b: p < .05 on any measure
    crawford_howell_holm,  // c: Holm over the measures
    sum_crawford_howell,   // d: of their standardised sum, p <= .05
    sum_rank,              // e: exact rank of their sum, p <= .05
    pooled_norm,           // f: the sum against some 300 others
    centred_hundred,       // g: the concern index against some 100 of other classes
    centred_three_hundred  // h: against some 300 (recommended)
};
constexpr auto words(Check) { return std::array{"a", "b", "c", "d", "e", "f", "g", "h"}; }
bool is_flagged(Check rule, Setting const& setting, std::size_t pupil);

// Each pupil's scores summed, turned so that a low sum gives concern.
std::vector<double> sums_of(
    statistics::ClassScores const& the_class, std::span<statistics::Direction const> concern
);

}  // namespace simulation
