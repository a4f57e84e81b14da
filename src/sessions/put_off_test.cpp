// Sessions on another day than planned.
#include "sessions/not_held_pages.hpp"
#include "sessions/opened_routes.hpp"
#include "sessions/sessions_test.hpp"

namespace sessions {
namespace {

TEST_F(SessionsTest, a_session_put_off_moves_the_end_of_the_programme) {
    auto const programme = running_with(school.sam);
    auto const noted = as(school.nurture_assistant, [&](Visit& visit) {
        return not_hold(
            visit,
            first(programme),
            {.why = programmes::WhyNot::room_lost, .instead = Instead::after_the_last, .on = {}}
        );
    });
    ASSERT_TRUE(noted);
    auto const sessions = sessions_of(programme);
    ASSERT_EQ(sessions.size(), 7U);
    EXPECT_EQ(calendar::iso(sessions.back().planned_on), "2026-06-30");
    EXPECT_TRUE(sessions.front().rearranged);
    EXPECT_EQ(sessions.front().number, sessions.back().number) << "it is the same session on another day";
    EXPECT_EQ(sessions[1].number, 1) << "by the days on which they stand";
    EXPECT_EQ(sessions.back().number, 6);
    EXPECT_EQ(programmes::moved_from(sessions.back(), sessions), sessions.front().planned_on);
    EXPECT_EQ(programmes::moved_from(sessions.front(), sessions), std::nullopt);
    EXPECT_EQ(programmes::moved_from(sessions[1], sessions), std::nullopt);
}

TEST_F(SessionsTest, the_page_names_the_day_after_the_last_before_a_session_is_put_off_to_it) {
    auto const programme = running_with(school.sam);
    auto const page = as(school.nurture_assistant, [&](Visit& visit) {
        auto const opened = Opened{
            .session = first(programme),
            .programme = *programmes::store::find(visit.db, visit.school, programme),
            .holds_it = true};
        return pages::not_held_form({}, view_of(visit, opened), design::blank()).markup();
    });
    EXPECT_NE(page.find("That is Tuesday 30 June"), page.npos) << page;
    pages::View beyond_the_terms;
    EXPECT_NE(
        pages::not_held_form({}, beyond_the_terms, design::blank()).markup().find("No term that is known"),
        page.npos
    );
}

TEST_F(SessionsTest, sessions_count_by_their_days_again_once_putting_off_is_undone) {
    auto const programme = running_with(school.sam);
    auto const put_off = sessions_of(programme)[2].id;
    ASSERT_TRUE(held_instead(now(put_off), day + 41)) << "the day before the last";
    EXPECT_NE(now(put_off).number, 3);
    std::vector<int> numbers;
    for (auto const& session : sessions_of(programme))
        if (session.outcome != programmes::Outcome::not_held) numbers.push_back(session.number);
    EXPECT_EQ(numbers, (std::vector{1, 2, 3, 4, 5, 6}));
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) { return undo_not_held(visit, now(put_off), "Held"); }));
    EXPECT_EQ(now(put_off).number, 3);
    EXPECT_EQ(sessions_of(programme).back().number, 6);
}

TEST_F(SessionsTest, what_the_stand_in_or_the_day_instead_has_already_is_said_beforehand) {
    auto const programme = running_with(school.sam);
    auto const other = make_programme();
    auto const session = first(programme);
    as(school.nurture_assistant, [&](Visit& visit) {
        auto const of = *programmes::store::find(visit.db, visit.school, programme);
        NotHeld const later{
            .why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = session.planned_on + 7};
        auto const said = clashes_of_day_instead(visit, of, session, later);
        EXPECT_FALSE(said.empty()) << "the room has a session then";
        NotHeld const free{
            .why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = session.planned_on + 1};
        EXPECT_TRUE(clashes_of_day_instead(visit, of, session, free).empty());
        EXPECT_TRUE(clashes_of_stand_in(visit, of, session, school.second_nurture_assistant.staff).empty());
        auto const deliverer = programmes::store::find(visit.db, visit.school, other)->deliverer;
        EXPECT_EQ(clashes_of_stand_in(visit, of, session, deliverer).size(), 1U);
        return 0;
    });
}

TEST_F(SessionsTest, the_plan_of_a_session_that_is_put_off_moves_along) {
    auto const programme = running_with(school.sam);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return write_plan(visit, first(programme), "Make a card for a friend");
    }));
    auto const before = sessions_of(programme).size();
    ASSERT_TRUE(held_instead(first(programme), day + 1));
    auto const after = sessions_of(programme);
    ASSERT_EQ(after.size(), before + 1);
    auto const laid = std::ranges::find(after, day + 1, &Session::planned_on);
    ASSERT_NE(laid, after.end());
    EXPECT_EQ(laid->plan, "Make a card for a friend");
}

TEST_F(SessionsTest, a_session_is_held_instead_on_school_days_from_today_on_alone) {
    auto const programme = running_with(school.sam);
    EXPECT_EQ(
        held_instead(first(programme), *calendar::parse_iso("2026-05-26")).error(),
        Refusal::school_closed_that_day
    );
    EXPECT_EQ(held_instead(first(programme), day - 1).error(), Refusal::instead_in_the_past);
    EXPECT_TRUE(held_instead(first(programme), day + 1));
}

TEST_F(SessionsTest, no_session_is_put_off_to_its_own_day) {
    auto const programme = running_with(school.sam);
    auto const before = sessions_of(programme).size();
    EXPECT_EQ(held_instead(first(programme), day).error(), Refusal::instead_on_its_own_day);
    auto const next = sessions_of(programme)[1];
    EXPECT_EQ(held_instead(next, next.planned_on).error(), Refusal::instead_on_its_own_day);
    EXPECT_EQ(first(programme).outcome, programmes::Outcome::planned);
    EXPECT_EQ(sessions_of(programme).size(), before);
}

TEST_F(SessionsTest, a_session_is_held_on_the_day_it_was_planned_for_or_a_later_school_day) {
    auto const second = sessions_of(running_with(school.sam))[1].id;
    auto const planned_on = day + 7;
    day = day + 13;
    EXPECT_EQ(deliver_on(second, planned_on - 1).error(), Refusal::before_it_was_planned);
    EXPECT_EQ(deliver_on(second, planned_on + 5).error(), Refusal::no_school_that_day) << "a Sunday";
    EXPECT_TRUE(deliver_on(second, planned_on + 2));
    EXPECT_EQ(now(second).held_on, planned_on + 2);
}

TEST_F(SessionsTest, a_session_is_held_earlier_than_planned_once_it_is_moved_there) {
    auto const programme = running_with(school.sam);
    day = day + 3;
    EXPECT_EQ(deliver_on(sessions_of(programme)[1].id, day).error(), Refusal::before_it_was_planned);
    ASSERT_TRUE(held_instead(sessions_of(programme)[1], day));
    auto const sessions = sessions_of(programme);
    auto const moved = std::ranges::find(sessions, day, &Session::planned_on);
    ASSERT_NE(moved, sessions.end());
    EXPECT_TRUE(deliver_on(moved->id, day));
}

}  // namespace
}  // namespace sessions
