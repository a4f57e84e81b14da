#pragma once

#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "retention/retention.hpp"

namespace retention::pages {

// A record that has come to its end, or comes to it.
struct Listed {
    Record record;
    Due due;
};

// What has come to its end, what is held, what waits for its second signature, and the certificates.
struct Overview {
    std::vector<Listed> due;  // but for leavers
    std::size_t leavers = 0;  // whose time has come, signed for or not
    long due_in_a_year = 0;
    std::vector<Hold> holds;
    std::vector<Erasure> erasures;
};
design::Page overview(design::FormGuard const& guard, Overview const& overview, FormErrors const& errors);

// Leavers of whom nothing but the roll is held and whose time has come: to be signed for first, by this
// person second, or by another.
struct Leavers {
    std::vector<Listed> due;
    std::vector<Erasure> for_you;
    std::vector<Erasure> for_another;
};
design::Page leavers(design::FormGuard const& guard, Leavers const& leavers, FormErrors const& errors);

// The years of each category, and a form to set them otherwise.
design::Page periods(
    design::FormGuard const& guard, std::vector<Period> const& in_force, Answers const& answers
);

// When this child's records come to their end, and what holds them.
design::Page of_child(
    design::FormGuard const& guard,
    need_to_know::Seen const& child,
    std::vector<Due> const& dues,
    std::vector<Hold> const& holds,
    Answers const& answers
);

// Ends a hold.
design::Page hold(design::FormGuard const& guard, Hold const& hold, Answers const& answers);

// What waits for its second signature; or the certificate of what was erased.
design::Page erasure(
    design::FormGuard const& guard,
    std::string const& school_name,
    Erasure const& erasure,
    bool may_sign,
    FormErrors const& errors
);

}  // namespace retention::pages
