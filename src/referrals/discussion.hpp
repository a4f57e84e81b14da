#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cases/cases.hpp"
#include "strategies/strategies.hpp"

namespace referrals {

using DiscussionId = Id<struct DiscussionTag>;

std::string_view in_words(cases::DiscussionOutcome outcome);

// What school staff and the SENCo came to (R3).
struct DiscussionInput {
    Date held_on;
    std::string present;
    cases::DiscussionOutcome outcome{};
    std::string reason;
    std::string instead;                    // of something else: what
    std::string information_from;           // of more information: who
    std::optional<Date> information_by_on;  // and by when
    std::vector<AreaId> areas = {};         // of going on: the agreed target areas
};

struct Discussion {
    DiscussionId id;
    DiscussionInput said;
    std::string made_by_name;
    Instant made_at;
    std::vector<std::string> area_names = {};

    auto columns() {
        return std::tie(
            id,
            said.held_on,
            said.present,
            said.outcome,
            said.reason,
            said.instead,
            said.information_from,
            said.information_by_on,
            made_by_name,
            made_at
        );
    }
};

}  // namespace referrals
