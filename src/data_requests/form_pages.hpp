#pragma once

#include <string>

#include "base/fields.hpp"
#include "data_requests/data_requests.hpp"
#include "data_requests/pages.hpp"
#include "design/form.hpp"

// The forms of a request.
namespace data_requests::pages {

// What is written down of every request, with the button.
h::Node questions(Answers const& answers);

h::Node line_form(design::FormGuard const& guard, std::string const& address, Answers const& answers);
// With the digest of the lines that the page shows.
h::Node preparation_form(
    design::FormGuard const& guard,
    std::string const& address,
    std::string const& lines_shown,
    Answers const& answers
);
h::Node giving_form(design::FormGuard const& guard, std::string const& address, Answers const& answers);
h::Node sending_back_form(design::FormGuard const& guard, std::string const& address, Answers const& answers);

// Why it takes two months more, and when whoever asked was told.
h::Node extension_form(design::FormGuard const& guard, std::string const& address, Answers const& answers);

// What was decided about lines that have changed since or are gone, with a form that takes it off; nothing
// where there is none.
h::Node to_decide_again(
    design::FormGuard const& guard,
    Request const& request,
    std::vector<Line> const& lines,
    std::vector<KeptBack> const& decided,
    May may
);

}  // namespace data_requests::pages
