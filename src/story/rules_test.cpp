#include "story/rules.hpp"

#include <gtest/gtest.h>

#include "story/move_rules.hpp"

namespace story {
namespace {

Date const tuesday = *calendar::parse_iso("2026-05-12");

cases::Facts taken_to(cases::Step last, bool by_way_of_the_list = true) {
    cases::Facts facts;
    for (auto const step : all_of<cases::Step>()) {
        if (step > last) break;
        if (step == cases::Step::waiting_list && !by_way_of_the_list) continue;
        facts.steps.push_back({.step = step, .taken_on = tuesday});
    }
    return facts;
}

LeafState leaf(cases::Facts const& facts, std::optional<cases::Step> next, cases::Step step) {
    return way_of(facts, {.next = next})[static_cast<std::size_t>(step)].state;
}

TEST(Tag, of_a_case_follows_its_steps_and_between_letter_and_place_its_answers) {
    using cases::Step;
    auto const tag = [](Step reached, cases::Stage stage, std::optional<cases::EndReason> ended = {}) {
        auto facts = taken_to(reached);
        facts.place_ended = ended;
        return support_of(facts, {.stage = stage});
    };
    EXPECT_EQ(support_of({}, {}), Support::concern);
    EXPECT_EQ(tag(Step::discussion, cases::Stage::to_prioritise), Support::open);
    EXPECT_EQ(tag(Step::waiting_list, cases::Stage::waiting), Support::waiting);
    EXPECT_EQ(tag(Step::letter, cases::Stage::awaiting_answer), Support::open);
    EXPECT_EQ(tag(Step::consent, cases::Stage::to_allocate), Support::waiting);
    EXPECT_EQ(tag(Step::consent, cases::Stage::consent_expired), Support::open);
    EXPECT_EQ(tag(Step::consent, cases::Stage::stopped), Support::stopped);
    EXPECT_EQ(tag(Step::start, cases::Stage::consent_expired), Support::programme) << "the place is kept";
    EXPECT_EQ(tag(Step::start, cases::Stage::stopped, cases::EndReason::own_wish), Support::stopped);
    EXPECT_EQ(tag(Step::completion, cases::Stage::impact_open, cases::EndReason::completed), Support::after);
}

TEST(StepLine, has_nine_leaves_from_concern_to_start) {
    auto const way = way_of({}, {});
    ASSERT_EQ(way.size(), 9U);
    EXPECT_EQ(way.front().step, cases::Step::concern);
    EXPECT_EQ(way.back().step, cases::Step::start);
}

TEST(StepLine, fills_what_is_done_with_its_day_and_marks_what_is_due) {
    auto const facts = taken_to(cases::Step::referral);
    EXPECT_EQ(leaf(facts, cases::Step::discussion, cases::Step::referral), LeafState::done);
    EXPECT_EQ(way_of(facts, {}).front().on, tuesday);
    EXPECT_EQ(leaf(facts, cases::Step::discussion, cases::Step::discussion), LeafState::current);
    EXPECT_EQ(leaf(facts, cases::Step::discussion, cases::Step::consent), LeafState::to_come);
}

TEST(StepLine, of_a_closed_case_ends_where_the_case_ended) {
    auto const facts = taken_to(cases::Step::letter, false);
    auto const way = way_of(facts, {.stage = cases::Stage::closed});
    ASSERT_EQ(way.size(), 6U);
    EXPECT_EQ(way.back().step, cases::Step::letter);
    for (auto const& one : way) EXPECT_NE(word(one.state), word(LeafState::to_come));
}

TEST(StepLine, says_that_a_waiting_list_passed_over_was_not_needed) {
    auto const facts = taken_to(cases::Step::letter, false);
    EXPECT_EQ(leaf(facts, cases::Step::consent, cases::Step::waiting_list), LeafState::not_needed);
    auto const before = taken_to(cases::Step::prioritisation, false);
    EXPECT_EQ(leaf(before, cases::Step::letter, cases::Step::waiting_list), LeafState::to_come);
}

// Every stage at every point of the way that it may have come to.
TEST(StepLine, holds_a_case_at_one_leaf_at_most_and_says_how) {
    for (auto const stage : all_of<cases::Stage>())
        for (auto const reached : all_of<cases::Step>()) {
            auto const following = static_cast<std::size_t>(reached) + 1;
            auto const next = following < all_of<cases::Step>().size()
                                  ? std::optional(all_of<cases::Step>()[following])
                                  : std::nullopt;
            int held = 0;
            for (auto const& leaf : way_of(taken_to(reached), {.stage = stage, .next = next})) {
                bool const refused = stage == cases::Stage::consent_refused;
                bool const stopped = stage == cases::Stage::stopped;
                if (leaf.state == LeafState::refused) {
                    EXPECT_TRUE(refused && leaf.step == cases::Step::consent) << word(stage);
                }
                if (leaf.state == LeafState::stopped) {
                    EXPECT_TRUE(stopped && leaf.step >= cases::Step::consent) << word(stage);
                }
                bool const holds = leaf.state != LeafState::done && leaf.state != LeafState::to_come &&
                                   leaf.state != LeafState::not_needed;
                held += holds ? 1 : 0;
            }
            EXPECT_LE(held, 1) << word(stage) << " at " << word(reached);
        }
}

TEST(StepLine, is_at_consent_while_parents_differ_whatever_was_taken_before) {
    for (auto const reached : {cases::Step::letter, cases::Step::consent, cases::Step::allocation}) {
        auto const way =
            way_of(taken_to(reached), {.stage = cases::Stage::in_dispute, .next = cases::Step::allocation});
        for (auto const& leaf : way)
            EXPECT_EQ(leaf.state == LeafState::current, leaf.step == cases::Step::consent) << word(leaf.step);
    }
}

TEST(StepLine, shows_where_a_case_stopped) {
    auto const stopped_at = [](cases::Step reached) {
        for (auto const& leaf : way_of(taken_to(reached), {.stage = cases::Stage::stopped}))
            if (leaf.state == LeafState::stopped) return leaf.step;
        return cases::Step::concern;
    };
    EXPECT_EQ(stopped_at(cases::Step::letter), cases::Step::consent) << "withdrawn before a place was found";
    EXPECT_EQ(stopped_at(cases::Step::allocation), cases::Step::allocation);
    EXPECT_EQ(stopped_at(cases::Step::start), cases::Step::start);
}

PlaceId const first_place = PlaceId::make(Instant{1});
PlaceId const second_place = PlaceId::make(Instant{2});

// Three sessions, week by week, of one programme, the second held a day late.
std::vector<SessionTold> three_sessions(std::vector<PlaceId> const& places) {
    std::vector<SessionTold> sessions;
    std::vector<SessionId> const ids{
        SessionId::make(Instant{1}), SessionId::make(Instant{2}), SessionId::make(Instant{3})};
    for (int week = 0; week < 3; ++week)
        for (auto const& place : places) {
            sessions.push_back({.place = place, .id = ids[static_cast<std::size_t>(week)]});
            sessions.back().planned_on = tuesday + 7 * week;
            if (week == 1) sessions.back().held_on = tuesday + 8;
        }
    return sessions;
}

PlaceTold place_told(PlaceId const& id, Date allocated_on, std::optional<Date> ended_on = {}) {
    PlaceTold place;
    place.id = id;
    place.allocated_on = allocated_on;
    place.ended_on = ended_on;
    return place;
}

TEST(WeekStrip, holds_of_the_day_of_a_withdrawal_the_session_on_whose_register_the_child_was) {
    auto place = place_told(first_place, tuesday, tuesday + 14);
    place.end_reason = cases::EndReason::consent_withdrawn;
    auto sessions = three_sessions({first_place});
    EXPECT_EQ(with_their_sessions({place}, sessions).front().sessions.size(), 2U);
    sessions.back().outcome = programmes::Outcome::delivered;
    EXPECT_EQ(with_their_sessions({place}, sessions).front().sessions.size(), 3U);
    sessions.back().not_on_register = true;
    EXPECT_EQ(with_their_sessions({place}, sessions).front().sessions.size(), 2U) << "held after it";
    sessions.back().attended = true;
    EXPECT_EQ(with_their_sessions({place}, sessions).front().sessions.size(), 3U)
        << "written up all the same";
}

TEST(WeekStrip, ends_with_the_day_on_which_the_place_ended) {
    auto const told = [](Date from, std::optional<Date> to) {
        return with_their_sessions({place_told(first_place, from, to)}, three_sessions({first_place}))
            .front()
            .sessions.size();
    };
    EXPECT_EQ(told(tuesday, std::nullopt), 3U);
    EXPECT_EQ(told(tuesday, tuesday + 8), 2U);
    EXPECT_EQ(told(tuesday, tuesday + 7), 1U) << "held a day later";
    EXPECT_EQ(told(tuesday + 1, std::nullopt), 2U) << "who joins late was not there before";
}

TEST(WeekStrip, begins_after_a_session_that_was_over_when_the_place_was_given_that_day) {
    auto const place = place_told(first_place, tuesday);
    auto sessions = three_sessions({first_place});
    sessions[0].outcome = programmes::Outcome::delivered;
    EXPECT_EQ(with_their_sessions({place}, sessions).front().sessions.size(), 3U) << "on its register";
    sessions[0].not_on_register = true;
    auto const told = with_their_sessions({place}, sessions).front().sessions;
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told.front().planned_on, tuesday + 7);
}

TEST(WeekStrip, says_to_when_a_session_was_put_off_though_the_child_left_before_that_day) {
    using programmes::Outcome;
    auto sessions = three_sessions({first_place});
    sessions[1].held_on.reset();
    sessions[1].outcome = Outcome::not_held;
    sessions[1].number = sessions[2].number = 2;
    auto const told = with_their_sessions({place_told(first_place, tuesday, tuesday + 8)}, sessions).front();
    ASSERT_EQ(told.sessions.size(), 2U);
    EXPECT_EQ(told.sessions[1].moved_to, tuesday + 14);

    auto const stayed = with_their_sessions({place_told(first_place, tuesday)}, sessions).front();
    EXPECT_EQ(stayed.sessions[2].moved_from, tuesday + 7);
}

TEST(WeekStrip, of_each_place_has_the_sessions_of_its_own_time) {
    auto const told = with_their_sessions(
        {place_told(second_place, tuesday + 9), place_told(first_place, tuesday, tuesday + 8)},
        three_sessions({first_place, second_place})
    );
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].sessions.size(), 1U);
    EXPECT_EQ(told[1].sessions.size(), 2U);
}

