#pragma once

#include <string>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "strategies/strategies.hpp"

namespace strategies::forms {

Expected<StrategyInput, FormErrors> read_strategy(Fields const& fields);

// The version of the strategy that the form was made from.
int read_version(Fields const& fields);

Expected<std::string, FormErrors> read_area(Fields const& fields);

// The form as it stands for this strategy.
Fields typed(Strategy const& strategy);

}  // namespace strategies::forms
