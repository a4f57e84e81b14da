#pragma once

#include "overviews/overviews.hpp"
#include "visits/visit.hpp"

namespace overviews {

// Ratings of the last twelve months of the children of the class whose progress the visitor sees, and notes
// for the log of reads that they read of them.
Overview of_class(Visit const& visit, ClassId const& class_id);

// Ratings of the children of the programme whose progress the visitor sees, and notes that they read of them.
// Nothing for who may not open the programme.
std::optional<Overview> of_programme(Visit const& visit, programmes::Programme const& programme);

// Ratings of the last twelve months of every child whose progress the visitor sees. It names nobody.
Overview of_school(Visit const& visit);

}  // namespace overviews
