#pragma once

#include <algorithm>
#include <map>
#include <span>

#include "consent/consent.hpp"

namespace consent {

// What one parent or carer says, after everything they have answered.
struct Voice {
    Received const* latest = nullptr;
    Received const* withdrawal = nullptr;  // the first since their last yes that took it back
    bool overruled = false;                // it was decided to go ahead although they object

    bool agrees() const { return latest->answer == Answer::given; }
    bool agrees_on(Date day) const {
        return agrees() && latest->has_a_say && (!latest->expires_on || *latest->expires_on >= day);
    }
    bool objects() const { return !agrees() && !overruled; }
    bool took_back() const { return withdrawal != nullptr; }
    bool withdraws() const { return took_back() && objects(); }
};

struct Voices {
    std::map<ContactId, Voice> of;
    int not_to = 0;  // the number of the decision not to go ahead that stands; 0: none does

    bool decided_not_to() const { return not_to != 0; }

    bool someone_agrees_on(Date day) const {
        return std::ranges::any_of(of, [&](auto const& entry) { return entry.second.agrees_on(day); });
    }
    bool someone_agreed() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.agrees(); });
    }
    bool someone_objects() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.objects(); });
    }
    bool someone_withdraws() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.withdraws(); });
    }
    bool someone_took_back() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.took_back(); });
    }
    bool someone_is_overruled() const {
        return std::ranges::any_of(of, [](auto const& entry) { return entry.second.overruled; });
    }
};

// True where the one answer counts before the other: by its day, and on one day by its recording.
bool said_before(Received const* one, Received const* other);

// What each person says about this form, by all that was answered by the day.
Voices heard_by(std::span<Received const> history, Form form, Date day);

}  // namespace consent
