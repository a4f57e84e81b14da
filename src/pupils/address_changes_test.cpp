#include <gtest/gtest.h>

#include "pupils/address_change_actions.hpp"
#include "pupils/address_change_store.hpp"
#include "pupils/contact_actions.hpp"
#include "pupils/contact_store.hpp"
#include "records/store.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace pupils {
namespace {

class AddressChanges : public testing::Test {
protected:
    AddressChanges() { opens_a_case(); }

    void opens_a_case() {
        db.run(
            R"(INSERT INTO nurture_case (school_id, id, pupil_id, opened_at)
               VALUES ($1, $2, $3, 0))",
            school.school,
            CaseId::make(school.now),
            sam
        );
    }
    void change(Visit& who, void (*edit)(Contact&)) {
        auto const before = *contact_store::find(db, school.school, sam, mother);
        auto after = before.contact;
        edit(after);
        ASSERT_TRUE(actions::change_contact(who, sam, before, after));
    }
    static void move_mail(Contact& contact) { contact.address = "another@x.example"; }
    std::vector<AddressChange> told() {
        return address_change_store::unseen(db, school.school, school.senco.staff);
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    PupilId sam = PupilId::parse(school.sam.id.text()).value();
    ContactId mother = ContactId::parse(school.sam.mother.text()).value();
    Visit administrator = school.visit(db, school.administrator);
    Visit senco = school.visit(db, school.senco);
};

TEST_F(AddressChanges, a_changed_address_that_letters_use_is_told_until_the_senco_has_seen_it) {
    auto const before = contact_store::find(db, school.school, sam, mother)->contact.address;
    change(administrator, move_mail);
    auto const waiting = told();
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].contact, mother);
    auto const words = in_words(waiting[0]);
    EXPECT_NE(words.find(school.administrator.name), words.npos);
    EXPECT_NE(words.find(" to another@x.example."), words.npos);
    EXPECT_EQ(waiting[0].address_before, before);

    EXPECT_FALSE(actions::see_address_change(administrator, waiting[0].id)) << "who did it";
    auto const written = records::store::all(db, school.school).size();
    EXPECT_TRUE(actions::see_address_change(senco, waiting[0].id));
    EXPECT_EQ(records::store::all(db, school.school).size(), written + 1);
    EXPECT_TRUE(told().empty());
    EXPECT_FALSE(actions::see_address_change(senco, waiting[0].id));
}

TEST_F(AddressChanges, what_brings_no_link_elsewhere_is_not_told) {
    change(administrator, [](Contact& contact) { contact.telephone = "01632 960000"; });
    change(senco, move_mail);
    EXPECT_TRUE(told().empty()) << "the SENCo's own change, and no change of address";
    change(administrator, [](Contact& contact) { contact.address = "third@x.example"; });
    EXPECT_EQ(told().size(), 1U);
    change(administrator, [](Contact& contact) { contact.restriction = "No contact"; });
    EXPECT_TRUE(told().empty()) << "who is not asked";
}

TEST_F(AddressChanges, waits_until_the_child_has_an_open_case) {
    db.run("UPDATE nurture_case SET closed_at = 1 WHERE school_id = $1", school.school);
    change(administrator, move_mail);
    EXPECT_TRUE(told().empty());
    opens_a_case();
    EXPECT_EQ(told().size(), 1U);
}

// N7: the other parent's address is not theirs to read, in whichever list it would stand.
TEST_F(AddressChanges, of_their_own_child_are_told_to_no_parent_who_works_here) {
    auto const is_parent = [&](support::ContactId const& contact) {
        db.run("DELETE FROM contact_at_work WHERE school_id = $1", school.school);
        db.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school.school,
            contact,
            school.senco.staff
        );
    };
    change(administrator, move_mail);
    auto const waiting = told();
    ASSERT_EQ(waiting.size(), 1U);
    is_parent(school.sam.father);
    EXPECT_TRUE(told().empty());
    EXPECT_FALSE(actions::see_address_change(senco, waiting[0].id)) << "nor is it theirs to tick";
    EXPECT_EQ(address_change_store::unseen(db, school.school, school.headteacher.staff).size(), 1U)
        << "others are told";
    is_parent(school.tom.mother);
    EXPECT_EQ(told().size(), 1U) << "of another child";
}

TEST_F(AddressChanges, stand_in_the_database_and_are_seen_by_another) {
    change(administrator, move_mail);
    auto const refused = [&](db::Sql sql) { return support::refused(db, sql, school.school); };
    EXPECT_EQ(
        refused(R"(INSERT INTO address_change_seen (school_id, change_id, seen_by, seen_at)
                   SELECT school_id, id, made_by, 0 FROM address_change WHERE school_id = $1)"),
        "seen_by_who_did_it"
    );
    ASSERT_TRUE(actions::see_address_change(senco, told().at(0).id));
    for (auto const& sql :
         {db::Sql("UPDATE address_change SET address = '' WHERE school_id = $1"),
          db::Sql("DELETE FROM address_change WHERE school_id = $1"),
          db::Sql("UPDATE address_change_seen SET seen_at = 0 WHERE school_id = $1"),
          db::Sql("DELETE FROM address_change_seen WHERE school_id = $1")})
        EXPECT_EQ(refused(sql), "address_change_stands") << sql.text();
}

}  // namespace
}  // namespace pupils
