#include "impact/actions.hpp"

#include "impact/routes.hpp"
#include "programmes/nurture_test.hpp"
#include "pupils/class_store.hpp"
#include "schools/actions.hpp"
#include "support/answered.hpp"

namespace impact {
namespace {

class ImpactTest : public programmes::NurtureTest {
protected:
    CaseId the_case;
    PlaceId place;

    // Sam's programme, every session held, and completed. The teacher of 4B stood in for one, where it has a
    // number.
    void complete_for_sam(int stood_in_for = 0) { complete(running_with(school.sam), stood_in_for); }
    void complete(programmes::ProgrammeId const& programme, int stood_in_for = 0) {
        place = only_place_in(programme).id;
        the_case = only_place_in(programme).the_case;
        auto const target = programmes::store::targets(read(), school.school, place).front().id;
        EXPECT_TRUE(as(school.teacher_of_4b, [&](Visit& visit) {
            return programmes::measure_before(visit, found(place), {{target, 3}});
        }));
        for (auto const& session : sessions_of(programme))
            if (session.number == stood_in_for)
                holds_session(school.teacher_of_4b, session);
            else
                hold(session);
        EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::complete(visit, programme);
        }));
    }
    Review words(int rating) {
        Review review;
        for (auto const& target : programmes::store::targets(read(), school.school, place))
            review.ratings.push_back({target.id, rating});
        review.outcome = ReviewOutcome::partly;
        review.words = "Joins in on most days";
        return review;
    }
    Expected<ImpactReviewId, Refusal> review_as(support::Person const& person) {
        auto const written = words(7);
        return as(person, [&](Visit& visit) { return review(visit, found(place), written); });
    }
    // Sam and Amira, in a programme that runs.
    programmes::ProgrammeId running_with_two() {
        auto const programme = make_small_programme();
        for (auto const* child : {&school.sam, &school.amira})
            give_target(place_of(programme, ready(*child)));
        EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::start(visit, programme);
        }));
        return programme;
    }
    programmes::Place sams_place_in(programmes::ProgrammeId const& programme) {
        auto const places = programmes::store::places(read(), school.school, programme, day);
        return *std::ranges::find(places, programmes::same<PupilId>(school.sam.id), [](auto const& one) {
            return one.pupil.id;
        });
    }
    // Sam goes on in another programme, which is completed by and by.
    void moves_on_from(programmes::ProgrammeId const& first) {
        auto const before = sams_place_in(first);
        as(school.senco, [&](Visit& visit) {
            programmes::end_place(visit, before.id, cases::EndReason::moved_programme, "Needs a quieter one");
            return true;
        });
        auto const second = make_small_programme();
        give_target(place_of(second, before.the_case));
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::start(visit, second);
        }));
        complete(second);
    }
    std::string gate_on_delivering(programmes::Session const& session, Date held_on) {
        return refused(
            R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2, stand_in_id = $2
                WHERE id = $3 AND school_id = $4)",
            held_on,
            school.teacher_of_4b.staff,
            session.id
        );
    }
    std::string gate_on_reviewing(support::Person const& person) {
        ImpactReview review;
        review.id = ImpactReviewId::make(school.now);
        review.the_case = the_case;
        review.place = place;
        review.reviewer = person.staff;
        review.reviewed_on = day;
        review.words = "Splendid";
        try {
            as(person, [&](Visit& visit) {
                store::add(visit.db, visit.school, review, visit.now);
                return true;
            });
            return {};
        } catch (db::Refused const& refusal) {
            return refusal.gate;
        }
    }
    void is_trained(support::Person const& person) {
        as(school.administrator, [&](Visit& visit) {
            return visit.db.run(
                R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
                   VALUES ($1, $2, $3, 'nurture', 'Nurture', '2026-01-01', '2027-01-01'))",
                visit.school,
                visit.new_id<ImpactReviewId>(),
                person.staff
            );
        });
    }
    // Trained, and standing in for the deliverer, past every rule.
    void holds_session(support::Person const& person, programmes::Session const& session) {
        day = std::max(day, session.planned_on);
        is_trained(person);
        as(person, [&](Visit& visit) {
            return visit.db.run(
                R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2, stand_in_id = $2
                    WHERE school_id = $3 AND id = $4)",
                day,
                person.staff,
                visit.school,
                session.id
            );
        });
    }
};

