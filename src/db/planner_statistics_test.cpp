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
    EXPECT_NE(steps[0].detail.find("USING INDEX membership_of_class"), std::string::npos) << steps[0].detail;
}

}  // namespace
