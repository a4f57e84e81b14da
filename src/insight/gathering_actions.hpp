#pragma once

#include <vector>

#include "insight/insight.hpp"
#include "visits/visit.hpp"

namespace insight::actions {

// Every child on the roll in the school year with what support of the year came to, in an order drawn by lot
// that nobody can know before.
std::vector<Child> children_in(Visit const& visit, int school_year);

// Notes what each of these scales of the school's instruments is called, and which way is better.
void name_scales(Visit const& visit, std::vector<ScaleChange>& scales);

}  // namespace insight::actions
