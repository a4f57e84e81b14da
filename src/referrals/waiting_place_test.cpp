#include <gtest/gtest.h>

#include "referrals/forms.hpp"
#include "referrals/waiting_pages.hpp"

namespace referrals::pages {
namespace {

Date const today = *calendar::parse_iso("2026-05-12");

WaitingInput looked_at_again_by(Date day) { return {.review_by_on = day, .meanwhile = "A daily check-in"}; }

std::string page_of(WaitingInput const& said) {
    PlaceView view;
    view.keeping = forms::waiting_again(said, today);
    view.may_change = true;
    return place_on_list(design::FormGuard{}, view, std::nullopt).main.markup();
}

TEST(PlaceOnTheWaitingList, is_offered_to_be_looked_at_again_on_a_day_to_come) {
    for (auto const& [stands, offered] :
         {std::pair{today + 1, today + 1}, std::pair{today, today + 42}, std::pair{today - 9, today + 42}}) {
        auto const said = forms::read_waiting(forms::waiting_again(looked_at_again_by(stands), today), today);
        ASSERT_TRUE(said) << "what stands in the form is never refused";
        EXPECT_EQ(said->review_by_on, offered);
        EXPECT_EQ(said->meanwhile, "A daily check-in");
    }
    auto const six_weeks_on = "value=\"23\"";
    EXPECT_NE(page_of(looked_at_again_by(today - 9)).find(six_weeks_on), std::string::npos);
    EXPECT_EQ(page_of(looked_at_again_by(today + 1)).find(six_weeks_on), std::string::npos);
}

}  // namespace
}  // namespace referrals::pages