TEST_F(ImpactTest, impact_is_measured_by_the_class_teacher_four_to_six_weeks_after_completion) {
    complete_for_sam();
    EXPECT_EQ(stage_of(the_case), cases::Stage::impact_to_come);
    auto const early = review_as(school.teacher_of_4b);
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error(), Refusal::not_open_yet);
    day = day + 28;
    EXPECT_EQ(review_as(school.teacher_of_5a).error(), Refusal::not_the_class_teacher);
    EXPECT_EQ(review_as(school.nurture_assistant).error(), Refusal::deliverer_reviews_own_work);
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    EXPECT_EQ(stage_of(the_case), cases::Stage::next_step_due);
    auto const target = programmes::store::targets(read(), school.school, place).front();
    EXPECT_EQ(target.before, 3);
    EXPECT_EQ(target.after, 7);
    EXPECT_EQ(review_as(school.teacher_of_4b).error(), Refusal::reviewed_already);
    auto const before = store::who_measured_before(read(), school.school, place);
    ASSERT_EQ(before.size(), 1U);
    EXPECT_EQ(before.front().id, school.teacher_of_4b.staff);
}

TEST_F(ImpactTest, a_review_that_was_undone_stays_on_record_and_another_is_written_late_for_ever) {
    complete_for_sam();
    day = day + 30;
    auto const first = review_as(school.teacher_of_4b);
    ASSERT_TRUE(first);
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return undo_review(visit, the_case, "Written about another Sam");
    }));
    EXPECT_FALSE(store::review_of(read(), school.school, place));
    EXPECT_FALSE(programmes::store::targets(read(), school.school, place).front().after);
    EXPECT_EQ(stage_of(the_case), cases::Stage::impact_open);
    auto const due = as(school.teacher_of_4b, [](Visit& visit) { return reviews_of_my_classes(visit); });
    EXPECT_EQ(due.size(), 1U);

    day = day + 15;
    auto const second = review_as(school.teacher_of_4b);
    ASSERT_TRUE(second);
    EXPECT_NE(*first, *second);
    EXPECT_EQ(stage_of(the_case), cases::Stage::next_step_due);
    EXPECT_EQ(store::review_of(read(), school.school, place)->reviewed_on, day);
    auto const late = as(school.teacher_of_4b, [&](Visit& visit) { return *due_for(visit, place); });
    EXPECT_EQ(late.days_late, 3);
    EXPECT_EQ(read().the<std::int64_t>("SELECT count(*) FROM impact_review"), 2);
    EXPECT_EQ(read().the<std::int64_t>("SELECT rating FROM undone_measure"), 7);
    EXPECT_EQ(refused("UPDATE undone_measure SET rating = 8 WHERE school_id = $1"), "measure_stands");
    EXPECT_EQ(refused("DELETE FROM undone_measure WHERE school_id = $1"), "measure_stands");
    EXPECT_EQ(refused("DELETE FROM target_measure WHERE school_id = $1"), "measure_stands")
        << "the one before, and the one of the review that stands";
}

TEST_F(ImpactTest, a_late_review_is_late_by_its_days_and_bears_the_day_it_was_written) {
    complete_for_sam();
    day = day + 45;
    auto const due = as(school.teacher_of_4b, [](Visit& visit) { return reviews_of_my_classes(visit); });
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front().due.days_late, 3);
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    EXPECT_EQ(store::review_of(read(), school.school, place)->reviewed_on, day);
}

