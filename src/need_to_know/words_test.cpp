// Whose words an answer may hold.
#include <gtest/gtest.h>

#include <type_traits>

#include "base/secret.hpp"
#include "child_keys/about.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/words_actions.hpp"
#include "story/running_case_test.hpp"

namespace need_to_know {
namespace {

static_assert(!std::is_default_constructible_v<visits::Decision>, "need to know alone decides");
static_assert(!std::is_constructible_v<Listed, PupilId>, "a list is of children who were named");

class WordsAboutAChild : public testing::Test {
protected:
    // Whether words are opened that a column holds about whoever this is.
    bool opens(std::string_view whom, std::string_view record = child_keys::nurture_record) {
        constexpr db::Sql sql = "SELECT CAST($1 AS TEXT)";
        auto const sealed = child_keys::about_child(db_, school_.school, whom, record)("Alone");
        return db_.the<std::string>(sql, sealed) == "Alone";
    }
    bool opens(support::Child const& child) { return opens(child.id.text()); }
    bool opens_of_what_was_confided(support::Child const& child) {
        return opens(child.id.text(), child_keys::confided_record);
    }
    bool opens_of_the_roll(std::string_view whom) { return opens(whom, child_keys::roll_record); }

    PupilId id_of(support::Child const& child) const { return PupilId::parse(child.id.text()).value(); }
    pupils::Pupil pupil_named(support::Child const& child) const {
        pupils::Pupil pupil;
        pupil.id = id_of(child);
        pupil.forename = "Sam";
        pupil.class_id = child.class_id;
        return pupil;
    }

    support::TestDatabase database_;
    db::Connection& db_ = database_.connection();
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db_, db::Mode::write};
    Visit visit_ = school_.visit(db_, school_.senco);
    story::RunningCase running_{db_, school_};
    WordsByDecision words_{visit_};
};

TEST_F(WordsAboutAChild, open_of_a_child_once_it_was_decided_about_that_child) {
    EXPECT_FALSE(opens(school_.sam));
    EXPECT_TRUE(see(visit_, id_of(school_.tom)));
    EXPECT_FALSE(opens(school_.sam));
    EXPECT_TRUE(see(visit_, id_of(school_.sam)));
    EXPECT_TRUE(opens(school_.sam));
    EXPECT_TRUE(opens_of_the_roll(school_.sam.id.text()));
    EXPECT_FALSE(opens(school_.amira));
}

TEST_F(WordsAboutAChild, open_of_a_contact_by_a_child_of_theirs) {
    EXPECT_FALSE(opens_of_the_roll(school_.sam.mother.text()));
    EXPECT_TRUE(see(visit_, id_of(school_.tom)));
    EXPECT_FALSE(opens_of_the_roll(school_.sam.mother.text()));
    EXPECT_TRUE(see(visit_, id_of(school_.sam)));
    EXPECT_TRUE(opens_of_the_roll(school_.sam.mother.text()));
}

TEST_F(WordsAboutAChild, stay_closed_but_for_the_roll_to_who_sees_how_contacts_are_reached) {
    EXPECT_TRUE(see_contacts(visit_, id_of(school_.sam)));
    EXPECT_FALSE(opens(school_.sam));
    EXPECT_TRUE(opens_of_the_roll(school_.sam.id.text()));
    EXPECT_TRUE(opens_of_the_roll(school_.sam.mother.text()));
    EXPECT_FALSE(opens_of_the_roll(school_.tom.id.text()));
    decide_on_the_roll(visit_);
    EXPECT_TRUE(opens_of_the_roll(school_.tom.id.text()));
    EXPECT_FALSE(opens(school_.tom));
}

TEST_F(WordsAboutAChild, open_of_a_colleague_as_the_roll_says_and_of_a_programme_without_any) {
    visit_.who.staff = school_.governor.staff;
    EXPECT_TRUE(opens_of_the_roll(school_.senco.staff.text()));
    EXPECT_FALSE(opens(school_.senco.staff.text()));
    EXPECT_TRUE(opens(running_.programme, child_keys::programme_record));
    EXPECT_FALSE(opens_of_the_roll("somebody who is not there"));
}

TEST_F(WordsAboutAChild, open_by_a_link_that_leads_to_the_childs_case) {
    db_.run(
        "INSERT INTO consent_link (token_hash, school_id, case_id, contact_id, made_at, expires_at, "
        "proof_key) "
        "VALUES ($1, $2, $3, $4, $5, $5, 'key')",
        secret::hash_of_token("the parent's own"),
        school_.school,
        running_.text_case,
        school_.sam.mother,
        school_.now
    );
    decide_by_link(visit_, "another");
    EXPECT_FALSE(opens(school_.sam));
    decide_by_link(visit_, "the parent's own");
    EXPECT_TRUE(opens(school_.sam));
    EXPECT_FALSE(opens(school_.tom));
    EXPECT_FALSE(opens_of_what_was_confided(school_.sam));
    EXPECT_TRUE(visit_.reads.all().empty()) << "no log tells of who comes by a link";
}

TEST_F(WordsAboutAChild, open_to_who_wrote_a_concern_about_the_child) {
    decide_for_writer(visit_, id_of(school_.sam));
    EXPECT_FALSE(opens(school_.sam));
    visit_.who.staff = school_.teacher_of_4b.staff;
    decide_for_writer(visit_, id_of(school_.tom));
    EXPECT_FALSE(opens(school_.tom));
    decide_for_writer(visit_, id_of(school_.sam));
    EXPECT_TRUE(opens(school_.sam));
    EXPECT_FALSE(opens_of_what_was_confided(school_.sam));
}

// The list says what it shows; the rule says of whom.
TEST_F(WordsAboutAChild, stay_closed_in_a_list_of_progress_of_whom_the_rule_only_names) {
    visit_.who = school_.visit(db_, school_.headteacher).who;
    note_list_of_progress(visit_, {Sight(visit_).names(pupil_named(school_.sam)).value()});
    EXPECT_FALSE(opens(school_.sam)) << "the headline alone";
    ASSERT_EQ(visit_.reads.all().size(), 1U);
    EXPECT_EQ(visit_.reads.all().front().zone, visits::ReadZone::headline);
    visit_.who = school_.visit(db_, school_.senco).who;
    note_list_of_progress(visit_, {Sight(visit_).names(pupil_named(school_.sam)).value()});
    EXPECT_TRUE(opens(school_.sam));
    EXPECT_FALSE(opens_of_what_was_confided(school_.sam));
}

// N2: the SENCo sees how Sam gets on; what Sam confides, who holds the sessions hears.
TEST_F(WordsAboutAChild, that_were_confided_open_to_whom_the_child_confides_in) {
    EXPECT_EQ(see(visit_, id_of(school_.sam))->access.sees(Zone::progress), true);
    EXPECT_TRUE(opens(school_.sam));
    EXPECT_FALSE(opens_of_what_was_confided(school_.sam));
    visit_.who = school_.visit(db_, school_.nurture_assistant).who;
    EXPECT_TRUE(see(visit_, id_of(school_.sam)));
    EXPECT_TRUE(opens_of_what_was_confided(school_.sam));
    EXPECT_FALSE(opens_of_what_was_confided(school_.tom));
}

// X4: what goes to the next school goes by the child's word, and to whoever puts it together.
TEST_F(WordsAboutAChild, that_were_confided_open_for_the_next_school_where_the_child_lets_them_go) {
    auto const the_case = CaseId::parse(running_.text_case).value();
    auto const says = [&](int day, int confided, int understands) {
        db_.run(
            R"(INSERT INTO next_school_word (school_id, id, case_id, asked_on, asked_by, views, confided, understands,
                                             why_judged, made_at)
               VALUES ($1, $2, $3, $4, $5, 1, $6, $7, 'As Sam told it', $8))",
            school_.school,
            running_.id(),
            the_case,
            school_.today,
            school_.senco.staff,
            confided,
            understands,
            school_.now + day * (24 * hours)
        );
        decide_to_pass_on_what_was_confided(visit_, the_case);
        return opens_of_what_was_confided(school_.sam);
    };
    decide_to_pass_on_what_was_confided(visit_, the_case);
    EXPECT_FALSE(opens_of_what_was_confided(school_.sam)) << "the child was not asked";
    EXPECT_FALSE(says(1, 0, 1));
    EXPECT_FALSE(says(2, 1, 0)) << "a yes that is not understood";
    EXPECT_TRUE(says(3, 1, 1));
    EXPECT_FALSE(opens_of_what_was_confided(school_.tom));
}

