#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/expected.hpp"
#include "base/fields.hpp"
#include "impact/impact.hpp"
#include "referrals/concern.hpp"

namespace impact::forms {

Expected<Review, FormErrors> review(Fields const& form, std::vector<programmes::Target> const& targets);

struct Decision {
    Next next{};
    std::string what;
    std::string reason;
};
Expected<Decision, FormErrors> decision(Fields const& form);

// The ordinary form of a concern, filled in.
Fields next_concern(referrals::ConcernInput const& concern);

struct Meeting {
    std::optional<CheckInId> asked;
    Date held_on;
    std::string line;
};
Expected<Meeting, FormErrors> meeting(Fields const& form, Date today);

// Who asks: the child, or whoever writes it down.
Expected<AskedBy, FormErrors> wish(Fields const& form, bool by_deliverer);

}  // namespace impact::forms
