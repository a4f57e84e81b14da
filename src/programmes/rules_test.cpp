#include "programmes/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace programmes {
namespace {

constexpr Date monday{std::chrono::sys_days{std::chrono::year{2026} / 5 / 4}};

Session session(int week, Outcome outcome, std::optional<WhyNot> why = {}, bool rearranged = false) {
    Session one;
    one.id = SessionId::make(Instant{} + (week + 1) * hours);
    one.number = week;
    one.planned_on = monday + week * calendar::days_in_week;
    one.outcome = outcome;
    if (outcome == Outcome::delivered) one.held_on = one.planned_on;
    one.why_not = why;
    one.rearranged = rearranged;
    return one;
}

bool has(std::vector<Refusal> const& refusals, Refusal refusal) {
    return std::ranges::find(refusals, refusal) != refusals.end();
}

// Every shape up to 8 places and 10 weeks, under every policy of nearby bounds, against the rule in other
// words.
TEST(
    ProgrammeShape, a_programme_keeps_to_the_policy_in_force_or_says_why_and_never_takes_one_child_too_many
) {
    for (int least = 2; least <= 4; ++least)
        for (int most = least; most <= 7; ++most)
            for (int places = 0; places <= 8; ++places)
                for (int weeks = 1; weeks <= 10; ++weeks)
                    for (bool const reason : {false, true})
                        for (auto const form : all_of<Form>()) {
                            schools::PolicyVersion policy;
                            policy.group_least = least;
                            policy.group_most = most;
                            auto const objections = objections_to(
                                {.form = form, .places = places, .weeks = weeks, .reason_given = reason},
                                policy
                            );
                            bool const usual_size =
                                form == Form::one_to_one ? places == 1 : places >= least && places <= most;
                            bool const possible_size =
                                form == Form::one_to_one ? places == 1 : places >= 2 && places <= most;
                            bool const usual_length = weeks == 6 || weeks == 7 || weeks == 8;
                            bool const allowed = possible_size && ((usual_size && usual_length) || reason);
                            ASSERT_EQ(objections.empty(), allowed)
                                << places << " places of " << least << " to " << most << ", " << weeks
                                << " weeks";
                            ASSERT_EQ(
                                has(objections, Refusal::group_too_large),
                                form == Form::group && places > most
                            );
                        }
}

TEST(ProgrammeShape, both_reasons_are_said_at_once) {
    auto const objections = objections_to({.form = Form::group, .places = 3, .weeks = 9}, {});
    EXPECT_TRUE(has(objections, Refusal::size_needs_reason));
    EXPECT_TRUE(has(objections, Refusal::length_needs_reason));
}

// Every length up to 12 weeks under every policy of nearby bounds, whoever wants it, with a reason or
// without.
TEST(Extending, a_programme_goes_on_past_the_policys_weeks_with_the_sencos_reason_alone) {
    Programme programme;
    programme.weeks = 6;
    for (int most = 5; most <= 10; ++most)
        for (int weeks = 1; weeks <= 12; ++weeks)
            for (bool const senco : {false, true})
                for (bool const reason : {false, true}) {
                    schools::PolicyVersion policy;
                    policy.weeks_most = most;
                    auto const objection = objection_to_extending(
                        programme, {.weeks = weeks, .by_the_senco = senco, .reason_given = reason}, policy
                    );
                    EXPECT_EQ(!objection, weeks > 6 && (weeks <= most || (senco && reason)))
                        << weeks << " of at most " << most << (senco ? ", the SENCo" : "")
                        << (reason ? ", with a reason" : "");
                }
}

TEST(Extending, says_what_is_missing) {
    Programme programme;
    programme.weeks = 6;
    auto const objection = [&](int weeks, bool senco, bool reason) {
        return objection_to_extending(
            programme, {.weeks = weeks, .by_the_senco = senco, .reason_given = reason}, {}
        );
    };
    EXPECT_EQ(objection(9, true, false), Refusal::length_needs_reason);
    EXPECT_EQ(objection(9, false, false), Refusal::length_needs_the_senco);
    EXPECT_EQ(objection(9, false, true), Refusal::length_needs_the_senco);
    EXPECT_EQ(objection(6, true, true), Refusal::not_longer);
    programme.completed_on = monday;
    EXPECT_EQ(objection(8, true, true), Refusal::completed);
}

// Every case of what bears on an allocation.
TEST(Allocating, a_place_is_given_only_where_nothing_at_all_stands_against_it) {
    for (auto const state : all_of<State>())
        for (int taken = 0; taken <= 3; ++taken)
            for (bool const consent : {false, true})
                for (bool const trained : {false, true})
                    for (bool const elsewhere : {false, true})
                        for (bool const fits : {false, true})
                            for (bool const few_weeks : {false, true})
                                for (unsigned what = 0; what < 8; ++what) {
                                    bool const reason = (what & 1U) != 0;
                                    bool const works_here = (what & 2U) != 0;
                                    bool const agreed = (what & 4U) != 0;
                                    auto const objection = objection_to_allocating(
                                        {.programme = state,
                                         .places = 2,
                                         .taken = taken,
                                         .consent_in_force = consent,
                                         .agreed_to_form = agreed,
                                         .deliverer_trained = trained,
                                         .deliverer_works_here = works_here,
                                         .pupil_has_a_place = elsewhere,
                                         .form_fits = fits,
                                         .few_weeks = few_weeks,
                                         .reason_given = reason}
                                    );
                                    bool const as_wished = (fits && !few_weeks) || reason;
                                    bool const deliverer = trained && works_here;
                                    bool const allowed = state != State::completed && taken < 2 && consent &&
                                                         agreed && deliverer && !elsewhere && as_wished;
                                    ASSERT_EQ(!objection, allowed);
                                }
}

TEST(Allocating, few_weeks_are_fewer_than_the_policy_says_or_than_were_agreed_when_it_was_made) {
    schools::PolicyVersion const policy;
    Programme programme;
    programme.weeks = 8;
    EXPECT_FALSE(leaves_few_weeks(programme, 1, policy)) << "its sessions move along with its start";
    programme.started_on = monday;
    for (int left = 0; left <= 8; ++left) EXPECT_EQ(leaves_few_weeks(programme, left, policy), left < 6);
    programme.bounds_reason = "The term is short";
    for (int left = 0; left <= 8; ++left) EXPECT_EQ(leaves_few_weeks(programme, left, policy), left < 6);
    programme.weeks = 4;
    for (int left = 0; left <= 4; ++left) EXPECT_EQ(leaves_few_weeks(programme, left, policy), left < 4);
    programme.bounds_reason.clear();
    EXPECT_TRUE(leaves_few_weeks(programme, 4, policy)) << "nobody said why it is so short";
}

TEST(Allocating, the_weeks_left_are_the_sessions_planned_for_today_or_later) {
    std::vector const sessions{
        session(0, Outcome::planned),
        session(1, Outcome::delivered),
        session(1, Outcome::planned),
        session(2, Outcome::not_held, WhyNot::trip, true),
        session(3, Outcome::planned)};
    EXPECT_EQ(weeks_left(sessions, monday), 3);
    EXPECT_EQ(weeks_left(sessions, monday + 1), 2);
    EXPECT_EQ(weeks_left(sessions, monday + 7), 2);
    EXPECT_EQ(weeks_left(sessions, monday + 22), 0);
}

TEST(Starting, a_programme_starts_on_its_first_day_for_those_with_consent_and_targets) {
    Programme programme;
    programme.starts_on = monday;
    for (bool const consent : {false, true})
        for (bool const agreed : {false, true})
            for (bool const worded : {false, true})
                for (int days = -1; days <= 1; ++days) {
                    std::vector<Starting> children{
                        {.consent_in_force = consent,
                         .agreed_to_form = agreed,
                         .targets_in_own_words = worded}};
                    auto const alone = objection_to_starting(programme, 1, children, monday + days);
                    ASSERT_EQ(!alone, consent && agreed && worded && days >= 0);
                    if (alone && days >= 0) {
                        ASSERT_EQ(
                            alone,
                            !consent  ? Refusal::no_consent_in_force
                            : !agreed ? Refusal::consent_to_another_form
                                      : Refusal::target_without_words
                        );
                    }
                    children.push_back(
                        {.consent_in_force = true, .agreed_to_form = true, .targets_in_own_words = true}
                    );
                    ASSERT_EQ(!objection_to_starting(programme, 2, children, monday + days), days >= 0);
                    ASSERT_EQ(is_ready(children.front()), consent && agreed && worded);
                }
    EXPECT_EQ(objection_to_starting(programme, 0, {}, monday), Refusal::nobody_allocated);
    EXPECT_EQ(objection_to_starting(programme, 1, {}, monday), Refusal::nobody_left_to_start);
}

TEST(Completing, a_programme_is_complete_when_every_session_is_recorded_and_one_was_held) {
    Programme programme;
    programme.started_on = monday;
    std::vector const all_done{session(0, Outcome::delivered), session(1, Outcome::not_held, WhyNot::trip)};
    EXPECT_FALSE(objection_to_completing(programme, 1, all_done));
    std::vector const one_left{session(0, Outcome::delivered), session(1, Outcome::planned)};
    EXPECT_EQ(objection_to_completing(programme, 1, one_left), Refusal::sessions_still_planned);
    std::vector const none_held{session(0, Outcome::not_held, WhyNot::trip)};
    EXPECT_EQ(objection_to_completing(programme, 1, none_held), Refusal::nothing_delivered);
    EXPECT_FALSE(objection_to_completing(programme, 0, one_left));
    EXPECT_FALSE(objection_to_completing(programme, 0, none_held));
    programme.started_on.reset();
    EXPECT_EQ(objection_to_completing(programme, 1, all_done), Refusal::not_started);
    programme.started_on = programme.completed_on = monday;
    EXPECT_EQ(objection_to_completing(programme, 1, all_done), Refusal::completed);
}

TEST(TwoMissedInARow, alert_from_the_day_of_the_second) {
    std::vector const sessions{
        session(0, Outcome::delivered),
        session(1, Outcome::not_held, WhyNot::room_lost),
        session(2, Outcome::not_held, WhyNot::trip),
        session(3, Outcome::not_held, WhyNot::room_lost)};
    EXPECT_EQ(second_missed_on(sessions), sessions[2].planned_on);
    EXPECT_FALSE(second_missed_on(std::span(sessions).first(2)));
}

// Every history of up to five sessions of four kinds, against the rule told backwards from the last one.
TEST(TwoMissedInARow, the_last_two_that_were_due_are_what_alerts_the_senco) {
    enum Kind { held, for_provision, for_the_child, to_come };
    for (int length = 0; length <= 5; ++length) {
        int histories = 1;
        for (int i = 0; i < length; ++i) histories *= 4;
        for (int history = 0; history < histories; ++history) {
            std::vector<Session> sessions;
            std::vector<Kind> due;
            for (int i = 0, rest = history; i < length; ++i, rest /= 4) {
                auto const kind = static_cast<Kind>(rest % 4);
                if (kind != to_come) due.push_back(kind);
                if (kind == held) sessions.push_back(session(i, Outcome::delivered));
                if (kind == for_provision)
                    sessions.push_back(session(i, Outcome::not_held, WhyNot::room_lost));
                if (kind == for_the_child)
                    sessions.push_back(session(i, Outcome::not_held, WhyNot::pupil_absent));
                if (kind == to_come) sessions.push_back(session(i, Outcome::planned));
            }
            bool expected = due.size() >= 2;
            for (std::size_t back = 1; back <= 2 && expected; ++back)
                expected = due[due.size() - back] == for_provision;
            std::ranges::reverse(sessions);
            auto const last_other = std::ranges::find_if(due.rbegin(), due.rend(), [](Kind kind) {
                return kind != for_provision;
            });
            ASSERT_EQ(missed_in_a_row(sessions), last_other - due.rbegin());
            ASSERT_EQ(two_missed_in_a_row(sessions), expected) << "history " << history << " of " << length;
        }
    }
}

TEST(Fidelity, a_session_put_off_counts_once_as_the_one_it_was_moved_to) {
    std::vector const sessions{
        session(0, Outcome::delivered),
        session(1, Outcome::not_held, WhyNot::trip, true),
        session(2, Outcome::not_held, WhyNot::test_week),
        session(3, Outcome::planned)};
    Place place;
    place.allocated_on = monday;
    auto const fidelity = fidelity_of(sessions, place, {.attended = 1, .on_register = {sessions[0].id}});
    EXPECT_EQ(fidelity.planned, 3);
    EXPECT_EQ(fidelity.delivered, 1);
    EXPECT_EQ(fidelity.attended, 1);
    auto const not_held = not_held_of(sessions, place, {});
    EXPECT_EQ(not_held.put_off, 1);
    EXPECT_EQ(not_held.cancelled, 1) << "the one of the test week is held on no other day";
    place.allocated_on = monday + 8;
    EXPECT_EQ(not_held_of(sessions, place, {}).put_off, 0) << "the child had no place yet";
}

// Every place of four weeks, by the days on which it began and ended, and whether the child stood on
// registers.
TEST(Fidelity, counts_a_childs_sessions_only_while_they_had_a_place_and_by_the_register_on_its_first_day) {
    std::vector const sessions{
        session(0, Outcome::delivered),
        session(1, Outcome::delivered),
        session(2, Outcome::delivered),
        session(3, Outcome::planned)};
    std::set<SessionId> const all{sessions[0].id, sessions[1].id, sessions[2].id};
    for (bool const on_register : {false, true})
        for (int from = -1; from <= 22; ++from)
            for (int until = from; until <= 22; ++until) {
                Place place;
                place.allocated_on = monday + from;
                place.ended_on = monday + until;
                int planned = 0;
                int delivered = 0;
                for (int week = 0; week < 4; ++week) {
                    auto const day = sessions[static_cast<std::size_t>(week)].planned_on;
                    bool const was_held = week < 3;
                    bool const over_by_then = was_held && day == place.allocated_on && !on_register;
                    bool const theirs = place.allocated_on <= day && day <= *place.ended_on && !over_by_then;
                    planned += theirs ? 1 : 0;
                    delivered += theirs && was_held ? 1 : 0;
                }
                auto const registers = on_register ? all : std::set<SessionId>{};
                auto const fidelity = fidelity_of(sessions, place, {.on_register = registers});
                ASSERT_EQ(fidelity.planned, planned) << from << ' ' << until;
                ASSERT_EQ(fidelity.delivered, delivered) << from << ' ' << until;
            }
}

TEST(Fidelity, counts_the_day_on_which_consent_was_withdrawn_for_who_was_on_the_register) {
    std::vector sessions{session(0, Outcome::delivered), session(1, Outcome::delivered)};
    Place place;
    place.allocated_on = monday - 1;
    place.ended_on = sessions[1].planned_on;
    place.end_reason = cases::EndReason::consent_withdrawn;
    EXPECT_EQ(fidelity_of(sessions, place, {}).delivered, 1);
    EXPECT_EQ(fidelity_of(sessions, place, {}).planned, 1);
    EXPECT_EQ(fidelity_of(sessions, place, {.on_register = {sessions[1].id}}).delivered, 2);
    EXPECT_EQ(fidelity_of(sessions, place, {.on_register = {sessions[1].id}}).planned, 2);
    EXPECT_EQ(fidelity_of(sessions, place, {.written_up = {sessions[1].id}}).delivered, 2);
    place.end_reason = cases::EndReason::completed;
    EXPECT_EQ(fidelity_of(sessions, place, {}).delivered, 2);
}

TEST(NextMove, there_is_one_thing_to_do_at_every_point_of_the_way) {
    Programme programme;
    programme.starts_on = monday;
    std::vector<Session> sessions{session(0, Outcome::planned)};
    EXPECT_EQ(move_of(programme, {}, sessions, monday), Move::allocate);
    std::vector<ChildStands> children{{.started = false, .targets_in_own_words = false}};
    EXPECT_EQ(move_of(programme, children, sessions, monday), Move::word_targets);
    children.front().targets_in_own_words = true;
    EXPECT_EQ(move_of(programme, children, sessions, monday - 1), Move::wait_for_start);
    EXPECT_EQ(move_of(programme, children, sessions, monday), Move::start);
    children.push_back({.started = false, .targets_in_own_words = false});
    EXPECT_EQ(move_of(programme, children, sessions, monday), Move::start) << "for the one who is ready";
    children.pop_back();
    children.front().started = true;
    programme.started_on = monday;
    EXPECT_EQ(move_of(programme, children, sessions, monday), Move::plan_next);
    sessions.front().plan = "A game of turns";
    EXPECT_EQ(move_of(programme, children, sessions, monday), Move::hold_next);
    EXPECT_EQ(move_of(programme, children, sessions, monday + 1), Move::write_up);
    sessions.front() = session(0, Outcome::delivered);
    EXPECT_EQ(move_of(programme, children, sessions, monday + 1), Move::complete);
    children.push_back({.started = false, .targets_in_own_words = false});
    EXPECT_EQ(move_of(programme, children, sessions, monday + 1), Move::complete);
    EXPECT_EQ(move_of(programme, {}, sessions, monday + 1), Move::complete_without_children);
    programme.completed_on = monday + 2;
    EXPECT_EQ(move_of(programme, children, sessions, monday + 2), Move::nothing);
}

TEST(Reasons, no_reason_for_a_missed_session_is_a_sanction) {
    for (auto const why : all_of<WhyNot>())
        for (auto const* sanction : {"behav", "punish", "sanction", "detention", "reward"})
            EXPECT_EQ(word(why).find(sanction), std::string_view::npos);
}

// G1: a group is of 4 to 6 children, whatever places it has.
TEST(FewChildren, need_a_reason_in_a_group_and_by_the_policy_alone) {
    schools::PolicyVersion const policy;
    for (auto const form : all_of<Form>())
        for (int children = 1; children <= 6; ++children)
            for (bool const reasoned : {false, true}) {
                Programme programme;
                programme.form = form;
                programme.places = form == Form::group ? 6 : 1;
                programme.bounds_reason = "It runs for ten weeks";  // no word on children
                if (reasoned) programme.few_children_reason = "They know each other well";
                bool const few = form == Form::group && children < 4;
                EXPECT_EQ(lacks_reason_for_few(programme, children, policy), few && !reasoned)
                    << word(form) << " of " << children;
            }
}

TEST(FewChildren, need_a_reason_again_where_fewer_are_to_start_than_it_was_given_for) {
    schools::PolicyVersion const policy;
    for (int children = 1; children <= 6; ++children)
        for (int reasoned = 1; reasoned <= 3; ++reasoned) {
            Programme programme;
            programme.form = Form::group;
            programme.places = 6;
            programme.few_children_reason = "Three of four start now";
            programme.few_children = reasoned;
            EXPECT_EQ(lacks_reason_for_few(programme, children, policy), children < reasoned)
                << children << " by the reason for " << reasoned;
        }
}

TEST(FewChildren, need_none_where_so_few_places_were_reasoned_when_it_was_made) {
    schools::PolicyVersion const policy;
    Programme programme;
    programme.form = Form::group;
    programme.places = 2;
    EXPECT_TRUE(lacks_reason_for_few(programme, 2, policy));
    programme.bounds_reason = "Only these two need it now";
    EXPECT_FALSE(lacks_reason_for_few(programme, 2, policy));
    EXPECT_TRUE(lacks_reason_for_few(programme, 1, policy)) << "that was said of two";
}

}  // namespace
}  // namespace programmes
