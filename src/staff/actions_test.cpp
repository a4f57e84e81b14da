#include "staff/actions.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/secret.hpp"
#include "records/store.hpp"
#include "staff/store.hpp"
#include "support/small_school.hpp"

namespace staff {
namespace {

using visits::Role;

class Staff : public testing::Test {
protected:
    std::vector<std::string> names_of(std::vector<Named> const& people) {
        std::vector<std::string> names;
        for (auto const& person : people) names.push_back(person.name);
        return names;
    }
    std::optional<RoleHeld> role_of(StaffId const& person, Role role) {
        for (auto const& held : store::roles_of(db, school.school, person))
            if (held.role == role) return held;
        return std::nullopt;
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.administrator);
    Date today = school.today;
};

TEST_F(Staff, only_nurture_assistants_whose_training_is_in_force_may_be_allocated) {
    EXPECT_EQ(
        names_of(store::trained_nurture_assistants(db, school.school, today)),
        (std::vector<std::string>{"Dele Ade", "Joan Barker"})
    );
    EXPECT_EQ(store::trained_nurture_assistants(db, school.school, today - 150).size(), 2U);
    actions::add_training(
        visit, school.untrained.staff, {TrainingKind::nurture, "Refresher", today, today + 365}
    );
    EXPECT_EQ(store::trained_nurture_assistants(db, school.school, today).size(), 3U);
    actions::add_training(
        visit, school.senco.staff, {TrainingKind::nurture, "Refresher", today, today + 365}
    );
    EXPECT_EQ(store::trained_nurture_assistants(db, school.school, today).size(), 3U);
}

TEST_F(Staff, every_nurture_assistant_is_either_trained_or_not_offered_and_why) {
    auto const untrained = store::untrained_nurture_assistants(db, school.school, today);
    ASSERT_EQ(untrained.size(), 1U);
    EXPECT_EQ(untrained.front().id, school.untrained.staff);
    EXPECT_EQ(
        in_words(untrained.front()),
        school.untrained.name + ", whose nurture training ended on " +
            calendar::in_words(*untrained.front().until)
    );
    actions::add_training(
        visit, school.untrained.staff, {TrainingKind::nurture, "Refresher", today, today + 365}
    );
    EXPECT_TRUE(store::untrained_nurture_assistants(db, school.school, today).empty());
    // Before anybody was trained.
    auto const long_ago = store::untrained_nurture_assistants(db, school.school, today - 3650);
    for (auto const& person : long_ago)
        EXPECT_EQ(in_words(person), person.name + ", whose nurture training is not on record");
}

TEST_F(Staff, a_person_is_added_once_for_an_address) {
    auto const added = actions::add_person(visit, {"Nia Webb", "nia@x.example"});
    ASSERT_TRUE(added);
    EXPECT_EQ(actions::add_person(visit, {"Nia Again", "nia@x.example"}).error(), Refusal::address_taken);
    EXPECT_TRUE(actions::add_person(visit, {"Without", ""}));
    EXPECT_TRUE(actions::add_person(visit, {"Address", ""}));
    ASSERT_TRUE(actions::leave(visit, *added, today));
    EXPECT_TRUE(actions::add_person(visit, {"Nia Again", "nia@x.example"}));
}

TEST_F(Staff, who_saves_second_is_told) {
    auto const id = *actions::add_person(visit, {"Nia Webb", ""});
    EXPECT_TRUE(actions::change_person(visit, id, 1, {"Nia West", ""}));
    EXPECT_EQ(actions::change_person(visit, id, 1, {"Nia East", ""}).error(), Refusal::changed_meanwhile);
    EXPECT_EQ(store::person(db, school.school, id)->name, "Nia West");
}

TEST_F(Staff, a_class_teacher_needs_a_class_of_the_year_and_others_keep_none) {
    auto const id = *actions::add_person(visit, {"Nia Webb", ""});
    EXPECT_EQ(
        actions::give_role(visit, id, {Role::class_teacher, {}, today, {}}).error(), Refusal::no_such_class
    );
    EXPECT_EQ(
        actions::give_role(visit, id, {Role::class_teacher, ClassId::make({5}), today, {}}).error(),
        Refusal::no_such_class
    );
    EXPECT_TRUE(actions::give_role(visit, id, {Role::class_teacher, school.class_4b, today, {}}));
    EXPECT_EQ(role_of(id, Role::class_teacher)->class_name, "4B");
    EXPECT_TRUE(actions::give_role(visit, id, {Role::senco, school.class_4b, today, {}}));
    EXPECT_FALSE(role_of(id, Role::senco)->class_id);
}

TEST_F(Staff, the_last_administrator_stays_until_another_signs_in) {
    auto const role = *role_of(school.administrator.staff, Role::administrator);
    EXPECT_EQ(actions::end_role(visit, role, today).error(), Refusal::last_administrator);
    EXPECT_EQ(actions::leave(visit, school.administrator.staff, today).error(), Refusal::last_administrator);
    auto const invited = *actions::add_person(visit, {"Nia Webb", "nia@x.example"});
    ASSERT_TRUE(actions::give_role(visit, invited, {Role::administrator, {}, today, {}}));
    EXPECT_EQ(actions::end_role(visit, role, today).error(), Refusal::last_administrator);

    ASSERT_TRUE(actions::give_role(visit, school.senco.staff, {Role::administrator, {}, today, {}}));
    EXPECT_TRUE(actions::end_role(visit, role, today));
}

TEST_F(Staff, who_leaves_holds_no_role_no_invitation_and_no_sign_in) {
    auto const& priya = school.senco;
    ASSERT_TRUE(actions::leave(visit, priya.staff, today));
    EXPECT_EQ(role_of(priya.staff, Role::senco)->ends_on, today - 1);
    EXPECT_EQ(
        db.the<std::int64_t>(
            "SELECT count(*) FROM sign_in WHERE staff_id = $1 AND ended_at IS NULL", priya.staff
        ),
        0
    );
    auto const names = names_of(store::names(db, school.school, today));
    EXPECT_EQ(std::ranges::count(names, priya.name), 0);
    EXPECT_EQ(actions::invite(visit, priya.staff).error(), Refusal::has_left);
}

TEST_F(Staff, an_invitation_ends_when_its_person_leaves) {
    auto const id = *actions::add_person(visit, {"Tess Vale", "tess@x.example"});
    auto const token = secret::hash_of_token(actions::invite(visit, id)->token);
    ASSERT_TRUE(actions::leave(visit, id, today + 7));
    EXPECT_TRUE(store::invitation(db, token)->revoked_at);
    EXPECT_FALSE(store::use_invitation(db, token, visit.now));
}

TEST_F(Staff, an_invitation_needs_an_address_and_ends_the_one_before) {
    auto const nameless = *actions::add_person(visit, {"Nia Webb", ""});
    EXPECT_EQ(actions::invite(visit, nameless).error(), Refusal::no_address);

    auto const id = *actions::add_person(visit, {"Tess Vale", "tess@x.example"});
    auto const first = secret::hash_of_token(actions::invite(visit, id)->token);
    auto const second = secret::hash_of_token(actions::invite(visit, id)->token);
    EXPECT_TRUE(store::invitation(db, first)->revoked_at);
    EXPECT_EQ(store::invited(db, school.school, visit.now), std::vector{id});
    EXPECT_FALSE(store::use_invitation(db, first, visit.now));
    EXPECT_TRUE(store::use_invitation(db, second, visit.now));
    EXPECT_FALSE(store::use_invitation(db, second, visit.now));
    EXPECT_TRUE(store::invited(db, school.school, visit.now).empty());
}

// Whoever holds such a link chooses the password of the one account, also for the other school.
TEST(AccountOfTwoSchools, gets_no_link_from_one_of_them) {
    support::TestDatabase database;
    auto& db = database.connection();
    support::SmallSchool const school{database};
    support::SmallSchool const other{database, SchoolId{2}};
    db::Transaction const transaction{db, db::Mode::write};
    db.enter(other.school);
    db.run(
        "UPDATE staff SET account_id = $1 WHERE school_id = 2 AND id = $2",
        school.senco.account,
        other.senco.staff
    );
    auto visit = school.visit(db, school.administrator);
    auto const link = actions::invite(visit, school.senco.staff);
    ASSERT_FALSE(link);
    EXPECT_EQ(link.error(), Refusal::account_of_several_schools);
    EXPECT_EQ(db.the<std::int64_t>("SELECT count(*) FROM invitation WHERE school_id = 1"), 0);
    EXPECT_TRUE(actions::invite(visit, school.teacher_of_4b.staff)) << "an account of this school alone";
}

TEST_F(Staff, a_changed_address_ends_the_link_that_went_to_the_old_one) {
    auto const id = *actions::add_person(visit, {"Tess Vale", "tess@x.example"});
    auto const token = secret::hash_of_token(actions::invite(visit, id)->token);
    ASSERT_TRUE(actions::change_person(visit, id, 1, {"Tess Vale", "vale@x.example"}));
    EXPECT_FALSE(store::use_invitation(db, token, visit.now));
}

TEST_F(Staff, an_administrator_makes_nobody_of_themselves_who_opens_childrens_cases) {
    auto const& self = school.administrator.staff;
    for (auto const role : {Role::senco, Role::nurture_assistant, Role::headteacher, Role::safeguarding_lead})
        EXPECT_EQ(actions::give_role(visit, self, {role, {}, today, {}}).error(), Refusal::own_role);
    EXPECT_EQ(
        actions::give_role(visit, self, {Role::class_teacher, school.class_4b, today, {}}).error(),
        Refusal::own_role
    );
    EXPECT_FALSE(role_of(self, Role::senco));
    EXPECT_TRUE(actions::give_role(visit, self, {Role::governor, {}, today, {}}));

    ASSERT_TRUE(actions::give_role(visit, school.headteacher.staff, {Role::administrator, {}, today, {}}));
    auto headteachers = school.visit(db, school.headteacher);
    EXPECT_TRUE(actions::give_role(headteachers, self, {Role::senco, {}, today, {}}));
}

TEST_F(Staff, a_wrong_training_is_corrected_or_taken_back_and_what_stood_is_kept) {
    auto const& dele = school.nurture_assistant.staff;
    auto const training = store::trainings_of(db, school.school, dele).front();
    TrainingCorrection correction{training.name, training.held_on, training.expires_on, "A slip"};
    EXPECT_EQ(actions::correct_training(visit, training, correction).error(), Refusal::nothing_changes);
    correction.expires_on = today - 1;
    EXPECT_TRUE(actions::untrained_by(visit, training, correction).empty()) << "nothing was held";
    ASSERT_TRUE(actions::correct_training(visit, training, correction));
    EXPECT_EQ(store::trainings_of(db, school.school, dele).front().expires_on, today - 1);

    actions::take_back_training(
        visit, store::trainings_of(db, school.school, dele).front(), "Never took place"
    );
    EXPECT_TRUE(store::trainings_of(db, school.school, dele).empty());
    auto const kept = store::corrections_of(db, school.school, dele);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].expires_before, training.expires_on);
    EXPECT_EQ(kept[0].expires_on, today - 1);
    EXPECT_EQ(kept[1].name, "");
    EXPECT_EQ(kept[1].reason, "Never took place");
    EXPECT_EQ(records::store::all(db, school.school).back().why, "Never took place");
}

