#include "cases/store.hpp"

#include <gtest/gtest.h>

#include "cases/facts_store.hpp"
#include "cases/rules.hpp"
#include "cases/withdrawal_store.hpp"
#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace cases {
namespace {

class CaseStore : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }
    std::optional<store::Case> found(std::string const& the_case) {
        return store::find(db(), rows_.school(), *CaseId::parse(the_case), rows_.today());
    }
    Stage stage_of(std::string const& the_case) {
        return status_of(found(the_case)->facts, rows_.today()).stage;
    }

    support::TestDatabase database_;
    db::Transaction transaction_{db(), db::Mode::write};
    support::SchoolRows rows_{db()};
};

TEST_F(CaseStore, finds_a_case_with_its_pupil_and_the_class_of_today) {
    auto const pupil = rows_.pupil("Sam");
    rows_.in_class(pupil, rows_.class_called("3A"), rows_.today() - 300, rows_.today() - 1);
    rows_.in_class(pupil, rows_.class_called("4B"), rows_.today());
    auto const the_case = rows_.case_of(pupil);
    rows_.step(the_case, "concern", rows_.today());

    auto const found_case = found(the_case);
    ASSERT_TRUE(found_case);
    EXPECT_EQ(found_case->pupil.name(), "Sam Reed");
    EXPECT_EQ(found_case->pupil.class_name, "4B");
    ASSERT_EQ(found_case->facts.steps.size(), 1U);
    EXPECT_EQ(found_case->facts.steps[0].taken_by_name, "Office");
    EXPECT_FALSE(found_case->facts.closed_at);
}

TEST_F(CaseStore, has_no_case_of_another_school) {
    auto const the_case = rows_.case_of(rows_.pupil("Sam"));
    EXPECT_FALSE(store::find(db(), {2}, *CaseId::parse(the_case), rows_.today()));
}

TEST_F(CaseStore, gathers_all_that_the_status_is_worked_out_from) {
    auto const pupil = rows_.pupil("Sam");
    auto const the_case = rows_.case_of(pupil);
    auto const mother = rows_.contact_of(pupil, "Ms Reed");
    for (auto const* step :
         {"concern", "referral", "discussion", "prioritisation", "letter", "consent", "allocation"})
        rows_.step(the_case, step, rows_.today() - 10);
    rows_.answer(the_case, mother, "given", rows_.today() - 10);
    auto const programme = rows_.programme(rows_.staff("Mrs Ward"));
    auto const place = rows_.place(programme, the_case, pupil, rows_.today() - 9);
    auto const who_began = rows_.pupil("Ali");
    auto const of_ali = rows_.case_of(who_began);
    rows_.answer(of_ali, rows_.contact_of(who_began, "Mr Khan"), "given", rows_.today() - 9);
    rows_.place(programme, of_ali, who_began, rows_.today() - 9);
    rows_.step(of_ali, "start", rows_.today() - 9);
    rows_.session(programme, 1, rows_.today() - 7, rows_.today() - 6);
    rows_.session(programme, 2, rows_.today() + 1);
    rows_.session(programme, 3, rows_.today() + 8);

    auto const facts = found(the_case)->facts;
    EXPECT_EQ(facts.deliverer, "Mrs Ward");
    EXPECT_EQ(facts.last_delivered_on, rows_.today() - 6);
    EXPECT_EQ(facts.next_session_on, rows_.today() + 1);
    EXPECT_EQ(facts.answers.size(), 1U);
    EXPECT_EQ(facts.impact_opens_weeks, 4);
    EXPECT_EQ(stage_of(the_case), Stage::to_start);

    rows_.step(the_case, "start", rows_.today() - 7);
    EXPECT_EQ(stage_of(the_case), Stage::running);
    rows_.answer(the_case, mother, "withdrawn", rows_.today());
    EXPECT_EQ(stage_of(the_case), Stage::stopped);
    rows_.end_place(place, "consent_withdrawn");
    EXPECT_EQ(found(the_case)->facts.place_ended, EndReason::consent_withdrawn);
}

