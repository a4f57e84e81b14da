#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"

// A child's way, drawn: the signature of Withy, the same on screen and paper.
namespace design {

enum class StepState { done, current, to_come, not_needed };
struct Step {
    std::string name = {};  // "Referral"
    StepState state = StepState::to_come;
    std::string when = {};  // "3 May"
    std::string path = {};
};
// A stem with a leaf for each step.
h::Node step_line(std::vector<Step> const& steps);

enum class WeekState {
    to_come,
    planned,
    to_record,
    not_begun,
    held,
    missed,
    not_held,
    put_off,
    brought_forward,
    closed
};
struct Week {
    std::string name = {};  // "Week 1"; empty: what became of it says which it is
    std::string when = {};  // "5 May"
    WeekState state = WeekState::to_come;
    std::string why = {};  // of a missed week: "Room taken for a test"
    bool today = false;    // this week
    std::string path = {};
};
// A cell for each week of a programme.
h::Node week_strip(std::vector<Week> const& weeks);

struct ChartPoint {
    std::string when = {};             // "5 May"
    long day = 0;                      // of a count of days: the points stand as far apart as their days
    std::optional<double> value = {};  // none: the week has no rating, and the line has a gap
    bool happened = false;             // what the chart marks under its days
};
struct ChartLine {
    std::string name = {};  // stands beside the end of the line
    std::vector<ChartPoint> points = {};
};
// A day from which on something else held, such as a programme: a broken line, with words on either side.
struct ChartMark {
    long day = 0;
    std::string before = {};  // "Before"
    std::string from = {};    // "Programme"
};
// Something that happened in some of the weeks, with or without a rating: a square under each of them.
struct ChartHappening {
    std::string heading = {};   // of its column in the table: "Session that week"
    std::string happened = {};  // "held"
    std::string did_not = {};   // "none"
    std::string key = {};       // "A session was held in that week"
};
struct Chart {
    std::string question = {};  // "Is Sam finding friendships easier?"
    std::string caption = {};   // what a reader may and may not conclude
    double least = 0;
    double most = 10;
    std::vector<ChartLine> lines = {};   // all with the same days; two at most are easy to read
    std::optional<ChartMark> mark = {};  // no line is drawn over it
    std::optional<ChartHappening> happening = {};
};
// A line chart with its figures in a table to open beside it. Two values alone stand as two marks with their
// numbers, and no line joins them.
h::Node chart(Chart const& chart);

}  // namespace design
