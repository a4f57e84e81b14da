// G4, G9: a target that a session did not work on has no number, and its week is a gap wherever numbers
// stand.
#include <algorithm>

#include "journeys/journey.hpp"

namespace journeys {
namespace {

class NotSeen : public Journey {
protected:
    void says(std::string const& programme, int number, std::string const& rating) {
        on(day_of_session(programme, number));
        holds_session(programme, number);
        auto const card = card_of(programme, number, sam);
        auto& assistant = as(nurture_assistant).opens(card);
        assistant.sends(card, rated(assistant.form(card), rating));
    }
};

TEST_F(NotSeen, is_a_gap_and_no_zero_on_the_childs_page_and_where_the_next_step_is_decided) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    says(programme, 1, "4");
    says(programme, 2, "not_seen");
    EXPECT_TRUE(as(nurture_assistant).opens(session_of(programme, 2)).sees("Written up"));
    auto const card = card_of(programme, 2, sam);
    auto const chosen = as(nurture_assistant).opens(card).form(card).as_it_stands;
    EXPECT_TRUE(std::ranges::any_of(chosen.entries(), [](auto const& field) {
        return field.first.starts_with("rating-") && field.second == "not_seen";
    })) << "so that who corrects the card finds it";
    says(programme, 3, "7");
    EXPECT_TRUE(as(nurture_assistant).opens(card_of(programme, 3, sam)).sees("Last time: 4"));
    auto const words = as(nurture_assistant).opens(story_of(sam)).words();
    EXPECT_NE(words.find("no rating"), std::string::npos) << words;
    EXPECT_NE(words.find("So few ratings show no direction yet"), std::string::npos);

    for (int number = 4; number <= sessions_of(programme); ++number) says(programme, number, "8");
    completes(programme);
    on(today() + 30);
    measures_impact(sam);
    EXPECT_TRUE(as(senco).opens(case_of(sam) + "/next-step").sees("4, not seen, 7, 8"));
}

}  // namespace
}  // namespace journeys
