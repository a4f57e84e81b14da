// What Today says to somebody who works here and is a parent or carer too: nothing of their own child.
#include <type_traits>

#include "today/day_test.hpp"
#include "today/today.hpp"

namespace today {
namespace {

static_assert(!std::is_constructible_v<About, PupilId>, "need to know alone names a child");
static_assert(!std::is_default_constructible_v<Item>, "of whom an item tells can't be forgotten");

class TodayOfAParent : public Today {
protected:
    void is_parent_of(support::Child const& child, support::Person const& person) {
        db().run("DELETE FROM contact_at_work WHERE school_id = $1", school_.school);
        db().run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school_.school,
            child.father,
            person.staff
        );
    }

    // Each of these words stands there until it is their own child's, and then the child at all no more.
    void hears_no_more_once_a_parent(
        support::Child const& child, support::Person const& person, std::vector<std::string> const& words
    ) {
        auto const before = page_for(person);
        for (auto const& one : words) EXPECT_TRUE(holds(before, one)) << person.name << ": " << one;
        is_parent_of(child, person);
        auto const after = page_for(person);
        for (auto const& one : words) EXPECT_FALSE(holds(after, one)) << person.name << ": " << one;
        EXPECT_FALSE(holds(after, child.name)) << person.name;
    }

    void asks_and_is_answered(support::Person const& person) {
        ask("How are playtimes going?", 1);
        db().run(
            R"(UPDATE question SET asked_by = $1, answer = 'Calmer', answered_by = $2, answered_at = $3
                WHERE school_id = $4)",
            person.staff,
            school_.teacher_of_4b.staff,
            school_.now,
            school_.school
        );
        ask("And in class?", 1);
        db().run(
            "UPDATE question SET asked_by = $1 WHERE school_id = $2 AND answered_at IS NULL",
            person.staff,
            school_.school
        );
    }

    // Whoever supports Sam is told of another's concern, and that the child wants to meet.
    void somebody_writes_and_sam_asks_to_meet() {
        db().run(
            "UPDATE place SET allocated_at = $1 WHERE school_id = $2",
            school_.now - 21 * (24 * hours),
            school_.school
        );
        auto const later = running_.concern(running_.text_case, school_.sam.id, school_.support_staff);
        db().run(
            "UPDATE concern SET written_at = $1 WHERE school_id = $2 AND id = $3",
            school_.now - 2 * hours,
            school_.school,
            later
        );
        db().run(
            R"(INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_on, asked_by, made_by, made_at)
               VALUES ($1, $2, $3, $4, $5, 'child', $6, $7))",
            school_.school,
            running_.id(),
            running_.text_case,
            school_.sam.id,
            school_.today - 1,
            school_.nurture_assistant.staff,
            school_.now
        );
        db().run(
            "UPDATE nurture_case SET to_be_asked = 'start' WHERE school_id = $1 AND id = $2",
            school_.school,
            running_.text_case
        );
    }
};

TEST_F(TodayOfAParent, who_delivers_says_nothing_of_their_own_child) {
    asks_and_is_answered(school_.nurture_assistant);
    somebody_writes_and_sam_asks_to_meet();
    hears_no_more_once_a_parent(
        school_.sam,
        school_.nurture_assistant,
        {"Calmer",
         "And in class?",
         "Read the new concern about Sam",
         "Meet Sam Okafor for a check-in",
         "Ask Sam who may know"}
    );
}

TEST_F(TodayOfAParent, who_coordinates_says_nothing_of_their_own_child) {
    asks_and_is_answered(school_.senco);
    somebody_writes_and_sam_asks_to_meet();
    hears_no_more_once_a_parent(
        school_.sam, school_.senco, {"Calmer", "And in class?", "Read the new concern about Sam"}
    );
}

TEST_F(TodayOfAParent, who_wrote_a_concern_that_was_not_taken_up_says_nothing_of_their_own_child) {
    db().run(
        "UPDATE nurture_case SET closed_at = $1, closed_why = 'Friends again' WHERE school_id = $2 AND id = "
        "$3",
        school_.now,
        school_.school,
        running_.another_case(school_.tom)
    );
    hears_no_more_once_a_parent(school_.tom, school_.teacher_of_4b, {"Your concern about Tom"});
}

// Whose letters wait for the printer: named to the SENCo while the child is another's.
TEST_F(TodayOfAParent, who_prints_the_letters_says_nothing_of_their_own_child) {
    db().run(
        R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
           VALUES ($1, $2, $3, $4, 'paper', 'A letter', 'Dear parent', $5, $6))",
        school_.school,
        running_.id(),
        running_.text_case,
        school_.sam.mother,
        school_.senco.staff,
        school_.now + 1  // after the answer that stands
    );
    hears_no_more_once_a_parent(school_.sam, school_.senco, {"Print the letter to"});
}

}  // namespace
}  // namespace today
