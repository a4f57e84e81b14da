#pragma once

#include <vector>

#include "base/fields.hpp"
#include "data_requests/confided.hpp"
#include "design/page.hpp"

namespace data_requests::pages {

// What the child said in confidence to whoever opens this, to be printed and given to the child, and the form
// that says that it was.
design::Page confided(
    design::FormGuard const& guard,
    Request const& request,
    std::vector<SaidInConfidence> const& said,
    Confided const& of_reader,
    Answers const& answers
);

// To whom the child said something in confidence, and what became of it; for who prepares, a form where it
// can't be given. Nothing where there is none.
h::Node confided_to(
    design::FormGuard const& guard,
    Request const& request,
    std::vector<Confided> const& confided,
    bool may_prepare,
    Answers const& answers
);

}  // namespace data_requests::pages
