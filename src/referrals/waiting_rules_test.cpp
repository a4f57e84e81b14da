#include "referrals/waiting_rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace referrals {
namespace {

Date const today{std::chrono::sys_days{std::chrono::year{2026} / 5 / 12}};

CaseId case_number(int number) {
    return *CaseId::parse("0190b6e0-0000-7000-8000-00000000000" + std::to_string(number));
}

std::vector<CaseId> without(std::vector<CaseId> order, CaseId const& child) {
    std::erase(order, child);
    return order;
}

TEST(WaitingList, has_a_day_to_come_and_something_offered_for_everyone) {
    EXPECT_EQ(objection_to_waiting({today + 1, "A daily check-in"}, today), std::nullopt);
    EXPECT_EQ(objection_to_waiting({today, "A daily check-in"}, today), WaitingRefusal::review_is_past);
    EXPECT_EQ(objection_to_waiting({today + 1, "  "}, today), WaitingRefusal::meanwhile_missing);
}

TEST(WaitingList, is_ordered_by_people_who_say_why) {
    EXPECT_EQ(objection_to_moving(2, 1, 3, "Things are worse at home"), std::nullopt);
    EXPECT_EQ(objection_to_moving(2, 1, 3, " "), WaitingRefusal::reason_missing);
    EXPECT_EQ(objection_to_moving(2, 0, 3, "Why"), WaitingRefusal::no_such_place);
    EXPECT_EQ(objection_to_moving(2, 4, 3, "Why"), WaitingRefusal::no_such_place);
    EXPECT_EQ(objection_to_moving(2, 2, 3, "Why"), WaitingRefusal::there_already);
}

TEST(WaitingList, says_that_it_is_in_order_of_arrival_and_how_many_people_moved) {
    std::vector<WaitingLine> lines(3);
    for (auto& line : lines) line.may_open = true;
    EXPECT_EQ(
        in_what_order(lines),
        "In the order in which the children came onto the list: nobody has moved a child."
    );
    lines[1].waiting.position_reason = "A baby is due at home";
    EXPECT_EQ(
        in_what_order(lines),
        "In the order in which the children came onto the list, but for one whom people moved with a reason."
    );
    lines[0].waiting.position_reason = "Moves to another class";
    EXPECT_NE(in_what_order(lines).find("but for 2 whom people moved"), std::string::npos);
    lines[1].may_open = false;
    EXPECT_EQ(
        in_what_order(lines),
        "In the order in which the children came onto the list, unless people moved a child with a reason."
    ) << "nothing is said of a child whom the reader may not open";
}

TEST(WaitingList, moves_one_child_and_keeps_the_order_of_all_others) {
    for (int children = 1; children <= 5; ++children) {
        std::vector<CaseId> order;
        for (int i = 1; i <= children; ++i) order.push_back(case_number(i));
        for (auto const& child : order)
            for (int to = 1; to <= children; ++to) {
                auto const after = moved(order, child, to);
                ASSERT_EQ(after.size(), order.size());
                EXPECT_EQ(after[static_cast<std::size_t>(to - 1)], child);
                EXPECT_EQ(without(after, child), without(order, child));
            }
    }
}

TEST(WaitingList, counts_places_from_one) {
    std::vector const order{case_number(3), case_number(1), case_number(2)};
    EXPECT_EQ(place_of(case_number(3), order), 1);
    EXPECT_EQ(place_of(case_number(1), order), 2);
    EXPECT_EQ(place_of(case_number(2), order), 3);
}

TEST(WaitingList, keeps_the_place_of_a_child_who_is_not_shown_to_who_moves_another) {
    std::vector const all{case_number(1), case_number(2), case_number(3), case_number(4)};
    std::vector const shown{case_number(1), case_number(3), case_number(4)};
    std::vector const expected{case_number(4), case_number(2), case_number(1), case_number(3)};
    EXPECT_EQ(with_the_others(all, shown, moved(shown, case_number(4), 1)), expected);
    EXPECT_EQ(with_the_others(all, all, moved(all, case_number(4), 1)), moved(all, case_number(4), 1));
    EXPECT_EQ(with_the_others(all, {}, {}), all);
}

WaitingLine waiting_for(int days, std::string year_group, Source source) {
    WaitingLine line;
    line.waiting.since_on = today - days;
    line.pupil.year_group = std::move(year_group);
    line.source = source;
    return line;
}

TEST(WaitingList, shows_how_long_each_group_waits_the_longest_first) {
    std::vector const lines{
        waiting_for(10, "4", Source::staff),
        waiting_for(30, "4", Source::parent),
        waiting_for(80, "4", Source::parent),
        waiting_for(60, "R", Source::staff)};

    auto const by_year = times_by_year(lines, today);
    ASSERT_EQ(by_year.size(), 2U);
    EXPECT_EQ(by_year[0].group, "Reception");
    EXPECT_EQ(by_year[0].median_days, 60);
    EXPECT_EQ(by_year[1].group, "Year 4");
    EXPECT_EQ(by_year[1].children, 3);
    EXPECT_EQ(by_year[1].median_days, 30);
    EXPECT_EQ(by_year[1].longest_days, 80);

    auto const by_source = times_by_source(lines, today);
    ASSERT_EQ(by_source.size(), 2U);
    EXPECT_EQ(by_source[0].group, "A parent or carer");
    EXPECT_EQ(by_source[0].median_days, 55);
    EXPECT_EQ(by_source[1].median_days, 35);
    EXPECT_TRUE(times_by_year({}, today).empty());
}

std::vector<WaitingLine> waiting_with(std::string const& provisions) {
    std::vector<WaitingLine> lines;
    for (auto const provision : provisions) {
        lines.push_back(waiting_for(static_cast<int>(10 * (lines.size() + 1)), "4", Source::staff));
        lines.back().sen_provision = std::string(1, provision);
    }
    return lines;
}

TEST(WaitingList, shows_how_long_girls_and_boys_wait_and_children_with_and_without_sen) {
    auto lines = waiting_with("NNNKKK");
    auto const by_sen = times_by_sen_provision(lines, today);
    ASSERT_EQ(by_sen.size(), 2U);
    EXPECT_EQ(by_sen[0].group, "SEN support");
    EXPECT_EQ(by_sen[0].median_days, 50);
    EXPECT_EQ(by_sen[1].group, "No SEN");
    EXPECT_EQ(by_sen[1].median_days, 20);

    for (std::size_t at = 0; at < lines.size(); ++at) lines[at].sex = at % 2 == 0 ? "F" : "M";
    auto const by_sex = times_by_sex(lines, today);
    ASSERT_EQ(by_sex.size(), 2U);
    EXPECT_EQ(by_sex[0].group, "Boys");
    EXPECT_EQ(by_sex[1].group, "Girls");
}

TEST(WaitingList, shows_how_long_children_with_and_without_pupil_premium_wait) {
    auto lines = waiting_with("NNNNNN");
    for (std::size_t at = 0; at < lines.size(); ++at) lines[at].pupil_premium = at < 3 ? "no" : "yes";
    auto const times = times_by_pupil_premium(lines, today);
    ASSERT_EQ(times.size(), 2U);
    EXPECT_EQ(times[0].group, "Pupil premium");
    EXPECT_EQ(times[0].median_days, 50);
    lines[0].pupil_premium = "yes";
    EXPECT_TRUE(times_by_pupil_premium(lines, today).empty()) << "two without it would be told of";
}

// Every list of up to 4 children of each provision: what is shown counts all of them, in two groups at least.
TEST(WaitingList, shows_no_group_of_fewer_than_three_children_by_itself) {
    for (std::size_t none = 0; none <= 4; ++none)
        for (std::size_t support = 0; support <= 4; ++support)
            for (std::size_t plan = 0; plan <= 4; ++plan) {
                auto const provisions =
                    std::string(none, 'N') + std::string(support, 'K') + std::string(plan, 'E');
                auto const shown = times_by_sen_provision(waiting_with(provisions), today);
                int children = 0;
                for (auto const& group : shown) {
                    EXPECT_GE(group.children, 3) << provisions;
                    children += group.children;
                }
                EXPECT_NE(shown.size(), 1U) << provisions;
                EXPECT_EQ(children, shown.empty() ? 0 : static_cast<int>(provisions.size())) << provisions;
            }
    auto const together = times_by_sen_provision(waiting_with("NNNKEE"), today);
    ASSERT_EQ(together.size(), 2U);
    EXPECT_EQ(together[0].group, "EHC plan and SEN support");
}

}  // namespace
}  // namespace referrals
