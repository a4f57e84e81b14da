#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace exchange {

// Everything that can be wrong with an imported file. The numbers are stable: people look them up. From 1 a
// row's faults, which stop the import; from 101 warnings; from 901 faults of the whole file.
enum class Code {
    surname_missing = 1,
    forename_missing = 2,
    birth_date_missing = 3,
    birth_date_unreadable = 4,
    birth_date_to_come = 5,
    upn_twice = 6,
    pupil_twice = 7,
    too_long = 8,
    upn_of_another = 9,
    birth_date_too_early = 11,
    id_twice = 12,
    name_missing = 21,
    address_twice = 22,
    upn_letter_wrong = 101,
    upn_malformed = 102,
    sex_unknown = 103,
    year_unknown = 104,
    sen_unknown = 105,
    address_unlikely = 106,
    cells_without_heading = 107,
    pupil_repeated = 108,
    short_year = 109,
    age_unlikely = 110,
    class_missing = 111,
    contact_without_name = 112,
    not_a_pupil = 113,
    language_unknown = 114,
    several_classes = 115,
    id_unknown = 116,
    contacts_left_out = 117,
    dates_read_day_first = 118,
    responsibility_unsaid = 119,
    legal_name_stays = 120,
    role_unknown = 121,
    class_unknown = 122,
    year_far_from_age = 123,
    year_outside_school = 124,
    own_role = 125,
    neither_yes_nor_no = 126,
    order_too_long = 127,
    order_taken = 128,
    order_left_out = 129,
    ethnicity_unknown = 130,
    premium_unknown = 131,
    file_empty = 901,
    file_too_large = 902,
    too_many_rows = 903,
    too_many_columns = 904,
    not_text = 905,
    is_workbook = 906,
    no_rows = 907,
    column_missing = 908,
    cell_too_long = 909,
    is_utf_16 = 910,
    too_many_cells = 911,
    several_files = 912,
    no_file_of_pupils = 913,
    file_does_not_fit = 914,
    nobody_is_a_student = 915,
    too_many_id_columns = 916,
    too_much_together = 917,
    one_column = 918,
    roles_unsaid = 919
};

// "IMP001"
std::string in_code(Code code);

// What is wrong and how to mend it, in words.
std::string_view in_words(Code code);

// Warnings leave the import free to go on.
bool is_warning(Code code);

// Where in the file, as a spreadsheet counts rows; 0: the file as a whole.
struct Fault {
    Code code{};
    int row = 0;
    std::string column = {};  // the heading
    std::string value = {};   // what stands there
    std::string file = {};    // which of several files that were joined; empty: the only one

    friend bool operator==(Fault const&, Fault const&) = default;
};
using Faults = std::vector<Fault>;

// Faults of one kind in one column, which a list says once.
struct Alike {
    Fault first;
    std::vector<int> rows;            // the first few
    std::vector<std::string> values;  // the first few that differ
    long count = 0;
};
// In the order in which the first of each came.
std::vector<Alike> alike(Faults const& faults);

// Whether any of them stops the import.
bool stops(Faults const& faults);

}  // namespace exchange
