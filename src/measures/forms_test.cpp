#include "measures/forms.hpp"

#include <gtest/gtest.h>

#include "measures/class_page.hpp"
#include "measures/taking_forms.hpp"

namespace measures::forms {
namespace {

Fields with(std::string const& field, std::string const& value) {
    Fields changed;
    auto const all = typed(definition_of(Ready::working_at));
    for (auto const& [name, stands] : all.entries()) changed.add(name, name == field ? value : stands);
    return changed;
}

std::string error_at(Fields const& form, std::string_view field) {
    auto const read = definition(form);
    if (read) return {};
    for (auto const& error : read.error())
        if (error.field == field) return error.message;
    return {};
}

TEST(MeasureForm, gives_back_every_ready_measure_as_it_was_typed) {
    for (auto const ready : all_of<Ready>())
        EXPECT_EQ(definition(typed(definition_of(ready))), definition_of(ready));
}

TEST(MeasureForm, takes_what_the_scores_mean_and_no_more_than_a_few_lines_of_it) {
    auto own = definition_of(Ready::working_at);
    own.most = 700;
    own.meaning = "1 is hardly ever, 7 is nearly always";
    EXPECT_EQ(definition(typed(own)), own);
    EXPECT_EQ(meaning_of(own), own.meaning);
    EXPECT_NE(error_at(with("meaning", std::string(501, 'x')), "meaning"), "");
    own.meaning.clear();
    EXPECT_EQ(meaning_of(own), "") << "what is said of 1 to 5 does not fit 1 to 7";
}

TEST(MeasureForm, says_everything_that_is_missing_at_once) {
    auto const read = definition({});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().size(), 9U);
}

TEST(MeasureForm, takes_no_scale_that_does_not_hold_together) {
    EXPECT_EQ(error_at(with("most", "1"), "most"), "Enter a highest score above the lowest");
    EXPECT_EQ(error_at(with("most", "-3"), "most"), "Enter a highest score above the lowest");
    EXPECT_EQ(error_at(with("step", "0"), "step"), "Enter a step above 0, such as 1 or 0.5");
    EXPECT_EQ(error_at(with("step", "-1"), "step"), "Enter a step above 0, such as 1 or 0.5");
    EXPECT_NE(error_at(with("step", "3"), "step"), "");
    EXPECT_NE(error_at(with("step", "0.001"), "step"), "");
    EXPECT_NE(error_at(with("most", "9000"), "step"), "");
    EXPECT_EQ(error_at(with("step", "0.5"), "step"), "");
    EXPECT_NE(error_at(with("most", "20"), "scale"), "") << "no single rating has twenty steps";
}

TEST(MeasureForm, takes_no_short_scale_for_ratings_added_up_or_a_standardised_score) {
    for (auto const scale : {Scale::several_items, Scale::standardised}) {
        auto short_one = definition_of(Ready::working_at);
        short_one.scale = scale;
        short_one.most = 900;
        EXPECT_NE(error_at(typed(short_one), "scale"), "") << "nine scores";
        short_one.most = 1'000;
        EXPECT_EQ(error_at(typed(short_one), "scale"), "") << "ten scores";
    }
    auto piled_up = definition_of(Ready::working_at);
    piled_up.scale = Scale::piled_up;
    EXPECT_EQ(error_at(typed(piled_up), "scale"), "") << "no spread is worked out from it";
}

// Most children have nearly the best sum of ratings, so no spread is worked out from it.
TEST(MeasureForm, takes_the_ready_sum_of_ratings_of_behaviour_for_piled_up) {
    EXPECT_EQ(definition_of(Ready::five_ratings_of_behaviour).scale, Scale::piled_up);
}

TEST(MeasureForm, takes_no_word_that_is_none_of_its_sets) {
    for (auto const* field : {"kind", "concern_when", "scale", "rated_by", "taken_each"}) {
        EXPECT_NE(error_at(with(field, "whatever"), field), "") << field;
        EXPECT_NE(error_at(with(field, ""), field), "") << field;
    }
    EXPECT_NE(error_at(with("name", std::string(61, 'x')), "name"), "");
    EXPECT_NE(error_at(with("name", "  "), "name"), "");
}

class ClassForm : public testing::Test {
protected:
    Measure progress{.id = MeasureId::make(Instant{1}), .definition = definition_of(Ready::progress_since)};
    Measure behaviour{
        .id = MeasureId::make(Instant{1}), .definition = definition_of(Ready::five_ratings_of_behaviour)};
    PupilId sam = PupilId::make(Instant{1});
    PupilId tom = PupilId::make(Instant{1});

