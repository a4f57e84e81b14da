#include "programmes/actions.hpp"

#include <thread>

#include "programmes/nurture_test.hpp"
#include "programmes/touched_actions.hpp"
#include "programmes/view_actions.hpp"
#include "staff/actions.hpp"

namespace programmes {
namespace {

using ProgrammesTest = NurtureTest;

TEST_F(ProgrammesTest, sessions_are_laid_weekly_and_leave_out_the_half_term) {
    auto const sessions = sessions_of(make_programme());
    ASSERT_EQ(sessions.size(), 6U);
    EXPECT_EQ(calendar::iso(sessions[1].planned_on), "2026-05-19");
    EXPECT_EQ(calendar::iso(sessions[2].planned_on), "2026-06-02");
    EXPECT_EQ(sessions[5].number, 6);
}

TEST_F(ProgrammesTest, everything_that_stands_against_a_programme_is_said_at_once) {
    auto wrong = input(7);
    wrong.deliverer = school.untrained.staff;
    wrong.starts_on = school.today - 1;
    auto const made = as(school.senco, [&](Visit& visit) { return make(visit, wrong); });
    ASSERT_FALSE(made);
    EXPECT_EQ(
        made.error(),
        (std::vector{Refusal::group_too_large, Refusal::starts_in_the_past, Refusal::not_trained})
    );
}

TEST_F(ProgrammesTest, a_programme_that_the_terms_on_record_cannot_hold_is_not_made) {
    auto late = input();
    late.starts_on = *calendar::parse_iso("2026-07-14");
    auto const made = as(school.senco, [&](Visit& visit) { return make(visit, late); });
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error(), std::vector{Refusal::terms_end_before});
}

TEST_F(ProgrammesTest, the_programme_does_not_commence_until_consent_has_been_given) {
    auto const programme = make_programme();
    auto const the_case = ready(school.sam);
    answer(school.sam, the_case, "withdrawn");
    auto const place = as(school.senco, [&](Visit& visit) { return allocate(visit, programme, the_case); });
    ASSERT_FALSE(place);
    EXPECT_EQ(place.error(), Refusal::no_consent_in_force);
    EXPECT_EQ(stage_of(the_case), cases::Stage::stopped);
}

TEST_F(ProgrammesTest, the_database_refuses_a_place_without_consent_by_itself) {
    auto const programme = make_programme();
    auto const the_case = ready(school.sam);
    answer(school.sam, the_case, "withdrawn");
    Place place;
    place.id = PlaceId::make(school.now);
    place.programme = programme;
    place.the_case = the_case;
    place.allocated_on = day;
    place.pupil.id = same<PupilId>(school.sam.id);
    EXPECT_THROW(
        as(school.senco,
           [&](Visit& visit) {
               store::add_place(visit.db, visit.school, place, visit.staff(), visit.now);
               return true;
           }),
        db::Refused
    );
}

TEST_F(ProgrammesTest, a_child_is_allocated_and_waits_for_the_start) {
    auto const the_case = ready(school.sam);
    auto const programme = make_programme();
    place_of(programme, the_case);
    EXPECT_EQ(stage_of(the_case), cases::Stage::to_start);
    EXPECT_EQ(only_place_in(programme).pupil.forename, "Sam");
}

TEST_F(ProgrammesTest, a_child_has_one_place_at_a_time) {
    auto const the_case = ready(school.sam);
    place_of(make_programme(), the_case);
    auto const again = as(school.senco, [&](Visit& visit) {
        return allocate(visit, make(visit, input()).value(), the_case);
    });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error(), Refusal::has_a_place);
}

TEST_F(ProgrammesTest, whose_training_ran_out_is_given_no_child) {
    auto const programme = make_programme();
    auto const the_case = ready(school.sam);
    auto& db = database.connection();
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            R"(INSERT INTO training_correction (school_id, id, training_id, staff_id, kind, name_before, held_before,
                                                expires_before, name, held_on, expires_on, reason, made_by, made_at)
               SELECT school_id, id, id, staff_id, kind, name, held_on, expires_on, name, held_on, $1, 'Ran out', staff_id, 0
                 FROM training WHERE school_id = $2)",
            day - 1,
            school.school
        );
        db.run("UPDATE training SET expires_on = $1 WHERE school_id = $2", day - 1, school.school);
        transaction.commit();
    }
    auto const place = as(school.senco, [&](Visit& visit) { return allocate(visit, programme, the_case); });
    ASSERT_FALSE(place);
    EXPECT_EQ(place.error(), Refusal::not_trained);
}

