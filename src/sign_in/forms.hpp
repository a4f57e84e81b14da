#pragma once

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "sign_in/ways.hpp"

namespace sign_in::forms {

Expected<Credentials, FormErrors> credentials(Fields const& form);
Expected<std::string, FormErrors> password(Fields const& form);
Expected<NewPassword, FormErrors> new_password(Fields const& form);
Expected<std::string, FormErrors> code(Fields const& form);
Expected<NewPasskey, FormErrors> new_passkey(Fields const& form);
// What can't be read is empty: no person fills it in, and nothing that is empty proves anything.
PasskeyUse passkey_use(Fields const& form);
Expected<SetUp, FormErrors> set_up(Fields const& form);

}  // namespace sign_in::forms
