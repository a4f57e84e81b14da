#pragma once

#include <vector>

#include "base/fields.hpp"
#include "data_requests/confided.hpp"
#include "data_requests/data_requests.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "staff/staff.hpp"

namespace data_requests::pages {

// A request with the last day for its answer.
struct Dated {
    Request request;
    Date due_on;
};

// Every request, and for the SENCo a form for one about somebody who works here.
design::Page all(
    design::FormGuard const& guard,
    std::vector<Dated> const& requests,
    std::vector<staff::Named> const& staff,
    bool may_prepare,
    Date today,
    Answers const& answers
);

// Somebody asks for what is held about this child, or about one of the child's contacts.
design::Page about_child(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    std::vector<pupils::Contact> const& contacts,
    std::vector<Dated> const& earlier,
    Date today,
    Answers const& answers
);

// What this person may do with the request as it stands.
struct May {
    bool prepare = false;
    bool sign = false;
};

// What is held now, and what became of what was prepared.
struct Held {
    std::vector<Line> lines;
    std::string digest;  // of the lines
    Since since = Since::nothing;
    bool all_open = false;  // whoever reads opened every group of lines
};

// All that is held, line by line, and the step that comes next: below the lines where these are read first.
design::Page request(
    design::FormGuard const& guard,
    Dated const& dated,
    Held const& held,
    std::vector<KeptBack> const& kept_back,
    std::vector<Confided> const& confided,
    May may,
    Date today,
    Answers const& answers
);

// One line, and what becomes of it.
design::Page line(
    design::FormGuard const& guard,
    Request const& request,
    Line const& line,
    bool may_decide,
    Answers const& answers
);

std::string path_of(RequestId const& request, Line const& line);

}  // namespace data_requests::pages
