#include "schools/store.hpp"

#include <gtest/gtest.h>

#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace schools {
namespace {

template <class Part>
std::vector<std::string> names_of(std::vector<Part> const& parts) {
    std::vector<std::string> names;
    for (auto const& part : parts) names.push_back(part.name + " " + calendar::iso(part.starts_on));
    return names;
}

TEST(OpenDays, are_the_terms_and_the_closures_of_the_school_each_in_order_by_one_statement) {
    support::TestDatabase database;
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::write);
    support::SchoolRows const rows(db);
    auto const school = rows.school();
    db.run(
        R"(INSERT INTO term (school_id, id, name, starts_on, ends_on)
           VALUES ($1, '0190b6e0-0000-7000-8000-00000000000b', 'Summer to come', '2027-04-19', '2027-07-23'),
                  ($1, '0190b6e0-0000-7000-8000-00000000000a', 'Spring to come', '2027-01-04', '2027-04-01'))",
        school
    );
    db.run(
        R"(INSERT INTO closure (school_id, id, name, starts_on, ends_on)
           VALUES ($1, '0190b6e0-0000-7000-8000-00000000000d', 'Half term', '2027-05-31', '2027-06-04'),
                  ($1, '0190b6e0-0000-7000-8000-00000000000c', 'Training day', '2027-01-04', '2027-01-04'))",
        school
    );
    auto const terms = store::terms(db, school);
    auto const closures = store::closures(db, school);
    ASSERT_GE(terms.size(), 2U);
    ASSERT_GE(closures.size(), 2U);

    auto const before = db.statements_run();
    auto const days = store::open_days(db, school);
    EXPECT_EQ(db.statements_run() - before, 1);
    EXPECT_EQ(names_of(days.terms), names_of(terms));
    EXPECT_EQ(names_of(days.closures), names_of(closures));
    EXPECT_EQ(days.terms.back().version, terms.back().version);
    EXPECT_EQ(days.terms.back().id, terms.back().id);
    EXPECT_EQ(days.closures.back().id, closures.back().id);
}

}  // namespace
}  // namespace schools
