#include <gtest/gtest.h>

#include "sign_in/actions.hpp"
#include "sign_in/invitation_actions.hpp"
#include "staff/actions.hpp"
#include "support/small_school.hpp"

namespace sign_in {
namespace {

using staff::InvitationState;

class LinkForANewPassword : public testing::Test {
protected:
    LinkForANewPassword() {
        db.begin(db::Mode::write);
        auto administrator = school.visit(db, school.administrator);
        token = staff::actions::invite(administrator, school.senco.staff)->token;
    }
    ~LinkForANewPassword() override { db.rollback(); }

    InvitationState state() {
        auto nobody = school.visit_of_nobody(db);
        return actions::invited(nobody, token)->state;
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    support::SmallSchool other{database, SchoolId{2}};
    std::string token;
};

TEST_F(LinkForANewPassword, is_open_until_somebody_uses_it) {
    EXPECT_EQ(state(), InvitationState::open);
    auto nobody = school.visit_of_nobody(db);
    auto invited = *actions::invited(nobody, token);
    EXPECT_TRUE(actions::accept(nobody, invited, token, "hash"));
    EXPECT_EQ(state(), InvitationState::used);
}

// Else the administrator of one school would open the other's children with it.
TEST_F(LinkForANewPassword, leads_nowhere_once_another_school_has_joined_the_account) {
    db.enter(other.school);
    db.run(
        "UPDATE staff SET account_id = $1 WHERE school_id = 2 AND id = $2",
        school.senco.account,
        other.senco.staff
    );
    EXPECT_EQ(state(), InvitationState::revoked);
}

TEST_F(LinkForANewPassword, ends_with_the_password_that_its_person_chose_meanwhile) {
    auto sencos = school.visit(db, school.senco);
    actions::change_password(sencos, {school.senco.account, "senco@x.example", "old"}, "new", "");
    EXPECT_EQ(state(), InvitationState::revoked);
}

}  // namespace
}  // namespace sign_in
