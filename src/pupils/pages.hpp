#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "design/page.hpp"
#include "pupils/pupils.hpp"

// Whom a list may tag, and in which words: only those of whom this person may know it.
namespace pupils::pages {

using Supported = std::map<PupilId, std::string>;

struct Search {
    std::string typed;
    std::vector<Pupil> found;
    bool more = false;
    Supported supported;
};
// The search with what it found.
design::Page search(Search const& search);

struct Classes {
    std::vector<SchoolClass> own;  // that this person teaches
    std::vector<SchoolClass> others;
    bool may_import = false;
    bool may_end_records = false;      // is led to those that are due to be erased
    bool may_define_measures = false;  // is led to what classes are measured by
    bool may_screen = false;           // is led to whom of each class to talk about first
    bool may_see_scores = false;       // is led to how children are rated over the school
    bool sees_figures_alone = false;   // is led to what support comes to, in figures that tell of no child
};
// The search with nothing typed yet: the classes, the person's own first.
design::Page classes(Classes const& classes);

// What of the class the reader is led to.
struct WaysOn {
    bool measures = false;
    bool assessments = false;
};
// Who is in the class.
design::Page class_list(
    SchoolClass const& of, std::vector<Pupil> const& pupils, Supported const& supported, WaysOn const& ways_on
);

}  // namespace pupils::pages
