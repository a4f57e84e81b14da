#pragma once

#include <array>
#include <compare>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "assessments/instrument.hpp"
#include "base/instant.hpp"
#include "base/words.hpp"

// What nurture support of a school comes to over a school year: whom it reaches, how long they wait, what of
// it was held, and how far children changed. No figure tells of fewer than five children, by itself or beside
// the others (D7).
namespace insight {

// No count from 1 to one below it is told, and none can be worked out more closely than by as many.
inline constexpr int fewest_children = 5;

// The later measure of a score.
enum class Span { entry_to_exit, entry_to_follow_up };
constexpr auto words(Span) { return std::array{"entry_to_exit", "entry_to_follow_up"}; }

// One scale of one version of an instrument, as one kind of adult rates it: neither versions nor informants
// are pooled.
struct Scale {
    std::string instrument;
    int version = 1;
    std::string scale;
    std::string informant;
    Span span{};
    auto operator<=>(Scale const&) const = default;
};

// How one child changed between two measures, in the measure's units.
struct Change {
    double by = 0;
    int days = 0;
};

// What a child had who began a programme in the school year.
struct Support {
    bool one_to_one = false;
    bool in_group = false;
    std::optional<int> days_waited;  // from referral to start
    int planned = 0;                 // sessions
    int delivered = 0;
    int attended = 0;
    std::optional<Change> targets;  // mean over the child's targets, 0 to 10, first measure to impact review
    std::map<Scale, Change> scores = {};
    std::set<std::string> areas = {};
};

// A child on the roll in the school year. A text is empty where the roll does not say.
struct Child {
    std::string sex;
    std::string sen_provision;
    std::string year_group;
    std::string pupil_premium = {};
    std::string ethnicity = {};  // of nobody where the school does not keep it
    bool referred = false;
    std::optional<Support> support = {};
};

// By what children are told apart; `everyone` is by nothing.
enum class Dimension { everyone, sex, sen_provision, year_group, pupil_premium, ethnicity, target_area };
constexpr auto words(Dimension) {
    return std::array{
        "everyone", "sex", "sen_provision", "year_group", "pupil_premium", "ethnicity", "target_area"};
}

// How a group changed. Those who are not measured twice are the others of its cell.
struct GroupChange {
    int measured = 0;
    double mean = 0;
    double deviation = 0;  // divisor n - 1
    int days_between = 0;  // median
};

// Children of one kind of provision and one part of a dimension, and what may be told of them.
struct Cell {
    std::string provision;  // "group", "group+both"; empty: any
    Dimension dimension{};
    std::string part;  // "F", "3+4"; empty: everyone
    int supported = 0;
    std::optional<int> on_roll = {};
    std::optional<int> days_waited = {};  // median
    std::optional<int> planned = {};      // sessions, of each child
    std::optional<int> delivered = {};
    std::optional<int> attended = {};
    std::optional<GroupChange> change = {};
};

// What a scale was called when the figures were made, which way is better, which edition of it that was (see
// edition_of) and between which scores. Figures that were made before these two were kept have neither.
struct ScaleInWords {
    std::string instrument;
    std::string scale;
    assessments::Direction direction{};
    std::string edition = {};
    std::optional<int> least = {};
    std::optional<int> most = {};
};

struct ScaleChange {
    Scale scale;
    GroupChange change;
    ScaleInWords in_words = {};
};

// All that is ever told of one school year.
struct Outcomes {
    int on_roll = 0;
    std::optional<int> referred;  // supported or not
    std::vector<Cell> cells;      // none: fewer than five children, or all but so few, had support
    std::vector<ScaleChange> scales;
};

// A school year's outcomes as they were made, once.
struct Release {
    int school_year = 0;  // 2025 for 2025/26
    std::string made_by_name;
    Instant made_at;
    std::optional<Instant> given_at;  // to the county
    std::string given_by_name;
    Outcomes outcomes;
};

// The cell of this provision and part, where it is told.
Cell const* find(
    Outcomes const& outcomes, std::string_view provision, Dimension dimension, std::string_view part
);

// "2025/26"
std::string year_in_words(int school_year);

// "/insight/2025"
std::string path_of(int school_year);

}  // namespace insight
