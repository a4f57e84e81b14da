#pragma once

#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "sharing/sharing.hpp"

namespace sharing::forms {

// What the child answers about each of these, whom they name beside, and how the adult judges that they
// understand.
Expected<AgreementInput, FormErrors> read_agreement(
    Fields const& fields, std::vector<AskedAbout> const& about, Date today
);

Expected<ObjectionInput, FormErrors> read_objection(Fields const& fields);

Expected<ShareInput, FormErrors> read_share(Fields const& fields, Date today);

}  // namespace sharing::forms
