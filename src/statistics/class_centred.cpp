#include "statistics/class_centred.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "statistics/multiplicity.hpp"

namespace statistics {
namespace {

constexpr std::size_t most_measures = 16;
constexpr double tie = 1e-9;  // two indices nearer than this are one, whatever the last bits say
constexpr std::size_t most_rooms = 4096;
constexpr double of_rounding = 1e-12;  // by so much an adjusted p may be too large

double sign_of(Direction concern) { return concern == Direction::low ? 1.0 : -1.0; }

std::span<double const> measure_of(ClassScores const& the_class, std::size_t measure) {
    return the_class.scores.subspan(measure * the_class.pupils, the_class.pupils);
}

// The pupil's distance from the others' mean, made comparable between classes of different size, is the
// distance from the mean of all times this: of m pupils with a score, sqrt(m / (m - 1)).
double stretch(double count) { return count < 2 ? missing : std::sqrt(count / (count - 1)); }

// Writes each pupil's distance below (negative) or above the class, `missing` where there is none.
void centre(std::span<double const> scores, Direction concern, std::span<double> distances) {
    double sum = 0;
    for (double const score : scores) sum += score;
    auto count = static_cast<double>(scores.size());
    if (std::isnan(sum)) {
        sum = count = 0;
        for (double const score : scores)
            if (!std::isnan(score)) sum += score, ++count;
    }
    double const mean = sum / count;
    double const factor = sign_of(concern) * stretch(count);
    for (std::size_t i = 0; i < scores.size(); ++i) distances[i] = factor * (scores[i] - mean);
}

bool has_infinity(std::span<double const> scores) {
    return std::ranges::any_of(scores, [](double score) { return std::isinf(score); });
}

std::optional<Refusal> objection_to(ClassScores const& the_class, std::size_t measures) {
    if (the_class.scores.size() != the_class.pupils * measures) return Refusal::different_lengths;
    if (!the_class.supported.empty() && the_class.supported.size() != the_class.pupils)
        return Refusal::different_lengths;
    if (has_infinity(the_class.scores)) return Refusal::not_finite;
    return std::nullopt;
}

// The distances of those who belong to the reference, pupil by pupil.
void add_ordinary_pupils(
    ClassScores const& the_class, std::span<Direction const> concern, std::vector<double>& centred
) {
    std::vector<double> distances(the_class.scores.size());
    for (std::size_t k = 0; k < concern.size(); ++k)
        centre(
            measure_of(the_class, k),
            concern[k],
            std::span(distances).subspan(k * the_class.pupils, the_class.pupils)
        );
    for (std::size_t i = 0; i < the_class.pupils; ++i) {
        if (!the_class.supported.empty() && the_class.supported[i]) continue;
        std::array<double, most_measures> own{};
        double sum = 0;
        for (std::size_t k = 0; k < concern.size(); ++k) sum += own[k] = distances[k * the_class.pupils + i];
        if (!std::isnan(sum))
            centred.insert(centred.end(), own.begin(), own.begin() + static_cast<long>(concern.size()));
    }
}

double root_of_mean_square(std::vector<double> const& centred, std::size_t measures, std::size_t measure) {
    double squares = 0;
    auto const pupils = centred.size() / measures;
    for (std::size_t i = measure; i < centred.size(); i += measures) squares += centred[i] * centred[i];
    return std::sqrt(squares / static_cast<double>(pupils));
}

}  // namespace

Result<Reference> Reference::of(std::span<ClassScores const> classes, std::span<Direction const> concern) {
    if (concern.empty() || concern.size() > most_measures) return refuse(Refusal::different_lengths);
    Reference reference;
    reference.concern_.assign(concern.begin(), concern.end());
    std::vector<double> centred;
    for (auto const& one : classes) {
        if (auto const objection = objection_to(one, concern.size())) return refuse(*objection);
        auto const before = centred.size();
        add_ordinary_pupils(one, concern, centred);
        reference.classes_ += centred.size() > before;
    }
    if (centred.empty()) return refuse(Refusal::too_few_controls);
    for (std::size_t k = 0; k < concern.size(); ++k) {
        reference.deviations_.push_back(root_of_mean_square(centred, concern.size(), k));
        if (!(reference.deviations_.back() > 0)) return refuse(Refusal::zero_variance);
    }
    reference.note_indices(centred);
    return reference;
}

void Reference::note_indices(std::vector<double> const& centred) {
    auto const measures = concern_.size();
    auto const count = centred.size() / measures;
    std::vector<double> sums(count);
    indices_.resize(count);
    double squares = 0;
    for (std::size_t i = 0; i < count; ++i) {
        double largest = -std::numeric_limits<double>::infinity();
        for (std::size_t k = 0; k < measures; ++k) {
            double const own = centred[i * measures + k] / deviations_[k];
            sums[i] += own;
            largest = std::max(largest, -own);
        }
        squares += sums[i] * sums[i];
        indices_[i] = largest;
    }
    deviation_of_sum_ = std::sqrt(squares / static_cast<double>(count));
    for (std::size_t i = 0; i < count; ++i)
        indices_[i] = std::max(indices_[i], deviation_of_sum_ > 0 ? -sums[i] / deviation_of_sum_ : 0);
    std::ranges::sort(indices_);

    auto const rooms = std::min(most_rooms, 2 * count);
    double const range = indices_.back() - indices_.front();
    rooms_per_point_ = range > 0 ? static_cast<double>(rooms) / range : 0;
    rooms_.assign(rooms + 1, 0);
    std::size_t below = 0;
    for (std::size_t room = 0; room <= rooms; ++room) {
        double const from = indices_.front() + static_cast<double>(room) / std::max(rooms_per_point_, 1e-300);
        while (below < count && indices_[below] < from) ++below;
        rooms_[room] = static_cast<std::uint32_t>(below);
    }
}

double Reference::share_at(double index) const {
    auto const count = indices_.size();
    double const least = index - tie;
    auto const at_or_beyond = [&]() -> std::size_t {
        if (least <= indices_.front()) return count;
        if (least > indices_.back()) return 0;
        auto const room = static_cast<std::size_t>((least - indices_.front()) * rooms_per_point_);
        // The bounds of a room are rounded: a step to either side makes up for it.
        auto below = static_cast<std::size_t>(rooms_[std::min(room, rooms_.size() - 1)]);
        while (below > 0 && indices_[below - 1] >= least) --below;
        while (below < count && indices_[below] < least) ++below;
        return count - below;
    }();
    return static_cast<double>(1 + at_or_beyond) / static_cast<double>(1 + count);
}

double Reference::least_index_with(double share) const {
    auto const all = indices_.size();
    auto const at_or_beyond = std::floor(share * static_cast<double>(1 + all)) - 1;
    if (at_or_beyond < 0) return std::numeric_limits<double>::infinity();
    auto const beyond = static_cast<std::size_t>(at_or_beyond);
    return beyond < all ? indices_[all - 1 - beyond] - tie : -std::numeric_limits<double>::infinity();
}

void Reference::write_indices(ClassScores const& the_class, std::span<double> indices) const {
    constexpr std::size_t fits = 64;
    auto const pupils = the_class.pupils;
    std::array<double, 3 * fits> near{};
    std::vector<double> far;
    std::span<double> work = near;
    if (pupils > fits) far.resize(3 * pupils), work = far;
    auto const distances = work.first(pupils), sums = work.subspan(pupils, pupils),
               largest = work.subspan(2 * pupils, pupils);
    std::ranges::fill(sums, 0.0);
    std::ranges::fill(largest, -std::numeric_limits<double>::infinity());
    for (std::size_t k = 0; k < concern_.size(); ++k) {
        centre(measure_of(the_class, k), concern_[k], distances);
        double const unit = 1 / deviations_[k];
        for (std::size_t i = 0; i < pupils; ++i) {
            double const own = distances[i] * unit;
            sums[i] += own;
            largest[i] = -own > largest[i] ? -own : largest[i];
        }
    }
    double const unit = deviation_of_sum_ > 0 ? 1 / deviation_of_sum_ : 0;
    for (std::size_t i = 0; i < pupils; ++i) {
        bool const whole = !std::isnan(sums[i]);
        indices[i] = whole ? std::max(-sums[i] * unit, largest[i]) : missing;
    }
}

Result<std::vector<std::optional<ClassStanding>>> Reference::standings(ClassScores const& the_class) const {
    if (auto const objection = objection_to(the_class, measures())) return refuse(*objection);
    std::vector<double> indices(the_class.pupils);
    write_indices(the_class, indices);
    std::vector<std::optional<ClassStanding>> all(the_class.pupils);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!std::isnan(indices[i])) all[i] = {.index = indices[i], .p = share_at(indices[i])};
    return all;
}

