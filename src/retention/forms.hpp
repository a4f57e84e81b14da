#pragma once

#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "retention/retention.hpp"

namespace retention::forms {

Expected<Period, FormErrors> read_period(Fields const& fields);

// Why a record is held, or why it is held no longer.
Expected<std::string, FormErrors> read_reason(Fields const& fields, std::string_view absent);

struct ToErase {
    PupilId pupil;
    Category category{};
};
Expected<ToErase, FormErrors> read_to_erase(Fields const& fields);

// The leavers, and the erasures of leavers, that the page listed.
Expected<std::vector<PupilId>, FormErrors> read_leavers(Fields const& fields);
Expected<std::vector<ErasureId>, FormErrors> read_erasures(Fields const& fields);

}  // namespace retention::forms
