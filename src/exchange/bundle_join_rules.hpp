#pragma once

#include "base/expected.hpp"
#include "exchange/bundle_table_rules.hpp"

namespace exchange {

// The leading table's pupils with what the other tables say of them. The fault names the file that stops it.
Expected<Sheet, Fault> joined(Table const& lead, std::vector<Table> const& tables);

}  // namespace exchange
