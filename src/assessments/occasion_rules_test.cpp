#include "assessments/occasion_rules.hpp"

#include <gtest/gtest.h>

#include "assessments/shipped.hpp"

namespace assessments {
namespace {

InstrumentId const by_which = InstrumentId::make({1});

LoadedInstrument loaded_for_occasions(std::string_view code) {
    LoadedInstrument made;
    made.id = by_which;
    made.instrument = shipped(code)->instrument;
    return made;
}

std::vector<Assessment> rated_on(std::vector<Occasion> const& occasions) {
    std::vector<Assessment> all;
    for (auto const occasion : occasions) {
        Assessment one;
        one.instrument = by_which;
        one.occasion = occasion;
        all.push_back(one);
    }
    return all;
}

Occasion proposed(std::string_view code, Stage stage, std::vector<Occasion> const& before) {
    return occasion_to_begin_with(rated_on(before), loaded_for_occasions(code), stage);
}

TEST(OccasionProposed, in_the_middle_of_support_is_between_and_neither_on_entry_nor_at_the_end) {
    EXPECT_EQ(proposed("sdq-teacher", Stage::running, {Occasion::entry}), Occasion::other);
    EXPECT_EQ(proposed("sdq-teacher", Stage::running, {}), Occasion::other);
    EXPECT_EQ(proposed("goals", Stage::running, {}), Occasion::other) << "support began weeks ago";
    EXPECT_EQ(proposed("goals", Stage::running, {Occasion::entry}), Occasion::weekly);
}

TEST(OccasionProposed, is_on_entry_until_the_first_session_and_the_end_once_none_is_to_come) {
    EXPECT_EQ(proposed("sdq-teacher", Stage::before, {}), Occasion::entry);
    EXPECT_EQ(proposed("goals", Stage::before, {Occasion::entry}), Occasion::weekly);
    EXPECT_EQ(proposed("withy-observation", Stage::before, {Occasion::weekly}), Occasion::entry)
        << "weeks of waiting come before it";
    EXPECT_EQ(proposed("sdq-teacher", Stage::over, {Occasion::entry}), Occasion::exit);
    EXPECT_EQ(proposed("sdq-teacher", Stage::over, {Occasion::entry, Occasion::exit}), Occasion::follow_up);
}

TEST(OccasionProposed, leaves_out_what_was_taken_back_and_forms_that_there_are_not) {
    auto all = rated_on({Occasion::entry, Occasion::exit});
    all.back().taken_back_at = Instant{};
    EXPECT_EQ(occasion_to_begin_with(all, loaded_for_occasions("sdq-teacher"), Stage::over), Occasion::exit);
    auto parents = loaded_for_occasions("sdq-teacher");
    parents.instrument.forms = {{.occasion = Occasion::exit}};
    EXPECT_EQ(occasion_to_begin_with(all, parents, Stage::before), Occasion::exit);
}

}  // namespace
}  // namespace assessments
