#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/expected.hpp"
#include "exchange/files.hpp"
#include "exchange/import.hpp"
#include "http/message.hpp"

namespace exchange::forms {

struct Upload {
    Kind kind{};
    Files files;
};
// The files that were sent, with what they hold.
Expected<Upload, FormErrors> upload(http::Request const& request);

struct ColumnsChosen {
    Columns columns;
    std::optional<DateOrder> dates;
    std::string of_school;
};
// One meaning for each of so many columns, none twice.
Expected<ColumnsChosen, FormErrors> columns(Fields const& form, std::size_t count, Kind kind);

// The version of the import that the form was made from.
int version(Fields const& form);

// The fields of a form that shows these columns and these answers.
Fields typed(Columns const& columns, std::optional<DateOrder> dates, std::string const& of_school);

template <class Who>
struct Decided {
    int row = 0;
    std::optional<Who> who;  // none: a new one
};
// Empty where the form names no row: all is to be decided again.
std::optional<Expected<Decided<PupilId>, FormErrors>> doubt(Fields const& form);
std::optional<Expected<Decided<visits::StaffId>, FormErrors>> staff_doubt(Fields const& form);

// Those who are ticked as having left.
std::set<PupilId> leavers(Fields const& form);

}  // namespace exchange::forms
