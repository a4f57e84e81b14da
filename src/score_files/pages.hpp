#pragma once

#include "design/form.hpp"
#include "design/page.hpp"
#include "measures/class_page.hpp"
#include "score_files/score_files.hpp"

namespace score_files::pages {

// The page of the class, filled in from the file or as it stands, with why the file was not taken.
design::Page of_class(design::FormGuard const& guard, measures::ClassPage const& page);

// What is wrong in the file, by row and column.
design::Page faults(
    design::FormGuard const& guard,
    measures::ClassOnDay const& on_day,
    std::string const& file_name,
    std::vector<Fault> const& faults
);

}  // namespace score_files::pages
