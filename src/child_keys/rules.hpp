#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/sealed.hpp"
#include "child_keys/child_keys.hpp"

namespace child_keys {

// A key that nobody has had, wrapped with the school's key; `wrapped` wraps it for this row again,
// `unwrapped` gives it back, and nothing where the school's key is another or the row was put together from
// two.
struct NewKey {
    ChildKey row;
    sealed::Key key;
};
NewKey new_key(sealed::Key const& of_school, SchoolId school, std::string whom, std::string record);
std::string wrapped(sealed::Key const& of_school, ChildKey const& row, sealed::Key const& key);
std::optional<sealed::Key> unwrapped(sealed::Key const& of_school, ChildKey const& row);

// The school's key, which the installation's stands for.
sealed::Key key_of_school(sealed::Key const& of_installation, SchoolId school);

// Words as a column holds them: the mark, the key's id, and what the key sealed for this child of this
// school.
std::string sealed_text(ChildKey const& row, sealed::Key const& key, std::string_view words);

// The id of the key that a sealed text names; empty where it names none.
std::string_view key_named_in(std::string_view text);

// The words again; nothing where the key, the child, the school or a single bit is another.
std::optional<std::string> words_in(
    std::string_view text, sealed::Key const& key, std::string_view belonging_to
);

// Whom the words belong to.
std::string owner_of(ChildKey const& row);

}  // namespace child_keys