    auto read(Fields const& form) {
        return scores(
            form,
            {progress, behaviour},
            {{sam, "Sam Okafor", {std::nullopt, 1'100}}, {tom, "Tom Ash", {400, std::nullopt}}}
        );
    }
    Fields typed_for(
        PupilId const& pupil, Kind kind, std::string const& value, std::string const& stood = ""
    ) {
        Fields form;
        form.add(score_field(pupil, kind), value);
        if (!stood.empty()) form.add(stood_field(pupil), stood);
        return form;
    }
};

TEST_F(ClassForm, reads_what_was_typed_beside_what_stood) {
    auto const found = read(typed_for(sam, Kind::behaviour, " 12 ", "0: 3:11"));
    ASSERT_TRUE(found);
    ASSERT_EQ(found->size(), 1U);
    EXPECT_EQ(found->front().measure, behaviour.id);
    EXPECT_EQ(found->front().score, 1'200);
    EXPECT_EQ(found->front().stood.score, 1'100);
    EXPECT_EQ(found->front().stood.version, 3);
}

TEST_F(ClassForm, takes_a_blank_field_for_a_score_that_is_taken_back) {
    auto const found = read(typed_for(sam, Kind::progress, "", "2:4 0:"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->front().score, std::nullopt);
    EXPECT_EQ(found->front().stood.score, 400);
}

TEST_F(ClassForm, leaves_out_what_it_does_not_hold_and_whom_nobody_asked_for) {
    EXPECT_TRUE(read({})->empty());
    EXPECT_TRUE(read(typed_for(PupilId::make(Instant{1}), Kind::progress, "3"))->empty());
    EXPECT_TRUE(read(typed_for(sam, Kind::achievement, "3"))->empty()) << "no such measure stands";
}

TEST_F(ClassForm, says_of_each_score_off_its_scale_what_to_enter) {
    for (auto const* typed : {"6", "0", "3.5", "x", "-1", "1e1", "3 4"}) {
        auto const found = read(typed_for(tom, Kind::progress, typed));
        ASSERT_FALSE(found) << typed;
        EXPECT_EQ(found.error().front().field, score_field(tom, Kind::progress));
        EXPECT_EQ(
            found.error().front().message,
            "Enter a score from 1 to 5 for Tom Ash in progress, or leave it blank. 4 is still stored"
        );
    }
}

TEST_F(ClassForm, names_the_measure_of_each_score_of_a_child_that_it_refuses) {
    auto form = typed_for(tom, Kind::progress, "9");
    form.add(score_field(tom, Kind::behaviour), "4");
    auto const found = read(form);
    ASSERT_FALSE(found);
    ASSERT_EQ(found.error().size(), 2U);
    EXPECT_NE(found.error()[0].message.find("for Tom Ash in progress"), std::string::npos);
    EXPECT_EQ(
        found.error()[1].message,
        "Enter a score from 5 to 25 for Tom Ash in behaviour, or leave it blank. Nothing is stored"
    );
}

TEST_F(ClassForm, reads_what_stood_back_whatever_it_was) {
    std::vector<Stood> const row{{300, 1}, {std::nullopt, 0}, {-25, 17}, {std::nullopt, 2}};
    auto const text = as_text(row);
    EXPECT_EQ(text, "1:3 0: 17:-0.25 2:");
    auto const back = stood_from(text, row.size());
    for (std::size_t at = 0; at < row.size(); ++at) {
        EXPECT_EQ(back[at].score, row[at].score);
        EXPECT_EQ(back[at].version, row[at].version);
    }
}

TEST_F(ClassForm, takes_nothing_to_have_stood_where_the_text_is_none) {
    for (auto const* text : {"", " ", "x", "1:x", ":::", "99999999999999:3", "1:3"}) {
        auto const row = stood_from(text, 2);
        ASSERT_EQ(row.size(), 2U);
        EXPECT_EQ(row[1].score, std::nullopt) << text;
        EXPECT_EQ(row[1].version, 0) << text;
    }
}

TEST_F(ClassForm, asks_for_steps_that_are_no_whole_points) {
    auto halves = definition_of(Ready::working_at);
    halves.step = 50;
    EXPECT_EQ(what_to_enter(halves), "Enter a score from 1 to 5 in steps of 0.5");
}

TEST_F(ClassForm, reads_the_day_it_is_asked_for) {
    auto const today = calendar::parse_iso("2026-05-12").value();
    auto const asked = [&](std::string const& on) {
        Fields query;
        query.add("on", on);
        return day(query, today);
    };
    EXPECT_EQ(day({}, today), today);
    EXPECT_EQ(asked("2026-05-01"), today - 11);
    EXPECT_FALSE(asked("2026-05-13"));
    EXPECT_FALSE(asked("1926-05-12"));
    EXPECT_FALSE(asked("yesterday"));
}

}  // namespace
}  // namespace measures::forms
