#pragma once

#include <optional>

#include "cases/store.hpp"
#include "need_to_know/need_to_know.hpp"
#include "visits/visit.hpp"

namespace referrals {

// A case that the visitor may see the progress of, with why, and where it stands.
struct OpenedCase {
    cases::store::Case the_case;
    need_to_know::Seen child;
    cases::Status status;
};

// Empty where there is no such case, or where it is not for this visitor to see.
std::optional<OpenedCase> opened_case(Visit const& visit, std::optional<CaseId> const& id);

}  // namespace referrals
