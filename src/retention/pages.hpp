#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "retention/retention.hpp"

namespace retention::pages {

// A record that has come to its end, with whose it is; one that is held; and what waits for its second
// signature, or was erased and names nobody any more. What is told of a child comes with their name.
struct Listed {
    Record record;
    Due due;
    need_to_know::Named child;
};
struct Held {
    Hold hold;
    need_to_know::Named child;
};
struct Signed {
    Erasure erasure;
    std::optional<need_to_know::Named> child;
};

// What has come to its end, what is held, what waits for its second signature, and the certificates.
struct Overview {
    std::vector<Listed> due;  // but for leavers
    std::size_t leavers = 0;  // who are signed for together, or wait for it
    long due_in_a_year = 0;
    std::vector<Held> holds;
    std::vector<Signed> erasures;
};
design::Page overview(Overview const& overview, FormErrors const& errors);

// Somebody has signed for it, and meanwhile something keeps it from being erased.
struct Stopped {
    Signed signed_for;
    Refusal why{};
};

// Leavers of whom nothing but the roll is held and whose time has come: to be signed for first, by this
// person second, or by another. Apart from them, who are signed for and can't be erased now.
struct Leavers {
    std::vector<Listed> due;
    std::vector<Signed> for_you;
    std::vector<Signed> for_another;
    std::vector<Stopped> stopped;
    std::size_t later = 0;  // of those to be signed for, who are named once the first of them are
};
design::Page leavers(design::FormGuard const& guard, Leavers const& leavers, FormErrors const& errors);

// The years of each category, and a form to set them otherwise.
design::Page periods(
    design::FormGuard const& guard, std::vector<Period> const& in_force, Answers const& answers
);

// When this child's records come to their end, what holds them, and what held them before.
design::Page of_child(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    std::vector<Due> const& dues,
    std::vector<Hold> const& holds,
    Date today,
    Answers const& answers
);

// Ends a hold; of one that has ended, when and why.
design::Page hold(design::FormGuard const& guard, Held const& held, Answers const& answers);

// What would be erased of whom, before anybody has signed for it; and what keeps it from being erased now.
struct ToSignFirst {
    PupilId pupil;
    Due due;
    need_to_know::Named child;
    std::optional<Refusal> objection;
    std::optional<Hold> hold;
};
design::Page first_signature(
    design::FormGuard const& guard, ToSignFirst const& asked, FormErrors const& errors
);

// What waits for its second signature, with the hold that stands against it; or the certificate of what was
// erased.
design::Page erasure(
    design::FormGuard const& guard,
    std::string const& school_name,
    Signed const& of,
    std::optional<Hold> const& hold,
    bool may_sign,
    FormErrors const& errors
);

}  // namespace retention::pages
