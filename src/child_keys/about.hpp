#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "child_keys/child_keys.hpp"
#include "db/connection.hpp"

namespace child_keys {

// What the school holds of a child or a contact as long as the child is on its roll, and some years longer.
inline constexpr std::string_view roll_record = "roll";

// Seals words about one child or one group, for the record that they end with: `auto const about =
// about_case(db, school, the_case); db.run(sql, about(why), …)`. Empty words stay empty.
class About {
public:
    About(db::Connection& db, SchoolId school, std::string whom, std::string_view record);

    db::Sealed operator()(std::string_view words) const;
    db::SealedBytes bytes(std::string_view bytes) const;

private:
    db::Connection& db_;
    db::Owner owner_;
};

// About the child of this id, or whom the case, the place and so on are of. Throws Broken where there is
// none.
About about_child(
    db::Connection& db, SchoolId school, std::string_view pupil, std::string_view record = nurture_record
);
About about_case(db::Connection& db, SchoolId school, std::string_view the_case);
About about_place(db::Connection& db, SchoolId school, std::string_view place);
About about_target(db::Connection& db, SchoolId school, std::string_view target);
About about_concern(db::Connection& db, SchoolId school, std::string_view concern);
About about_waiting(db::Connection& db, SchoolId school, std::string_view waiting);
About about_step(db::Connection& db, SchoolId school, std::string_view step);
About about_question(db::Connection& db, SchoolId school, std::string_view question);
About about_parent_message(db::Connection& db, SchoolId school, std::string_view message);
About about_check_in(db::Connection& db, SchoolId school, std::string_view check_in);
About about_agreed_share(db::Connection& db, SchoolId school, std::string_view share);

// What the roll says: of a child, of a contact whatever child they are reached for, of a child whose record
// is held longer, and of whoever a request for data is about.
About about_child_on_roll(db::Connection& db, SchoolId school, std::string_view pupil);
About about_contact(db::Connection& db, SchoolId school, std::string_view contact);
About about_hold(db::Connection& db, SchoolId school, std::string_view hold);
About about_request(db::Connection& db, SchoolId school, std::string_view request);

// About all children of the programme.
About about_programme(db::Connection& db, SchoolId school, std::string_view programme);

// The child of this case, where there is such a case.
std::optional<std::string> child_of_case(db::Connection& db, SchoolId school, std::string_view the_case);

}  // namespace child_keys
