#pragma once

#include <array>

#include "data_map/data_map.hpp"

// Imports.
namespace data_map::declared {

using namespace terms;

inline constexpr std::array import_columns{
    Column{"school_id", key, to_nobody, untouched, says_what_was_imported},
    Column{"id", key, to_nobody, untouched, says_what_was_imported},
    Column{"kind", school, to_nobody, untouched, says_what_was_imported},
    Column{"file_name", school, to_nobody, untouched, says_what_was_imported},
    Column{"columns", school, to_nobody, untouched, says_what_was_imported},
    Column{"decisions", child, to_nobody, untouched, emptied},
    Column{"state", school, to_nobody, untouched, says_what_was_imported},
    Column{"started_by", staff, to_nobody, untouched, says_what_was_imported},
    Column{"started_at", system, to_nobody, untouched, says_what_was_imported},
    Column{"done_at", system, to_nobody, untouched, says_what_was_imported},
    Column{"summary", school, to_nobody, untouched, says_what_was_imported},
    Column{"version", system, to_nobody, untouched, says_what_was_imported},
};

inline constexpr std::array import_file_columns{
    Column{"school_id", key, to_nobody, untouched, with_row},
    Column{"import_id", key, to_nobody, untouched, with_row},
    Column{"number", key, to_nobody, untouched, with_row},
    Column{"name", school, to_nobody, untouched, with_row},
    Column{"bytes", special_category, to_nobody, untouched, with_row},
};

inline constexpr std::array import_columns_columns{
    Column{"school_id", key, to_nobody, untouched, stays_with_the_school},
    Column{"heading", school, to_nobody, untouched, stays_with_the_school},
    Column{"columns", school, to_nobody, untouched, stays_with_the_school},
};

inline constexpr std::array exchange_tables{
    Table{
        .name = "import",
        .holds = "Imports: what came when, and what was decided.",
        .why = running_the_school,
        .kept = for_days,
        .columns = import_columns},
    Table{
        .name = "import_file",
        .holds = "An import's files, until it ends.",
        .why = running_the_school,
        .kept = for_days,
        .columns = import_file_columns},
    Table{
        .name = "import_columns",
        .holds = "How this school's files name their columns.",
        .why = running_the_school,
        .kept = with_the_school,
        .columns = import_columns_columns},
};

}  // namespace data_map::declared
