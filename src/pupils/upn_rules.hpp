#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace pupils {

enum class UpnFault { malformed, wrong_letter };

// What is wrong with a unique pupil number. A wrong check letter is met in real files and is only a warning.
std::optional<UpnFault> fault_of_upn(std::string_view upn);

// The letter that a well-formed UPN must begin with.
char upn_check_letter(std::string_view upn);

// Upper case, without spaces.
std::string tidied_upn(std::string_view typed);

}  // namespace pupils
