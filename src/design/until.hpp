#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "design/controls.hpp"

namespace design {

// Days to which answers hold, folded away under these words and a drawn calendar until somebody wants one: in
// one line, without script. Stands open where a day was typed or is wrong.
h::Node until(Answers const& answers, std::string_view words, std::vector<DateInput> const& days);

}  // namespace design
