#include "staff/form_pages.hpp"

#include <gtest/gtest.h>

#include "staff/duties.hpp"
#include "staff/pages.hpp"

namespace staff::pages {
namespace {

bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

TEST(GivingARole, says_of_each_role_what_it_does_today) {
    auto const page = give_role({}, {.name = "Ada Quinn"}, {}, false, design::blank()).main.markup();
    for (auto const role : all_of<visits::Role>()) {
        EXPECT_FALSE(duties_of(role).empty());
        EXPECT_TRUE(holds(page, duties_of(role))) << in_words(role);
    }
}

TEST(GivingARole, promises_nothing_that_is_not_built) {
    auto const page = give_role({}, {.name = "Ada Quinn"}, {}, false, design::blank()).main.markup();
    for (auto const* promise : {"overrides", "figures", "how the policy is followed"})
        EXPECT_FALSE(holds(page, promise)) << promise;
}

TEST(APersonsPage, has_the_role_before_the_invitation) {
    PersonStory story;
    story.line.person.name = "Ada Quinn";
    auto const page = person({}, story, {}).main.markup();
    auto const role = page.find("Give a role");
    auto const invitation = page.find("Make an invitation");
    ASSERT_NE(invitation, page.npos);
    EXPECT_LT(role, invitation);
}

TEST(APersonsPage, says_of_each_training_whether_it_has_expired) {
    PersonStory story;
    auto const today = *calendar::parse_iso("2026-05-12");
    story.trainings = {{.name = "ELSA", .expires_on = today}};
    EXPECT_FALSE(holds(person({}, story, today).main.markup(), "Expired"));
    EXPECT_TRUE(holds(person({}, story, today + 1).main.markup(), "Expired"));
}

}  // namespace
}  // namespace staff::pages
