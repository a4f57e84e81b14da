#pragma once

#include <string_view>

#include "base/expected.hpp"
#include "exchange/columns.hpp"
#include "exchange/sheet.hpp"

namespace exchange {

// Reads an uploaded file: UTF-8 or Windows-1252, with or without a byte order mark; comma, semicolon or tab;
// title rows before the headings are passed over, and columns of passwords are left out.
Expected<Sheet, Code> read_sheet(std::string_view bytes, Kind kind);

// A first guess what the sheet's columns mean.
Columns guess(Sheet const& sheet, Kind kind);

}  // namespace exchange
