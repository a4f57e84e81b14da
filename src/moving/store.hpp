#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "moving/moving.hpp"
#include "sharing/next_school.hpp"

namespace moving::store {

// The packs of the case, the latest first.
std::vector<Pack> of_case(db::Connection& db, SchoolId school, CaseId const& the_case);
std::optional<Pack> find(db::Connection& db, SchoolId school, CaseId const& the_case, PackId const& pack);

// A pack to be looked through before it goes.
void prepare(
    db::Connection& db,
    SchoolId school,
    PackId const& pack,
    CaseId const& the_case,
    NextSchool const& to,
    StaffId const& by,
    Instant now
);

// Freezes what goes. False where it went already, or was discarded.
struct Frozen {
    std::string json;
    bool with_views = false;
    bool with_confided = false;
};
bool send(
    db::Connection& db,
    SchoolId school,
    Pack const& pack,
    Frozen const& frozen,
    StaffId const& by,
    Instant now
);

// Discards what has not gone; false where it went, or was discarded already.
bool discard(
    db::Connection& db,
    SchoolId school,
    Pack const& pack,
    std::string const& why,
    StaffId const& by,
    Instant now
);

// Each notes once what became of a pack that was sent; false where that was noted already, or can be no more.
bool note_opened(db::Connection& db, SchoolId school, PackId const& pack, Instant now);
bool note_received(
    db::Connection& db, SchoolId school, PackId const& pack, std::string const& by, Instant now
);
bool take_back(db::Connection& db, SchoolId school, PackId const& pack, StaffId const& by, Instant now);

// Packs that went, and that were neither received nor taken back, without what was frozen and with the
// child's latest word; the longest gone first.
struct OnItsWay {
    Pack pack;
    sharing::NextSchoolWord word;  // where there is none, one that lets nothing go
    PupilId pupil;
    std::string forename;
    auto columns() {
        return std::tie(
            pack.id,
            pack.the_case,
            pack.to.name,
            pack.with_views,
            pack.with_confided,
            pack.sent_at,
            pack.opened_at,
            pack.link_ends_at,
            pack.link_closed_at,
            word.views,
            word.confided,
            word.understands,
            pupil,
            forename
        );
    }
};
std::vector<OnItsWay> on_their_way(db::Connection& db, SchoolId school);

}  // namespace moving::store
