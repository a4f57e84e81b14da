#include "assessments/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessments/shipped.hpp"

namespace assessments {
namespace {

StaffId const ada = StaffId::make({1});
StaffId const ben = StaffId::make({2});
NormSetId const of_2010 = NormSetId::make({1});
NormSetId const of_2017 = NormSetId::make({2});
InstrumentId const by_which = InstrumentId::make({1});

Instrument const& sdq() { return shipped("sdq-teacher")->instrument; }
Instrument const& ours() { return shipped("withy-observation")->instrument; }

LoadedInstrument loaded(Instrument const& instrument) {
    LoadedInstrument made;
    made.id = by_which;
    made.instrument = instrument;
    made.norms = {
        {.id = of_2017, .norms = {.code = "2017", .ages = {4, 8}, .bands = {{"trust", {6, 12}}}}},
        {.id = of_2010, .norms = {.code = "2010", .ages = {4, 11}, .bands = {{"trust", {5, 12}}}}}};
    return made;
}

Rating by_scales() {
    Rating rating{.informant = Informant::class_teacher, .scheme = "four-band"};
    for (auto const* const scale : {"emotional", "conduct", "hyperactivity", "peer", "prosocial"})
        rating.scores.push_back({.scale = scale, .score = 5});
    return rating;
}

Rating by_items(Occasion occasion, int each) {
    Rating rating{.informant = Informant::class_teacher, .occasion = occasion};
    for (auto const& item : ours().items) {
        auto const& asked = form_for(ours(), occasion)->items;
        if (asked.empty() || std::ranges::count(asked, item.number) > 0)
            rating.ratings.push_back({item.number, each});
    }
    return rating;
}

std::optional<Refusal> objection(
    Rating const& rating, Instrument const& instrument, Rated const& rated = {}
) {
    return objection_to(rating, loaded(instrument), rated, ada);
}

TEST(Rating, by_scales_is_kept_where_each_is_there_once_and_within_its_range) {
    EXPECT_EQ(objection(by_scales(), sdq()), std::nullopt)
        << "impact may be left out, and the total is no score";
    auto rating = by_scales();
    rating.scores.pop_back();
    EXPECT_EQ(objection(rating, sdq()), Refusal::not_complete);
    rating = by_scales();
    rating.scores.push_back(rating.scores.front());
    EXPECT_EQ(objection(rating, sdq()), Refusal::not_complete);
    for (auto const& [scale, score] :
         {std::pair("impact", 7), {"total", 20}, {"nothing", 1}, {"impact", -1}}) {
        rating = by_scales();
        rating.scores.push_back({.scale = scale, .score = score});
        EXPECT_EQ(objection(rating, sdq()), Refusal::out_of_range) << scale;
    }
}

TEST(Rating, by_items_is_kept_where_each_that_the_form_asks_is_rated_once) {
    EXPECT_EQ(objection(by_items(Occasion::entry, 4), ours()), std::nullopt);
    EXPECT_EQ(objection(by_items(Occasion::weekly, 0), ours()), std::nullopt);
    EXPECT_EQ(objection(by_items(Occasion::entry, 5), ours()), Refusal::out_of_range);
    auto rating = by_items(Occasion::weekly, 2);
    rating.occasion = Occasion::exit;
    EXPECT_EQ(objection(rating, ours()), Refusal::not_complete);
    rating = by_items(Occasion::exit, 2);
    rating.ratings.push_back({1, 2});
    EXPECT_EQ(objection(rating, ours()), Refusal::not_complete) << "one is rated twice";
}

TEST(Rating, is_by_whom_and_when_the_instrument_is_for) {
    auto rating = by_scales();
    rating.informant = Informant::parent;
    EXPECT_EQ(objection(rating, sdq()), Refusal::informant_does_not_rate);
    rating = by_scales();
    rating.occasion = Occasion::weekly;
    EXPECT_EQ(objection(rating, sdq()), Refusal::not_on_this_occasion);
    EXPECT_EQ(objection(by_scales(), sdq(), {.is_newest_version = false}), Refusal::instrument_is_old);
}

TEST(Rating, is_held_against_norms_for_the_childs_age_and_the_whole_form) {
    auto rating = by_items(Occasion::entry, 2);
    rating.norms = of_2017;
    EXPECT_EQ(objection(rating, ours(), {.age = 8}), std::nullopt);
    EXPECT_EQ(objection(rating, ours(), {.age = 9}), Refusal::norms_of_another_age);
    EXPECT_EQ(objection(rating, ours()), Refusal::norms_of_another_age) << "nobody knows the age";
    rating.norms = NormSetId::make({9});
    EXPECT_EQ(objection(rating, ours(), {.age = 8}), Refusal::norms_of_another_age);
    EXPECT_EQ(
        objection(rating, ours(), {.age = 8, .norms_before = {NormSetId::make({9})}}),
        Refusal::norms_of_another_age
    ) << "they are another version's";
    rating = by_items(Occasion::weekly, 2);
    rating.norms = of_2017;
    EXPECT_EQ(objection(rating, ours(), {.age = 8}), Refusal::norms_of_the_whole_form);
}

TEST(Rating, keeps_the_norms_of_an_earlier_one_once_the_child_has_grown_out_of_their_ages) {
    auto rating = by_items(Occasion::exit, 2);
    rating.norms = of_2017;
    EXPECT_EQ(objection(rating, ours(), {.age = 9, .norms_before = {of_2017}}), std::nullopt);
    EXPECT_EQ(
        objection(rating, ours(), {.age = 9, .norms_before = {of_2010}}), Refusal::norms_of_another_age
    );
    std::vector<Assessment> all(2);
    for (auto& one : all) one.instrument = by_which;
    all[0].norms = of_2010;
    all[1].norms = of_2017;
    all[1].taken_back_at = Instant{1};
    EXPECT_EQ(norms_before(all, by_which), std::vector{of_2010});
    EXPECT_TRUE(norms_before(all, InstrumentId::make({7})).empty());
}

TEST(Norms, are_those_of_last_time_whatever_the_childs_age_and_else_the_newest_for_it) {
    auto const norms = loaded(ours()).norms;
    EXPECT_EQ(norms_for(norms, 8, Informant::class_teacher, std::nullopt), of_2017);
    EXPECT_EQ(norms_for(norms, 8, Informant::class_teacher, of_2010), of_2010)
        << "before and after are seen alike";
    EXPECT_EQ(norms_for(norms, 9, Informant::class_teacher, of_2017), of_2017)
        << "they stay though the child has grown";
    EXPECT_EQ(norms_for(norms, 9, Informant::class_teacher, std::nullopt), of_2010);
    EXPECT_EQ(norms_for(norms, 12, Informant::class_teacher, std::nullopt), std::nullopt);
    EXPECT_EQ(norms_for(norms, std::nullopt, Informant::class_teacher, std::nullopt), std::nullopt);
}

TEST(Norms, of_the_schools_own_are_of_one_view) {
    auto with_own = loaded(ours());
    with_own.norms.front().own = OwnChildren{.informant = Informant::nurture_assistant, .children = 50};
    EXPECT_EQ(norms_for(with_own.norms, 8, Informant::nurture_assistant, std::nullopt), of_2017);
    EXPECT_EQ(norms_for(with_own.norms, 8, Informant::class_teacher, std::nullopt), of_2010);
    auto rating = by_items(Occasion::entry, 2);
    rating.norms = of_2017;
    EXPECT_EQ(objection_to(rating, with_own, {.age = 8}, ada), Refusal::norms_of_another_view);
    rating.informant = Informant::nurture_assistant;
    EXPECT_EQ(objection_to(rating, with_own, {.age = 8}, ada), std::nullopt);
}

// Held against none and then against some, the two would not be subtracted.
TEST(Norms, that_came_after_a_first_rating_are_not_what_the_next_one_begins_with) {
    auto const by = loaded(ours());
    auto const begins = [&](std::vector<Assessment> const& all) {
        return norms_to_begin_with(all, by, by.norms, 8, Informant::class_teacher);
    };
    EXPECT_EQ(begins({}), of_2017);
    Assessment first;
    first.instrument = by_which;
    first.informant = Informant::class_teacher;
    first.occasion = Occasion::entry;
    EXPECT_EQ(begins({first}), std::nullopt);
    first.norms = of_2010;
    EXPECT_EQ(begins({first}), of_2010);
    auto weekly = first;
    weekly.occasion = Occasion::weekly;
    weekly.norms.reset();
    EXPECT_EQ(begins({first, weekly}), of_2010) << "the short form has none";
    first.norms.reset();
    first.taken_back_at = Instant{1};
    EXPECT_EQ(begins({first}), of_2017);
}

Assessment made(Instant at, StaffId const& rater) {
    Assessment one;
    one.id = AssessmentId::make(at);
    one.rater = rater;
    return one;
}

TEST(SecondAdult, rates_beside_a_rating_that_is_another_adults_and_still_open) {
    auto rating = by_scales();
    auto first = made({1}, ben);
    first.instrument = by_which;
    rating.beside = first.id;
    EXPECT_EQ(objection(rating, sdq(), {.first = first}), std::nullopt);
    EXPECT_EQ(objection(rating, sdq(), {.first = first, .is_newest_version = false}), std::nullopt)
        << "by the version of the first";
    EXPECT_EQ(objection(rating, sdq()), Refusal::first_is_gone);
    first.rater = ada;
    EXPECT_EQ(objection(rating, sdq(), {.first = first}), Refusal::own_rating);
    first.rater = ben;
    first.occasion = Occasion::exit;
    EXPECT_EQ(objection(rating, sdq(), {.first = first}), Refusal::first_is_gone);
    first.occasion = Occasion::entry;
    first.agreed_at = Instant{3};
    EXPECT_EQ(objection(rating, sdq(), {.first = first}), Refusal::first_is_gone);
}

TEST(SecondAdult, agrees_to_one_of_two_ratings_and_the_other_is_set_aside) {
    std::vector<Assessment> both{made({1}, ada), made({2}, ben)};
    EXPECT_EQ(standing_of(both[0], both), Standing::awaits_agreement);
    both[1].beside = both[0].id;
    EXPECT_EQ(standing_of(both[0], both), Standing::side_by_side);
    EXPECT_EQ(standing_of(both[1], both), Standing::side_by_side);
    EXPECT_EQ(objection_to_agreeing(both[0], both, ada), Refusal::own_rating);
    EXPECT_EQ(objection_to_agreeing(both[0], both, ben), std::nullopt);

    both[0].agreed_at = Instant{3};
    EXPECT_EQ(standing_of(both[0], both), Standing::agreed);
    EXPECT_EQ(standing_of(both[1], both), Standing::set_aside);
    EXPECT_EQ(objection_to_agreeing(both[0], both, ben), Refusal::agreed_already);
    EXPECT_EQ(objection_to_agreeing(both[1], both, ada), Refusal::other_agreed);

    both[0].taken_back_at = Instant{4};
    EXPECT_EQ(standing_of(both[1], both), Standing::awaits_agreement) << "the other was a slip";
    EXPECT_EQ(objection_to_agreeing(both[0], both, ben), Refusal::taken_back_already);
    EXPECT_EQ(objection_to_taking_back(both[0]), Refusal::taken_back_already);
    EXPECT_EQ(objection_to_taking_back(both[1]), std::nullopt);
}

TEST(SecondAdult, leaves_two_ratings_side_by_side_untold_until_one_is_agreed_to) {
    std::vector<Assessment> both{made({1}, ada), made({2}, ben)};
    EXPECT_TRUE(tells_of_the_child(both[0], both)) << "one adult's alone";
    both[1].beside = both[0].id;
    EXPECT_FALSE(tells_of_the_child(both[0], both));
    EXPECT_FALSE(tells_of_the_child(both[1], both));
    both[1].agreed_at = Instant{3};
    EXPECT_TRUE(tells_of_the_child(both[1], both));
    EXPECT_FALSE(tells_of_the_child(both[0], both)) << "the other is set aside";
    both[1].taken_back_at = Instant{4};
    EXPECT_TRUE(tells_of_the_child(both[0], both)) << "the agreed one was a slip";
    EXPECT_FALSE(tells_of_the_child(both[1], both));
}

TEST(Scores, of_strands_are_the_sums_of_their_items) {
    auto const whole = scores_of(by_items(Occasion::entry, 3), ours());
    auto const weekly = scores_of(by_items(Occasion::weekly, 3), ours());
    ASSERT_EQ(whole.size(), 5U);
    ASSERT_EQ(weekly.size(), 5U);
    for (auto const& one : whole) EXPECT_EQ(one.score, 12) << one.scale;
    for (auto const& one : weekly) EXPECT_EQ(one.score, 3) << one.scale;
}

TEST(Scores, have_a_total_where_every_part_is_there_and_a_band_with_its_scheme) {
    auto const scores = scores_of(by_scales(), sdq());
    auto const total = std::ranges::find(scores, "total", &Score::scale);
    ASSERT_NE(total, scores.end());
    EXPECT_EQ(total->score, 20);
    EXPECT_EQ(total->scheme, "four-band");
    EXPECT_EQ(total->band, "very high");
    auto rating = by_scales();
    std::erase_if(rating.scores, [](Score const& one) { return one.scale == "peer"; });
    EXPECT_EQ(std::ranges::count(scores_of(rating, sdq()), "total", &Score::scale), 0);
    rating = by_scales();
    rating.scheme.clear();
    EXPECT_EQ(scores_of(rating, sdq()).front().band, "");
}

// T3: the published cut-offs of facts that schools use, by informant and scheme.
TEST(Bands, differ_by_scheme_and_by_informant) {
    auto const teacher = [](std::string_view scheme, std::string_view scale, int score) {
        return band_of(sdq(), scheme, Informant::senco, scale, score).value_or("none");
    };
    auto const parent = [](std::string_view scheme, std::string_view scale, int score) {
        return band_of(shipped("sdq-parent")->instrument, scheme, Informant::parent, scale, score)
            .value_or("none");
    };
    EXPECT_EQ(teacher("three-band", "emotional", 4), "normal");
    EXPECT_EQ(teacher("four-band", "emotional", 4), "slightly raised");
    EXPECT_EQ(teacher("three-band", "peer", 3), "normal");
    EXPECT_EQ(teacher("four-band", "peer", 3), "slightly raised");
    EXPECT_EQ(teacher("four-band", "prosocial", 6), "close to average");
    EXPECT_EQ(parent("four-band", "prosocial", 6), "low");
    EXPECT_EQ(parent("three-band", "prosocial", 6), "normal");
    EXPECT_EQ(teacher("three-band", "total", 16), "abnormal");
    EXPECT_EQ(parent("three-band", "total", 16), "borderline");
    EXPECT_EQ(parent("four-band", "impact", 10), "very high");
    EXPECT_EQ(teacher("four-band", "impact", 7), "none");
    EXPECT_EQ(teacher("five-band", "total", 7), "none");
}

TEST(Comparing, subtracts_what_is_by_one_instrument_one_informant_one_form_and_against_one_norm_set) {
    auto const before = made({1}, ada);
    auto after = made({2}, ben);
    EXPECT_EQ(objection_to_comparing(before, after, ours()), std::nullopt);
    after.instrument = InstrumentId::make({3});
    EXPECT_EQ(objection_to_comparing(before, after, ours()), Incomparable::another_instrument);
    after = made({2}, ben);
    after.norms = of_2017;
    EXPECT_EQ(objection_to_comparing(before, after, ours()), Incomparable::other_norms);
    after = made({2}, ben);
    after.informant = Informant::parent;
    EXPECT_EQ(objection_to_comparing(before, after, ours()), Incomparable::another_informant);
    after = made({2}, ben);
    after.occasion = Occasion::weekly;
    EXPECT_EQ(objection_to_comparing(before, after, ours()), Incomparable::another_form);
    after.occasion = Occasion::exit;
    after.taken_back_at = Instant{3};
    EXPECT_EQ(objection_to_comparing(before, after, ours()), Incomparable::taken_back);
}

TEST(Comparing, leaves_out_a_goal_that_has_become_another) {
    auto before = made({1}, ada);
    auto after = made({2}, ada);
    before.scores = {{.scale = "goal-1", .score = 3, .words = "I join in"}, {.scale = "goal-2", .score = 1}};
    after.scores = {{.scale = "goal-1", .score = 6, .words = "I sleep"}, {.scale = "goal-2", .score = 4}};
    auto const changes = changes_between(before, after);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes.front().scale, "goal-2");
    EXPECT_EQ(changes.front().difference(), 3);
}

TEST(StrandsMostInNeed, lie_outside_the_usual_range_on_the_side_that_is_not_good) {
    auto const& boxall = shipped("boxall")->instrument;
    ItemCounts items;
    for (auto const& scale : scales_of(boxall))
        items[scale.code] = scale.code == "A" || scale.code == "Q" ? 7 : 3;
    auto const whole = with_items(boxall, items);
    NormSet const norms{
        .code = "typed",
        .ages = {4, 11},
        .bands = {{"A", {14, 28}}, {"B", {6, 12}}, {"C", {6, 9}}, {"Q", {0, 7}}, {"Z", {0, 3}}}};
    auto one = made({1}, ada);
    one.scores = {{"A", 7}, {"B", 5}, {"C", 12}, {"Q", 7}, {"Z", 9}, {"D", 0}};
    std::vector<std::string> found;
    for (auto const& in_need : most_in_need(one, whole, norms)) found.push_back(in_need.scale);
    EXPECT_EQ(found, (std::vector<std::string>{"Z", "A", "B"}));
}

TEST(StrandsMostInNeed, leave_none_out_that_lies_as_far_as_the_third_and_count_the_others) {
    auto const first = first_in_need({{"Z", 0.5}, {"A", 0.4}, {"B", 0.3}, {"C", 0.3}, {"D", 0.1}});
    EXPECT_EQ(first.first, (std::vector<std::string>{"Z", "A", "B", "C"}));
    EXPECT_TRUE(first.tied.empty());
    EXPECT_EQ(first.less_far, 1);
    std::vector<InNeed> many{{"Z", 0.5}};
    for (auto const* const code : {"A", "B", "C", "D", "E", "F"}) many.push_back({code, 0.4});
    many.push_back({"G", 0.1});
    auto const apart = first_in_need(many);
    EXPECT_EQ(apart.first, std::vector<std::string>{"Z"});
    EXPECT_EQ(apart.tied, (std::vector<std::string>{"A", "B", "C", "D", "E", "F"}));
    EXPECT_EQ(apart.less_far, 1);
    EXPECT_EQ(first_in_need({{"A", 0.2}, {"B", 0.1}}).first.size(), 2U);
    EXPECT_TRUE(first_in_need({}).first.empty());
}

TEST(LastTime, is_the_latest_that_stands_by_the_same_instrument_and_view) {
    std::vector<Assessment> all{made({1}, ada), made({2}, ada), made({3}, ada)};
    for (auto& one : all) one.instrument = by_which;
    all[1].informant = Informant::parent;
    all[2].taken_back_at = Instant{9};
    EXPECT_EQ(last_of(all, by_which), &all[1]);
    EXPECT_EQ(last_of(all, by_which, Informant::class_teacher), &all[0]);
    EXPECT_EQ(last_of(all, InstrumentId::make({7})), nullptr);
}

TEST(LastTime, is_the_raters_own_first_and_never_another_view_but_for_the_childs_goals) {
    std::vector<Assessment> all{made({1}, ben), made({2}, ada)};
    for (auto& one : all) one.instrument = by_which;
    all[0].informant = Informant::parent;
    all[1].informant = Informant::senco;
    auto const schedule = loaded(ours());
    EXPECT_EQ(last_time_for(all, schedule, ada, Informant::class_teacher), &all[1]);
    EXPECT_EQ(last_time_for(all, schedule, StaffId::make({5}), Informant::parent), &all[0]);
    EXPECT_EQ(last_time_for(all, schedule, StaffId::make({5}), Informant::class_teacher), nullptr);
    auto const goals = loaded(shipped("goals")->instrument);
    EXPECT_EQ(last_time_for(all, goals, StaffId::make({5}), Informant::class_teacher), &all[1]);
}

}  // namespace
}  // namespace assessments
