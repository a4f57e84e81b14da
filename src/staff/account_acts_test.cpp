#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "records/store.hpp"
#include "staff/account_act_actions.hpp"
#include "staff/account_act_rules.hpp"
#include "staff/account_act_store.hpp"
#include "staff/actions.hpp"
#include "staff/routes.hpp"
#include "staff/store.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace staff {
namespace {

using visits::Role;

class AccountActs : public testing::Test {
protected:
    std::vector<std::string> told(support::Person const& reader) {
        std::vector<std::string> words;
        for (auto const& act : store::unknown_to(db, school.school, reader.staff))
            words.push_back(in_words(act));
        return words;
    }
    void move_to(support::Person const& of, std::string const& address) {
        auto const person = *store::person(db, school.school, of.staff);
        ASSERT_TRUE(actions::change_person(visit, of.staff, person.version, {person.name, address}));
    }
    std::string own_address(support::Person const& of) { return *store::address_of(db, of.account); }
    std::int64_t devices(support::Person const& of) {
        return db.the<std::int64_t>(
            "SELECT count(*) FROM sign_in WHERE staff_id = $1 AND ended_at IS NULL", of.staff
        );
    }
    void know_all(support::Person const& reader) {
        auto readers = school.visit(db, reader);
        for (auto const& act : store::unknown_to(db, school.school, reader.staff))
            EXPECT_TRUE(actions::know(readers, act.id));
    }
    std::string refused(db::Sql sql) { return support::refused(db, sql, school.school); }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.administrator);
    std::string day = calendar::day_and_month(school.today);
    std::string who = school.administrator.name;
};

TEST(WayOfLink, a_link_goes_to_the_accounts_own_address_until_somebody_knows_of_the_new_one) {
    for (bool const sends_mail : {true, false}) {
        EXPECT_EQ(way_of_new_password("own@x", "new@x", false, sends_mail).address, "own@x");
        EXPECT_EQ(way_of_new_password("own@x", "new@x", true, sends_mail).address, "new@x");
        EXPECT_EQ(way_of_new_password("own@x", "", true, sends_mail).address, "own@x");
        EXPECT_EQ(way_of_new_password("own@x", "own@x", false, sends_mail).shown, !sends_mail);
    }
}

TEST_F(AccountActs, a_changed_address_and_a_link_make_no_administrator_the_senco) {
    visit.sends_mail = true;
    auto const own = own_address(school.senco);
    move_to(school.senco, "mine@x.example");
    auto const link = *actions::invite(visit, school.senco.staff);
    EXPECT_EQ(link.address, own);
    EXPECT_FALSE(link.shown);
    EXPECT_EQ(devices(school.senco), 1) << "nobody could put the SENCo out of their work by it";

    know_all(school.headteacher);
    EXPECT_EQ(actions::invite(visit, school.senco.staff)->address, "mine@x.example");
    move_to(school.senco, "other@x.example");
    EXPECT_EQ(actions::invite(visit, school.senco.staff)->address, own) << "the next change is not known";
}

TEST_F(AccountActs, who_changed_an_address_does_not_know_of_it_for_others) {
    ASSERT_TRUE(
        actions::give_role(visit, school.headteacher.staff, {Role::administrator, {}, school.today, {}})
    );
    auto heads = school.visit(db, school.headteacher);
    heads.sends_mail = true;
    auto const person = *store::person(db, school.school, school.senco.staff);
    ASSERT_TRUE(actions::change_person(heads, person.id, person.version, {person.name, "mine@x.example"}));
    EXPECT_TRUE(told(school.headteacher).empty());
    EXPECT_EQ(
        refused(R"(INSERT INTO account_act_known (school_id, act_id, staff_id, known_at)
                   SELECT school_id, id, made_by, 0 FROM account_act WHERE school_id = $1)"),
        "known_by_who_did_it"
    );
    EXPECT_EQ(actions::invite(heads, school.senco.staff)->address, own_address(school.senco));
}

TEST_F(AccountActs, a_link_that_is_shown_for_want_of_mail_signs_its_person_out) {
    ASSERT_EQ(devices(school.senco), 1);
    auto const link = *actions::invite(visit, school.senco.staff);
    EXPECT_TRUE(link.shown);
    EXPECT_EQ(devices(school.senco), 0);
    EXPECT_EQ(devices(school.headteacher), 1);
}

