#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "visits/route.hpp"

namespace journeys {

// Of all that a route can name of the child.
enum class Opens { nothing, some, all };

// What every route opened to each role with each tie, and the page that prints it for people. Columns that
// say the same of every route stand together, and so do roles.
class Meetings {
public:
    void note(std::string const& held, std::string const& tie, visits::Route const& route, Opens opens);
    std::string page() const;

private:
    using Column = std::vector<Opens>;                            // by route
    using OfARole = std::vector<std::pair<std::string, Column>>;  // by tie

    std::string at_a_glance() const;
    std::string table_of(OfARole const& of_the_role) const;
    std::vector<std::size_t> rows_in_order() const;

    std::vector<std::pair<std::string, OfARole>> held_;
    std::vector<std::pair<std::string_view, std::string_view>> routes_;  // method and path
};

}  // namespace journeys
