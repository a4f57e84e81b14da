#include "readings/store.hpp"

#include <gtest/gtest.h>

#include "support/small_school.hpp"

namespace readings {
namespace {

class ReadsOfAChild : public testing::Test {
protected:
    void is_read(support::Child const& child) {
        Entry entry;
        entry.number = ++number_;
        entry.at = school_.now;
        entry.by_name = "Priya Nair";
        entry.pupil_id = std::string(child.id.text());
        entry.reason = "You see this because you are the SENCo.";
        entry.page = "GET /pupils/{pupil}";
        entry.hash = std::string(64, 'a');
        store::add(db_, school_.school, entry);
    }
    std::int64_t reads_of(support::Child const& child) {
        auto const pupil = *pupils::PupilId::parse(child.id.text());
        auto const count = store::count_of_pupil(db_, school_.school, pupil);
        EXPECT_EQ(store::of_pupil(db_, school_.school, pupil, 50, 0).size(), static_cast<std::size_t>(count));
        return count;
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    db::Transaction transaction_{db_, db::Mode::write};
    Visit entered_ = school_.visit(db_, school_.senco);
    std::int64_t number_ = 0;
};

// V6: whoever looked at the record that is no more, looked at the child.
TEST_F(ReadsOfAChild, are_those_of_both_records_while_the_two_are_one) {
    is_read(school_.sam);
    is_read(school_.sam);
    is_read(school_.amira);
    EXPECT_EQ(reads_of(school_.amira), 1);
    db_.run(
        R"(INSERT INTO merging (school_id, id, stays_id, stays_version, former_id, made_by, made_at)
           VALUES ($1, 'one', $2, 2, $3, $4, 1))",
        school_.school,
        school_.amira.id,
        school_.sam.id,
        school_.senco.staff
    );
    EXPECT_EQ(reads_of(school_.amira), 3);
    EXPECT_EQ(reads_of(school_.tom), 0);
    db_.run(
        "UPDATE merging SET undone_by = made_by, undone_at = 2, undone_why = 'Twins' WHERE school_id = $1",
        school_.school
    );
    EXPECT_EQ(reads_of(school_.amira), 1);
}

}  // namespace
}  // namespace readings