TEST(WeekStrip, has_the_session_of_the_day_of_a_change_once_where_it_was_written_up) {
    auto sessions = three_sessions({first_place, second_place});
    auto const sizes = [&] {
        auto const told = with_their_sessions(
            {place_told(second_place, tuesday + 8), place_told(first_place, tuesday, tuesday + 8)}, sessions
        );
        return std::pair(told[0].sessions.size(), told[1].sessions.size());
    };
    EXPECT_EQ(sizes(), (std::pair<std::size_t, std::size_t>(2, 1))) << "of the later place, until it is";
    sessions[2].attended = true;
    EXPECT_EQ(sizes(), (std::pair<std::size_t, std::size_t>(1, 2)));
}

TEST(Story, leaves_out_a_place_given_by_mistake_unless_a_session_was_held_in_it) {
    auto mistaken = place_told(first_place, tuesday, tuesday + 1);
    mistaken.end_reason = cases::EndReason::allocation_undone;
    auto sessions = three_sessions({first_place});
    EXPECT_TRUE(with_their_sessions({mistaken}, sessions).empty());
    sessions[0].outcome = programmes::Outcome::delivered;
    EXPECT_EQ(with_their_sessions({mistaken}, sessions).size(), 1U);
}

TEST(NextSession, is_todays_or_the_first_after_it) {
    std::vector<SessionTold> sessions(3);
    sessions[0].planned_on = tuesday - 7;
    sessions[1].planned_on = tuesday;
    sessions[2].planned_on = tuesday + 7;
    EXPECT_EQ(next_session(sessions, tuesday)->planned_on, tuesday);
    sessions[1].outcome = programmes::Outcome::not_held;
    EXPECT_EQ(next_session(sessions, tuesday)->planned_on, tuesday + 7);
    EXPECT_FALSE(next_session(sessions, tuesday + 8));
}

