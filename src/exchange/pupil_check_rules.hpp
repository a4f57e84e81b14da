#pragma once

#include <map>
#include <vector>

#include "exchange/date_rules.hpp"
#include "exchange/pupil_rows.hpp"
#include "exchange/sheet_rules.hpp"

namespace exchange {

// The fourth contact of a pupil and further ones, by number, each with the places of its columns that nobody
// gave another meaning.
using ContactsLeftOut = std::map<int, std::vector<std::size_t>>;
ContactsLeftOut contacts_left_out(Sheet const& sheet, Columns const& columns);

// Reads every row as a pupil and says all that is wrong with it. Rows of the same pupil count as one and
// gather their contacts.
CheckedPupils checked_pupils(Sheet const& sheet, Columns const& columns, DateOrder order, Date today);

// What the column of birth dates proves of their order; empty: a person must say.
std::optional<DateOrder> order_of_dates(Sheet const& sheet, Columns const& columns);

// The warning, at the first date that can be read either way, that the day is taken to stand first. For
// whoever can't be asked.
std::optional<Fault> day_taken_first(Sheet const& sheet, Columns const& columns);

// The warning where pupils have contacts and no column says who of them holds parental responsibility.
std::optional<Fault> responsibility_unsaid(std::span<PupilInFile const> pupils, Columns const& columns);

}  // namespace exchange
