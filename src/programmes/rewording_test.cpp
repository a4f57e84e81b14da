// Two people reword the targets of one child at the same time.
#include <gtest/gtest.h>

#include <algorithm>

#include "programmes/forms.hpp"
#include "programmes/nurture_test.hpp"
#include "programmes/place_routes.hpp"
#include "support/answered.hpp"

namespace programmes {
namespace {

class Rewording : public NurtureTest {
protected:
    Target target{
        .id = TargetId::make(school.now),
        .place = {},
        .area = {},
        .area_name = "Friendships",
        .words = "I ask if I can play",
        .before = {},
        .before_at = {},
        .after = {}};

    Fields form(std::string held, std::string typed) const {
        Fields fields;
        fields.add("held-" + words_field(target.id), std::move(held));
        fields.add(words_field(target.id), std::move(typed));
        return fields;
    }
    // What is saved of the target; empty where the form comes back.
    std::string saved(std::string held, std::string typed) {
        auto const read = forms::targets(form(std::move(held), std::move(typed)), {target});
        return read ? read->words.front().second : std::string();
    }
};

TEST_F(Rewording, saves_what_was_typed_over_words_that_the_page_held) {
    EXPECT_EQ(saved("I ask if I can play", "I wait for my turn"), "I wait for my turn");
}

TEST_F(Rewording, leaves_words_that_nobody_touched_to_who_changed_them) {
    EXPECT_EQ(saved("I can join in", "I can join in"), "I ask if I can play");
    auto const shown = forms::typed_beside(form("I can join in", "I can join in"), {target});
    EXPECT_EQ(shown.value(words_field(target.id)), "I ask if I can play");
}

TEST_F(Rewording, is_refused_over_words_that_the_page_did_not_hold) {
    EXPECT_EQ(saved("I can join in", "I wait for my turn"), "");
    EXPECT_EQ(saved("", "I wait for my turn"), "") << "nor where it says nothing of them";
    auto const two = form("I can join in", "I wait for my turn");
    EXPECT_EQ(forms::reworded_by_two(two, {target}), std::vector{target.id});
    EXPECT_EQ(forms::typed_beside(two, {target}).value(words_field(target.id)), "I wait for my turn");
}

TEST_F(Rewording, is_nothing_to_refuse_where_both_typed_the_same) {
    EXPECT_EQ(saved("I can join in", "I ask if I can play"), "I ask if I can play");
}

TEST_F(Rewording, of_another_stands_beside_what_was_typed_and_is_not_overwritten) {
    auto const place = place_of(make_small_programme(), ready(school.sam));
    give_target(place);
    auto const standing = [&] {
        return as(school.senco, [&](Visit& visit) {
            return store::targets(visit.db, visit.school, place).front();
        });
    };
    target = standing();
    auto const held = target.words;
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        auto const seen = *store::place(visit.db, visit.school, place, visit.today);
        return word_target(visit, seen, target.id, "I stay in the game");
    }));
    auto const again = as(school.senco, [&](Visit& visit) {
        auto request = school.get(school.senco, "/places/x/targets");
        request.segments = {{"place", std::string(place.text())}};
        request.form = form(held, "I wait for my turn");
        auto const routes = place_routes();
        auto const post = std::ranges::find_if(routes, [](auto const& route) {
            return route.method == "POST" && route.path == "/places/{place}/targets";
        });
        return support::answered(*post, visit, request);
    });
    EXPECT_EQ(again.status, 422);
    EXPECT_NE(again.body.find("Someone else changed this target while you wrote"), std::string::npos);
    EXPECT_NE(again.body.find(">I stay in the game<"), std::string::npos) << again.body;
    EXPECT_NE(again.body.find("I wait for my turn"), std::string::npos);
    EXPECT_EQ(standing().words, "I stay in the game");
}

}  // namespace
}  // namespace programmes
