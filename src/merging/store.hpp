#pragma once

#include <map>

#include "data_map/moving_store.hpp"
#include "db/connection.hpp"
#include "merging/merging.hpp"

namespace merging::store {

// The record with what bears on merging it; empty where the school has none.
std::optional<Record> record(db::Connection& db, SchoolId school, PupilId const& pupil);

// The other children of the school who were born on the same day.
std::vector<PupilId> born_on(db::Connection& db, SchoolId school, Date day, PupilId const& but);

// What a record says of whose it is.
struct Namesake {
    PupilId id;
    pupils::Details details;  // the names and the date of birth alone
    auto columns() {
        return std::tie(
            id,
            details.legal_forename,
            details.legal_surname,
            details.preferred_forename,
            details.preferred_surname,
            details.born_on
        );
    }
};
// The other children of the school who share a surname with this one and were born on another day.
std::vector<Namesake> alike_born_otherwise(
    db::Connection& db, SchoolId school, pupils::KnownPupil const& known
);

// Notes the merging, keeps both records as they stand, and puts aside of the former what can't stand beside
// the other: a class of today, what a contact of both is to the child.
void begin(
    db::Connection& db,
    SchoolId school,
    MergingId const& id,
    Record const& stays,
    Record const& former,
    std::string const& former_upn,
    StaffId const& by,
    Instant at
);
void keep_rows(
    db::Connection& db, SchoolId school, MergingId const& id, std::vector<data_map::Named> const& rows
);
// The former record's own row and what it was found by.
void remove(db::Connection& db, SchoolId school, PupilId const& former);
void set_days(
    db::Connection& db, SchoolId school, PupilId const& pupil, Date joined_on, std::optional<Date> left_on
);

// Of the mergings into this record, the latest first; one by its id.
std::vector<Merged> mergings_into(db::Connection& db, SchoolId school, PupilId const& stays);
std::optional<Merged> merging(db::Connection& db, SchoolId school, MergingId const& id);
std::vector<data_map::Named> kept_rows(db::Connection& db, SchoolId school, MergingId const& id);

// Whether another child has the former record's UPN now.
bool upn_is_anothers(db::Connection& db, SchoolId school, Merged const& merged);
// Whether somebody was asked or has answered about a case that went over who is nothing to the former record.
bool others_answered(db::Connection& db, SchoolId school, MergingId const& id);

// Puts both records' own rows as they stood before, and beside the former what had been put aside.
void restore_records(db::Connection& db, SchoolId school, Merged const& merged);
void restore_what_was_put_aside(db::Connection& db, SchoolId school, MergingId const& id);
void undo(
    db::Connection& db,
    SchoolId school,
    MergingId const& id,
    StaffId const& by,
    Instant at,
    std::string const& why
);

// The schools where something still stands of what both records said, or was put aside, of a merging from
// before then or one that was undone.
std::vector<SchoolId> schools_with_records_to_clear(db::Connection& db, Instant made_before);
// Takes those of this school away, past the gate that keeps them until then, and the UPN that was given up
// where that was undone; says how many records.
std::int64_t clear_records(db::Connection& db, SchoolId school, Instant made_before);

// The record into which this one, which is no more, was merged.
std::optional<PupilId> leads_to(db::Connection& db, SchoolId school, PupilId const& former);

// The UPNs that were given up, each with the one that was kept.
std::map<std::string, std::string> kept_upns(db::Connection& db, SchoolId school);

}  // namespace merging::store
