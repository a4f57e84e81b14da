#include <gtest/gtest.h>

#include <optional>

#include "base/text.hpp"
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

SchoolId const school{1};
Size const a_small_county{.schools = 2, .pupils = 200, .cases = 30, .evaluations = 240};
Size const a_village{.schools = 1, .pupils = 100, .cases = 14, .evaluations = 80};

Instant morning_of(int year, unsigned month, unsigned day) {
    return calendar::start_of(*calendar::date(year, month, day)) + 10 * hours;
}
Instant const a_tuesday = morning_of(2026, 5, 12);

// The stages that no case of the school is in. Consent is to be noted only until somebody who undid that step
// looks again, which no case of a school shows for long.
std::string missing_stages(db::Connection& db, Date today) {
    std::vector<std::string> missing;
    for (auto const* const name : words(cases::Stage{})) missing.emplace_back(name);
    std::erase(missing, word(cases::Stage::consent_to_note));
    for (auto const& id : db.all<CaseId>("SELECT id FROM nurture_case WHERE school_id = $1", school)) {
        auto const found = cases::store::find(db, school, id, today);
        std::erase(missing, word(cases::status_of(found->facts, today).stage));
    }
    return text::listed(missing);
}

// The head of the chain covers every change with its detail.
std::string head_of_the_log(db::Connection& db) {
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school);
    return records::store::head(db, school).hash;
}

// The demonstration's own school, made once; these tests only read it.
class Demonstration : public testing::Test {
protected:
    static void SetUpTestSuite() {
        made.emplace();
        ASSERT_TRUE(make(made->database(), {}, a_tuesday, {}));
    }
    static void TearDownTestSuite() { made.reset(); }
    void SetUp() override { db.enter(school); }

    std::int64_t count(db::Sql sql) { return db.the<std::int64_t>(sql, school); }

    inline static std::optional<support::TestDatabase> made;
    db::Connection& db = made->connection();
    db::Transaction transaction{db, db::Mode::read};
};

TEST_F(Demonstration, has_a_case_in_every_stage) {
    EXPECT_EQ(missing_stages(db, calendar::local_date(a_tuesday)), "");
}

TEST_F(Demonstration, keeps_a_log_that_holds) {
    auto const log = records::store::all(db, school);
    EXPECT_GT(log.size(), 3'000U);
    EXPECT_EQ(records::first_fault(school, log), std::nullopt);
}

TEST_F(Demonstration, is_a_junior_school_of_twelve_classes_and_360_pupils) {
    EXPECT_EQ(count("SELECT count(*) FROM pupil WHERE school_id = $1"), 360);
    EXPECT_EQ(count("SELECT count(*) FROM class WHERE school_id = $1 AND school_year = 2025"), 12);
    EXPECT_EQ(count("SELECT count(*) FROM role_held WHERE school_id = $1 AND role = 'nurture_assistant'"), 2);
}

TEST_F(Demonstration, holds_the_awkward_ones) {
    EXPECT_GT(count("SELECT count(*) FROM waiting WHERE school_id = $1 AND ended_on IS NULL"), 6);
    EXPECT_GT(count("SELECT count(*) FROM session WHERE school_id = $1 AND why_not = 'staff_absent'"), 0);
    EXPECT_GT(
        count("SELECT count(*) FROM place WHERE school_id = $1 AND end_reason = 'consent_withdrawn'"), 0
    );
    EXPECT_GT(count("SELECT count(*) FROM place WHERE school_id = $1 AND end_reason = 'left_school'"), 0);
    EXPECT_GT(count("SELECT count(*) FROM programme WHERE school_id = $1 AND extension_reason <> ''"), 0);
    EXPECT_GT(count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND restriction <> ''"), 0);
    EXPECT_GT(count("SELECT count(*) FROM step WHERE school_id = $1 AND undone_at IS NOT NULL"), 0);
    EXPECT_GT(count("SELECT count(*) FROM question WHERE school_id = $1 AND answered_at IS NULL"), 0);
    EXPECT_GT(
        count("SELECT count(*) FROM pupil_contact WHERE school_id = $1 AND relationship = 'Corporate parent'"
        ),
        0
    );
}

TEST_F(Demonstration, no_child_was_in_a_session_without_consent_in_force_that_day) {
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
    EXPECT_GT(attended.size(), 250U);
    for (auto const& [the_case, held_on] : attended)
        EXPECT_TRUE(consent::in_force_on(consent::store::history(db, school, the_case), held_on));
}

TEST_F(Demonstration, sends_nothing_to_addresses_that_nobody_reads) {
    EXPECT_GT(count("SELECT count(*) FROM outbox WHERE school_id = $1"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM outbox WHERE school_id = $1 AND state <> 'sent'"), 0);
}

TEST(MakingADemonstration, the_same_seed_makes_the_same_data) {
    support::TestDatabase one;
    support::TestDatabase same;
    support::TestDatabase different;
    auto other_seed = a_village;
    other_seed.seed = 7;
    ASSERT_TRUE(make(one.database(), a_village, a_tuesday, {}));
    ASSERT_TRUE(make(same.database(), a_village, a_tuesday, {}));
    ASSERT_TRUE(make(different.database(), other_seed, a_tuesday, {}));
    EXPECT_EQ(head_of_the_log(one.connection()), head_of_the_log(same.connection()));
    EXPECT_NE(head_of_the_log(one.connection()), head_of_the_log(different.connection()));
    EXPECT_FALSE(make(one.database(), a_village, a_tuesday, {})) << "made over a school that was there";
}

TEST(MakingADemonstration, a_county_has_as_many_of_each_as_were_asked_for) {
    support::TestDatabase database;
    ASSERT_TRUE(make(database.database(), a_small_county, a_tuesday, {}));
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::read);
    std::int64_t pupils = 0;
    std::int64_t the_cases = 0;
    std::int64_t evaluations = 0;
    for (SchoolId const each : {SchoolId{1}, SchoolId{2}}) {
        db.enter(each);
        pupils += db.the<std::int64_t>("SELECT count(*) FROM pupil WHERE school_id = $1", each);
        the_cases += db.the<std::int64_t>("SELECT count(*) FROM nurture_case WHERE school_id = $1", each);
        evaluations += db.the<std::int64_t>("SELECT count(*) FROM evaluation WHERE school_id = $1", each);
    }
    EXPECT_EQ(pupils, 200);
    EXPECT_EQ(the_cases, 30);
    EXPECT_NEAR(static_cast<double>(evaluations), 240, 40);
}

class DemonstrationOn : public testing::TestWithParam<Instant> {};

TEST_P(DemonstrationOn, every_stage_occurs_whatever_the_season) {
    support::TestDatabase database;
    ASSERT_TRUE(make(database.database(), {}, GetParam(), {}));
    auto& db = database.connection();
    db::Transaction transaction(db, db::Mode::read);
    db.enter(school);
    EXPECT_EQ(missing_stages(db, calendar::local_date(GetParam())), "");
}

// A bank holiday, the summer holidays, and a Saturday.
INSTANTIATE_TEST_SUITE_P(
    Seasons,
    DemonstrationOn,
    testing::Values(morning_of(2026, 1, 1), morning_of(2026, 8, 24), morning_of(2026, 11, 21))
);

TEST(SigningInAsSomebody, is_not_offered_where_the_data_is_not_made_up) {
    support::TestDatabase database;
    auto& db = database.connection();
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
    EXPECT_FALSE(sign_in_as(visit, school, StaffId::make(a_tuesday), "127.0.0.1", "a browser"));
}

}  // namespace
}  // namespace demonstration
