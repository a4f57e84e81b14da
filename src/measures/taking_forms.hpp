#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "measures/class_page.hpp"

namespace measures::forms {

// A score that was typed for one pupil in one measure.
struct TypedScore {
    PupilId pupil;
    MeasureId measure;
    std::optional<int> score;
    Stood stood;
};

// What is asked for on the page: the measures that stand, and the pupils by name with what is stored of each.
struct Row {
    PupilId pupil;
    std::string name;
    std::vector<std::optional<int>> stored;  // in the order of the measures
};
// The scores of each row that the form holds; a row that it does not hold is left as it is. A score off its
// scale is said at its field, with what stays stored.
Expected<std::vector<TypedScore>, FormErrors> scores(
    Fields const& form, std::vector<Measure> const& measures, std::vector<Row> const& rows
);

// "Enter a score from 1 to 5", "… from 1 to 5 in steps of 0.5"
std::string what_to_enter(Definition const& definition);

// The day that the page is asked for; today where none is named.
Expected<Date, FormErrors> day(Fields const& query, Date today);

}  // namespace measures::forms