TEST_F(ProgrammesTest, a_target_stands_in_the_childs_own_words_before_the_start) {
    auto const programme = make_small_programme();
    auto const place = place_of(programme, ready(school.sam));
    auto const begin = [&](Visit& visit) { return start(visit, programme); };
    auto const too_early = as(school.nurture_assistant, begin);
    ASSERT_FALSE(too_early);
    EXPECT_EQ(too_early.error(), Refusal::target_without_words);
    give_target(place);
    EXPECT_TRUE(as(school.nurture_assistant, begin));
    EXPECT_EQ(store::find(read(), school.school, programme)->started_on, day);
    EXPECT_EQ(stage_of(found(place).the_case), cases::Stage::running);
}

TEST_F(ProgrammesTest, a_child_who_joins_a_running_programme_starts_by_themselves) {
    auto const programme = running_with(school.sam);
    auto const amira = ready(school.amira);
    give_target(place_of(programme, amira));
    EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }));
    EXPECT_EQ(stage_of(amira), cases::Stage::running);
    auto const again = as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error(), Refusal::nobody_left_to_start);
}

TEST_F(ProgrammesTest, one_who_is_not_ready_keeps_nobody_else_from_starting) {
    auto const programme = make_small_programme();
    auto const sam = ready(school.sam);
    auto const amira = ready(school.amira);
    give_target(place_of(programme, sam));
    auto const amiras = place_of(programme, amira);
    auto const begin = [&](Visit& visit) { return start(visit, programme); };
    ASSERT_TRUE(as(school.nurture_assistant, begin));
    EXPECT_EQ(stage_of(sam), cases::Stage::running);
    EXPECT_EQ(stage_of(amira), cases::Stage::to_start);
    EXPECT_EQ(as(school.nurture_assistant, begin).error(), Refusal::target_without_words);
    give_target(amiras);
    ASSERT_TRUE(as(school.nurture_assistant, begin));
    EXPECT_EQ(stage_of(amira), cases::Stage::running);
}

TEST_F(ProgrammesTest, change_cannot_always_be_rapid_so_a_programme_is_extended_with_a_reason) {
    auto const programme = running_with(school.sam);
    auto const without = as(school.senco, [&](Visit& visit) { return extend(visit, programme, 9, ""); });
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error(), Refusal::length_needs_reason);
    EXPECT_TRUE(as(school.senco, [&](Visit& visit) {
        return extend(visit, programme, 8, "Trust has just begun to grow");
    }));
    auto const sessions = sessions_of(programme);
    ASSERT_EQ(sessions.size(), 8U);
    EXPECT_EQ(calendar::iso(sessions.back().planned_on), "2026-07-07");
}

TEST_F(ProgrammesTest, past_the_policys_weeks_the_senco_extends_a_programme_and_who_delivers_it_does_not) {
    auto const programme = running_with(school.sam);
    auto const to = [&](int weeks) {
        return [&, weeks](Visit& visit) { return extend(visit, programme, weeks, "Trust begins to grow"); };
    };
    EXPECT_EQ(as(school.nurture_assistant, to(9)).error(), Refusal::length_needs_the_senco);
    EXPECT_EQ(sessions_of(programme).size(), 6U);
    EXPECT_TRUE(as(school.nurture_assistant, to(8)));
    EXPECT_EQ(as(school.nurture_assistant, to(9)).error(), Refusal::length_needs_the_senco);
    EXPECT_TRUE(as(school.senco, to(9)));
    EXPECT_EQ(sessions_of(programme).size(), 9U);
}

TEST_F(ProgrammesTest, who_never_started_is_to_be_allocated_again_once_the_programme_is_completed) {
    auto const another = make_programme(1);
    auto const programme = running_with(school.sam);
    auto const amira = ready(school.amira);
    auto const place = place_of(programme, amira);
    for (auto const& session : sessions_of(programme)) hold(session);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return complete(visit, programme); }));
    EXPECT_EQ(stage_of(amira), cases::Stage::to_allocate);
    EXPECT_EQ(found(place).end_reason, cases::EndReason::allocation_undone);
    place_of(another, amira);
    EXPECT_EQ(stage_of(amira), cases::Stage::to_start);
}

TEST_F(ProgrammesTest, who_came_when_the_last_session_was_over_is_to_be_allocated_again_too) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme).the_case;
    auto const amira = ready(school.amira);
    for (auto const& session : sessions_of(programme)) hold(session);
    auto const place = place_of(programme, amira);
    give_target(place);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }));
    EXPECT_EQ(stage_of(amira), cases::Stage::running);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return complete(visit, programme); }));
    EXPECT_EQ(stage_of(amira), cases::Stage::to_allocate);
    EXPECT_EQ(found(place).end_reason, cases::EndReason::allocation_undone);
    EXPECT_EQ(stage_of(sams), cases::Stage::impact_to_come);
}