TEST(WhoseMove, names_the_owner_and_the_day_or_says_nothing) {
    EXPECT_EQ(
        whose_move({.owner = cases::Owner::senco, .due_on = tuesday}, false, tuesday),
        "It is for the SENCo, by Tuesday 12 May."
    );
    EXPECT_EQ(whose_move({.owner = cases::Owner::nobody}, false, tuesday), "");
}

TEST(WhoseMove, says_how_long_it_is_overdue_and_that_a_dispute_is_for_either) {
    cases::Status status{.owner = cases::Owner::senco, .due_on = tuesday};
    EXPECT_EQ(
        whose_move(status, false, tuesday + 1), "It is for the SENCo, by Tuesday 12 May: 1 day overdue."
    );
    status.owner = cases::Owner::senco_or_headteacher;
    EXPECT_EQ(
        whose_move(status, false, tuesday + 4),
        "It is for the SENCo or the headteacher, by Tuesday 12 May: 4 days overdue."
    );
}

TEST(WhoseMove, speaks_to_whoever_it_is_for) {
    using need_to_know::Relationship;
    EXPECT_EQ(whose_move({.owner = cases::Owner::senco}, true, tuesday), "It is for you.");
    EXPECT_TRUE(is_for(cases::Owner::senco, Relationship::senco));
    EXPECT_TRUE(is_for(cases::Owner::nurture_assistant, Relationship::deliverer));
    EXPECT_FALSE(is_for(cases::Owner::nurture_assistant, Relationship::stand_in));
    EXPECT_FALSE(is_for(cases::Owner::parent, Relationship::senco));
    for (auto const reader : {Relationship::senco, Relationship::headteacher})
        EXPECT_TRUE(is_for(cases::Owner::senco_or_headteacher, reader));
}