TEST_F(ImpactTest, holidays_do_not_count_where_the_school_counts_school_weeks) {
    complete_for_sam();
    auto const opens_on = [&] {
        return as(school.teacher_of_4b, [&](Visit& visit) { return *due_for(visit, place); }).opens_on;
    };
    EXPECT_EQ(opens_on(), day + 28);
    as(school.administrator, [&](Visit& visit) {
        schools::actions::add_closure(visit, {"A week off", day + 6, day + 10});
        schools::actions::count_impact_weeks(visit, schools::ImpactWeeks::school);
        return true;
    });
    EXPECT_EQ(opens_on(), day + 35);
    day = day + 30;
    EXPECT_EQ(stage_of(the_case), cases::Stage::impact_to_come);
    EXPECT_EQ(review_as(school.teacher_of_4b).error(), Refusal::not_open_yet);
    day = day + 5;
    EXPECT_EQ(stage_of(the_case), cases::Stage::impact_open);
    EXPECT_TRUE(as(school.teacher_of_4b, [](Visit& visit) { return reviews_of_my_classes(visit); })
                    .front()
                    .due.in_school_weeks);
    EXPECT_TRUE(review_as(school.teacher_of_4b));
}

TEST_F(ImpactTest, the_review_goes_with_the_child_to_a_new_class) {
    complete_for_sam();
    day = day + 30;
    as(school.administrator, [&](Visit& visit) {
        auto const sam = programmes::same<PupilId>(school.sam.id);
        pupils::class_store::join(visit.db, visit.school, sam, school.class_5a, visit.today, visit.now);
        return true;
    });
    EXPECT_EQ(review_as(school.teacher_of_4b).error(), Refusal::not_the_class_teacher);
    EXPECT_TRUE(review_as(school.teacher_of_5a));
}

TEST_F(ImpactTest, the_database_takes_no_review_by_who_delivered) {
    complete_for_sam();
    day = day + 30;
    EXPECT_EQ(gate_on_reviewing(school.nurture_assistant), "deliverer_reviews_own_work");
}

TEST_F(ImpactTest, a_class_teacher_who_stood_in_for_one_session_does_not_measure_its_impact) {
    complete_for_sam(3);
    day = day + 30;
    EXPECT_EQ(review_as(school.teacher_of_4b).error(), Refusal::deliverer_reviews_own_work);
    EXPECT_EQ(stage_of(the_case), cases::Stage::impact_open);
}

TEST_F(ImpactTest, the_database_lets_nobody_deliver_what_they_have_reviewed) {
    auto const programme = running_with(school.sam);
    the_case = only_place_in(programme).the_case;
    place = only_place_in(programme).id;
    as(school.senco, [&](Visit& visit) {
        programmes::end_place(visit, place, cases::EndReason::completed, "");
        return true;
    });
    ASSERT_EQ(gate_on_reviewing(school.teacher_of_4b), "");
    try {
        holds_session(school.teacher_of_4b, sessions_of(programme).front());
        FAIL() << "the gate let it pass";
    } catch (db::Refused const& refused) {
        EXPECT_EQ(refused.gate, "deliverer_reviews_own_work");
    }
}

TEST_F(ImpactTest, who_held_a_session_of_the_childs_earlier_programme_does_not_measure_the_later_one) {
    auto const first = running_with_two();
    holds_session(school.teacher_of_4b, sessions_of(first).front());
    moves_on_from(first);
    day = day + 30;
    EXPECT_EQ(review_as(school.teacher_of_4b).error(), Refusal::deliverer_reviews_own_work);
    EXPECT_EQ(gate_on_reviewing(school.teacher_of_4b), "deliverer_reviews_own_work");
}

TEST_F(ImpactTest, who_held_one_once_the_child_had_moved_on_measures_the_later_one_and_none_from_before) {
    auto const first = running_with_two();
    auto const planned = sessions_of(first);
    hold(planned[0]);
    auto const moved_on = day;
    moves_on_from(first);
    is_trained(school.teacher_of_4b);
    ASSERT_EQ(gate_on_delivering(planned[1], planned[1].planned_on), "");
    day = day + 30;
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    EXPECT_EQ(gate_on_delivering(planned[2], planned[2].planned_on), "");
    ASSERT_EQ(
        refused(
            "UPDATE session SET planned_on = $1 WHERE id = $2 AND school_id = $3", moved_on, planned[3].id
        ),
        ""
    );
    EXPECT_EQ(gate_on_delivering(planned[3], moved_on), "deliverer_reviews_own_work")
        << "the child had a place on that day";
}

