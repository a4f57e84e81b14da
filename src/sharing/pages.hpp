#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "design/form.hpp"
#include "design/page.hpp"
#include "sharing/sharing.hpp"

namespace sharing::pages {

// An objection that waits for the SENCo, with how it can be answered.
struct Waiting {
    AnswerTold objection;
    std::vector<Outcome> possible;
};

// Everything that the page of who may know shows.
struct View {
    need_to_know::Seen child;
    CaseId the_case;
    Date today;
    std::vector<Agreement> agreements;
    std::vector<NamedShare> shares;
    std::vector<Waiting> waiting = {};                             // for the SENCo
    std::vector<std::pair<StaffId, std::string>> colleagues = {};  // with whom the SENCo may share
    std::optional<Moment> time_to_ask = {};
    bool may_ask = false;
    bool may_share = false;
};

// Who may know how this child gets on and what they said, by whose word, and what they said before.
design::Page who_may_know(View const& view, design::FormGuard const& guard, Answers const& answers);

// What the child is asked, on an adult's device and without their name. It stands alone, with no way to other
// children; the adult's part and the way back come last.
struct Asking {
    CaseId the_case;
    PupilId pupil;
    std::vector<AskedAbout> about;
    std::vector<std::pair<StaffId, std::string>> colleagues;  // whom the child may name beside
    std::vector<std::string> raised_by;                       // who asked for help for the child
    std::vector<std::string> know_already;                    // with whom the SENCo shares it by name today
    std::vector<LastWord> last_words;                         // shown, and never chosen again for the child
    std::vector<LastWord> stay_open;                          // of those, which no answer closes unasked
    Date today;
};
design::Page asking(Asking const& asking, design::FormGuard const& guard, Answers const& answers);

// The ways from what a child is asked, small and at the end: the child finds none to what stands about
// others.
h::Node way_back(PupilId const& pupil, design::Place const& to);

}  // namespace sharing::pages