TEST(Caption, says_that_few_ratings_show_no_direction) {
    EXPECT_NE(caption_for(3, "Joan Barker").find("no direction"), std::string::npos);
    EXPECT_EQ(caption_for(4, "Joan Barker").find("no direction"), std::string::npos);
    EXPECT_NE(caption_for(4, "").find("one adult"), std::string::npos);
}

// Whoever's move it is finds something to do; where it is nobody's, there is nothing.
TEST(Move, stands_for_every_stage_that_somebody_can_move) {
    for (auto const stage : all_of<cases::Stage>()) {
        auto const move = move_in({.stage = stage}, {.forename = "Sam"});
        bool const rests = stage == cases::Stage::closed || stage == cases::Stage::impact_to_come;
        EXPECT_EQ(move.has_value(), !rests) << word(stage);
        if (!move) continue;
        EXPECT_EQ(move->path.front(), '/') << word(stage);
        EXPECT_FALSE(move->title.empty() || move->button.empty()) << word(stage);
    }
}

TEST(Move, talks_a_referral_through_by_name) {
    auto const move = move_in({.stage = cases::Stage::referred}, {.forename = "Sam"});
    EXPECT_EQ(move->title, "Talk Sam's referral through");
    EXPECT_TRUE(move->path.ends_with("/discussion"));
    EXPECT_EQ(move->needs, visits::Permission::coordinate);
}

TEST(Move, finds_a_place_with_the_child_in_hand) {
    auto const move = move_in({.stage = cases::Stage::to_allocate}, {.forename = "Sam"});
    EXPECT_TRUE(move->path.ends_with("/place"));
    EXPECT_TRUE(move->path.starts_with("/cases/"));
}