TEST_F(ImpactTest, the_next_step_closes_the_case_and_a_new_need_opens_another) {
    complete_for_sam();
    day = day + 30;
    auto const decide = [&](Visit& visit) {
        return decide_next(visit, the_case, Next::another_programme, "Anxiety before tests remains");
    };
    EXPECT_EQ(as(school.senco, decide).error(), Refusal::step_out_of_order);
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    ASSERT_TRUE(as(school.senco, decide));
    EXPECT_EQ(stage_of(the_case), cases::Stage::closed);
    auto const next = as(school.senco, [&](Visit& visit) {
        return cases::open_for(visit, programmes::same<PupilId>(school.sam.id));
    });
    EXPECT_NE(next, the_case);
}

TEST_F(ImpactTest, the_next_concern_is_filled_in_from_the_case_that_another_programme_follows) {
    complete_for_sam();
    day = day + 30;
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return decide_next(visit, the_case, Next::another_programme, "Anxiety before tests remains");
    }));
    auto const filled = as(school.senco, [&](Visit& visit) {
        return next_concern(visit, the_case, *store::next_step_of(visit.db, visit.school, the_case));
    });
    EXPECT_NE(filled.seen.find("Anxiety before tests remains"), std::string::npos);
    EXPECT_NE(filled.seen.find("Joins in on most days"), std::string::npos);
    EXPECT_TRUE(filled.tried.starts_with("Nurture support: "));
    EXPECT_EQ(filled.noticed_on, day);
    EXPECT_EQ(filled.parents_spoken_to, referrals::ParentsSpokenTo::not_yet);
}

TEST_F(ImpactTest, an_agency_is_named_with_the_decision_and_closes_the_case_under_its_name) {
    complete_for_sam();
    day = day + 30;
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return decide_next(
            visit, the_case, Next::outside_agency, "More than a school can do", "Educational Psychology"
        );
    }));
    EXPECT_EQ(store::next_step_of(read(), school.school, the_case)->what, "Educational Psychology");
    EXPECT_EQ(
        read().the<std::string>("SELECT closed_why FROM nurture_case"),
        "An outside agency: Educational Psychology"
    );
}

TEST_F(ImpactTest, a_child_asks_to_meet_and_the_meeting_is_logged_in_a_line) {
    complete_for_sam();
    day = day + 7;
    auto const pupil = programmes::same<PupilId>(school.sam.id);
    auto const asked = as(school.nurture_assistant, [&](Visit& visit) {
        return ask_to_meet(visit, the_case, pupil, AskedBy::child);
    });
    auto const contacts = [](Visit& visit) { return contacts_of(visit); };
    EXPECT_EQ(as(school.nurture_assistant, contacts).front().contact.asked_by, AskedBy::child);
    day = day + 1;
    auto const log = [&](Visit& visit) {
        return log_meeting(visit, the_case, pupil, asked, day, "Has made a friend");
    };
    EXPECT_TRUE(as(school.nurture_assistant, log));
    auto const seen = as(school.nurture_assistant, contacts);
    EXPECT_EQ(seen.front().contact.last_seen_on, day);
    EXPECT_FALSE(seen.front().contact.asked_on);
    EXPECT_EQ(as(school.nurture_assistant, log).error(), Refusal::held_already);
}

