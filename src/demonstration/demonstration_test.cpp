#include <gtest/gtest.h>

#include <set>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "demonstration/actions.hpp"
#include "demonstration/sign_in_actions.hpp"
#include "demonstration/store.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"
#include "support/test_database.hpp"

namespace demonstration {
namespace {

using cases::Stage;

SchoolId const school{1};

Instant morning_of(int year, unsigned month, unsigned day) {
    return calendar::start_of(*calendar::date(year, month, day)) + 10 * hours;
}
Instant const a_tuesday = morning_of(2026, 5, 12);

class Demonstration : public testing::Test {
protected:
    void make(Instant now) { ASSERT_TRUE(demonstration::make(database.database(), {}, now, {})); }

    std::set<Stage> stages(Date today) {
        std::set<Stage> found;
        for (auto const& id : db.all<CaseId>("SELECT id FROM nurture_case WHERE school_id = $1", school)) {
            auto const the_case = cases::store::find(db, school, id, today);
            found.insert(cases::status_of(the_case->facts, today).stage);
        }
        return found;
    }

    std::set<Stage> missing(Date today) {
        auto const found = stages(today);
        std::set<Stage> absent;
        for (auto const name : words(Stage{}))
            if (auto const stage = *from_word<Stage>(name); !found.contains(stage)) absent.insert(stage);
        return absent;
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
};

std::string in_words(std::set<Stage> const& stages) {
    std::string all;
    for (auto const stage : stages) all += std::string(word(stage)) + " ";
    return all;
}

TEST_F(Demonstration, has_a_case_in_every_stage_and_a_log_that_holds) {
    make(a_tuesday);
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school);
    EXPECT_EQ(in_words(missing(calendar::local_date(a_tuesday))), "");
    auto const log = records::store::all(db, school);
    EXPECT_GT(log.size(), 3'000U);
    EXPECT_EQ(records::first_fault(school, log), std::nullopt);
}

TEST_F(Demonstration, is_a_junior_school_of_twelve_classes_with_a_year_behind_it) {
    make(a_tuesday);
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school);
    auto const count = [&](db::Sql sql) { return db.the<std::int64_t>(sql, school); };
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 360);
    EXPECT_EQ(count("SELECT count(*) FROM class WHERE school_id = $1 AND school_year = 2025"), 12);
    EXPECT_EQ(
        count("SELECT count(DISTINCT staff_id) FROM role_held WHERE school_id = $1 AND role = "
              "'nurture_assistant'"),
        2
    );
    EXPECT_GT(count("SELECT count(*) FROM evaluation WHERE school_id = $1"), 250);
    EXPECT_GT(count("SELECT count(*) FROM waiting WHERE school_id = $1 AND ended_on IS NULL"), 6);
    EXPECT_GT(count("SELECT count(*) FROM session WHERE school_id = $1 AND why_not = 'staff_absent'"), 0);
    EXPECT_GT(
        count("SELECT count(*) FROM place WHERE school_id = $1 AND end_reason = 'consent_withdrawn'"), 0
    );
    EXPECT_GT(count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND restriction <> ''"), 0);
    EXPECT_GT(
        count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND relationship = 'Corporate parent'"
        ),
        0
    );
}

TEST_F(Demonstration, no_child_was_in_a_session_without_consent_in_force_that_day) {
    make(a_tuesday);
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school);
    struct Attended {
        CaseId the_case;
        Date held_on;
        auto columns() { return std::tie(the_case, held_on); }
    };
    constexpr db::Sql sql = R"(
        SELECT p.case_id, s.held_on FROM evaluation e
          JOIN session s ON s.school_id = e.school_id AND s.id = e.session_id
          JOIN place p ON p.school_id = e.school_id AND p.id = e.place_id
         WHERE e.school_id = $1 AND e.attended = 1)";
    auto const attended = db.all<Attended>(sql, school);
    EXPECT_FALSE(attended.empty());
    for (auto const& [the_case, held_on] : attended)
        EXPECT_TRUE(consent::in_force_on(consent::store::history(db, school, the_case), held_on));
}

TEST_F(Demonstration, the_same_seed_makes_the_same_data) {
    make(a_tuesday);
    support::TestDatabase another;
    ASSERT_TRUE(demonstration::make(another.database(), {}, a_tuesday, {}));
    support::TestDatabase different;
    ASSERT_TRUE(demonstration::make(different.database(), {.seed = 7}, a_tuesday, {}));

    // The head of the chain covers every change, with its detail.
    auto const head = [](support::TestDatabase& of) {
        db::Transaction transaction(of.connection(), db::Mode::read);
        of.connection().enter(school);
        return records::store::head(of.connection(), school).hash;
    };
    EXPECT_EQ(head(database), head(another));
    EXPECT_NE(head(database), head(different));
}

TEST_F(Demonstration, is_made_in_empty_data_alone) {
    make(a_tuesday);
    EXPECT_FALSE(demonstration::make(database.database(), {}, a_tuesday, {}));
}

TEST_F(Demonstration, shows_every_stage_whatever_the_season) {
    if (support::engine_under_test() != db::Engine::sqlite)
        GTEST_SKIP() << "one engine is enough for the calendar";
    for (auto const now :
         {morning_of(2026, 1, 2),
          morning_of(2026, 4, 6),
          morning_of(2026, 8, 22),
          morning_of(2026, 9, 1),
          morning_of(2026, 11, 21)}) {
        support::TestDatabase fresh;
        ASSERT_TRUE(demonstration::make(fresh.database(), {}, now, {}));
        auto const today = calendar::local_date(now);
        std::set<Stage> found;
        for (auto const& id :
             fresh.connection().all<CaseId>("SELECT id FROM nurture_case WHERE school_id = $1", school))
            found.insert(
                cases::status_of(cases::store::find(fresh.connection(), school, id, today)->facts, today)
                    .stage
            );
        for (auto const name : words(Stage{}))
            EXPECT_TRUE(found.contains(*from_word<Stage>(name))) << name << " on " << calendar::iso(today);
    }
}

TEST_F(Demonstration, a_county_has_as_many_of_each_as_were_asked_for) {
    Size const size{.schools = 2, .pupils = 260, .cases = 50, .evaluations = 400};
    ASSERT_TRUE(demonstration::make(database.database(), size, a_tuesday, {}));
    db::Transaction transaction(db, db::Mode::read);
    std::int64_t pupils = 0, the_cases = 0, evaluations = 0;
    for (std::int32_t const number : {1, 2}) {
        db.enter({number});
        pupils += db.the<std::int64_t>("SELECT count(*) FROM pupil WHERE school_id = $1", SchoolId{number});
        the_cases +=
            db.the<std::int64_t>("SELECT count(*) FROM nurture_case WHERE school_id = $1", SchoolId{number});
        evaluations +=
            db.the<std::int64_t>("SELECT count(*) FROM evaluation WHERE school_id = $1", SchoolId{number});
    }
    EXPECT_EQ(pupils, 260);
    EXPECT_EQ(the_cases, 50);
    EXPECT_NEAR(static_cast<double>(evaluations), 400, 60);
}

TEST_F(Demonstration, nobody_can_be_chosen_where_the_data_is_not_made_up) {
    db::Transaction transaction(db, db::Mode::write);
    Visit visit{
        .db = db,
        .now = a_tuesday,
        .today = calendar::local_date(a_tuesday),
        .school = {},
        .school_name = {},
        .who = {},
        .frame = {}};
    EXPECT_FALSE(choice(visit, std::nullopt));
}

}  // namespace
}  // namespace demonstration
