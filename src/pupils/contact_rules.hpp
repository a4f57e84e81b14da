#pragma once

#include "pupils/pupils.hpp"

namespace pupils {

// True where this adult is asked for consent: they hold parental responsibility, and no court order restricts
// contact (C7).
bool is_asked(Contact const& contact);

// True where what is known of this adult has turned against asking them, so that their links end.
bool ends_links(Contact const& before, Contact const& after);

}  // namespace pupils
