#pragma once

#include <optional>
#include <string>

#include "base/calendar.hpp"
#include "base/id.hpp"

namespace records {

// A value as it stands in the log: an id in its letters, a day as ISO writes it, no day as an empty text.
template <class Of>
std::string text_of(Id<Of> const& id) {
    return std::string(id.text());
}
inline std::string text_of(std::optional<Date> day) { return day ? calendar::iso(*day) : std::string(); }

}  // namespace records
