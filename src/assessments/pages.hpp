#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "assessments/leads.hpp"
#include "assessments/pairing.hpp"
#include "base/fields.hpp"
#include "design/form.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"

namespace assessments::pages {

// An assessment with what it is read by.
struct Read {
    Assessment assessment;
    LoadedInstrument const* loaded = nullptr;
    Standing standing{};
    std::map<std::string, Range> ranges = {};  // between which numbers each scale was scored then
    MostInNeed in_need = {};
};

// Two assessments beside one another, and what changed where that may be said.
struct Pair {
    Read before;
    Read after;
    std::optional<Incomparable> why_not;
    std::vector<Change> changes;  // of what is the same before and after
};

// All assessments by one instrument.
struct ByInstrument {
    LoadedInstrument const* loaded = nullptr;
    std::vector<Read> assessments;  // the newest first
    std::optional<Pair> pair;       // one before support and one after it
    std::optional<Read> alone;      // that is drawn where there is no pair
    std::vector<NotDrawn> not_drawn;
};

struct Overview {
    need_to_know::Seen child;
    CaseId the_case;
    std::vector<ByInstrument> held;
    std::vector<LoadedInstrument> instruments;  // that may be rated by
    bool may_rate = false;
    bool keeps_instruments = false;
    std::string why_closed = {};     // where nothing more is rated
    std::vector<Read> earlier = {};  // of the child's other cases, the newest first
};
// What was rated so far, side by side in time, and what to rate by.
design::Page overview(Overview const& view);

struct One {
    need_to_know::Seen child;
    Read read;
    std::vector<Read> beside;  // the other rating of two
    bool may_agree = false;
    bool may_rate_beside = false;
    bool may_take_back = false;
    std::string why_closed = {};  // where nothing is agreed to or taken back any more
    WaysOn ways = {};             // from strands to what can be done
};
// One profile, as it prints on one sheet.
design::Page one(design::FormGuard const& guard, One const& view, Answers const& answers);

struct Rating {
    need_to_know::Seen child;
    CaseId the_case;
    LoadedInstrument loaded;
    Occasion occasion{};
    std::vector<LoadedNorms>
        norms;  // for the child's age on the day of the rating, or of their ratings so far
    Assessment const* last = nullptr;
    std::optional<Assessment> first;  // that this one is rated beside
    std::string why_closed = {};      // where nothing more is rated
};
// A form that was open while the case closed is given back as it was filled in.
design::Page rating(design::FormGuard const& guard, Rating const& view, Answers const& answers);

}  // namespace assessments::pages
