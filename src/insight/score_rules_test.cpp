#include "insight/score_rules.hpp"

#include <gtest/gtest.h>

#include "assessments/shipped.hpp"

namespace insight {
namespace {

using assessments::Assessment;
using assessments::InstrumentId;
using assessments::NormSetId;
using assessments::Occasion;

class ScoresOverASupport : public testing::Test {
protected:
    static Date on(std::string_view day) { return *calendar::parse_iso(day); }

    InstrumentId loads(std::string_view code, int version) {
        auto const id = InstrumentId::make(moment);
        instruments[id] = {
            .id = id, .version = version, .instrument = assessments::shipped(code)->instrument};
        return id;
    }
    Assessment& rates(InstrumentId const& instrument, Occasion occasion, std::string_view day, int score) {
        return rates(instrument, occasion, day, {{.scale = "wellbeing", .score = score}});
    }
    Assessment& rates(
        InstrumentId const& instrument,
        Occasion occasion,
        std::string_view day,
        std::vector<assessments::Score> scores
    ) {
        all.push_back(
            {.id = assessments::AssessmentId::make(moment),
             .instrument = instrument,
             .informant = assessments::Informant::class_teacher,
             .occasion = occasion,
             .rated_on = on(day),
             .scores = std::move(scores)}
        );
        return all.back();
    }
    std::map<Scale, Change> changes() const { return changes_of_scores(all, time, instruments); }

    Instant moment = calendar::start_of(on("2025-09-01"));
    Instruments instruments;
    std::vector<Assessment> all;
    SupportTime time{.began_on = on("2025-10-01"), .others = {}, .until = on("2026-10-31")};
};

TEST_F(ScoresOverASupport, are_of_one_version_of_an_instrument) {
    auto const first = loads("wellbeing", 1), second = loads("wellbeing", 2);
    rates(first, Occasion::entry, "2025-09-20", 2);
    rates(second, Occasion::exit, "2026-02-01", 5);
    EXPECT_TRUE(changes().empty());
    rates(first, Occasion::exit, "2026-02-02", 4);
    ASSERT_EQ(changes().size(), 1U);
    auto const& [scale, change] = *changes().begin();
    EXPECT_EQ(scale.version, 1);
    EXPECT_EQ(change.by, 2);
}

TEST_F(ScoresOverASupport, are_not_subtracted_across_two_norm_sets_or_two_informants) {
    auto const instrument = loads("wellbeing", 1);
    rates(instrument, Occasion::entry, "2025-09-20", 2).norms = NormSetId::make(moment);
    rates(instrument, Occasion::exit, "2026-02-01", 5).norms = NormSetId::make(moment);
    EXPECT_TRUE(changes().empty());
    all.back().norms = all.front().norms;
    EXPECT_EQ(changes().size(), 1U);
    all.back().informant = assessments::Informant::parent;
    EXPECT_TRUE(changes().empty());
}

TEST_F(ScoresOverASupport, are_not_subtracted_across_two_forms) {
    auto const instrument = loads("wellbeing", 1);
    for (auto& form : instruments[instrument].instrument.forms)
        if (form.occasion == Occasion::exit) form.items = {1};
    rates(instrument, Occasion::entry, "2025-09-20", 2);
    rates(instrument, Occasion::exit, "2026-02-01", 5);
    EXPECT_TRUE(changes().empty());
}

TEST_F(ScoresOverASupport, leave_out_goals_whether_their_words_changed_or_not) {
    auto const goals = loads("goals", 1);
    rates(goals, Occasion::entry, "2025-09-20", {{.scale = "goal-1", .score = 2, .words = "Sleep"}});
    rates(goals, Occasion::exit, "2026-02-01", {{.scale = "goal-1", .score = 9, .words = "Friends"}});
    EXPECT_TRUE(changes().empty());
    all.back().scores.front().words = "Sleep";
    EXPECT_TRUE(changes().empty());
}

TEST_F(ScoresOverASupport, of_two_years_count_for_one_of_them_each) {
    auto const instrument = loads("wellbeing", 1);
    rates(instrument, Occasion::entry, "2024-09-20", 1);
    rates(instrument, Occasion::exit, "2025-02-01", 2);
    rates(instrument, Occasion::entry, "2025-09-20", 2);
    rates(instrument, Occasion::exit, "2026-02-01", 5);
    time.others = {on("2024-10-01")};
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_EQ(changes().begin()->second.by, 3);
    time = {.began_on = on("2024-10-01"), .others = {on("2025-10-01")}, .until = on("2025-10-31")};
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_EQ(changes().begin()->second.by, 1);
}

TEST_F(ScoresOverASupport, begin_with_the_entry_nearest_to_its_start_and_end_before_figures_can_be_made) {
    auto const instrument = loads("wellbeing", 1);
    rates(instrument, Occasion::entry, "2025-03-01", 1);
    rates(instrument, Occasion::entry, "2025-10-03", 3);
    rates(instrument, Occasion::exit, "2026-10-31", 4);
    rates(instrument, Occasion::follow_up, "2026-11-01", 5);
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_EQ(changes().begin()->first.span, Span::entry_to_exit);
    EXPECT_EQ(changes().begin()->second.by, 1);
}

}  // namespace
}  // namespace insight
