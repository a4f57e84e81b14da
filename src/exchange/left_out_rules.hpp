#pragma once

#include <string_view>

#include "exchange/sheet.hpp"

namespace exchange {

// What is nobody's business here, such as religion and codes of race: such columns are never taken over, nor
// shown. A school that keeps ethnicity takes that as the school census has it, and no other column of it.
bool is_left_out(std::string_view heading);

// Whether a column of the sheet is called as ethnicity is.
bool holds_ethnicity(Sheet const& sheet);

// The sheet without these columns, and without ethnicity where the school does not keep it; says which they
// were.
Sheet without_what_is_left_out(Sheet sheet, bool keeps_ethnicity);

}  // namespace exchange
