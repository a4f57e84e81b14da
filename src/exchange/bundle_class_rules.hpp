#pragma once

#include "exchange/bundle_rows_rules.hpp"

namespace exchange {

// Joins to each pupil the classes that they are in, a class in a line.
void join_classes(Bundle const& bundle, JoinedRows& rows);

}  // namespace exchange
