#include "openings/store.hpp"

#include <gtest/gtest.h>

#include "pupils/family_store.hpp"
#include "support/small_school.hpp"

namespace openings {
namespace {

class OverridesOfASchool : public testing::Test {
protected:
    OverrideId overridden(support::Child const& child, Instant at) {
        auto const id = OverrideId::make(at);
        store::add(
            db_,
            school_.school,
            Override{
                .id = id,
                .pupil = id_of(child),
                .child_name = {},
                .staff = school_.senco.staff,
                .by_name = {},
                .reason = "A disclosure",
                .recipient = "The duty social worker",
                .child_told = false,
                .about_the_child = "Not safe yet",
                .parent_told = false,
                .about_the_parent = "Not safe yet",
                .opened_at = at,
                .until_at = at + override_lasts}
        );
        return id;
    }
    static PupilId id_of(support::Child const& child) { return *PupilId::parse(child.id.text()); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    db::Transaction transaction_{db_, db::Mode::write};
    Visit entered_ = school_.visit(db_, school_.headteacher);
};

TEST_F(OverridesOfASchool, are_read_page_by_page_down_to_the_first) {
    auto const first = overridden(school_.sam, school_.now);
    for (int later = 1; later < 205; ++later) overridden(school_.tom, school_.now + later);
    auto const reader = school_.headteacher.staff;
    ASSERT_EQ(store::count_of_others(db_, school_.school, reader), 205);
    EXPECT_EQ(store::of_others(db_, school_.school, reader, 50, 0).size(), 50U);
    auto const last_page = store::of_others(db_, school_.school, reader, 50, 200);
    ASSERT_EQ(last_page.size(), 5U);
    EXPECT_EQ(last_page.back().id, first);
}

TEST_F(OverridesOfASchool, are_counted_and_listed_without_those_of_the_readers_own_child) {
    overridden(school_.sam, school_.now);
    auto const of_another = overridden(school_.tom, school_.now + 1);
    auto const reader = school_.headteacher.staff;
    auto const mother = *ContactId::parse(school_.sam.mother.text());
    pupils::family_store::note(db_, school_.school, mother, reader);
    EXPECT_EQ(store::count_of_others(db_, school_.school, reader), 1);
    auto const listed = store::of_others(db_, school_.school, reader, 50, 0);
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].id, of_another);
    EXPECT_EQ(store::count_of_others(db_, school_.school, school_.safeguarding_lead.staff), 2);
}

TEST_F(OverridesOfASchool, say_of_a_child_which_of_them_somebody_made_or_was_told_of) {
    auto const older = overridden(school_.sam, school_.now);
    auto const newer = overridden(school_.sam, school_.now + 1);
    overridden(school_.tom, school_.now + 2);
    store::tell(db_, school_.school, older, school_.safeguarding_lead.staff);
    auto const readable_by = [&](support::Person const& person) {
        std::vector<OverrideId> readable;
        for (auto const& one : store::noted(db_, school_.school, id_of(school_.sam), person.staff)) {
            EXPECT_EQ(one.by_name, school_.senco.name);
            if (one.may_read) readable.push_back(one.id);
        }
        return readable;
    };
    EXPECT_EQ(readable_by(school_.senco), (std::vector{newer, older}));
    EXPECT_EQ(readable_by(school_.safeguarding_lead), std::vector{older});
    EXPECT_TRUE(readable_by(school_.teacher_of_4b).empty());
}

}  // namespace
}  // namespace openings
