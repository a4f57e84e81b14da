#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>

#include "base/calendar.hpp"
#include "base/id.hpp"
#include "base/words.hpp"

namespace referrals {

using PrioritisationId = Id<struct PrioritisationTag>;

enum class FormOfSupport { one_to_one, group };
constexpr auto words(FormOfSupport) { return std::array{"one_to_one", "group"}; }
std::string_view in_words(FormOfSupport form);

inline constexpr int most_weight = 3;  // need and impact on learning run from 0 to 3

// What SENCo and nurture staff weighed (R4).
struct PrioritisationInput {
    FormOfSupport form{};
    int need = 0;
    int impact_on_learning = 0;
    bool earlier_support = false;
    std::string reason;
};

struct Prioritisation {
    PrioritisationId id;
    PrioritisationInput said;
    std::string made_by_name;
    Instant made_at;
    auto columns() {
        return std::tie(
            id,
            said.form,
            said.need,
            said.impact_on_learning,
            said.earlier_support,
            said.reason,
            made_by_name,
            made_at
        );
    }
};

}  // namespace referrals
