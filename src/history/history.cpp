#include "history/history.hpp"

#include <algorithm>

namespace history {

records::FieldChange const* Since::changed(std::string_view field) const {
    auto const found = std::ranges::find(fields, field, &records::FieldChange::field);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace history
