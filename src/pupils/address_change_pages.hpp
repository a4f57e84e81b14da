#pragma once

#include <vector>

#include "html/html.hpp"
#include "pupils/address_changes.hpp"

namespace pupils::pages {

// Beside a letter or link: that the address is another, and where to say that it was seen.
h::Node changed_address(std::vector<AddressChange> const& changes, ContactId const& contact);

}  // namespace pupils::pages