TEST_F(AccountActs, a_new_colleague_with_a_role_over_children_is_told) {
    auto const second = *actions::add_person(visit, {"Roisin B", "r.b@x.example"});
    EXPECT_TRUE(told(school.senco).empty());
    ASSERT_TRUE(actions::give_role(visit, second, {Role::senco, {}, school.today, {}}));
    ASSERT_TRUE(actions::invite(visit, second));
    std::vector<std::string> const news{
        "On " + day + " " + who + " gave Roisin B the role SENCo.",
        "On " + day + " " + who + " made a new sign-in link for Roisin B, to r.b@x.example."};
    EXPECT_EQ(told(school.senco), news);
    EXPECT_EQ(told(school.headteacher), news);
    EXPECT_TRUE(told(school.administrator).empty()) << "who did it";
}

TEST_F(AccountActs, every_link_and_address_of_who_signs_in_is_told) {
    auto const before = own_address(school.governor);
    move_to(school.governor, "g@x.example");
    ASSERT_TRUE(actions::invite(visit, school.governor.staff));
    auto const news = told(school.senco);
    ASSERT_EQ(news.size(), 2U);
    EXPECT_NE(news[0].find("changed the e-mail address of " + school.governor.name), std::string::npos);
    EXPECT_NE(news[0].find("to g@x.example"), std::string::npos);
    EXPECT_NE(news[1].find("made a new sign-in link for " + school.governor.name), std::string::npos);
}

TEST_F(AccountActs, what_opens_no_child_is_not_told) {
    auto const clerk = *actions::add_person(visit, {"Nia Webb", "nia@x.example"});
    ASSERT_TRUE(actions::give_role(visit, clerk, {Role::governor, {}, school.today, {}}));
    ASSERT_TRUE(actions::invite(visit, clerk));
    ASSERT_TRUE(actions::change_person(visit, clerk, 1, {"Nia Webb", "webb@x.example"}));
    EXPECT_TRUE(told(school.senco).empty());
}

TEST_F(AccountActs, an_ended_role_and_a_leaving_are_told_before_anybody_else_comes) {
    auto const role_of = [&](support::Person const& person) {
        return store::roles_of(db, school.school, person.staff).front();
    };
    ASSERT_TRUE(actions::end_role(visit, role_of(school.senco), school.today));
    ASSERT_TRUE(actions::leave(visit, school.senco.staff, school.today));
    auto const on = " on " + calendar::day_month_year(school.today) + ".";
    std::vector<std::string> const news{
        "On " + day + " " + who + " ended the role SENCo of " + school.senco.name + on,
        "On " + day + " " + who + " put down that " + school.senco.name + " leaves the school" + on};
    EXPECT_EQ(told(school.headteacher), news);
    EXPECT_EQ(told(school.senco), news) << "whose role it was";
    ASSERT_TRUE(actions::end_role(visit, role_of(school.governor), school.today));
    EXPECT_EQ(told(school.headteacher), news) << "a role that opens no child's case";
}

std::vector<std::string> told_by_mail;
void note_mail(Visit&, std::string const& address, std::string const& what) {
    told_by_mail.push_back(address + ": " + what);
}

TEST_F(AccountActs, whose_role_ends_or_who_leaves_is_told_by_mail_where_they_sign_in) {
    visit.sends_mail = true;
    told_by_mail.clear();
    move_to(school.senco, "mine@x.example");
    auto const person = std::string(school.senco.staff.text());
    auto const role = store::roles_of(db, school.school, school.senco.staff).front();
    http::Request request;
    request.segments = {{"person", person}, {"role", std::string(role.id.text())}};
    auto const today = calendar::iso(school.today);
    request.form = Fields{{{"ends_on", today}, {"left_on", today}}};
    EXPECT_EQ(post_end(visit, request, note_mail).status, 303);
    EXPECT_EQ(post_leaving(visit, request, note_mail).status, 303);
    ASSERT_EQ(told_by_mail.size(), 2U);
    for (auto const& mail : told_by_mail) EXPECT_TRUE(mail.starts_with(own_address(school.senco) + ": "));
    EXPECT_NE(told_by_mail[0].find("Your role SENCo"), std::string::npos);
    EXPECT_NE(told_by_mail[1].find("you leave on"), std::string::npos);

    visit.sends_mail = false;
    request.segments = {{"person", std::string(school.headteacher.staff.text())}};
    EXPECT_EQ(post_leaving(visit, request, note_mail).status, 303);
    EXPECT_EQ(told_by_mail.size(), 2U) << "without a mail server";
}

