#pragma once

#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "pupils/address_changes.hpp"

namespace contacts::pages {

// Changed addresses of parents and carers that nobody has seen yet.
design::Page address_changes(
    design::FormGuard const& guard, std::vector<pupils::AddressChange> const& changes
);

}  // namespace contacts::pages