TEST_F(CaseStore, counts_no_session_as_delivered_that_was_over_when_the_child_got_the_place_that_day) {
    auto const mother_of = [&](std::string const& pupil) { return rows_.contact_of(pupil, "Ms Reed"); };
    auto const programme = rows_.programme(rows_.staff("Mrs Ward"));
    auto const first = rows_.pupil("Ali");
    auto const of_first = rows_.case_of(first);
    rows_.answer(of_first, mother_of(first), "given", rows_.today() - 9);
    rows_.place(programme, of_first, first, rows_.today() - 9);
    rows_.step(of_first, "start", rows_.today() - 9);
    rows_.session(programme, 1, rows_.today() - 8, rows_.today() - 8);
    rows_.session(programme, 2, rows_.today() - 7, rows_.today() - 7);

    auto const later = rows_.pupil("Sam");
    auto const of_later = rows_.case_of(later);
    rows_.answer(of_later, mother_of(later), "given", rows_.today() - 9);
    rows_.place(programme, of_later, later, rows_.today() - 7);
    rows_.step(of_later, "start", rows_.today() - 7);
    EXPECT_EQ(found(of_first)->facts.last_delivered_on, rows_.today() - 7);
    EXPECT_EQ(found(of_later)->facts.last_delivered_on, std::nullopt);
    rows_.session(programme, 3, rows_.today(), rows_.today());
    EXPECT_EQ(found(of_later)->facts.last_delivered_on, rows_.today());
}

TEST_F(CaseStore, on_the_day_of_the_place_counts_a_session_by_its_register) {
    auto const pupil = rows_.pupil("Sam");
    auto const the_case = rows_.case_of(pupil);
    rows_.answer(the_case, rows_.contact_of(pupil, "Ms Reed"), "given", rows_.today() - 9);
    auto const programme = rows_.programme(rows_.staff("Mrs Ward"));
    rows_.place(programme, the_case, pupil, rows_.today() - 7);
    rows_.step(the_case, "start", rows_.today() - 7);
    rows_.session(programme, 1, rows_.today() - 7, rows_.today() - 7);
    EXPECT_EQ(found(the_case)->facts.last_delivered_on, rows_.today() - 7);
}

// C6.
TEST_F(CaseStore, on_the_day_of_a_withdrawal_counts_a_session_by_its_register) {
    auto const running = [&](std::string const& name) {
        auto const pupil = rows_.pupil(name);
        auto const the_case = rows_.case_of(pupil);
        rows_.answer(the_case, rows_.contact_of(pupil, "Ms Reed"), "given", rows_.today() - 9);
        return std::pair(the_case, pupil);
    };
    auto const programme = rows_.programme(rows_.staff("Mrs Ward"));
    std::vector<std::string> cases;
    std::vector<std::string> places;
    for (auto const* name : {"Sam", "Ali", "Mia"}) {
        auto const [the_case, pupil] = running(name);
        cases.push_back(the_case);
        places.push_back(rows_.place(programme, the_case, pupil, rows_.today() - 8));
        rows_.step(the_case, "start", rows_.today() - 8);
    }
    rows_.session(programme, 1, rows_.today() - 7, rows_.today() - 7);
    rows_.end_place(places[0], "consent_withdrawn");
    rows_.session(programme, 2, rows_.today(), rows_.today());
    rows_.end_place(places[1], "consent_withdrawn");
    EXPECT_EQ(found(cases[0])->facts.last_delivered_on, rows_.today() - 7) << "withdrawn before it";
    EXPECT_EQ(found(cases[1])->facts.last_delivered_on, rows_.today()) << "and after it";
    EXPECT_EQ(found(cases[2])->facts.last_delivered_on, rows_.today());
}

