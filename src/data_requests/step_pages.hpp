#pragma once

#include "base/fields.hpp"
#include "data_requests/data_requests.hpp"
#include "data_requests/pages.hpp"
#include "design/form.hpp"

// What comes next of a request, and what is to be known before.
namespace data_requests::pages {

// What became of what was prepared, and the step that comes next, for whoever may take it.
h::Node next_step(
    design::FormGuard const& guard, Request const& request, Held const& held, May may, Answers const& answers
);

// The form that says that every line was read, for whoever prepares it: it stands below the lines.
h::Node preparing(
    design::FormGuard const& guard, Request const& request, Held const& held, May may, Answers const& answers
);

// The form for two months more, where whoever prepares may still take them.
h::Node more_time(design::FormGuard const& guard, Request const& request, May may, Answers const& answers);

// The form that withdraws it, for whoever prepares it, while it is not over.
h::Node withdrawing(design::FormGuard const& guard, Request const& request, May may, Answers const& answers);

// Why it was sent back; nothing where it was not.
h::Node sent_back(Request const& request);

}  // namespace data_requests::pages
