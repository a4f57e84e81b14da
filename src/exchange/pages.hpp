#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "exchange/import.hpp"
#include "exchange/sheet.hpp"

// The steps of an import: upload, columns, check, review, done.
namespace exchange::pages {

// Imports on their way and done, and the upload.
design::Page imports(
    design::FormGuard const& guard, std::vector<Import> const& latest, Answers const& answers
);

// A column as a person sees it: its heading and what stands in it.
struct ColumnShown {
    std::string heading;
    std::vector<std::string> samples;
    std::string file = {};  // where several were joined
};
struct ColumnsPage {
    Import import;
    std::vector<ColumnShown> columns;
    std::size_t rows = 0;
    bool knows_a_heading = true;
    bool asks_dates = false;  // dates such as 4/3/2017 can be read either way
    std::vector<SchoolInFiles> schools = {};
    std::vector<std::string> unneeded = {};
    bool keeps_ethnicity = false;
    std::vector<std::string> contacts_left_out = {};  // "Contact 4"
};
design::Page columns(design::FormGuard const& guard, ColumnsPage const& page, Answers const& answers);

struct CheckPage {
    Import import;
    Faults faults;
    std::size_t rows_read = 0;
    bool decided_some = false;  // doubtful rows were decided, which can be taken back
};
// Every fault and warning, with row and column.
design::Page check(design::FormGuard const& guard, CheckPage const& page);

// What happened to an import that is done.
design::Page done(Import const& import);

}  // namespace exchange::pages