TEST_F(Staff, a_correction_is_its_own_persons_alone) {
    auto const training = store::trainings_of(db, school.school, school.nurture_assistant.staff).front();
    actions::take_back_training(visit, training, "Never took place");
    EXPECT_EQ(store::corrections_of(db, school.school, school.nurture_assistant.staff).size(), 1U);
    EXPECT_TRUE(store::corrections_of(db, school.school, school.second_nurture_assistant.staff).empty());
}

TEST_F(Staff, no_training_changes_its_days_without_a_word_of_what_it_was) {
    auto const refused = [&](db::Sql const& sql) {
        try {
            db.savepoint();
            db.run(sql, school.school);
            db.release_savepoint();
            return std::string();
        } catch (db::Refused const& refusal) {
            db.rollback_to_savepoint();
            db.release_savepoint();
            return refusal.gate;
        }
    };
    EXPECT_EQ(
        refused("UPDATE training SET expires_on = '2030-01-01' WHERE school_id = $1"), "training_stands"
    );
    EXPECT_EQ(refused("UPDATE training SET held_on = '2020-01-01' WHERE school_id = $1"), "training_stands");
    EXPECT_EQ(refused("UPDATE training SET kind = 'safeguarding' WHERE school_id = $1"), "training_stands");
    EXPECT_EQ(refused("UPDATE training SET name = 'Another name' WHERE school_id = $1"), "");
}

TEST_F(Staff, no_training_goes_without_a_word_of_what_it_was) {
    try {
        db.run("DELETE FROM training WHERE school_id = $1", school.school);
        ADD_FAILURE() << "training went without a word";
    } catch (db::Refused const& refusal) {
        EXPECT_EQ(refusal.gate, "training_stands");
    }
}

TEST_F(Staff, every_change_of_people_leaves_a_record) {
    auto const before = records::store::all(db, school.school).size();
    auto const id = *actions::add_person(visit, {"Tess Vale", "tess@x.example"});
    ASSERT_TRUE(actions::give_role(visit, id, {Role::governor, {}, today, {}}));
    actions::add_training(visit, id, {TrainingKind::safeguarding, "Yearly", today, today + 365});
    ASSERT_TRUE(actions::invite(visit, id));
    actions::revoke_invitation(visit, id);
    actions::revoke_invitation(visit, id);
    ASSERT_TRUE(actions::leave(visit, id, today));
    EXPECT_EQ(records::store::all(db, school.school).size(), before + 6);
}

}  // namespace
}  // namespace staff