TEST_F(ProgrammesTest, a_programme_that_every_child_has_left_is_completed_though_sessions_were_planned) {
    auto const programme = running_with(school.sam);
    auto const finish = [&](Visit& visit) { return complete(visit, programme); };
    EXPECT_EQ(as(school.nurture_assistant, finish).error(), Refusal::sessions_still_planned);
    as(school.senco, [&](Visit& visit) {
        end_place(visit, only_place_in(programme).id, cases::EndReason::left_school, "Moved away");
        return true;
    });
    ASSERT_TRUE(as(school.nurture_assistant, finish));
    for (auto const& session : sessions_of(programme)) EXPECT_EQ(session.outcome, Outcome::not_held);
    EXPECT_EQ(store::find(read(), school.school, programme)->completed_on, day);
}

TEST_F(ProgrammesTest, a_completion_is_undone_for_one_child_and_the_others_of_the_group_stay_completed) {
    auto const programme = running_with(school.sam);
    auto const amira = ready(school.amira);
    auto const amiras = place_of(programme, amira);
    give_target(amiras);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }));
    for (auto const& session : sessions_of(programme)) hold(session);
    auto const finish = [&](Visit& visit) { return complete(visit, programme); };
    ASSERT_TRUE(as(school.nurture_assistant, finish));

    auto const touches =
        as(school.senco, [&](Visit& visit) { return touched_by_undoing_completion(visit, amira); });
    ASSERT_TRUE(touches);
    EXPECT_EQ(touches->programme, store::find(read(), school.school, programme)->name);
    EXPECT_EQ(touches->deliverer, school.nurture_assistant.name);
    ASSERT_EQ(touches->stay_completed.size(), 1U);
    EXPECT_EQ(touches->stay_completed.front().in_full(), "Sam Okafor");
    ASSERT_TRUE(undo_completion(amira));
    EXPECT_EQ(store::find(read(), school.school, programme)->state(), State::running);
    EXPECT_TRUE(found(amiras).is_open());
    EXPECT_EQ(stage_of(amira), cases::Stage::running);
    auto const sams = store::places(read(), school.school, programme, day).back();
    EXPECT_EQ(sams.pupil.forename, "Sam");
    EXPECT_EQ(sams.end_reason, cases::EndReason::completed);
    EXPECT_EQ(stage_of(sams.the_case), cases::Stage::impact_to_come);

    day = day + 1;
    ASSERT_TRUE(as(school.nurture_assistant, finish));
    EXPECT_EQ(stage_of(amira), cases::Stage::impact_to_come);
    EXPECT_EQ(found(sams.id).ended_on, day - 1);
}

TEST_F(ProgrammesTest, a_completion_stands_where_the_child_could_not_go_on) {
    auto const programme = running_with(school.sam);
    auto const the_case = only_place_in(programme).the_case;
    for (auto const& session : sessions_of(programme)) hold(session);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) { return complete(visit, programme); }));
    answer(school.sam, the_case, "withdrawn");
    EXPECT_EQ(undo_completion(the_case).error(), cases::Refusal::consent_not_in_force);
    answer(school.sam, the_case, "given");
    day = day + 900;
    EXPECT_EQ(undo_completion(the_case).error(), cases::Refusal::deliverer_not_trained);
    EXPECT_EQ(stage_of(the_case), cases::Stage::impact_overdue);
    EXPECT_EQ(store::find(read(), school.school, programme)->state(), State::completed);
}

TEST_F(ProgrammesTest, ending_a_place_frees_it_for_another_child) {
    auto const programme = make_programme(1);
    auto const place = place_of(programme, ready(school.sam));
    auto const amira = ready(school.amira);
    auto const full = as(school.senco, [&](Visit& visit) { return allocate(visit, programme, amira); });
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error(), Refusal::no_place_left);
    as(school.senco, [&](Visit& visit) {
        end_place(visit, place, cases::EndReason::left_school, "Moved away");
        return true;
    });
    EXPECT_TRUE(as(school.senco, [&](Visit& visit) { return allocate(visit, programme, amira); }));
}

TEST_F(ProgrammesTest, who_waits_longest_and_fits_is_suggested_first_and_nobody_without_consent) {
    auto const programme = make_programme();
    auto const sam = ready(school.sam);
    auto const amira = ready(school.amira);
    auto const tom = ready(school.tom);
    answer(school.tom, tom, "withdrawn");
    auto const suggested = as(school.senco, [&](Visit& visit) {
        return suggestions_for(visit, *store::find(visit.db, visit.school, programme));
    });
    ASSERT_EQ(suggested.size(), 2U);
    EXPECT_TRUE(suggested[0].the_case == sam || suggested[0].the_case == amira);
}

