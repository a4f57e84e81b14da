#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "assessments/instrument.hpp"
#include "impact/impact.hpp"
#include "programmes/programmes.hpp"
#include "sessions/sessions.hpp"

namespace moving {

// What a pack tells, in the order in which it is read. Of the child's own are the last two; how a session was
// that the child told behind a closed door is in none of them.
enum class Section { concerns, areas, programmes, impact, scores, helped, views, confided };
constexpr auto words(Section) {
    return std::array{"concerns", "areas", "programmes", "impact", "scores", "helped", "views", "confided"};
}
std::string_view in_words(Section section);

// Whether the child's word lets go how they see it, and what they said.
struct Going {
    bool views = false;
    bool confided = false;
};

// What the child has to let go before a line of this section goes; nothing where it is the school's own.
Going needed_for(Section section);

// Whether the child has told it in confidence, so that here too only who may read that reads it.
bool is_told_in_confidence(Section section);

// One line of a pack.
struct Line {
    Section section{};
    std::string label;
    std::string text;
    friend bool operator==(Line const&, Line const&) = default;
};
// The line's name in a form: one that says something else has another.
std::string id_of(Line const& line);

// A line that may go, with the words in it that may name somebody else.
struct Offered {
    Line line;
    std::vector<std::string> others = {};
};

// What the pack is made from. Nothing else of a case has a way into it.
struct Concerned {
    Date noticed_on;
    std::string seen;
    std::string tried;
    std::vector<std::string> areas;
};
struct Supported {
    std::string programme;
    programmes::Form form{};
    Date from_on;
    std::optional<Date> ended_on;
    std::optional<cases::EndReason> end_reason;
    int held = 0;  // sessions that were written up for the child
    int attended = 0;
    auto columns() { return std::tie(programme, form, from_on, ended_on, end_reason, held, attended); }
};
struct Reviewed {
    Date reviewed_on;
    impact::ReviewOutcome outcome{};
    auto columns() { return std::tie(reviewed_on, outcome); }
};
// What was written up of a session the child came to.
struct Written {
    Date held_on;
    std::optional<sessions::Feeling> feeling;
    std::optional<sessions::VoiceFor> said_for;
    std::string next_time;
    auto columns() { return std::tie(held_on, feeling, said_for, next_time); }
};
// A whole rating by an instrument that tells of the child, with each scale's score.
struct ScoreOfScale {
    std::string label;
    int score = 0;
    assessments::Range scores;
    bool high_is_good = true;
    std::string words = {};  // the child's own, of a goal
};
struct Scored {
    std::string instrument;
    bool standardised = false;
    assessments::Informant informant{};
    assessments::Occasion occasion{};
    Date rated_on;
    std::vector<ScoreOfScale> scales;
};
struct Said {
    Date held_on;
    std::string words;
    auto columns() { return std::tie(held_on, words); }
};
struct Shelf {
    std::string area;
    std::vector<std::string> titles;
};
struct Gathered {
    std::vector<Concerned> concerns;
    std::vector<std::string> areas;  // agreed
    std::vector<Supported> places;
    std::vector<programmes::Target> targets;
    std::vector<Reviewed> reviews;
    std::vector<Scored> scores;
    std::vector<Written> sessions;
    std::vector<Shelf> shelves;
    std::vector<Said> confided;
};

}  // namespace moving
