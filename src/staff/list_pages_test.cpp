#include <gtest/gtest.h>

#include "staff/pages.hpp"

namespace staff::pages {
namespace {

Date const january = *calendar::date(2027, 1, 10);

PersonLine who_signs_in() {
    PersonLine line;
    line.person.name = "Ada Quinn";
    line.account = AccountState::may_sign_in;
    return line;
}

std::string list_of(PersonLine const& line) { return people({line}).main.markup(); }

// Where every line is coloured, none is seen.
TEST(ThePeople, are_coloured_only_where_something_is_to_be_done) {
    auto line = who_signs_in();
    line.nurture = {TrainingState::in_force, january};
    auto const calm = list_of(line);
    EXPECT_NE(calm.find("Signs in"), std::string::npos);
    EXPECT_NE(calm.find("Nurture until 10 January 2027"), std::string::npos) << calm;
    EXPECT_EQ(calm.find("class=\"tag"), std::string::npos) << calm;

    line.nurture = {TrainingState::expires_soon, january};
    EXPECT_NE(list_of(line).find("Expires soon</"), std::string::npos);
    line.account = AccountState::not_invited;
    EXPECT_NE(list_of(line).find("Not invited</"), std::string::npos);
}

}  // namespace
}  // namespace staff::pages
