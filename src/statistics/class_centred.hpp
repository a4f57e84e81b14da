#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "statistics/refusal.hpp"

// How far a pupil is from their own class, judged by how far ordinary pupils of other classes are from
// theirs. The tail comes from other classes, since no single class can tell it; a class's level, and a
// teacher who rates harshly or kindly, fall out. An own method, tried by simulation (docs/statistics.md) and
// not published: a statistician of the county should read it before it carries a decision.
namespace statistics {

inline constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// A class's scores, measure by measure: those of all pupils on the first, then of all on the second. A score
// that is not there is `missing`.
struct ClassScores {
    std::span<double const> scores;
    std::size_t pupils = 0;
    // Pupils who are or were supported, by their recorded status and never by their scores: they count in
    // their class's means and not in the reference. Empty: nobody.
    std::vector<bool> supported = {};
};

// Where one pupil stands: the concern index (low overall, or strikingly low on one measure), and the share of
// ordinary pupils at least as far below their own class.
struct ClassStanding {
    double index = 0;
    double p = 1;
};

// What one pupil's index is the largest of: how far below the class on each measure, and over all of them
// together, in the reference's spreads.
struct IndexParts {
    std::vector<double> each;
    double together = 0;
};

// Ordinary pupils of other classes. Sources: docs/statistics.md; the share is a finite-sample p (Phipson and
// Smyth 2010, Statistical Applications in Genetics and Molecular Biology 9:39).
class Reference {
public:
    // From classes that measured the same, none of them the pupil's own. A pupil without every measure is
    // left out, as is a measure that only one pupil of a class has. Refuses different_lengths, not_finite
    // (infinite scores), too_few_controls (nobody) and zero_variance (a measure on which nobody differs from
    // their class).
    static Result<Reference> of(std::span<ClassScores const> classes, std::span<Direction const> concern);

    std::size_t pupils() const { return indices_.size(); }
    std::size_t classes() const { return classes_; }
    std::size_t measures() const { return concern_.size(); }
    // The spread of each measure around its class, and of their sum in those units.
    std::span<double const> deviations() const { return deviations_; }
    double deviation_of_sum() const { return deviation_of_sum_; }

    // One entry for each pupil; none where a measure is missing. Refuses different_lengths and not_finite.
    Result<std::vector<std::optional<ClassStanding>>> standings(ClassScores const& the_class) const;

    // What makes each pupil's index; none where a measure is missing. Refuses as `standings` does.
    Result<std::vector<std::optional<IndexParts>>> parts(ClassScores const& the_class) const;

    // The indices of the same, with `missing` for none. How many scores there are is not looked at again.
    void write_indices(ClassScores const& the_class, std::span<double> indices) const;

    // The share of the reference whose index is this or more, the pupil counted in: (1 + those) / (1 + all).
    double share_at(double index) const;

    // An index below which that share is always larger than this.
    double least_index_with(double share) const;

private:
    void note_indices(std::vector<double> const& centred);

    std::vector<Direction> concern_;
    std::size_t classes_ = 0;
    std::vector<double> deviations_;
    double deviation_of_sum_ = 0;
    std::vector<double> indices_;       // rising
    std::vector<std::uint32_t> rooms_;  // for each room of the indices' range: how many lie below it
    double rooms_per_point_ = 0;
};

// A screen of a whole class: Benjamini-Hochberg over its pupils.
struct ClassScreen {
    std::vector<std::optional<ClassStanding>> standings;
    std::vector<std::optional<double>> adjusted;
    std::vector<std::size_t> flagged;
};
// Flags with a share `false_share` of false ones among those flagged. Refuses what `standings` refuses, and
// p_out_of_range for a share that does not lie between 0 and 1.
Result<ClassScreen> screen(
    Reference const& reference, ClassScores const& the_class, double false_share = 0.10
);

// Screens one class after another beside the same reference, which must outlive it: whom `screen` flags, by
// fewer steps, for a country's classes.
class ManyScreens {
public:
    explicit ManyScreens(Reference const& reference, double false_share = 0.10);

    // Those flagged, by their place in the class; until another class is asked for. Refuses what `screen`
    // refuses.
    Result<std::span<std::size_t const>> flagged(ClassScores const& the_class);

private:
    struct Low {
        double p;
        std::size_t pupil;
    };
    std::size_t note_low(ClassScores const& the_class);

    Reference const* reference_;
    double false_share_;
    double least_index_;  // of whoever could be flagged
    std::vector<double> indices_;
    std::vector<Low> low_;
    std::vector<std::size_t> flagged_;
};

}  // namespace statistics
