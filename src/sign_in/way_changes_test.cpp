#include "sign_in/way_changes.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sign_in/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/app_store.hpp"
#include "sign_in/invitation_actions.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "staff/actions.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace sign_in {
namespace {

class WaysThatChanged : public testing::Test {
protected:
    AccountId const& mine() const { return school.senco.account; }
    std::vector<WayChange> kinds() {
        std::vector<WayChange> all;
        for (auto const& one : actions::way_changes(visit)) all.push_back(one.kind);
        return all;
    }
    std::string goes_on() { return actions::going_on(visit, mine(), "/pupils?q=sam"); }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.senco);
};

TEST_F(WaysThatChanged, are_told_to_the_address_that_their_person_signs_in_with) {
    auto const account = *store::account(db, mine());
    for (auto const kind : all_of<WayChange>()) {
        visit.tellings.clear();
        visit.now = visit.now + 1;
        actions::tell_way_changed(visit, mine(), kind);
        ASSERT_EQ(visit.tellings.size(), 1U);
        auto const& told = visit.tellings[0];
        EXPECT_EQ(told.address, account.address);
        EXPECT_NE(told.words.find(in_words(kind)), told.words.npos);
        EXPECT_NE(told.words.find("12 May"), told.words.npos) << "when";
        EXPECT_NE(told.words.find("ask for a link for a new password"), told.words.npos) << "what to do";
        EXPECT_EQ(told.words.find("://"), told.words.npos) << "no link, so that nobody learns to follow one";
        EXPECT_EQ(told.words.find(school.senco.name), told.words.npos);
        EXPECT_EQ(told.words.find("Sam"), told.words.npos) << "no child (N6)";
    }
    EXPECT_EQ(kinds().size(), words(WayChange{}).size());
    EXPECT_EQ(kinds().front(), WayChange::provider_removed) << "the latest first";
}

TEST_F(WaysThatChanged, are_said_at_the_next_sign_in_and_not_again) {
    EXPECT_EQ(goes_on(), "/pupils?q=sam");
    actions::tell_way_changed(visit, mine(), WayChange::passkey_added);
    actions::tell_way_changed(visit, mine(), WayChange::app_added);
    EXPECT_EQ(goes_on(), "/pupils?q=sam&saved=sign-in-changed");
    EXPECT_EQ(goes_on(), "/pupils?q=sam");
    auto others = school.visit(db, school.headteacher);
    EXPECT_EQ(actions::going_on(others, school.headteacher.account, "/"), "/") << "they are their own";
}

TEST_F(WaysThatChanged, stand_on_the_page_of_ones_own_sign_in_for_some_weeks) {
    actions::tell_way_changed(visit, mine(), WayChange::passkey_added);
    visit.now = visit.now + changes_are_shown_for - 1;
    EXPECT_EQ(kinds().size(), 1U);
    visit.now = visit.now + 1;
    EXPECT_TRUE(kinds().empty());
}

TEST_F(WaysThatChanged, are_every_change_of_them) {
    actions::begin_app(visit);
    EXPECT_TRUE(kinds().empty()) << "it counts for nothing yet";
    EXPECT_FALSE(actions::confirm_app(visit, "000000"));
    EXPECT_TRUE(kinds().empty());
    store::confirm_app(db, mine(), 1, visit.now);
    actions::renew_recovery_codes(visit);
    visit.now = visit.now + 1 * minutes;
    actions::remove_app(visit);
    actions::remove_app(visit);
    visit.now = visit.now + 1 * minutes;
    actions::change_password(visit, *store::account(db, mine()), "a hash", "");
    EXPECT_EQ(
        kinds(),
        (std::vector{WayChange::password_changed, WayChange::app_removed, WayChange::recovery_codes_renewed})
    );
}

TEST_F(WaysThatChanged, by_a_link_say_that_the_others_were_taken_away) {
    auto const uses_a_link = [&] {
        auto administrator = school.visit(db, school.administrator);
        auto const token = staff::actions::invite(administrator, school.senco.staff)->token;
        auto invited = *actions::invited(visit, token);
        ASSERT_TRUE(actions::accept(visit, invited, token, "a hash"));
    };
    uses_a_link();
    EXPECT_EQ(kinds(), std::vector{WayChange::password_changed}) << "there was no other";
    actions::begin_app(visit);
    store::confirm_app(db, mine(), 1, visit.now);
    visit.now = visit.now + 1 * minutes;
    uses_a_link();
    auto const all = kinds();
    EXPECT_EQ(all.size(), 3U);
    EXPECT_EQ(std::ranges::count(all, WayChange::others_taken_away), 1);
}

TEST_F(WaysThatChanged, stand_by_sql_too) {
    actions::tell_way_changed(visit, mine(), WayChange::passkey_added);
    auto const refused = [&](db::Sql const& sql) { return support::refused(db, sql, school.school); };
    EXPECT_EQ(refused("UPDATE way_change SET kind = 'app_added' WHERE made_at > $1"), "way_change_stands");
    EXPECT_EQ(refused("UPDATE way_change SET made_at = 5 WHERE made_at > $1"), "way_change_stands");
    EXPECT_EQ(refused("UPDATE way_change SET shown_at = 5 WHERE made_at > $1"), "");
    EXPECT_EQ(refused("UPDATE way_change SET shown_at = NULL WHERE made_at > $1"), "way_change_stands")
        << "once shown, shown";
}

}  // namespace
}  // namespace sign_in
