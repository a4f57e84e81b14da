#pragma once

#include "measures/class_page.hpp"
#include "visits/visit.hpp"

namespace measures::actions {

// The page of the class on its day, with what was typed where the form touched it; notes for the log of reads
// that it was read.
ClassPage page_of(Visit const& visit, ClassOnDay on_day, Fields const& typed, FormErrors errors);

}  // namespace measures::actions
