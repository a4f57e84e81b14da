#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "measures/measures.hpp"

// Scores of a class from a CSV file: they fill the page of the class, where a person looks them over (I1).
namespace score_files {

// What can be wrong with a file of scores. The numbers are stable: people look them up. From 901 the whole
// file is meant.
enum class Code {
    pupil_unknown = 1,
    pupil_twice = 2,
    name_of_several = 3,
    score_off_its_scale = 4,
    no_column_of_pupils = 901,
    no_column_of_scores = 902,
    two_columns_of_one_measure = 903,
    no_scores = 904
};

// "SCO001"
std::string in_code(Code code);
// What is wrong and how to mend it, in words.
std::string_view in_words(Code code);

// Where in the file, as a spreadsheet counts rows; 0: the file as a whole.
struct Fault {
    Code code{};
    int row = 0;
    std::string column = {};  // the heading
    std::string value = {};   // what stands there
    friend bool operator==(Fault const&, Fault const&) = default;
};

// A pupil of the class as a file may name them.
struct PupilOfClass {
    PupilId id;
    std::string upn;
    std::vector<std::string> names;  // preferred and legal, forename first
    bool is_left_out = false;        // the page does not list them, and so passes over their rows
};

struct FoundScore {
    PupilId pupil;
    measures::Kind kind{};
    int score = 0;  // hundredths of a point
    friend bool operator==(FoundScore const&, FoundScore const&) = default;
};

}  // namespace score_files
