#include "sessions/pages.hpp"

#include <gtest/gtest.h>

#include "support/seen_child.hpp"

namespace sessions::pages {
namespace {

bool holds(std::string const& page, std::string_view words) { return page.find(words) != page.npos; }

programmes::Target tell_someone(std::int64_t at, std::string const& area) {
    programmes::Target target;
    target.id = TargetId::make({at});
    target.area_name = area;
    target.words = "I tell someone";
    return target;
}

// Two hopes in the same words, each in its own area.
Card a_card() {
    return {
        .programme = {},
        .session = {},
        .child = support::seen_by_the_senco(),
        .place = {},
        .targets = {tell_someone(1, "Anxiety"), tell_someone(2, "Friendships")},
        .last_time = {},
        .now = {},
        .why_settled = {},
        .next_child = {}};
}

std::string page_of(Card const& card) { return evaluation({}, card, design::blank()).main.markup(); }

TEST(EvaluationPage, names_the_area_of_each_target_that_is_rated_or_was) {
    auto card = a_card();
    card.now = Evaluation{};
    for (auto const& target : card.targets) card.now->ratings.push_back({target.id, 5});
    for (auto const may_write : {true, false}) {
        card.may_write = may_write;
        auto const end = may_write ? "</legend>" : "</dt>";
        auto const page = page_of(card);
        EXPECT_TRUE(holds(page, std::string(">Anxiety, “I tell someone”") + end)) << page;
        EXPECT_TRUE(holds(page, std::string(">Friendships, “I tell someone”") + end)) << page;
    }
}

TEST(EvaluationPage, keeps_the_lines_in_which_it_was_written) {
    auto card = a_card();
    card.now = Evaluation{};
    card.now->noticed = "He asked to play\nHe waited";
    card.now->next_time = "A board game\nA turn each";
    EXPECT_TRUE(holds(page_of(card), "He asked to play<br>He waited"));
    EXPECT_TRUE(holds(page_of(card), "A board game<br>A turn each"));
}

}  // namespace
}  // namespace sessions::pages
