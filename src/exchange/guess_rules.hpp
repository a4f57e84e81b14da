#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/columns.hpp"

namespace exchange {

// A heading's letters and figures alone, in lower case: "Reg. Group" gives "reggroup".
std::string plain_heading(std::string_view heading);

// What a heading most likely means, such as "DOB", "Reg Group" or "Parent 2 Email"; `ignored` where it says
// nothing known.
Column meaning_of(std::string_view heading, Kind kind);

// Whose detail a heading gives and which: "Parent 5 Email" the fifth contact's address, though a row holds
// three; `ignored` where it speaks of no contact.
Column of_a_contact(std::string_view heading);

// Whether the column may say whom a court keeps away, whoever that is: "Court Order", "Non-Molestation
// Order".
bool tells_of_an_order(std::string_view heading);

// A first guess for every column: by its heading, and by its values where the heading says nothing. No
// meaning is given twice.
Columns guess(
    std::vector<std::string> const& heading, std::vector<std::vector<std::string>> const& samples, Kind kind
);

// What an import of this kind can't do without and no column holds, in words: "surname".
std::vector<std::string> missing(Columns const& columns, Kind kind);

}  // namespace exchange
