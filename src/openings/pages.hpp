#pragma once

#include <optional>
#include <string>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "openings/openings.hpp"

namespace openings::pages {

// The headteacher says why they open this case; `then` is where it leads.
design::Page opening(
    need_to_know::Seen const& child,
    design::FormGuard const& guard,
    Answers const& answers,
    std::string const& then
);

// That the case stays closed to this headteacher whatever reason they give, and whom to speak to.
design::Page closed(need_to_know::Seen const& child);

// Safeguarding overrides: why, who is to know, who was told.
design::Page overriding(
    need_to_know::Seen const& child,
    std::vector<Override> const& earlier,
    design::FormGuard const& guard,
    Answers const& answers
);

// One override, with the button by which who was told says that they have read it.
design::Page one_override(OverrideTold const& told, design::FormGuard const& guard, bool waits_for_reader);

// One page of so many of the overrides of the school, for who answers for safeguarding.
design::Page overrides(std::vector<OverrideTold> const& shown, int page, int pages);

// On a child's page: the headteacher's way to open the case, where it is closed to them.
h::Node way_to_open(need_to_know::Seen const& child, bool may_open);

// On a child's page, in its place: that a reason opens nothing to this headteacher, and whom to speak to.
h::Node stays_closed(need_to_know::Seen const& child, bool it_does);

// On a child's page, for good: that everything was opened for safeguarding, when and by whom; a link for who
// may read why.
h::Node opened_for_safeguarding(std::vector<OverrideNoted> const& overrides);

// On a child's page, small and last: the way to see everything for safeguarding.
h::Node way_to_override(need_to_know::Seen const& child, bool may_override);

}  // namespace openings::pages
