#pragma once

#include <string_view>
#include <vector>

#include "design/form.hpp"
#include "design/lists.hpp"
#include "today/today.hpp"

namespace today::pages {

// Lists of things to do. Each item of the page has a number of its own, so that the fields of its forms can
// be told apart.
class Listing {
public:
    Listing(design::FormGuard const& guard, Date today) : guard_(guard), today_(today) {}

    // How long the list of these is: its heading, and about so many lines.
    static int lines_of(std::vector<Item> const& items);

    // Under its heading; where several of one kind stand in it, what is to be done is said once.
    h::Node list(std::string_view heading, std::vector<Item> const& items);

private:
    design::WorkItem alone(Item const& item);

    design::FormGuard const& guard_;
    Date today_;
    std::size_t number_ = 0;
};

}  // namespace today::pages
