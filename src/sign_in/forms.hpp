#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "sign_in/sign_in.hpp"

namespace sign_in::forms {

Expected<Credentials, FormErrors> credentials(Fields const& form);
Expected<std::string, FormErrors> password(Fields const& form);
Expected<NewPassword, FormErrors> new_password(Fields const& form);
Expected<SetUp, FormErrors> set_up(Fields const& form);

}  // namespace sign_in::forms
