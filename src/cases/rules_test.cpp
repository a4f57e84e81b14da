#include "cases/rules.hpp"

#include <gtest/gtest.h>

#include <set>

namespace cases {
namespace {

auto const first_day = *calendar::parse_iso("2026-05-04");

StepTaken taken(Step step, Date on = first_day) {
    StepTaken row;
    row.step = step;
    row.taken_on = on;
    return row;
}

std::vector<StepTaken> up_to(Step last) {
    std::vector<StepTaken> history;
    for (auto const step : all_of<Step>())
        if (step <= last && step != Step::waiting_list) history.push_back(taken(step));
    return history;
}

void undo(std::vector<StepTaken>& history, Step step) {
    for (auto& row : history)
        if (row.step == step) row.undone_at = Instant{1};
}

// R1: the order is fixed. Steps can't be skipped; they can be undone with a reason, and history shows it.

TEST(StepOrder, begins_with_a_concern) {
    EXPECT_EQ(objection_to_taking({}, Step::concern), std::nullopt);
    EXPECT_EQ(objection_to_taking({}, Step::referral), Refusal::earlier_step_missing);
}

TEST(StepOrder, no_letter_goes_before_the_prioritisation) {
    EXPECT_EQ(objection_to_taking(up_to(Step::discussion), Step::letter), Refusal::earlier_step_missing);
}

TEST(StepOrder, passes_over_the_waiting_list_where_a_place_is_free) {
    EXPECT_EQ(objection_to_taking(up_to(Step::prioritisation), Step::letter), std::nullopt);
    EXPECT_EQ(objection_to_taking(up_to(Step::prioritisation), Step::waiting_list), std::nullopt);
}

TEST(StepOrder, does_not_go_back_to_the_waiting_list_once_the_letter_is_written) {
    EXPECT_EQ(objection_to_taking(up_to(Step::letter), Step::waiting_list), Refusal::later_step_stands);
}

TEST(StepOrder, takes_a_step_once) {
    EXPECT_EQ(objection_to_taking(up_to(Step::referral), Step::referral), Refusal::already_taken);
}

TEST(StepOrder, takes_an_undone_step_again) {
    auto history = up_to(Step::referral);
    undo(history, Step::referral);
    EXPECT_EQ(objection_to_taking(history, Step::referral), std::nullopt);
    EXPECT_EQ(history.size(), 2U);
}

TEST(UndoingOrder, needs_a_reason) {
    EXPECT_EQ(objection_to_undoing(up_to(Step::referral), Step::referral, "  "), Refusal::reason_missing);
    EXPECT_EQ(objection_to_undoing(up_to(Step::referral), Step::referral, "Wrong child"), std::nullopt);
}

TEST(UndoingOrder, begins_with_the_latest_step) {
    EXPECT_EQ(objection_to_undoing(up_to(Step::discussion), Step::referral, "x"), Refusal::later_step_stands);
    EXPECT_EQ(objection_to_undoing(up_to(Step::referral), Step::discussion, "x"), Refusal::not_taken);
}

// The same order, said as a list of what may stand together: a beginning of the way, with or without the
// waiting list. A move is allowed exactly where it leads from one such set to another.
bool is_a_beginning_of_the_way(std::set<Step> const& standing_steps) {
    auto with_list = standing_steps;
    bool const past_the_list = !with_list.empty() && *with_list.rbegin() > Step::waiting_list;
    if (past_the_list) with_list.insert(Step::waiting_list);
    int expected = 0;
    for (auto const step : with_list)
        if (static_cast<int>(step) != expected++) return false;
    return true;
}

// Every history of up to fourteen moves, each taking or undoing any step, that the rule lets come about.
TEST(UndoingOrder, a_completion_is_undone_only_where_the_child_may_go_on) {
    for (unsigned stands = 0; stands < 64; ++stands) {
        auto const is = [&](unsigned at) { return (stands >> at & 1U) != 0; };
        Return const child{
            .consent_in_force = is(0),
            .agreed_to_form = is(1),
            .deliverer_trained = is(2),
            .deliverer_works_here = is(3),
            .place_free = is(4),
            .has_another_place = is(5)};
        std::optional<Refusal> expected;
        if (!child.place_free) expected = Refusal::no_place_free;
        if (child.has_another_place) expected = Refusal::has_another_place;
        if (!child.deliverer_trained) expected = Refusal::deliverer_not_trained;
        if (!child.deliverer_works_here) expected = Refusal::deliverer_has_left;
        if (!child.agreed_to_form) expected = Refusal::consent_to_another_form;
        if (!child.consent_in_force) expected = Refusal::consent_not_in_force;
        EXPECT_EQ(objection_to_returning(child), expected) << stands;
    }
}

TEST(StepOrder, holds_in_every_small_history) {
    std::size_t seen = 0;
    bool whole_way_seen = false;
    std::set<Step> standing_now;
    std::vector<StepTaken> history;
    auto const look = [&](auto const& look_further, int moves) -> void {
        ++seen;
        whole_way_seen |= standing_now.contains(Step::next_step);
        for (auto const step : all_of<Step>()) {
            bool const stood = standing_now.contains(step);
            auto with = standing_now;
            with.insert(step);
            auto without = standing_now;
            without.erase(step);
            bool const comes_last = with.empty() || *with.rbegin() == step;

            bool const may_take = !objection_to_taking(history, step);
            ASSERT_EQ(may_take, !stood && comes_last && is_a_beginning_of_the_way(with))
                << "history " << seen;
            bool const may_undo = !objection_to_undoing(history, step, "a reason");
            ASSERT_EQ(may_undo, stood && comes_last) << "history " << seen;
            ASSERT_TRUE(!may_undo || is_a_beginning_of_the_way(without));
            if (moves == 0) continue;

            auto const before = std::pair(history, standing_now);
            if (may_take) {
                history.push_back(taken(step));
                standing_now = with;
                look_further(look_further, moves - 1);
            } else if (may_undo) {
                undo(history, step);
                standing_now = without;
                look_further(look_further, moves - 1);
            }
            std::tie(history, standing_now) = before;
        }
    };
    look(look, 14);
    EXPECT_TRUE(whole_way_seen);
    EXPECT_GT(seen, 1000U);
}

// Every set of standing steps there could be, in whatever way it came about: 4,096 of them.
TEST(StepOrder, holds_for_every_set_of_standing_steps) {
    for (unsigned bits = 0; bits < 4096; ++bits) {
        std::vector<StepTaken> history;
        for (auto const step : all_of<Step>())
            if (bits & (1U << static_cast<unsigned>(step))) history.push_back(taken(step));
        for (auto const step : all_of<Step>()) {
            auto const at = static_cast<unsigned>(step);
            unsigned const waiting_list = 1U << static_cast<unsigned>(Step::waiting_list);
            unsigned const needed = ((1U << at) - 1) & ~waiting_list;
            bool const expected = (bits & needed) == needed && (bits >> at) == 0;
            ASSERT_EQ(!objection_to_taking(history, step), expected) << bits << " " << word(step);
        }
    }
}

// I7: from first concern to decision the days are counted.

TEST(DaysToDecision, run_from_the_concern_to_the_prioritisation) {
    std::vector history{taken(Step::concern, first_day)};
    EXPECT_EQ(days_to_decision({}, first_day), std::nullopt);
    EXPECT_EQ(days_to_decision(history, first_day + 3), 3);
    history.push_back(taken(Step::prioritisation, first_day + 12));
    EXPECT_EQ(days_to_decision(history, first_day + 30), 12);
}

// M1: opens 4 weeks after the last delivered session and closes 6 weeks after.

TEST(ImpactWindow, opens_four_weeks_after_the_last_session_and_closes_six_weeks_after) {
    auto const window = impact_window(first_day, 4, 6);
    EXPECT_EQ(calendar::iso(window.opens_on), "2026-06-01");
    EXPECT_EQ(calendar::iso(window.closes_on), "2026-06-15");
}

schools::Term term(std::string_view from, std::string_view to) {
    return {
        .id = {}, .name = {}, .starts_on = *calendar::parse_iso(from), .ends_on = *calendar::parse_iso(to)};
}
schools::Closure closure(std::string_view from, std::string_view to) {
    return {
        .id = {}, .name = {}, .starts_on = *calendar::parse_iso(from), .ends_on = *calendar::parse_iso(to)};
}
schools::OpenDays a_school_year() {
    return {
        {term("2025-09-02", "2025-12-19"),
         term("2026-01-05", "2026-03-27"),
         term("2026-04-13", "2026-07-22")},
        {closure("2025-10-27", "2025-10-31"),
         closure("2026-02-16", "2026-02-20"),
         closure("2026-05-25", "2026-05-29")}};
}

TEST(SchoolWeeks, a_half_term_opens_and_closes_the_impact_window_a_week_later) {
    auto const school = a_school_year();
    auto const window = impact_window(*calendar::parse_iso("2026-05-12"), 4, 6, &school);
    EXPECT_EQ(calendar::iso(window.opens_on), "2026-06-16");
    EXPECT_EQ(calendar::iso(window.closes_on), "2026-06-30");
}

TEST(SchoolWeeks, the_christmas_holiday_is_left_out) {
    auto const school = a_school_year();
    auto const window = impact_window(*calendar::parse_iso("2025-12-02"), 4, 6, &school);
    EXPECT_EQ(calendar::iso(window.opens_on), "2026-01-13");
    EXPECT_EQ(calendar::iso(window.closes_on), "2026-01-27");
}

// Every day of a year with every number of weeks, told the other way round: of the weeks after the last
// session's, up to the one in which the window opens, so many have a school day, and that one is the last of
// them.
TEST(SchoolWeeks, so_many_weeks_with_a_school_day_lie_between_the_last_session_and_the_window) {
    auto const school = a_school_year();
    auto const last_known = school.terms.back().ends_on;
    auto const has_school = [&](Date monday) {
        if (monday > last_known) return true;
        return std::ranges::any_of(school.terms, [&](auto const& one) {
            for (int i = 0; i < 5; ++i) {
                auto const day = monday + i;
                bool const closed = std::ranges::any_of(school.closures, [&](auto const& closure) {
                    return closure.starts_on <= day && day <= closure.ends_on;
                });
                if (one.starts_on <= day && day <= one.ends_on && !closed) return true;
            }
            return false;
        });
    };
    auto const first = *calendar::parse_iso("2025-09-01");
    for (int i = 0; i < 365; ++i)
        for (int weeks = 1; weeks <= 8; ++weeks) {
            auto const day = first + i;
            auto const opens = impact_window(day, weeks, weeks + 2, &school).opens_on;
            ASSERT_EQ((opens - day) % calendar::days_in_week, 0);
            int counted = 0;
            for (auto monday = calendar::monday_of(day) + 7; monday <= opens; monday = monday + 7)
                if (has_school(monday)) ++counted;
            ASSERT_EQ(counted, weeks) << calendar::iso(day);
            ASSERT_TRUE(has_school(calendar::monday_of(opens)));
        }
}

}  // namespace
}  // namespace cases
