#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

// An instrument is data (T1): what is rated, by whom, when, between which numbers, and what scores mean.
namespace assessments {

// Whether a child does well with a high score or with a low one, and which way the profile draws it.
enum class Direction { high_is_good, low_is_good };
constexpr auto words(Direction) { return std::array{"high_is_good", "low_is_good"}; }
enum class Drawn { up, down };
constexpr auto words(Drawn) { return std::array{"up", "down"}; }

// Whose view of the child an assessment is. Those of two informants are never pooled (T3).
enum class Informant { class_teacher, nurture_assistant, senco, other_staff, parent, child };
constexpr auto words(Informant) {
    return std::array{"class_teacher", "nurture_assistant", "senco", "other_staff", "parent", "child"};
}

// When in a child's support an assessment is made.
enum class Occasion { entry, exit, follow_up, weekly, other };
constexpr auto words(Occasion) { return std::array{"entry", "exit", "follow_up", "weekly", "other"}; }

// Whole numbers, both ends included.
struct Range {
    int least = 0;
    int most = 0;
    bool holds(int number) const { return least <= number && number <= most; }
    friend bool operator==(Range const&, Range const&) = default;
};

// What gets one score: a strand, a scale, a goal.
struct Scale {
    std::string code;
    std::string label;
    std::string cluster = {};
    std::optional<int> items = {};         // none: not known, or not made of items
    std::optional<Range> range = {};       // none: what its items give, once their number is known
    std::vector<std::string> sum_of = {};  // the codes of the scales that it adds up; nobody enters it
    bool optional = false;                 // may be left out
    bool named_by_child = false;           // has words of the child's own, such as a goal
    std::vector<std::string> areas = {};   // names of the target areas that it leads to
};

struct Section {
    std::string code;
    std::string name;
    Direction direction{};
    Drawn drawn{};
    std::optional<int> items = {};  // how many its scales have together
    std::vector<Scale> scales;
};

// A question by its number; its words are there where they may be shown to everybody.
struct Item {
    int number = 0;
    std::string scale;
    std::string words = {};
};

// On which occasions it is used, and with which items; all of them where none are named.
struct Form {
    Occasion occasion{};
    std::vector<int> items = {};
};

// What two scores agreed by for a reliability to be worked out: those of one child rated twice, of two
// raters, of the items among themselves, or of two forms.
enum class ReliabilityKind { test_retest, between_raters, internal_consistency, parallel_forms };
constexpr auto words(ReliabilityKind) {
    return std::array{"test_retest", "between_raters", "internal_consistency", "parallel_forms"};
}

// What an instrument's manual says of a scale's scores among these children, in points: how they are spread,
// and how far they can be relied on, from 0 to 1.
struct Precision {
    double mean = 0;
    double standard_deviation = 0;
    double reliability = 0;
    std::optional<ReliabilityKind> kind = {};  // none: kept before it was asked
};

// The range of scores usual among the children whom the norms were made with, for children of these ages.
struct NormBand {
    std::string scale;
    Range usual;
    std::optional<Precision> precision = {};  // none: the manual says nothing, or nobody entered it
    std::optional<int> lowest_tenth = {};     // of a school's own: up to this score, where it is told
    std::optional<int> highest_tenth = {};    // and from this score on
};
struct NormSet {
    std::string code;
    Range ages;  // in years
    std::string source = {};
    std::vector<NormBand> bands;
};

// What scores are called, from the lowest on. Two schemes cut the same scale at different scores, so that a
// band says nothing without its scheme.
struct Step {
    std::string name;
    Range scores;
};
struct ScaleBands {
    std::string scale;
    std::vector<Step> steps;
};
struct Scheme {
    std::string code;
    std::string name;
    std::vector<Informant> informants = {};  // whose ratings it is for; all of them where none are named
    std::vector<ScaleBands> bands;
};

struct Instrument {
    std::string code;
    std::string name;
    std::string owner;
    std::string licence;  // what a school has to know before it uses it
    bool standardised = false;
    Range ages;                        // in years
    std::optional<Range> rating = {};  // of one item
    std::vector<Informant> informants;
    std::vector<Form> forms;
    std::vector<Section> sections;
    std::vector<Item> items = {};
    std::vector<NormSet> norm_sets = {};
    std::vector<Scheme> schemes = {};
};

// What is wrong with a file, where (a JSON pointer, RFC 6901) and what to do about it.
struct Fault {
    std::string where;
    std::string what;
    friend bool operator==(Fault const&, Fault const&) = default;
};
using Faults = std::vector<Fault>;

// How many items scales have, by their codes.
using ItemCounts = std::map<std::string, int>;

// "The class teacher", "On entry"
std::string_view in_words(Informant informant);
std::string_view in_words(Occasion occasion);
// "one child rated twice (test-retest)"
std::string_view in_words(ReliabilityKind kind);
// "More is better", "Less is better"
std::string_view in_words(Direction direction);

// Every scale of every section, in the order of the file.
std::vector<Scale> scales_of(Instrument const& instrument);
// The scale of this code; nothing where there is none.
Scale const* scale_of(Instrument const& instrument, std::string_view code);
// The section that holds the scale of this code; nothing where there is none.
Section const* section_of(Instrument const& instrument, std::string_view code);
// "A, gives purposeful attention"; of a scale whose code is a word its label alone: "Settling".
std::string called(Scale const& scale);
// How it is used on this occasion; nothing where it is not.
Form const* form_for(Instrument const& instrument, Occasion occasion);
// Between which numbers a scale that is entered is scored, with every item; nothing where that is not known
// yet.
std::optional<Range> scores_of(Instrument const& instrument, Scale const& scale);
// The same instrument with these numbers of items, by the code of the scale.
Instrument with_items(Instrument instrument, ItemCounts const& items);

}  // namespace assessments
