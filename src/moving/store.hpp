#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.hpp"
#include "moving/moving.hpp"

namespace moving::store {

// The packs of the case, the latest first.
std::vector<Pack> of_case(db::Connection& db, SchoolId school, CaseId const& the_case);
std::optional<Pack> find(db::Connection& db, SchoolId school, PackId const& pack);

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

// Freezes what goes. False where it went already.
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

// Each notes once what became of a pack that was sent; false where that was noted already, or can be no more.
bool note_opened(db::Connection& db, SchoolId school, PackId const& pack, Instant now);
bool note_received(
    db::Connection& db, SchoolId school, PackId const& pack, std::string const& by, Instant now
);
bool take_back(db::Connection& db, SchoolId school, PackId const& pack, StaffId const& by, Instant now);

// Packs that went before then, or whose link is closed, and that nobody has received.
struct Late {
    PackId pack;
    CaseId the_case;
    PupilId pupil;
    std::string forename;
    std::string next_school;
    Instant sent_at;
    auto columns() { return std::tie(pack, the_case, pupil, forename, next_school, sent_at); }
};
std::vector<Late> not_received(db::Connection& db, SchoolId school, Instant sent_before);

}  // namespace moving::store