TEST_F(CaseStore, knows_the_case_of_a_pupil_that_was_closed_last) {
    auto const pupil = rows_.pupil("Sam");
    auto const latest = [&]() -> std::string {
        auto const found = store::latest_closed_of(db(), rows_.school(), *PupilId::parse(pupil));
        return found ? std::string(found->text()) : "";
    };
    auto const first = rows_.case_of(pupil);
    EXPECT_EQ(latest(), "");
    rows_.close(first);
    EXPECT_EQ(latest(), first);
    auto const second = rows_.case_of(pupil);
    EXPECT_EQ(latest(), first);
    rows_.close(second);
    EXPECT_EQ(latest(), second);
    EXPECT_EQ(found(second)->facts.closed_why, "no need now");
}

TEST_F(CaseStore, reads_the_same_facts_without_the_child) {
    auto const pupil = rows_.pupil("Sam");
    auto const the_case = rows_.case_of(pupil);
    rows_.step(the_case, "concern", rows_.today());
    rows_.step(the_case, "referral", rows_.today());
    rows_.close(the_case);
    auto const facts = store::facts_of(db(), rows_.school(), *CaseId::parse(the_case), rows_.today());
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->steps.size(), 2U);
    EXPECT_EQ(facts->closed_why, "no need now");
    EXPECT_FALSE(store::facts_of(db(), {2}, *CaseId::parse(the_case), rows_.today()));
}

TEST_F(CaseStore, lists_open_cases_alone_each_with_its_own_facts) {
    auto const first = rows_.case_of(rows_.pupil("Sam"));
    auto const closed = rows_.case_of(rows_.pupil("Ali"));
    auto const second = rows_.case_of(rows_.pupil("Zoe"));
    rows_.step(first, "concern", rows_.today());
    rows_.step(closed, "concern", rows_.today());
    rows_.step(second, "concern", rows_.today());
    rows_.step(second, "referral", rows_.today());
    rows_.close(closed);

    auto const open = store::open(db(), rows_.school(), rows_.today());
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0].id.text(), first);
    EXPECT_EQ(open[0].facts.steps.size(), 1U);
    EXPECT_EQ(open[1].pupil.forename, "Zoe");
    EXPECT_EQ(open[1].facts.steps.size(), 2U);
}

TEST_F(CaseStore, lists_of_the_open_cases_those_in_which_a_person_wrote_a_concern) {
    auto const teacher = rows_.staff("Miss Hart");
    auto const other = rows_.staff("Mr Dodd");
    auto const concern = [&](std::string const& the_case, std::string const& by) {
        db().run(
            R"(INSERT INTO concern (school_id, id, case_id, pupil_id, written_by, written_at, source, seen,
                                    attachment_figure, parents_spoken_to, noticed_on)
               SELECT school_id, $1, id, pupil_id, $2, 0, 'staff', 'Alone at play', 0, 'yes', '2026-05-12'
                 FROM nurture_case
                WHERE school_id = $3 AND id = $4)",
            CaseId::make(rows_.now()),
            by,
            rows_.school(),
            the_case
        );
    };
    auto const hers = rows_.case_of(rows_.pupil("Sam"));
    auto const closed = rows_.case_of(rows_.pupil("Ali"));
    auto const his = rows_.case_of(rows_.pupil("Zoe"));
    rows_.step(hers, "concern", rows_.today());
    rows_.step(his, "concern", rows_.today());
    concern(hers, teacher);
    concern(hers, teacher);
    concern(hers, other);
    concern(closed, teacher);
    concern(his, other);
    rows_.close(closed);

    auto const raised = store::open_raised_by(db(), rows_.school(), *StaffId::parse(teacher), rows_.today());
    ASSERT_EQ(raised.size(), 1U);
    EXPECT_EQ(raised.front().id.text(), hers);
    EXPECT_EQ(raised.front().pupil.forename, "Sam");
    EXPECT_EQ(raised.front().facts.steps.size(), 1U);
}

