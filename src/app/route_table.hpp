#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "http/router.hpp"
#include "visits/route.hpp"

namespace app {

// Every route of the product, in the order of the rooms.
Routes all_routes();

// Whether a person who works here and holds no role today may ask for it: their first page, which says so,
// and their own account. Everything else needs a role.
bool open_without_a_role(Route const& route);

// Finds the route for a method and a path. Routes are kept by their first path segment, so that finding one
// costs the same however many rooms there are.
class RouteTable {
public:
    explicit RouteTable(Routes routes);

    struct Found {
        Route const* route = nullptr;  // none: there is no such path
        http::Segments segments;
        bool path_known = false;  // the path exists, but not for this method
    };
    Found find(std::string_view method, std::string_view path) const;

    Routes const& routes() const { return routes_; }

private:
    struct Entry {
        Route const* route;
        http::Pattern pattern;
    };
    Routes routes_;
    std::unordered_map<std::string, std::vector<Entry>> by_first_segment_;
};

}  // namespace app