TEST(Move, decides_what_follows_on_one_page_after_support_has_stopped) {
    EXPECT_TRUE(move_in({.stage = cases::Stage::stopped}, {.forename = "Sam"})->path.ends_with("/closing"));
}

TEST(TheEvaluations, of_sessions_that_a_yes_covers_are_late_from_the_next_day_on) {
    auto const session = [](int number, Date on) {
        SessionTold one;
        one.number = number;
        one.planned_on = on;
        one.held_on = on;
        one.outcome = programmes::Outcome::delivered;
        return one;
    };
    consent::Received yes;
    yes.answer = consent::Answer::given;
    yes.answered_on = tuesday - 8;
    yes.expires_on = tuesday + 300;
    yes.by = ContactId::parse("00000000-0000-7000-8000-000000000001");
    yes.has_a_say = true;
    PlaceTold place;
    place.deliverer_name = "Joan Barker";
    place.sessions = {session(1, tuesday - 9), session(2, tuesday - 2), session(3, tuesday)};
    std::vector<PlaceTold> places{place};
    auto const said = [&](Date today) { return still_to_write(places, {yes}, today); };
    EXPECT_EQ(said(tuesday - 2), "") << "the first was held without a yes";
    EXPECT_EQ(
        said(tuesday),
        "The evaluation of session 2 on Sunday 10 May is still to be written, by Joan Barker: 2 days overdue."
    );
    EXPECT_EQ(
        said(tuesday + 1),
        "2 evaluations are still to be written, the first of session 2 on Sunday 10 May, by Joan Barker: 3 "
        "days "
        "overdue."
    );
    places.front().sessions[1].attended = false;
    places.front().sessions[2].attended = true;
    EXPECT_EQ(said(tuesday + 1), "");
}

// What is to be recorded is for who delivers, and no worry of the class.
TEST(TheClassTeacher, is_told_where_the_case_stands_and_whose_move_it_is) {
    cases::Facts facts;
    facts.deliverer = "Joan Barker";
    facts.next_session_on = tuesday - 3;
    cases::Status status{
        .stage = cases::Stage::running,
        .sentence = "The session is to be recorded: held or not held.",
        .owner = cases::Owner::nurture_assistant,
        .due_on = tuesday - 3};
    EXPECT_EQ(standing_for_class_teacher(facts, status), "Sessions are running with Joan Barker.");
    EXPECT_EQ(whose_move_for_class_teacher(status, tuesday), "It is for the Nurture Assistant.");
    EXPECT_EQ(
        all_for_class_teacher(status, tuesday, {}),
        "It is for the Nurture Assistant; nothing is for you to do."
    );
    EXPECT_EQ(
        all_for_class_teacher(
            status, tuesday, {"answer a question", "give the measure before the programme"}
        ),
        "It is for the Nurture Assistant. You are asked to answer a question and give the measure before the "
        "programme."
    );
    facts.next_session_on.reset();
    EXPECT_EQ(standing_for_class_teacher(facts, status), "The sessions are over.");
    status.stage = cases::Stage::impact_overdue;
    status.owner = cases::Owner::class_teacher;
    EXPECT_EQ(standing_for_class_teacher(facts, status), status.sentence);
    EXPECT_EQ(
        whose_move_for_class_teacher(status, tuesday), "It is for you, by Saturday 9 May: 3 days overdue."
    );
    EXPECT_EQ(
        all_for_class_teacher(status, tuesday, {"measure the impact"}),
        "It is for you, by Saturday 9 May: 3 days overdue."
    );
    cases::Status const nobodys{.owner = cases::Owner::nobody};
    EXPECT_EQ(whose_move_for_class_teacher(nobodys, tuesday), "");
    EXPECT_EQ(all_for_class_teacher(nobodys, tuesday, {}), "");
    EXPECT_EQ(
        all_for_class_teacher(nobodys, tuesday, {"answer a question"}), "You are asked to answer a question."
    );
}

}  // namespace
}  // namespace story
