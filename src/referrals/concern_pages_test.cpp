#include "referrals/concern_pages.hpp"

#include <gtest/gtest.h>

namespace referrals::pages {
namespace {

std::string page_for(ConcernView const& view) { return concern({}, view).main.markup(); }

bool holds(std::string const& page, std::string_view words) { return page.find(words) != page.npos; }

TEST(ConcernPage, says_who_may_refer_once_they_have_spoken_with_a_parent_and_else_that_nothing_is_left) {
    ConcernView view{
        .concern = {},
        .header = {.name = "Sam Okafor"},
        .area_names = {},
        .shelves = {},
        .stands = "With the SENCo.",
        .decided_by_on = calendar::parse_iso("2026-05-12"),
        .may_refer = true,
        .answering = design::blank(),
        .referring = design::blank(),
        .declining = design::blank()};
    view.concern.said.parents_spoken_to = ParentsSpokenTo::not_yet;
    auto const once_spoken = "Once you have spoken with a parent or carer, you can refer Sam Okafor yourself";
    auto const nothing = "There is nothing left for you to do.";
    EXPECT_TRUE(holds(page_for(view), once_spoken));
    EXPECT_FALSE(holds(page_for(view), nothing));
    view.parents_spoken_to_on = calendar::parse_iso("2026-05-11");
    EXPECT_TRUE(holds(page_for(view), nothing));
    view.parents_spoken_to_on = std::nullopt;
    view.may_refer = false;
    EXPECT_TRUE(holds(page_for(view), nothing));
    EXPECT_FALSE(holds(page_for(view), once_spoken));
}

}  // namespace
}  // namespace referrals::pages
