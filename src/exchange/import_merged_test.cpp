// A child whose two records became one stays one child, whichever UPN a file has.
#include "exchange/importing_test.hpp"
#include "merging/actions.hpp"

namespace exchange {
namespace {

TEST_F(Importing, reads_a_upn_that_was_given_up_as_of_the_record_that_stays) {
    auto const again = school.add_child("Samuel", "Okafor", school.class_4b);
    db.run(
        "UPDATE pupil SET upn = 'K999100125015' WHERE school_id = $1 AND id = $2",
        school.school,
        school.sam.id
    );
    db.run(
        "UPDATE pupil SET upn = 'A123456789012' WHERE school_id = $1 AND id = $2", school.school, again.id
    );
    auto visit = school.visit(db, school.senco);
    auto const looked_at = merging::compare(visit, id_of(again), id_of(school.sam));
    ASSERT_TRUE(looked_at);
    ASSERT_TRUE(
        merging::merge(visit, *looked_at, {}, looked_at->stays.known.version, looked_at->former.known.version)
    );

    auto const before = on_roll();
    imported("Surname,Forename,DOB,UPN\nOkafor,Sammy,14/03/2017,K999100125015\n");
    EXPECT_EQ(on_roll(), before) << "nobody new";
    auto const stays = pupils::store::known(db, school.school, id_of(again));
    ASSERT_TRUE(stays);
    EXPECT_EQ(stays->details.legal_forename, "Sammy");
    EXPECT_EQ(stays->details.upn, "A123456789012");
}

}  // namespace
}  // namespace exchange
