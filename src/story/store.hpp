#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "db/connection.hpp"
#include "story/story.hpp"

// What a child's story is told from, each in one query whatever its length.
namespace story::store {

// Every place of the case, the latest first.
std::vector<PlaceTold> places(db::Connection& db, SchoolId school, CaseId const& the_case);

// The sessions of the programmes of all these places in order, with what each did for this child.
std::vector<SessionTold> sessions(db::Connection& db, SchoolId school, CaseId const& the_case);

// What of all that was confided is read for somebody: of whose sessions the words that were noted, and of
// whose the face and the sentence that the child kept at the end.
enum class Whose { nobodys, readers, everybodys };
constexpr auto words(Whose) { return std::array{"nobodys", "readers", "everybodys"}; }
struct OpenTo {
    StaffId reader;
    Whose noted{};
    Whose kept{};
};

// What the child said in them, by session, as far as it is open to this reader.
std::map<SessionId, Confided> confided(
    db::Connection& db, SchoolId school, CaseId const& the_case, OpenTo const& open
);

// Whether there is any of it.
bool has_confided(db::Connection& db, SchoolId school, CaseId const& the_case, OpenTo const& open);

// All that was written down about the case, and that concerns were put on CPOMS; the latest first.
std::vector<Happening> happenings(
    db::Connection& db, SchoolId school, CaseId const& the_case, PupilId const& pupil
);

// What was known of the child's needs before this moment: all that is, unless one is given.
inline constexpr Instant from_now_on{std::numeric_limits<std::int64_t>::max()};
Needs needs(db::Connection& db, SchoolId school, CaseId const& the_case, Instant before = from_now_on);

// Closed cases of the pupil besides this one, the latest first.
std::vector<EarlierCase> earlier(
    db::Connection& db, SchoolId school, PupilId const& pupil, CaseId const& but
);

// Whom the child's family and carers are, by name; not how to reach them.
struct Respondent {
    ContactId id;
    std::string name;
    bool responsibility = false;
    std::string restriction;
    auto columns() { return std::tie(id, name, responsibility, restriction); }
};
std::vector<Respondent> respondents(db::Connection& db, SchoolId school, PupilId const& pupil);

// When and where an open place of the pupil brings them next; empty where they have none.
std::optional<Headline> headline(db::Connection& db, SchoolId school, PupilId const& pupil, Date today);

}  // namespace story::store
