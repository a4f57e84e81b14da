// What the list of programmes says.
#include <gtest/gtest.h>

#include "programmes/pages.hpp"

namespace programmes::pages {
namespace {

constexpr Date monday{std::chrono::sys_days{std::chrono::year{2026} / 5 / 11}};

Line completed(std::string const& name, Date on) {
    Line line;
    line.programme.name = name;
    line.programme.started_on = on - 40;
    line.programme.completed_on = on;
    return line;
}

TEST(RunningProgrammes, whose_next_session_is_past_ask_for_its_record) {
    Line line;
    line.programme.started_on = monday - 14;
    line.next_on = monday;
    EXPECT_NE(programmes({line}, {.makes = true}).main.markup().find("Next Monday"), std::string::npos);
    line.to_record = true;
    auto const markup = programmes({line}, {.makes = true}).main.markup();
    EXPECT_NE(markup.find("To record: Monday"), std::string::npos);
    EXPECT_EQ(markup.find("Next Monday"), std::string::npos);
}

TEST(RunningProgrammes, are_said_to_run_by_their_heading_or_by_a_tag) {
    Line line;
    line.programme.started_on = monday - 14;
    line.programme.starts_at_time = "11:30";
    line.next_on = monday;
    auto const of_another = programmes({line}, {.makes = true}).main.markup();
    EXPECT_NE(of_another.find("<h2>Running"), std::string::npos);
    EXPECT_EQ(of_another.find(">Running</strong>"), std::string::npos) << "no tag besides the heading";
    EXPECT_NE(of_another.find("Next Monday 11 May, 11:30"), std::string::npos);
    line.mine = true;
    EXPECT_NE(programmes({line}, {.makes = true}).main.markup().find(">Running</strong>"), std::string::npos);
    line.mine = false;
    line.programme.started_on.reset();
    line.programme.starts_on = monday;
    auto const to_start = programmes({line}, {.makes = true}).main.markup();
    EXPECT_EQ(to_start.find(">To start</strong>"), std::string::npos) << "no tag besides the heading";
    EXPECT_NE(to_start.find("Starts Monday 11 May, 11:30"), std::string::npos);
}

TEST(CompletedProgrammes, say_no_time_of_day) {
    auto line = completed("Older", monday);
    line.programme.starts_at_time = "11:30";
    auto const markup = programmes({line}, {.makes = true}).main.markup();
    EXPECT_NE(markup.find("Completed 11 May 2026"), std::string::npos);
    EXPECT_EQ(markup.find("11:30"), std::string::npos);
}

TEST(CompletedProgrammes, stand_newest_first_under_their_heading_alone) {
    auto const page =
        programmes({completed("Older", monday - 30), completed("Newer", monday)}, {.makes = true});
    auto const markup = page.main.markup();
    EXPECT_LT(markup.find("Newer"), markup.find("Older"));
    EXPECT_EQ(markup.find(">Completed<"), std::string::npos) << "no tag besides the heading";
    EXPECT_NE(markup.find("Completed within a year"), std::string::npos);
}

}  // namespace
}  // namespace programmes::pages
