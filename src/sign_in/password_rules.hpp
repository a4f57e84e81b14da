#pragma once

#include <optional>
#include <string_view>

#include "sign_in/sign_in.hpp"

namespace sign_in {

// What is wrong with a password for this account at this school; empty where it will do. Length counts,
// composition does not (NIST SP 800-63B).
std::optional<PasswordFault> password_fault(
    std::string_view password, std::string_view address, std::string_view school_name
);

}  // namespace sign_in
