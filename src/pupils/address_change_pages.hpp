#pragma once

#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "pupils/address_changes.hpp"

namespace pupils::pages {

// Changed addresses of parents and carers that nobody has seen yet.
design::Page address_changes(design::FormGuard const& guard, std::vector<AddressChange> const& changes);

// Beside a letter or link: that the address is another, and where to say that it was seen.
h::Node changed_address(std::vector<AddressChange> const& changes, ContactId const& contact);

}  // namespace pupils::pages
