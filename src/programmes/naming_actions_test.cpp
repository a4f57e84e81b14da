#include "programmes/naming_actions.hpp"

#include "programmes/nurture_test.hpp"

namespace programmes {
namespace {

class Renaming : public NurtureTest {
protected:
    Programme now(ProgrammeId const& programme) { return *store::find(read(), school.school, programme); }
    Expected<void, Refusal> renamed(Programme const& before, std::string const& name) {
        return as(school.senco, [&](Visit& visit) { return rename(visit, before, name); });
    }
};

TEST_F(Renaming, is_on_record_with_both_names) {
    auto const programme = make_programme();
    ASSERT_TRUE(renamed(now(programme), "Calm mornings"));
    EXPECT_EQ(now(programme).name, "Calm mornings");
    auto const details = read().all<std::string>(
        "SELECT detail FROM record WHERE school_id = $1 AND subject = 'programme' AND action = 'changed'",
        school.school
    );
    ASSERT_EQ(details.size(), 1U);
    EXPECT_NE(details.front().find("Friendship group"), std::string::npos) << details.front();
    EXPECT_NE(details.front().find("Calm mornings"), std::string::npos) << details.front();
}

TEST_F(Renaming, to_the_same_name_changes_nothing) {
    auto const programme = make_programme();
    auto const before = now(programme);
    ASSERT_TRUE(renamed(before, before.name));
    EXPECT_EQ(now(programme).version, before.version);
}

TEST_F(Renaming, of_two_at_once_the_second_is_asked_to_look_again) {
    auto const programme = make_programme();
    auto const before = now(programme);
    ASSERT_TRUE(renamed(before, "Calm mornings"));
    EXPECT_EQ(renamed(before, "Quiet start").error(), Refusal::changed_meanwhile);
    EXPECT_EQ(now(programme).name, "Calm mornings");
}

TEST_F(Renaming, leaves_a_completed_programme_as_it_was_called) {
    auto completed = now(make_programme());
    completed.completed_on = day;
    EXPECT_EQ(renamed(completed, "Calm mornings").error(), Refusal::completed);
}

TEST_F(Renaming, tells_of_a_child_who_has_or_had_a_place) {
    auto const programme = make_programme();
    place_of(programme, ready(school.sam));
    auto const named = [&](std::string const& name) {
        return as(school.senco, [&](Visit& visit) {
            auto const child = child_named_in(visit, need_to_know::Sight(visit), now(programme), name);
            return child ? child->forename() : std::string();
        });
    };
    EXPECT_EQ(named("One to one with Sam"), "Sam");
    EXPECT_EQ(named("One to one with Amira"), "") << "she has no part in it";
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE pupil SET legal_forename = 'Samuel' WHERE school_id = $1 AND id = $2",
            visit.school,
            school.sam.id
        );
    });
    EXPECT_EQ(named("One to one with Samuel"), "Sam") << "as the register calls him";
    as(school.senco, [&](Visit& visit) {
        return visit.db.run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            visit.school,
            school.sam.mother,
            school.senco.staff
        );
    });
    EXPECT_EQ(named("One to one with Sam"), "") << "nobody learns at work where their own child is supported";
}

}  // namespace
}  // namespace programmes