Result<std::vector<std::optional<IndexParts>>> Reference::parts(ClassScores const& the_class) const {
    if (auto const objection = objection_to(the_class, measures())) return refuse(*objection);
    std::vector<IndexParts> all(the_class.pupils);
    std::vector<double> distances(the_class.pupils);
    for (std::size_t k = 0; k < concern_.size(); ++k) {
        centre(measure_of(the_class, k), concern_[k], distances);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].each.push_back(-distances[i] / deviations_[k]);
            all[i].together += deviation_of_sum_ > 0 ? all[i].each.back() / deviation_of_sum_ : 0;
        }
    }
    std::vector<std::optional<IndexParts>> whole(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        if (std::ranges::none_of(all[i].each, [](double own) { return std::isnan(own); }))
            whole[i] = std::move(all[i]);
    return whole;
}

Result<ClassScreen> screen(Reference const& reference, ClassScores const& the_class, double false_share) {
    if (!(false_share > 0 && false_share < 1)) return refuse(Refusal::p_out_of_range);
    auto standings = reference.standings(the_class);
    if (!standings) return refuse(standings.error());
    Probabilities p;
    for (auto const& standing : *standings) p.push_back(standing ? std::optional(standing->p) : std::nullopt);
    ClassScreen result{.standings = *std::move(standings), .adjusted = *benjamini_hochberg(p)};
    for (std::size_t i = 0; i < p.size(); ++i)
        if (result.adjusted[i] && *result.adjusted[i] <= false_share + of_rounding)
            result.flagged.push_back(i);
    return result;
}

