#include "staff/form_pages.hpp"

#include <gtest/gtest.h>

#include "staff/duties.hpp"

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

}  // namespace
}  // namespace staff::pages