TEST_F(AccountActs, who_was_chosen_afterwards_does_not_say_that_it_is_known) {
    move_to(school.senco, "mine@x.example");
    auto const& puppet = school.support_staff;
    ASSERT_TRUE(actions::give_role(visit, puppet.staff, {Role::headteacher, {}, school.today, {}}));
    auto puppets = school.visit(db, puppet);
    auto const waiting = store::unknown_to(db, school.school, puppet.staff);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_TRUE(waiting[0].before_role);
    EXPECT_FALSE(actions::know(puppets, waiting[0].id));
    actions::know_all_until(puppets, waiting[0].id);
    EXPECT_FALSE(store::address_is_known(db, school.school, school.senco.staff));
    EXPECT_EQ(
        support::refused(
            db,
            R"(INSERT INTO account_act_known (school_id, act_id, staff_id, known_at)
               SELECT a.school_id, a.id, g.staff_id, 0 FROM account_act a, account_act g
                WHERE a.school_id = $1 AND a.kind = 'address_changed' AND g.kind = 'role_given')",
            school.school
        ),
        "known_by_whom_the_doer_chose"
    );

    move_to(school.teacher_of_4b, "later@x.example");
    auto const later = store::unknown_to(db, school.school, puppet.staff).back();
    EXPECT_FALSE(later.before_role);
    EXPECT_TRUE(actions::know(puppets, later.id)) << "what is done from then on";

    ASSERT_TRUE(actions::give_role(visit, school.headteacher.staff, {Role::senco, {}, school.today, {}}));
    auto heads = school.visit(db, school.headteacher);
    EXPECT_TRUE(actions::know(heads, waiting[0].id)) << "who had a role before";
    EXPECT_TRUE(store::address_is_known(db, school.school, school.senco.staff));
}

TEST_F(AccountActs, each_reader_says_for_themselves_that_they_know) {
    auto const second = *actions::add_person(visit, {"Roisin B", ""});
    ASSERT_TRUE(actions::give_role(visit, second, {Role::senco, {}, school.today, {}}));
    auto const records = records::store::all(db, school.school).size();
    know_all(school.senco);
    EXPECT_TRUE(told(school.senco).empty());
    EXPECT_EQ(told(school.headteacher).size(), 1U);
    EXPECT_EQ(records::store::all(db, school.school).size(), records + 1);
    for (auto const& sql :
         {db::Sql("UPDATE account_act SET role = 'governor' WHERE school_id = $1"),
          db::Sql("DELETE FROM account_act WHERE school_id = $1"),
          db::Sql("UPDATE account_act_known SET known_at = 0 WHERE school_id = $1"),
          db::Sql("DELETE FROM account_act_known WHERE school_id = $1")})
        EXPECT_EQ(refused(sql), "account_act_stands") << sql.text();
}

TEST_F(AccountActs, many_are_known_at_once_but_each_changed_address_alone) {
    auto const second = *actions::add_person(visit, {"Roisin B", ""});
    ASSERT_TRUE(actions::give_role(visit, second, {Role::senco, {}, school.today, {}}));
    move_to(school.senco, "mine@x.example");
    ASSERT_TRUE(actions::give_role(visit, second, {Role::headteacher, {}, school.today, {}}));
    auto const last = store::unknown_to(db, school.school, school.headteacher.staff).back().id;
    auto heads = school.visit(db, school.headteacher);
    actions::know_all_until(heads, last);
    auto const left = store::unknown_to(db, school.school, school.headteacher.staff);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].kind, AccountActKind::address_changed);
    EXPECT_FALSE(actions::know(heads, last)) << "known already";
}

}  // namespace
}  // namespace staff