// What no date can be made of is noticed by who reads it.
TEST_F(CaseStore, does_not_read_what_belongs_to_closed_cases_where_it_lists_open_ones) {
    auto const deliverer = rows_.staff("Mrs Ward");
    auto const closed = rows_.case_of(rows_.pupil("Ali"));
    rows_.case_of(rows_.pupil("Sam"));
    auto const add = [&](db::Sql sql) {
        db().run(sql, rows_.school(), CaseId::make(rows_.now()), closed, deliverer);
    };
    add(R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by)
           VALUES ($1, $2, $3, 'concern', 0, 'no day', $4))");
    EXPECT_ANY_THROW(found(closed));
    EXPECT_ANY_THROW(store::open(db(), rows_.school(), rows_.today()));
    add(R"(INSERT INTO discussion (school_id, id, case_id, held_on, outcome, reason, information_by_on, made_by, made_at)
           VALUES ($1, $2, $3, '2026-05-12', 'go_on', '', 'no day', $4, 0))");
    rows_.close(closed);
    EXPECT_EQ(store::open(db(), rows_.school(), rows_.today()).size(), 1U);
}

TEST_F(CaseStore, reads_one_case_without_those_that_were_opened_before_or_after_it) {
    std::vector<std::string> const all{
        rows_.case_of(rows_.pupil("Sam")),
        rows_.case_of(rows_.pupil("Ali")),
        rows_.case_of(rows_.pupil("Zoe"))};
    for (auto const& the_case : all) {
        auto const read = store::with_facts(db(), rows_.school(), *CaseId::parse(the_case), rows_.today());
        ASSERT_EQ(read.size(), 1U);
        EXPECT_EQ(read.front().id.text(), the_case);
        EXPECT_EQ(found(the_case)->id.text(), the_case);
    }
}

TEST_F(CaseStore, counts_the_sessions_after_a_day_at_which_the_child_was_and_nobody_elses) {
    auto const programme = rows_.programme(rows_.staff("Mrs Ward"));
    auto const supported = [&](std::string const& forename, Date from) {
        auto const pupil = rows_.pupil(forename);
        auto the_case = rows_.case_of(pupil);
        rows_.answer(the_case, rows_.contact_of(pupil, "Ms Reed"), "given", from);
        rows_.place(programme, the_case, pupil, from);
        rows_.step(the_case, "start", from);
        return the_case;
    };
    auto const of_sam = supported("Sam", rows_.today() - 30);
    rows_.session(programme, 1, rows_.today() - 28, rows_.today() - 28);
    rows_.session(programme, 2, rows_.today() - 21, rows_.today() - 21);
    auto const of_ali = supported("Ali", rows_.today() - 20);
    rows_.session(programme, 3, rows_.today() - 14, rows_.today() - 14);
    auto const held_after = [&](std::string const& the_case, Date on) {
        return store::sessions_held_after(db(), rows_.school(), *CaseId::parse(the_case), on);
    };
    EXPECT_EQ(held_after(of_sam, rows_.today() - 29), 3);
    EXPECT_EQ(held_after(of_sam, rows_.today() - 28), 2);
    EXPECT_EQ(held_after(of_ali, rows_.today() - 29), 1);
    EXPECT_EQ(held_after(of_ali, rows_.today() - 14), 0);
}

TEST_F(CaseStore, runs_as_many_statements_for_a_hundred_cases_as_for_ten) {
    auto const deliverer = rows_.staff("Mrs Ward");
    auto const add_cases = [&](int count) {
        for (int at = 0; at < count; ++at) {
            auto const pupil = rows_.pupil("Sam");
            auto const the_case = rows_.case_of(pupil);
            rows_.step(the_case, "concern", rows_.today());
            rows_.answer(the_case, rows_.contact_of(pupil, "Ms Reed"), "given", rows_.today());
            rows_.place(rows_.programme(deliverer), the_case, pupil, rows_.today());
        }
    };
    auto const statements_for_all = [&] {
        auto const before = db().statements_run();
        store::open(db(), rows_.school(), rows_.today());
        return db().statements_run() - before;
    };
    add_cases(10);
    auto const for_ten = statements_for_all();
    add_cases(90);
    EXPECT_EQ(store::open(db(), rows_.school(), rows_.today()).size(), 100U);
    EXPECT_EQ(statements_for_all(), for_ten);
}

}  // namespace
}  // namespace cases
