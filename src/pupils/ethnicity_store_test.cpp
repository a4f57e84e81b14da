#include "pupils/ethnicity_store.hpp"

#include <gtest/gtest.h>

#include "pupils/actions.hpp"
#include "pupils/store.hpp"
#include "records/store.hpp"
#include "support/small_school.hpp"

namespace pupils {
namespace {

class EthnicityOfPupils : public testing::Test {
protected:
    EthnicityOfPupils() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~EthnicityOfPupils() override { db.rollback(); }

    KnownPupil sam() {
        return store::known(db, school.school, PupilId::parse(school.sam.id.text()).value()).value();
    }
    bool says(std::string const& ethnicity) {
        auto visit = school.visit(db, school.administrator);
        auto const before = sam();
        auto after = before.details;
        after.ethnicity = ethnicity;
        return actions::change(visit, before, after);
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
};

TEST_F(EthnicityOfPupils, is_not_kept_until_the_school_says_so) {
    EXPECT_FALSE(ethnicity_store::is_kept(db, school.school));
    EXPECT_TRUE(says("asian"));
    EXPECT_EQ(sam().details.ethnicity, "");
    ethnicity_store::keep(db, school.school);
    EXPECT_TRUE(says("asian"));
    EXPECT_EQ(sam().details.ethnicity, "asian");
}

TEST_F(EthnicityOfPupils, is_refused_by_the_table_where_it_is_not_kept) {
    EXPECT_THROW(
        db.run("UPDATE pupil SET ethnicity = 'asian' WHERE school_id = $1", school.school), db::Refused
    );
}

TEST_F(EthnicityOfPupils, is_a_main_group_and_nothing_else) {
    ethnicity_store::keep(db, school.school);
    EXPECT_THROW(
        db.run("UPDATE pupil SET ethnicity = 'Cornish' WHERE school_id = $1", school.school), db::Refused
    );
}

TEST_F(EthnicityOfPupils, goes_for_good_with_the_decision_and_leaves_the_record_as_it_is) {
    ethnicity_store::keep(db, school.school);
    says("mixed");
    auto const version = sam().version;
    EXPECT_EQ(ethnicity_store::erase(db, school.school), 1);
    EXPECT_EQ(sam().details.ethnicity, "");
    EXPECT_EQ(sam().version, version);
    EXPECT_FALSE(ethnicity_store::is_kept(db, school.school));
}

TEST_F(EthnicityOfPupils, stands_in_no_log) {
    ethnicity_store::keep(db, school.school);
    says("mixed");
    says("black");
    int told = 0;
    for (auto const& entry : records::store::all(db, school.school)) {
        auto const detail = entry.detail.value_or("");
        for (auto const* group : {"mixed", "black"})
            EXPECT_EQ(detail.find(group), std::string::npos) << detail;
        if (detail.find("ethnicity") != std::string::npos) ++told;
    }
    EXPECT_EQ(told, 2) << "that it was changed is told";
}

TEST_F(EthnicityOfPupils, is_the_schools_own_decision) {
    db.rollback();
    support::SmallSchool const other{database, {2}, " of the other school"};
    auto const in = [&](SchoolId id) {
        db.begin(db::Mode::write);
        db.enter(id);
    };
    in(school.school);
    ethnicity_store::keep(db, school.school);
    db.commit();
    in(other.school);
    EXPECT_FALSE(ethnicity_store::is_kept(db, other.school));
    ethnicity_store::keep(db, other.school);
    EXPECT_TRUE(ethnicity_store::is_kept(db, other.school));
    ethnicity_store::erase(db, other.school);
    EXPECT_FALSE(ethnicity_store::is_kept(db, other.school));
    db.commit();
    in(school.school);
    EXPECT_TRUE(ethnicity_store::is_kept(db, school.school));
}

}  // namespace
}  // namespace pupils
