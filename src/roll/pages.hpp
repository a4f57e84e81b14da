#pragma once

#include "design/form.hpp"
#include "design/page.hpp"
#include "need_to_know/named.hpp"
#include "pupils/details.hpp"

namespace roll::pages {

// What the roll says of one child, and whether the school keeps ethnicity.
struct Entry {
    need_to_know::Named child;
    pupils::KnownPupil known;
    bool keeps_ethnicity = false;
    bool is_changed_meanwhile = false;  // since the form that is given back was opened
};

// What the school's system says of the child, and the form of what the school may say itself.
design::Page entry(design::FormGuard const& guard, Entry const& entry, Answers const& answers);

// Whether the school keeps ethnicity, what for, and what becomes of it where it does not any more.
design::Page ethnicity(design::FormGuard const& guard, bool keeps, Answers const& answers);

// "/pupils/…/roll"
std::string path_of(PupilId const& pupil);

}  // namespace roll::pages
