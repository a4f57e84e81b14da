#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/expected.hpp"
#include "http/message.hpp"
#include "programmes/programmes.hpp"
#include "sessions/forms.hpp"
#include "sessions/pages.hpp"
#include "sessions/rules.hpp"
#include "visits/saved.hpp"
#include "visits/visit.hpp"

// The session of an address, its page, and what answers a form of that page.
namespace sessions {

// A session whose programme the visitor has a part in. Before a change of hands it stays with whom it was.
struct Opened {
    Session session;
    programmes::Programme programme;
    bool coordinates = false;
    bool delivers = false;
    bool holds_it = false;
};
std::optional<Opened> session_of(Visit& visit, http::Request const& request);

pages::View view_of(Visit& visit, Opened const& opened);
std::vector<forms::Listed> listed(std::vector<pages::Child> const& children);
// The fields of every form of the page, filled in with what stands.
Fields as_it_stands(pages::View const& view);

// The page with what was typed and what is wrong with it.
http::Response again(
    Visit& visit, pages::View const& view, http::Request const& request, FormErrors const& errors
);
// Under which field a refusal stands.
std::string field_of(Refusal refusal);
http::Response answer(
    Visit& visit,
    http::Request const& request,
    Opened const& opened,
    Expected<void, Refusal> const& result,
    Saved what
);
// Somebody or something is taken then, and people may go on all the same.
http::Response warned(
    Visit& visit,
    http::Request const& request,
    Opened const& opened,
    std::string_view field,
    std::vector<std::string> const& clashes
);

}  // namespace sessions
