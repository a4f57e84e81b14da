#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "comparison/comparison.hpp"

// A whole class looked at together, with nobody named beforehand (I3). Who stands out is said only where
// enough other classes can tell; else whom to talk about first, which is no finding.
namespace comparison {

// A class as it was last measured: every pupil, who has no score too. Scores are hundredths of a point.
struct WholeClass {
    ClassId class_id;
    std::string class_name;
    Date taken_on;
    std::vector<Date> days = {};  // on which what counts was taken, the first one first
    std::vector<Measure> measures;
    std::vector<PupilId> pupils;
    std::set<PupilId> own = {};  // the visitor's children: they count, and are neither named nor told of
    std::vector<std::vector<std::optional<int>>> scores;  // of each pupil, in the order of the measures
};

// What other classes must be to say who of a whole class stands out.
inline constexpr Needed reference_for_all{.pupils = 300, .classes = 10};
// Of those who are said to stand out, this share is expected to do so by chance.
inline constexpr double false_share = 0.10;
// Without a reference no more are named than these, nor more than a fifth of those screened.
inline constexpr std::size_t most_to_talk_about = 5;

// What a screen can say.
enum class Says { who_stands_out, whom_first, nothing };
constexpr auto words(Says) { return std::array{"who_stands_out", "whom_first", "nothing"}; }

// Why it says nothing, or no more than whom to talk about first.
enum class Short {
    no_measure,                    // no measure that at least half of the class has
    few_pupils,                    // fewer than five with every measure
    few_other_classes,             // fewer ordinary pupils or classes than a screen needs
    few_for_a_class_of_this_size,  // no pupil could stand out, whatever the scores
    all_alike                      // too many share the lowest scores
};
constexpr auto words(Short) {
    return std::array{
        "no_measure", "few_pupils", "few_other_classes", "few_for_a_class_of_this_size", "all_alike"};
}

struct StandsOut {
    std::size_t place = 0;                      // of the pupil in the class
    double p = 1;                               // the share of ordinary pupils as far from their own class
    std::vector<std::size_t> furthest_in = {};  // the measures that make it alone; none where all together do
};

// A pupil to talk about first. No finding.
struct First {
    std::size_t place = 0;
    std::vector<std::size_t> furthest_in = {};
    friend bool operator==(First const&, First const&) = default;
};

struct Screen {
    WholeClass of;
    Says says = Says::nothing;
    std::optional<Short> why = {};
    std::vector<std::size_t> measures = {};  // the places of those that count
    int screened = 0;                        // pupils who have all of them
    int reference_pupils = 0;                // ordinary pupils of other classes
    int reference_classes = 0;
    std::vector<StandsOut> out = {};  // who stands out most first
    std::vector<First> first = {};    // whom to talk about first
    int as_far_as_the_last = 0;  // of the others, those who are as far from the class as the last of these
    bool by_spreads_of_others = false;  // else what counts as far is how much the class itself differs

    // Whether the pupil at this place has every measure that counts.
    bool was_screened(std::size_t place) const;
};

}  // namespace comparison
