#pragma once

#include "exchange/bundle_rows_rules.hpp"

namespace exchange {

// Says of which school each pupil is, where the files hold several.
void join_schools(Bundle const& bundle, JoinedRows& rows);

}  // namespace exchange
