// Whom a list names to whom.
#include <gtest/gtest.h>

#include <type_traits>

#include "need_to_know/actions.hpp"
#include "need_to_know/rules.hpp"
#include "support/small_school.hpp"

namespace need_to_know {
namespace {

static_assert(!std::is_default_constructible_v<Named>);
static_assert(
    !std::is_constructible_v<Named, PupilId, std::string, std::string>, "a decision alone names a child"
);

class Naming : public testing::Test {
protected:
    static pupils::Pupil pupil(support::Child const& child) {
        pupils::Pupil named;
        named.id = PupilId::parse(child.id.text()).value();
        named.forename = "Sam";
        named.surname = "Okafor";
        return named;
    }
    void is_parent(support::Child const& child, support::Person const& person) {
        db.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school.school,
            child.mother,
            person.staff
        );
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit entered = school.visit(db, school.senco);
};

TEST_F(Naming, by_a_duty_leaves_out_the_children_of_ones_own) {
    is_parent(school.sam, school.senco);
    for (auto const* person : {&school.senco, &school.headteacher}) {
        auto const visit = school.visit(db, *person);
        bool const own = person == &school.senco;
        auto const duty = Duty::to_own_work(visit);
        EXPECT_EQ(duty.is_own(pupil(school.sam).id), own);
        EXPECT_EQ(duty.names(pupil(school.sam)).has_value(), !own);
        EXPECT_EQ(duty.names(pupil(school.sam).id, "Sam Okafor").has_value(), !own);
        ASSERT_TRUE(duty.names(pupil(school.tom)));
        EXPECT_EQ(duty.names(pupil(school.tom))->in_full(), "Sam Okafor");
        EXPECT_EQ(duty.names(pupil(school.tom))->forename(), "Sam");
        EXPECT_FALSE(duty.names(pupil(school.tom))->is_near()) << "a duty opens no words";
    }
    Duty const of_nobody(school.visit_of_nobody(db), visits::Permission::anyone);
    EXPECT_FALSE(of_nobody.names(pupil(school.tom))) << "who is not of the staff";
    Duty const of_others(school.visit(db, school.governor), visits::Permission::end_records);
    EXPECT_FALSE(of_others.names(pupil(school.tom))) << "whose role has no such duty";
    for (auto const everybodys : {visits::Permission::anyone, visits::Permission::signed_in})
        EXPECT_FALSE(Duty(school.visit(db, school.senco), everybodys).names(pupil(school.tom)))
            << "what everybody may is nobody's duty";
    EXPECT_FALSE(Duty().names(pupil(school.tom)));
}

TEST_F(Naming, by_a_duty_that_shows_how_the_child_gets_on_notes_its_read_where_it_names_one) {
    is_parent(school.sam, school.senco);
    auto const visit = school.visit(db, school.senco);
    auto const duty = Duty::to_own_work(visit);
    EXPECT_FALSE(duty.reads(visit, pupil(school.sam).id, "Sam Okafor", "You see this because you asked."));
    EXPECT_TRUE(visit.reads.all().empty());
    EXPECT_TRUE(duty.reads(visit, pupil(school.tom).id, "Tom Reed", "You see this because you asked."));
    ASSERT_EQ(visit.reads.all().size(), 1U);
    EXPECT_EQ(visit.reads.all().front().reason, "You see this because you asked.");
}

TEST_F(Naming, in_a_list_is_for_whom_the_page_of_the_child_opens_to) {
    auto sam = pupil(school.sam);
    sam.class_id = school.class_4b;
    for (auto const* person :
         {&school.senco, &school.teacher_of_4b, &school.teacher_of_5a, &school.governor}) {
        auto const visit = school.visit(db, *person);
        Sight const sight(visit);
        EXPECT_EQ(sight.names(sam).has_value(), sight.of(sam).has_value()) << person->name;
        auto const access = access_to(visit, sam.id);
        EXPECT_EQ(sight.names(sam).has_value(), access.has_value()) << person->name;
        if (access) {
            EXPECT_EQ(access->child().id(), sam.id);
        }
    }
}

}  // namespace
}  // namespace need_to_know
