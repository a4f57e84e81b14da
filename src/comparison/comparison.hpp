#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/words.hpp"
#include "measures/measures.hpp"
#include "need_to_know/named.hpp"
#include "statistics/exact_share.hpp"
#include "statistics/single_case.hpp"

// A child beside the rest of the class, in what the school measures (I2). The figures inform; a person
// decides (I4).
namespace comparison {

using measures::Measure;

// One score, and whose.
struct ScoreOf {
    ClassId class_id;
    MeasureId measure;
    PupilId pupil;
    int score = 0;
    Date taken_on = {};
    auto columns() { return std::tie(class_id, measure, pupil, score, taken_on); }
};

// The class in which the child was last measured, measure by measure, the child left out. Scores are
// hundredths of a point, as measures keep them.
struct InClass {
    struct OfMeasure {
        Measure measure;
        std::optional<int> own;
        std::vector<std::optional<int>> others;  // of each classmate, in one order for all measures
    };
    ClassId class_id;
    std::string class_name;
    Date taken_on;
    std::vector<OfMeasure> measures;
};

// Another class that was measured in the same term, and has never held the child.
struct OtherClass {
    struct Pupil {
        std::vector<std::optional<int>> scores;  // in the order of the child's measures
        bool left_out =
            false;  // counts in its class alone: referred at any time, or counted in a later class already
    };
    std::vector<Pupil> pupils;
};

// Whether somebody is telling a worry about the child just now, on the form of a concern.
enum class Worry { told, untold };

// What the child is held against.
enum class Basis {
    other_classes,  // how far ordinary pupils of other classes are from theirs
    classmates,     // the classmates' spread, on scales that bear it
    rank,           // how many classmates are rated as low over all measures
    none            // no claim can be made
};
constexpr auto words(Basis) { return std::array{"other_classes", "classmates", "rank", "none"}; }

// In the words of the page; without a claim there is none.
enum class Unusual { very_unusual, unusual, within_the_usual };
constexpr auto words(Unusual) { return std::array{"very_unusual", "unusual", "within_the_usual"}; }

// What a reader should know beside the figures, and what keeps Withy from claiming anything.
enum class Caution {
    nobody_named,      // no concern about the child is open: nobody was worried before looking
    earlier_term,      // the class was measured in a term that is over
    alone,             // nobody else of the class was measured
    few_to_compare,    // fewer than five classmates with a score
    small_class,       // fewer than ten: one pupil weighs much
    some_missing,      // more than a fifth of the class has no score
    half_missing,      // more than half has none
    equal_classmates,  // on a measure on which all classmates have one score
    own_missing,       // the child has no score in a measure that the class has
    scale_replaced,    // a measure of the taking has been replaced since
    single_ratings,    // one class's single ratings cannot carry a claim
    piled_up,          // nor can its scores on a scale on which most lie near the same end
    under_twenty       // a rank cannot carry one in a class of fewer than twenty
};
constexpr auto words(Caution) {
    return std::array{
        "nobody_named",
        "earlier_term",
        "alone",
        "few_to_compare",
        "small_class",
        "some_missing",
        "half_missing",
        "equal_classmates",
        "own_missing",
        "scale_replaced",
        "single_ratings",
        "piled_up",
        "under_twenty"};
}

// One measure of the child's beside the classmates'.
struct Beside {
    Measure measure;
    std::optional<int> own;
    std::vector<int> others;  // those with a score, rising
    int missing = 0;          // classmates without one
    int as_far_out = 0;       // classmates at the child's score or beyond it, on the side of concern
    std::optional<statistics::SingleCase> figures = {};  // where the claim rests on this measure's spread
    std::optional<double> p = {};                        // beside the other measures of the family
};

struct Comparison {
    ClassId class_id;
    std::string class_name;
    Date taken_on;
    std::vector<Date> days = {};  // on which what counts was taken, the first one first
    int classmates = 0;           // with a score in any measure
    std::vector<Beside> measures;
    Basis basis = Basis::none;
    std::optional<Unusual> unusual = {};
    double p = 1;                               // of an ordinary pupil being as far out
    double index = 0;                           // beside other classes: above 0 on the side of concern
    std::vector<std::size_t> furthest_in = {};  // the measures that make it alone; none where all together do
    int as_far = 0;  // of these ordinary pupils, those who are as far from their class
    std::optional<statistics::ShareInterval> share = {};  // what share of all ordinary pupils may be
    int reference_pupils = 0;                             // ordinary pupils of other classes
    int reference_classes = 0;
    int rated_together = 0;   // classmates with a rating in each measure
    int as_low_over_all = 0;  // of these, those whose ratings together are as low
    std::vector<Caution> cautions = {};
};

// The same with whom it is about, for a page that may name the child.
struct ChildBeside {
    need_to_know::Named child;
    Comparison comparison;
};

// With fewer classmates nothing is claimed, and nothing is shown that would tell whose scores they are.
inline constexpr std::size_t fewest_classmates = 5;

// How many ordinary pupils, of how many other classes, a claim needs (docs/statistics.md).
struct Needed {
    std::size_t pupils = 0;
    std::size_t classes = 0;
};

// "/pupils/…/comparison"
std::string path_of(PupilId const& pupil);

}  // namespace comparison
