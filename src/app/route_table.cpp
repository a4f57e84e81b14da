#include "app/route_table.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

std::string first_segment(std::string_view path) {
    auto const end = path.find('/', 1);
    return std::string(path.substr(0, end));
}

}  // namespace

bool open_without_a_role(Route const& route) {
    bool const is_own = route.path.starts_with("/sign-ins");
    bool const is_first = route.path == "/" || route.path == "/password" || route.path.starts_with("/prove");
    return route.needs == Permission::signed_in && (is_own || is_first);
}

RouteTable::RouteTable(Routes routes) : routes_(std::move(routes)) {
    for (auto const& route : routes_)
        by_first_segment_[first_segment(route.path)].push_back({&route, http::Pattern(route.path)});
}

RouteTable::Found RouteTable::find(std::string_view method, std::string_view path) const {
    auto const entries = by_first_segment_.find(first_segment(path));
    if (entries == by_first_segment_.end()) return {};
    auto const wanted = method == "HEAD" ? std::string_view("GET") : method;
    Found found;
    for (auto const& entry : entries->second) {
        auto segments = entry.pattern.match(path);
        if (!segments) continue;
        found.path_known = true;
        if (entry.route->method != wanted) continue;
        found.route = entry.route;
        found.segments = std::move(*segments);
        return found;
    }
    return found;
}

}  // namespace app
