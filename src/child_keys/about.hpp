#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "child_keys/child_keys.hpp"
#include "db/connection.hpp"
#include "db/joined_sql.hpp"

namespace child_keys {

// Seals words about one child or one group, for the record that they end with: `auto const about =
// about_case(db, school, the_case); db.run(sql, about(why), …)`. Empty words stay empty.
class About {
public:
    About(db::Connection& db, SchoolId school, std::string whom, std::string_view record);

    db::Sealed operator()(std::string_view words) const;
    db::SealedBytes bytes(std::string_view bytes) const;

    // About the same child, what they confided.
    About confided() const { return {db_, owner_.school, owner_.whom, confided_record}; }

private:
    db::Connection& db_;
    db::Owner owner_;
};

// In a statement that has a case as n: the child whose key seals what is told of it. Of a case that came over
// from another record it is that record, to which it may go back.
inline constexpr db::Part whose_key_seals = R"(
    coalesce((SELECT m.former_id
                FROM merging m
                JOIN merged_row r ON r.school_id = m.school_id AND r.merging_id = m.id
                                 AND r.of_table = 'nurture_case' AND r.row_id = n.id
               WHERE m.school_id = n.school_id AND m.stays_id = n.pupil_id AND m.undone_at IS NULL),
             n.pupil_id))";

// About the child of this id, whether or not there is one.
About about_child(
    db::Connection& db, SchoolId school, std::string_view pupil, std::string_view record = nurture_record
);

// About the child whom the case is of. Throws Broken where there is none. What a case says that came over
// with another record stays with that record's key, so that the log of changes, which can't be sealed again,
// says it as long as the case stands.
About about_case(db::Connection& db, SchoolId school, std::string_view the_case);

// About the child whom the place, the target and so on are of today: where a merging is undone, their words
// are sealed anew. Throws Broken where there is none.
About about_place(db::Connection& db, SchoolId school, std::string_view place);
About about_target(db::Connection& db, SchoolId school, std::string_view target);
About about_concern(db::Connection& db, SchoolId school, std::string_view concern);
About about_waiting(db::Connection& db, SchoolId school, std::string_view waiting);
About about_step(db::Connection& db, SchoolId school, std::string_view step);
About about_question(db::Connection& db, SchoolId school, std::string_view question);
About about_parent_message(db::Connection& db, SchoolId school, std::string_view message);
About about_check_in(db::Connection& db, SchoolId school, std::string_view check_in);
About about_agreed_share(db::Connection& db, SchoolId school, std::string_view share);

// What the roll says: of a child and of a contact, whatever child they are reached for, whether or not there
// are such; and of a child whose record is held longer, and of whoever a request for data is about. The last
// two throw Broken where there is no such hold or request.
About about_child_on_roll(db::Connection& db, SchoolId school, std::string_view pupil);
About about_contact(db::Connection& db, SchoolId school, std::string_view contact);
About about_hold(db::Connection& db, SchoolId school, std::string_view hold);
About about_request(db::Connection& db, SchoolId school, std::string_view request);

// About all children of the programme.
About about_programme(db::Connection& db, SchoolId school, std::string_view programme);

// As about_case, for this record; nothing where there is no such case.
std::optional<About> about_some_case(
    db::Connection& db, SchoolId school, std::string_view the_case, std::string_view record
);

// A key, and about whom what it sealed is from now on.
struct KeyAnew {
    std::string id;
    About about;
};
// The keys of the one child's records, each with the same record of the other's.
std::vector<KeyAnew> keys_anew(
    db::Connection& db, SchoolId school, std::string_view from, std::string_view to
);
// The keys of the child's nurture record, and of those that became one with it, each with what the child
// confided: what was sealed before that had a key of its own.
std::vector<KeyAnew> keys_before_confidence(db::Connection& db, SchoolId school, std::string_view pupil);
// The stored text with whatever one of these keys sealed in it sealed anew; nothing where they sealed
// nothing.
std::optional<std::string> sealed_anew(
    db::Connection& db, SchoolId school, std::string_view text, std::span<KeyAnew const> keys
);

}  // namespace child_keys
