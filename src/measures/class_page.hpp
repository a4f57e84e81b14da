#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "measures/class_on_day.hpp"

namespace measures {

// The names of a pupil's fields on the page of a class: the score in a measure, and what stood in the row.
std::string score_field(PupilId const& pupil, Kind kind);
std::string stood_field(PupilId const& pupil);
// The name of the field that says which measure a column of the page is of.
std::string measure_field(Kind kind);

// What stood in one cell of a row, and in which version.
struct Stood {
    std::optional<int> score;
    int version = 0;
};
// "1:3 0: 2:4.5": a row's cells in the order of the measures, and back; of text that is none, nothing stood.
std::string as_text(std::vector<Stood> const& row);
std::vector<Stood> stood_from(std::string_view text, std::size_t cells);

// Whether the form was sent from a page with a column of another measure than stands in its place, or of one
// that stands no more.
bool is_of_other_measures(Fields const& form, std::vector<Measure> const& measures);
// What stood in the pupil's row as the form was shown, in the order of these measures; nothing in a column
// that the page did not have.
std::vector<Stood> stood_in(Fields const& form, PupilId const& pupil, std::vector<Measure> const& measures);

// One cell of the page of a class: what stands in its field, and what is wrong with it. Without a field
// nothing can be entered there.
struct Cell {
    std::string field;
    std::string value;
    std::string error = {};
};

// A pupil's line on it.
struct Line {
    need_to_know::Named pupil;
    std::vector<Cell> cells;  // in the order of the measures
    std::string stood_field;
    std::string stood;  // what stands in the cells now, and in which version
    bool is_complete = false;
};

// Measures that were taken, and in which stretch of the year: "Summer".
struct Taken {
    TakingSoFar so_far;
    std::string occasion;
};

// The page on which the measures of a whole class are entered.
struct ClassPage {
    ClassOnDay on_day;
    Date today;
    std::string occasion;  // "Summer"; empty in the holidays
    std::vector<Line> lines;
    std::vector<Taken> takings;
    FormErrors errors = {};
    Fields typed_day = {};
    std::vector<Date> counting =
        {};  // other days of today's occasion, whose scores count with those of today
    std::vector<need_to_know::Named> lacking = {};  // who has no score of it yet in some measure
    std::string from_file = {};  // what a file filled in, to be looked over: "3 scores of measures.csv"
};

}  // namespace measures