ManyScreens::ManyScreens(Reference const& reference, double false_share)
    : reference_(&reference),
      false_share_(false_share),
      least_index_(reference.least_index_with(false_share + of_rounding)) {}

Result<std::span<std::size_t const>> ManyScreens::flagged(ClassScores const& the_class) {
    if (!(false_share_ > 0 && false_share_ < 1)) return refuse(Refusal::p_out_of_range);
    if (auto const objection = objection_to(the_class, reference_->measures())) return refuse(*objection);
    auto const tests = note_low(the_class);
    std::ranges::sort(low_, {}, &Low::p);
    auto rejected = low_.size();
    while (rejected > 0 && low_[rejected - 1].p * static_cast<double>(tests) / static_cast<double>(rejected) >
                               false_share_ + of_rounding)
        --rejected;
    flagged_.clear();
    for (std::size_t i = 0; i < rejected; ++i) flagged_.push_back(low_[i].pupil);
    std::ranges::sort(flagged_);
    return std::span<std::size_t const>(flagged_);
}

// Notes who could be flagged; says of how many there is an index.
std::size_t ManyScreens::note_low(ClassScores const& the_class) {
    indices_.resize(the_class.pupils);
    reference_->write_indices(the_class, indices_);
    low_.clear();
    std::size_t tests = 0;
    for (std::size_t i = 0; i < indices_.size(); ++i) {
        tests += !std::isnan(indices_[i]);
        if (indices_[i] >= least_index_) low_.push_back({.p = reference_->share_at(indices_[i]), .pupil = i});
    }
    return tests;
}

}  // namespace statistics
