#include "score_files/score_files.hpp"

#include <fmt/format.h>

namespace score_files {

std::string in_code(Code code) { return fmt::format("SCO{:03}", static_cast<int>(code)); }

std::string_view in_words(Code code) {
    switch (code) {
        case Code::pupil_unknown:
            return "Nobody who was in the class on this day has this UPN or name. Write it as it stands in "
                   "the class, or take the row out";
        case Code::pupil_twice: return "The pupil stands in an earlier row too. Take one of the two out";
        case Code::name_of_several:
            return "Several pupils of the class have this name. Name them by UPN in a column of its own";
        case Code::score_off_its_scale:
            return "This is not on the measure's scale. Enter a score that is, or leave the cell blank";
        case Code::no_column_of_pupils:
            return "No column names the pupils. Head one UPN or Name, or two Forename and Surname";
        case Code::no_column_of_scores:
            return "No column holds scores of a measure that stood on this day. Head it Achievement, "
                   "Progress "
                   "or Behaviour, or with the measure's own name";
        case Code::two_columns_of_one_measure:
            return "Two columns are headed as the same measure. Take one of them out";
        case Code::no_scores:
            return "No cell below the headings holds a score of a pupil whom the page lists";
    }
    return {};
}

}  // namespace score_files