TEST_F(ProgrammesTest, the_class_teacher_is_asked_for_the_measure_before_once_and_it_stands) {
    auto const programme = make_programme();
    auto const place = place_of(programme, ready(school.sam));
    give_target(place);
    auto const due = [](Visit& visit) { return measures_due(visit).size(); };
    EXPECT_EQ(as(school.teacher_of_4b, due), 1U);
    EXPECT_EQ(as(school.teacher_of_5a, due), 0U);
    auto const target = store::targets(read(), school.school, place).front().id;
    auto const measure = [&](Visit& visit) { return measure_before(visit, found(place), {{target, 3}}); };
    EXPECT_TRUE(as(school.teacher_of_4b, measure));
    auto const again = as(school.teacher_of_4b, measure);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error(), Refusal::measured_already);
    EXPECT_EQ(as(school.teacher_of_4b, due), 0U);
    EXPECT_EQ(store::targets(read(), school.school, place).front().before, 3);
}

TEST_F(ProgrammesTest, who_joins_later_is_measured_by_their_own_first_day_and_not_by_the_programmes) {
    auto const programme = running_with(school.sam);
    auto const sessions = sessions_of(programme);
    day = sessions[3].planned_on + 1;
    give_target(place_of(programme, ready(school.amira)));
    auto const due = as(school.teacher_of_4b, [](Visit& visit) { return measures_due(visit); });
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[0].place.pupil.id, same<PupilId>(school.sam.id));
    EXPECT_EQ(due[0].first_day_on, sessions[0].planned_on);
    EXPECT_EQ(due[1].place.pupil.id, same<PupilId>(school.amira.id));
    EXPECT_EQ(due[1].first_day_on, sessions[4].planned_on);
}

TEST_F(ProgrammesTest, who_joins_after_the_last_session_was_planned_is_measured_on_the_day_they_join) {
    auto const programme = running_with(school.sam);
    day = sessions_of(programme).back().planned_on + 1;
    give_target(place_of(programme, ready(school.amira)));
    auto const due = as(school.teacher_of_4b, [](Visit& visit) { return measures_due(visit); });
    ASSERT_EQ(due.size(), 2U);
    EXPECT_EQ(due[1].first_day_on, day);
}

TEST_F(ProgrammesTest, training_that_runs_out_is_shown_while_there_is_time) {
    auto const ending = as(school.senco, [](Visit& visit) { return trainings_ending(visit, 60); });
    ASSERT_EQ(ending.size(), 1U);
    EXPECT_EQ(ending.front().name, "Una Lapsed");
}

TEST_F(ProgrammesTest, training_that_runs_out_is_shown_where_the_next_begins_days_later) {
    auto const& person = school.nurture_assistant.staff;
    auto const last_day = as(school.administrator, [&](Visit& visit) {
        return staff::actions::trained_until(visit, person, day).value();
    });
    auto const ending_in = [&](int days) {
        std::vector<std::string> names;
        auto const shown = as(school.senco, [&](Visit& visit) { return trainings_ending(visit, days); });
        for (auto const& one : shown) names.push_back(one.name + (one.until == last_day ? ", as known" : ""));
        return names;
    };
    auto const within = last_day - day;
    auto const trained_again_from = [&](Date from) {
        as(school.administrator, [&](Visit& visit) {
            return staff::actions::add_training(
                visit, person, {staff::TrainingKind::nurture, "Refresher", from, from + 365}
            );
        });
    };
    auto const shown = std::vector<std::string>{"Una Lapsed", "Joan Barker, as known"};
    EXPECT_EQ(ending_in(within), shown);
    trained_again_from(last_day + 2);
    EXPECT_EQ(ending_in(within), shown);
    trained_again_from(last_day + 1);
    EXPECT_EQ(ending_in(within), std::vector<std::string>{"Una Lapsed"});
}

// Two SENCos give the last place in the same moment, each with a connection of their own.
TEST_F(ProgrammesTest, of_two_who_give_the_last_place_at_once_one_alone_succeeds) {
    for (int round = 0; round < 5; ++round) {
        auto const programme = make_programme(1);
        auto const one = join("One" + std::to_string(round));
        auto const other = join("Other" + std::to_string(round));
        std::array const cases{ready(one), ready(other)};
        std::array<bool, 2> gave{};
        auto const give = [&](std::size_t who) {
            auto const db = database.connect(db::Mode::write);
            for (int attempt = 0; attempt < 50; ++attempt) try {
                    gave[who] = as(*db, school.senco, [&](Visit& visit) {
                                    return allocate(visit, programme, cases[who]);
                                }).has_value();
                    return;
                } catch (db::Busy const&) {
                    std::this_thread::yield();
                } catch (db::Refused const&) {
                    return;
                }
        };
        std::thread first(give, 0);
        std::thread second(give, 1);
        first.join();
        second.join();
        EXPECT_NE(gave[0], gave[1]);
        EXPECT_EQ(store::places(read(), school.school, programme, day).size(), 1U);
    }
}

}  // namespace
}  // namespace programmes