TEST_F(WordsAboutAChild, stay_closed_of_whom_a_list_only_names) {
    note_list(visit_, {});
    EXPECT_FALSE(opens(school_.sam));
    auto const duty = Duty::to_own_work(visit_);
    std::vector<Listed> const listed{duty.names(id_of(school_.tom), "Tom Reed").value()};
    note_list(visit_, listed);
    EXPECT_FALSE(opens(school_.tom));
    EXPECT_TRUE(opens_of_the_roll(school_.tom.id.text()));
    duty.tells_of(visit_, listed);
    EXPECT_TRUE(opens(school_.tom));
}

TEST_F(WordsAboutAChild, open_of_a_list_to_who_sees_how_its_children_get_on) {
    visit_.who = school_.visit(db_, school_.headteacher).who;
    note_list(visit_, {Sight(visit_).names(pupil_named(school_.sam)).value()});
    EXPECT_FALSE(opens(school_.sam)) << "the headline alone";
    visit_.who = school_.visit(db_, school_.senco).who;
    note_list(visit_, {Sight(visit_).names(pupil_named(school_.sam)).value()});
    EXPECT_TRUE(opens(school_.sam));
}

TEST_F(WordsAboutAChild, open_to_who_works_with_them_by_a_duty_of_their_role) {
    Duty const of_others(visit_, visits::Permission::run_school);
    EXPECT_FALSE(of_others.works_with(visit_, id_of(school_.sam), "Sam Okafor"));
    EXPECT_FALSE(opens(school_.sam));
    Duty const duty(visit_, visits::Permission::coordinate);
    EXPECT_TRUE(duty.works_with(visit_, id_of(school_.sam), "Sam Okafor"));
    EXPECT_TRUE(opens(school_.sam));
    EXPECT_TRUE(visit_.reads.all().empty());
}

}  // namespace
}  // namespace need_to_know
