#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"

// Norms that a school makes out of its own children's ratings (T3).
namespace assessments {

// A rating on entry, with whose it is and whether the child had had any support by then: by what is on record
// of places and sessions, never by the scores.
struct RatedOnEntry {
    PupilId pupil;
    Instant rated_at;
    bool had_support = false;
    Assessment assessment;
};

// From how many children on quarters are told, and tenths. Of 50 a quarter is known to within 13 and 38 of
// 100; of 100 a tenth to within 4 and 18 (docs/statistics.md).
inline constexpr int fewest_for_quarters = 50;
inline constexpr int fewest_for_tenths = 100;
// A band of fewer children would be about single ones.
inline constexpr int fewest_in_a_band = 5;
// What two versions differ by is the ratings between them, and of fewer it would tell.
inline constexpr int fewest_since = 10;

// Why none are made.
enum class NoOwnNorms { standardised, named_by_child, no_whole_entry, too_few, too_few_since, all_alike };
constexpr auto words(NoOwnNorms) {
    return std::array{
        "standardised", "named_by_child", "no_whole_entry", "too_few", "too_few_since", "all_alike"};
}
std::string in_words(NoOwnNorms why);

// How far a school is with norms of its own in one view.
struct OwnSoFar {
    Informant informant{};
    int children = 0;
    int since = 0;  // of them, rated since the last were made; all of them where none were
    std::optional<Instant> made_at = {};
    std::optional<NoOwnNorms> why_none = {};
};

// Where a score lies among the children of a school's own norms.
enum class Among { lowest_tenth, lowest_quarter, middle, highest_quarter, highest_tenth };
constexpr auto words(Among) {
    return std::array{"lowest_tenth", "lowest_quarter", "middle", "highest_quarter", "highest_tenth"};
}
Among among(int score, NormBand const& band);
std::string_view in_words(Among among);

// "/school/instruments/…/own-norms"
std::string own_norms_path(InstrumentId const& instrument);

}  // namespace assessments
