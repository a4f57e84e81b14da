#include <gtest/gtest.h>

#include <tuple>

#include "support/test_database.hpp"

namespace {

struct PlanRow {
    std::int64_t id = 0;
    std::int64_t parent = 0;
    std::int64_t unused = 0;
    std::string detail;
    auto columns() { return std::tie(id, parent, unused, detail); }
};

TEST(PlannerStatistics, lead_sqlite_along_the_second_index_rather_than_through_the_whole_school) {
    if (support::engine_under_test() != db::Engine::sqlite) return;
    support::TestDatabase database;
    auto const steps = database.connection().all<PlanRow>(
        "EXPLAIN QUERY PLAN SELECT pupil_id FROM class_membership WHERE school_id = $1 AND class_id = $2",
        1,
        ""
    );
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_NE(steps[0].detail.find("INDEX membership_of_class"), std::string::npos) << steps[0].detail;
}

TEST(PlannerStatistics, lead_sqlite_to_what_hangs_on_open_cases_by_way_of_those_cases) {
    if (support::engine_under_test() != db::Engine::sqlite) return;
    support::TestDatabase database;
    auto const steps = database.connection().all<PlanRow>(
        R"(EXPLAIN QUERY PLAN
            SELECT l.id
              FROM nurture_case n
              JOIN letter l ON l.school_id = n.school_id AND l.case_id = n.id
             WHERE n.school_id = $1 AND n.closed_at IS NULL)",
        1
    );
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_NE(steps[0].detail.find("INDEX open_case"), std::string::npos) << steps[0].detail;
    EXPECT_NE(steps[1].detail.find("INDEX letter_of_case"), std::string::npos) << steps[1].detail;
}

}  // namespace
