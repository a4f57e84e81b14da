#pragma once

#include <string_view>

// The fields that Withy puts into each of its forms, and nobody types: the secret that shows a form to be its
// own, and the number by which a form that is sent twice is known.
namespace guard_fields {

inline constexpr std::string_view secret = "csrf";
inline constexpr std::string_view number = "once";

inline bool holds(std::string_view name) { return name == secret || name == number; }

}  // namespace guard_fields
