#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data_requests/data_requests.hpp"
#include "db/connection.hpp"

namespace data_requests::store {

// A new request, with a key of its own for the ids of its lines.
void add(
    db::Connection& db,
    SchoolId school,
    RequestId const& id,
    Asked const& asked,
    StaffId const& by,
    Instant now
);

// Seals the keys of lines that stand unsealed: a migration, which has no child's key, made them for what was
// in hand then.
void seal_line_keys(db::Connection& db, SchoolId school);

std::optional<Request> find(db::Connection& db, SchoolId school, RequestId const& id);

// Every request of the school, the newest first; those that are to be answered yet; and those that
// were made through this child.
std::vector<Request> all(db::Connection& db, SchoolId school);
std::vector<Request> open(db::Connection& db, SchoolId school);
std::vector<Request> of_pupil(db::Connection& db, SchoolId school, PupilId const& pupil);

// That whoever asked was told that it takes two months more, and why.
void extend(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    std::string const& why,
    Date told_on,
    StaffId const& by,
    Instant now
);

// What is kept back of a request, in the order in which it was decided.
std::vector<KeptBack> kept_back(db::Connection& db, SchoolId school, RequestId const& request);

// Keeps a line back, or keeps it back otherwise than before.
void keep_back(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    KeptBack const& line,
    StaffId const& by,
    Instant now
);
// Gives a line out after all.
void give(db::Connection& db, SchoolId school, RequestId const& request, std::string const& line);

// The lines as they were read when the request was prepared last; empty where it never was, or is over.
std::string lines_read(db::Connection& db, SchoolId school, RequestId const& request);

// What is kept of what was read when a request is prepared.
struct AsPrepared {
    std::string digest;  // of the copy
    std::string lines_read;
    std::string stored_digest;
};
// Each takes the request a step on from where it must stand.
void prepare(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    AsPrepared const& as,
    StaffId const& by,
    Instant now
);
void send_back(db::Connection& db, SchoolId school, RequestId const& request, std::string const& why);
void sign(db::Connection& db, SchoolId school, RequestId const& request, StaffId const& by, Instant now);
void withdraw(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    std::string const& why,
    StaffId const& by,
    Instant now
);
void give_out(
    db::Connection& db,
    SchoolId school,
    RequestId const& request,
    Date on,
    Way way,
    StaffId const& by,
    Instant now
);

}  // namespace data_requests::store
