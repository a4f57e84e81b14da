#pragma once

#include <optional>
#include <vector>

#include "base/fields.hpp"
#include "design/form.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "programmes/placing.hpp"

namespace programmes::pages {

// A programme with how it fits the child, in words.
struct Offered {
    Offer offer;
    bool form_fits = true;
    bool agreed_to = true;  // a parent's yes is to its form
    std::vector<std::string> fits;
    std::vector<std::string> does_not_fit;
};

struct Placing {
    ToPlace child;
    std::vector<Offered> offers;       // best fitting first
    std::optional<ProgrammeId> made;   // just now, for this child
    std::optional<ProgrammeId> tried;  // the answers belong to its form
    Date today;
};
// The child in hand, and the programmes that have a place.
design::Page placing(
    design::FormGuard const& guard,
    need_to_know::Seen const& seen,
    Placing const& placing,
    Answers const& answers
);

}  // namespace programmes::pages
