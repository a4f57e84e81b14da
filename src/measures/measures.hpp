#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "base/calendar.hpp"
#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"
#include "pupils/pupils.hpp"

// What a school measures in its classes: achievement, progress and behaviour, each on a scale of its own,
// taken for a whole class on a day (I1).
namespace measures {

using MeasureId = Id<struct MeasureTag>;
using TakingId = Id<struct ClassTakingTag>;
using ScoreId = Id<struct ClassScoreTag>;

enum class Kind { achievement, progress, behaviour };
constexpr auto words(Kind) { return std::array{"achievement", "progress", "behaviour"}; }

// At which end of the scale a score gives concern.
enum class ConcernWhen { low, high };
constexpr auto words(ConcernWhen) { return std::array{"low", "high"}; }

// What may be worked out from scores on the scale, decided once and never by looking at scores: one judgement
// in a few steps; several ratings added up; a test's standardised score; or many values of which most
// children have one near the same end.
enum class Scale { single_rating, several_items, standardised, piled_up };
constexpr auto words(Scale) {
    return std::array{"single_rating", "several_items", "standardised", "piled_up"};
}

enum class RatedBy { class_teacher, support_staff, test };
constexpr auto words(RatedBy) { return std::array{"class_teacher", "support_staff", "test"}; }

enum class TakenEach { half_term, term, year };
constexpr auto words(TakenEach) { return std::array{"half_term", "term", "year"}; }

// What a measure is. `least`, `most` and `step` are hundredths of a point, as every score is.
struct Definition {
    Kind kind{};
    std::string name;
    int least = 100;
    int most = 500;
    int step = 100;
    ConcernWhen concern_when{};
    Scale scale{};
    RatedBy rated_by{};
    TakenEach taken_each = TakenEach::term;
    std::string meaning = {};  // of the scores, in the school's own words; empty where nobody has written it
    friend bool operator==(Definition const&, Definition const&) = default;
    auto columns() {
        return std::tie(kind, name, least, most, step, concern_when, scale, rated_by, taken_each, meaning);
    }
};

// A measure of the school. It stands from a day until another of its kind takes its place, or until it is
// ended; scores of two measures are never mixed.
struct Measure {
    MeasureId id;
    Definition definition;
    Date from_on;
    std::optional<Date> until_on = {};
    std::optional<MeasureId> follows = {};  // the one whose scale this one replaced
    int version = 1;
    auto columns() {
        return std::tuple_cat(
            std::tie(id), definition.columns(), std::tie(from_on, until_on, follows, version)
        );
    }
};

// Measures of a whole class on a day.
struct Taking {
    TakingId id;
    ClassId class_id;
    Date taken_on;
    auto columns() { return std::tie(id, class_id, taken_on); }
};

// One pupil's score in one measure of a taking, in hundredths of a point. Without a score it was taken back.
struct Score {
    ScoreId id;
    TakingId taking;
    MeasureId measure;
    PupilId pupil;
    std::optional<int> score;
    int version = 1;
    auto columns() { return std::tie(id, taking, measure, pupil, score, version); }
};

// A taking of a class with how far it has come: of the pupils who were in the class on its day, how many have
// a score in every measure that stood then, and how many have any.
struct TakingSoFar {
    Taking taking;
    int pupils = 0;
    int complete = 0;
    int begun = 0;
    auto columns() { return std::tuple_cat(taking.columns(), std::tie(pupils, complete, begun)); }
};

// True where the score lies on the scale and on one of its steps.
bool is_on_scale(Definition const& definition, int score);

// How many different scores the scale has.
int scores_on(Definition const& definition);

// True where every score is a single figure, so that one key enters it.
bool takes_one_key(Definition const& definition);

// True where the two differ in something that a score hangs on: its scale, what may be worked out from it,
// which end gives concern, or who rates.
bool is_another_scale(Definition const& one, Definition const& other);

// What of an occasion a class still lacks: of its pupils, how many have a score in every measure of it.
struct StillToTake {
    ClassId class_id;
    std::string class_name;
    std::string occasion;  // "Summer"
    int pupils = 0;
    int complete = 0;
};

// Where the measures of a class are entered; of a day.
std::string path_of_class(ClassId const& class_id);
std::string path_of_class(ClassId const& class_id, Date day);

// Where it stands whom of a class to talk about first.
std::string screen_path(ClassId const& class_id);

// "Achievement"
std::string_view in_words(Kind kind);
std::string_view in_words(RatedBy rated_by);
// "each half term"
std::string_view in_words(TakenEach taken_each);
std::string_view in_words(Scale scale);
std::string_view in_words(ConcernWhen concern_when);

}  // namespace measures

using measures::MeasureId;
using measures::TakingId;
