#pragma once

#include "exchange/bundle_rows_rules.hpp"

namespace exchange {

// Joins to each pupil their contacts, who are users too.
void join_contacts(Bundle const& bundle, JoinedRows& rows);

}  // namespace exchange
