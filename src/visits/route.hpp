#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "http/message.hpp"
#include "visits/role.hpp"
#include "visits/visit.hpp"

namespace visits {

using Handler = http::Response (*)(Visit&, http::Request const&);

// Work too slow for the one writer, such as hashing a password: it runs before the write, with a transaction
// for reading, and leaves its result in `request.prepared`; or it answers at once.
using Preparation = std::optional<http::Response> (*)(Visit&, http::Request&);

inline constexpr std::size_t form_bytes = std::size_t{256} * 1024;
inline constexpr std::size_t upload_bytes = std::size_t{20} * 1024 * 1024;

// Whether the free text of a form is about a child. It is where the permission is one of work with children,
// unless the route says otherwise: a form that nobody thought of is asked about too
// (safeguarding/stop_rules). An override is given for such words.
enum class FreeText { by_permission, not_about_a_child, for_safeguarding };

// One line of the table of everything Withy answers. Who needs which permission stands beside the path, so
// that a route without one does not compile.
struct Route {
    std::string_view method;
    std::string_view path;
    Permission needs;
    Handler handle;
    std::size_t body_bytes = form_bytes;
    Preparation prepare = nullptr;
    FreeText free_text = FreeText::by_permission;
    bool fresh = false;      // the person has to have proven who they are a moment ago, or is asked to first
    bool calls_out = false;  // waits for another server: on workers of its own, so that no page waits with it
    bool writes = false;  // although it is a GET: where another site leads back to, nothing else can be sent
};

// The same route with `fresh`: for what could do most harm in other hands.
inline Route fresh(Route route) {
    route.fresh = true;
    return route;
}

using Routes = std::vector<Route>;

}  // namespace visits

using visits::FreeText;
using visits::Permission;
using visits::Role;
using visits::Route;
using visits::Routes;