TEST_F(ImpactTest, a_meeting_for_a_wish_that_nobody_had_in_this_case_is_not_found) {
    complete_for_sam();
    auto const pupil = programmes::same<PupilId>(school.sam.id);
    auto const wish = as(school.nurture_assistant, [&](Visit& visit) {
        return ask_to_meet(visit, the_case, pupil, AskedBy::child);
    });
    auto const logged = [&](std::string const& asked) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            auto const path = check_ins_path(the_case);
            Fields const typed({{"asked", asked}, {"held_on", calendar::iso(day)}, {"line", "Has a friend"}});
            auto request = school.post(school.nurture_assistant, path, typed);
            request.segments = {{"case", std::string(the_case.text())}};
            request.form = typed;
            for (auto const& route : routes())
                if (route.method == "POST" && route.path == "/cases/{case}/check-ins")
                    return support::answered(route, visit, request).status;
            return 0;
        });
    };
    EXPECT_EQ(logged(std::string(the_case.text())), 404);
    EXPECT_EQ(logged("nonsense"), 404);
    EXPECT_EQ(read().the<std::int64_t>("SELECT count(*) FROM check_in"), 1);
    EXPECT_EQ(logged(std::string(wish.text())), 303);
    EXPECT_EQ(logged(""), 303) << "nobody need have asked";
    EXPECT_EQ(read().the<std::int64_t>("SELECT count(*) FROM check_in"), 2);
}

TEST_F(ImpactTest, check_ins_go_on_for_twelve_weeks_after_the_next_step_has_closed_the_case) {
    complete_for_sam();
    day = day + 30;
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return decide_next(visit, the_case, Next::nothing, "It lasts");
    }));
    auto const closed_on = day;
    auto const pupil = programmes::same<PupilId>(school.sam.id);
    auto const contacts = [&] {
        return as(school.nurture_assistant, [](Visit& visit) { return contacts_of(visit); });
    };
    auto const log = [&](Visit& visit) {
        return log_meeting(visit, the_case, pupil, std::nullopt, day, "Came to say hello").has_value();
    };
    day = closed_on + 84;
    ASSERT_EQ(contacts().size(), 1U);
    EXPECT_EQ(contacts().front().until, day);
    EXPECT_TRUE(as(school.nurture_assistant, log));
    day = closed_on + 85;
    EXPECT_TRUE(contacts().empty());
    day = closed_on + 87;
    try {
        as(school.nurture_assistant, log);
        FAIL() << "the gate let it pass";
    } catch (db::Refused const& refused) {
        EXPECT_EQ(refused.gate, "check_in_too_late");
    }
}

TEST_F(ImpactTest, the_database_holds_no_check_in_after_its_weeks_that_was_asked_for_in_them) {
    complete_for_sam();
    day = day + 30;
    ASSERT_TRUE(review_as(school.teacher_of_4b));
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return decide_next(visit, the_case, Next::nothing, "It lasts");
    }));
    as(school.nurture_assistant, [&](Visit& visit) {
        return ask_to_meet(visit, the_case, programmes::same<PupilId>(school.sam.id), AskedBy::child);
    });
    auto const held_on = [&](Date on) {
        return refused("UPDATE check_in SET held_on = $1 WHERE school_id = $2", on);
    };
    EXPECT_EQ(held_on(day + 87), "check_in_too_late");
    EXPECT_EQ(held_on(day + 84), "");
}

TEST_F(ImpactTest, the_database_takes_no_check_in_of_a_case_that_ended_otherwise) {
    complete_for_sam();
    auto const pupil = programmes::same<PupilId>(school.sam.id);
    auto const asked = as(school.nurture_assistant, [&](Visit& visit) {
        auto const wish = ask_to_meet(visit, the_case, pupil, AskedBy::class_teacher);
        cases::close(visit, the_case, "Moved to another school");
        return wish;
    });
    for (bool const of_a_wish : {false, true}) try {
            as(school.nurture_assistant, [&](Visit& visit) {
                auto const of = of_a_wish ? std::optional(asked) : std::nullopt;
                return log_meeting(visit, the_case, pupil, of, day, "Came to say hello").has_value();
            });
            FAIL() << "the gate let it pass";
        } catch (db::Refused const& refused) {
            EXPECT_EQ(refused.gate, "check_in_too_late");
        }
}

}  // namespace
}  // namespace impact
