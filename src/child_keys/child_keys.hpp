#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include "base/id.hpp"

// A key for each child, and one for each group, so that whatever the child's record says ends with it, in old
// backups too (V4).
namespace child_keys {

// The records about a child that end at times of their own; what the child confided, which ends with the
// nurture record and opens to fewer; and what a programme's sessions are to be, which is of all its children
// and ends with the last of their records.
inline constexpr std::string_view nurture_record = "nurture";
inline constexpr std::string_view confided_record = "confided";
inline constexpr std::string_view safeguarding_record = "safeguarding";
inline constexpr std::string_view programme_record = "programme";

// What the school holds of a child or a contact as long as the child is on its roll, and some years longer.
inline constexpr std::string_view roll_record = "roll";

// A key as its file holds it.
struct ChildKey {
    std::string id;  // 22 characters that nobody has had before
    SchoolId school;
    std::string whom;  // the pupil's id, the contact's, the colleague's or the programme's
    std::string record;
    std::string wrapped;  // sealed with the school's key
    auto columns() { return std::tie(id, school, whom, record, wrapped); }
};

// What is read where a child's words were.
inline constexpr std::string_view erased = "Erased.";
inline constexpr std::string_view unreadable = "These words can't be opened.";

}  // namespace child_keys
