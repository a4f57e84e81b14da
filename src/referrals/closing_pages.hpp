#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/cases.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "referrals/concern.hpp"

namespace referrals::pages {

// "/cases/…/closing"
std::string closing_path(CaseId const& the_case);

// What stopped the support: who took the agreement back, the first of them first, and how many sessions were
// held after the first day.
struct TakenBack {
    struct By {
        std::string name;
        std::string words;
        Date on;
    };
    std::vector<By> by;
    int held_after = 0;
};

// What a SENCo decides on where a case stands still or goes no further.
struct WhatFollows {
    need_to_know::Seen child;
    CaseId the_case;
    cases::Status status;
    std::optional<TakenBack> taken_back;
    bool had_a_place = false;
    bool may_have_another = false;  // place, today
    std::vector<Concern> concerns;
    bool referred = false;
    std::vector<Concern> since_referral;
};

// The ways on from where the case stands; the last is to close it before its way is gone to the end.
design::Page closing(design::FormGuard const& guard, WhatFollows const& at, Answers const& answers);

}  // namespace referrals::pages
