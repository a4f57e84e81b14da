// Who is on the register of a day, and what the database says of a child who is not, past every rule.
#include "sessions/gates_test.hpp"

namespace sessions {
namespace {

// A full group of six who have started, and a seventh child who waits.
class Register : public SessionGates {
protected:
    ProgrammeId programme;
    std::vector<PlaceId> places;
    CaseId seventh;

    void SetUp() override {
        programme = make_small_programme(6);
        std::vector<support::Child> children{school.sam, school.amira, school.tom};
        for (auto const* forename : {"Ivy", "Noor", "Max"}) children.push_back(join(forename));
        for (auto const& child : children) {
            places.push_back(place_of(programme, ready(child)));
            give_target(places.back());
        }
        starts();
        seventh = ready(join("Zoe"));
    }
    void starts() {
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::start(visit, programme);
        }));
    }
    PlaceId takes_a_place(CaseId const& the_case) {
        auto const place = place_of(programme, the_case);
        give_target(place);
        starts();
        return place;
    }
    void ends(PlaceId const& place, cases::EndReason why) {
        as(school.senco, [&](Visit& visit) {
            programmes::store::end_place(visit.db, visit.school, place, day, why);
            return true;
        });
    }
    std::size_t listed() { return store::on_register(read(), school.school, programme, day).size(); }
    std::string present(PlaceId const& place) {
        return refused([&](Visit& visit) {
            auto const of = *programmes::store::place(visit.db, visit.school, place, day);
            Evaluation evaluation;
            evaluation.id = visit.new_id<EvaluationId>();
            evaluation.session = first(programme).id;
            evaluation.place = place;
            evaluation.written_by = visit.staff();
            evaluation.written_at = visit.now;
            store::add(visit.db, visit.school, evaluation, of.pupil.id);
        });
    }
};

TEST_F(Register, holds_no_seventh_child_where_one_left_today_and_another_took_the_place) {
    ends(places[0], cases::EndReason::no_longer_needed);
    EXPECT_EQ(listed(), 6U) << "on the last day, while the place is nobody else's";
    auto const new_place = takes_a_place(seventh);
    EXPECT_EQ(listed(), 6U);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(present(places[0]), "not_on_the_register");
    EXPECT_EQ(present(new_place), "");
    for (std::size_t at = 1; at < places.size(); ++at) EXPECT_EQ(present(places[at]), "");
}

TEST_F(Register, takes_no_more_children_as_present_than_the_programme_has_places) {
    ASSERT_EQ(delivering(first(programme), day), "");
    for (auto const& place : places) ASSERT_EQ(present(place), "");
    ends(places[0], cases::EndReason::no_longer_needed);
    EXPECT_EQ(present(takes_a_place(seventh)), "not_on_the_register");
}

TEST_F(Register, lists_no_child_twice_whose_place_ended_and_who_has_another_since_today) {
    auto const the_case = found(places[0]).the_case;
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        auto const why = "Entered for another group";
        return cases::undo(visit, the_case, cases::Step::start, why) &&
               programmes::undo_allocation(visit, the_case, why);
    }));
    EXPECT_EQ(listed(), 5U);
    auto const again = takes_a_place(the_case);
    EXPECT_EQ(listed(), 6U);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(present(places[0]), "not_on_the_register");
    EXPECT_EQ(present(again), "");
}

TEST_F(Register, takes_no_child_as_present_twice_in_a_session) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ASSERT_EQ(present(places[0]), "");
    ends(places[0], cases::EndReason::no_longer_needed);
    auto const the_case = found(places[0]).the_case;
    PlaceId again = PlaceId::make(school.now);
    as(school.senco, [&](Visit& visit) {
        auto place = found(places[0]);
        place.id = again;
        place.allocated_on = day;
        programmes::store::add_place(visit.db, visit.school, place, visit.staff(), visit.now);
        return true;
    });
    EXPECT_EQ(found(again).the_case, the_case);
    EXPECT_EQ(present(again), "not_on_the_register");
}

// Who was there stays on the register that was taken, and who comes into the place later that day was not.
TEST_F(Register, keeps_who_was_there_when_the_place_goes_to_another_later_that_day) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ends(places[0], cases::EndReason::no_longer_needed);
    auto const new_place = takes_a_place(seventh);
    auto const listed_then = store::register_of(read(), school.school, first(programme).id);
    auto const stands_on_it = [&](PlaceId const& place) {
        return std::ranges::find(listed_then, place, &store::OnRegister::place) != listed_then.end();
    };
    EXPECT_TRUE(stands_on_it(places[0]));
    EXPECT_FALSE(stands_on_it(new_place));
    EXPECT_EQ(present(new_place), "not_on_the_register");
    EXPECT_EQ(present(places[0]), "");
    auto const attended = programmes::store::attendance(read(), school.school, programme);
    EXPECT_EQ(attended.at(places[0]).attended, 1);
    EXPECT_EQ(attended.at(places[1]).not_written_up, 1);
    EXPECT_FALSE(attended.contains(new_place));
}

// G4, C6: what is on record stays.
TEST_F(Register, keeps_a_child_whose_consent_was_withdrawn_later_on_that_day) {
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const withdraws = places[0];
    ends(withdraws, cases::EndReason::consent_withdrawn);
    EXPECT_EQ(store::register_of(read(), school.school, first(programme).id).size(), 6U);
    EXPECT_EQ(
        programmes::store::attendance(read(), school.school, programme).at(withdraws).not_written_up, 1
    );
    answer(school.sam, found(withdraws).the_case, "withdrawn");
    EXPECT_EQ(present(withdraws), "");
}

TEST_F(Register, goes_with_the_record_that_the_session_was_held) {
    auto const session = first(programme);
    ASSERT_EQ(delivering(session, day), "");
    ASSERT_EQ(
        refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); }), ""
    );
    EXPECT_TRUE(store::register_of(read(), school.school, session.id).empty());
}

TEST_F(Register, that_was_taken_lets_neither_start_nor_allocation_be_undone_while_the_place_is_open) {
    auto const the_case = found(places[0]).the_case;
    auto const undone = [&](auto const& undo) {
        return as(school.senco, [&](Visit& visit) { return undo(visit, the_case, "The wrong child"); });
    };
    auto const past_the_rule = [&] {
        return refused([&](Visit& visit) {
            static_cast<void>(cases::undo(visit, the_case, cases::Step::start, "The wrong child"));
        });
    };
    ASSERT_TRUE(undone(programmes::undo_start)) << "before any session";
    starts();
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(undone(programmes::undo_start).error(), cases::Refusal::session_recorded);
    EXPECT_EQ(past_the_rule(), "session_recorded");
    ends(places[0], cases::EndReason::no_longer_needed);
    EXPECT_TRUE(undone(programmes::undo_start)) << "the way to another place";
    EXPECT_TRUE(undone(programmes::undo_allocation));
}

TEST_F(Register, that_was_taken_lets_no_start_be_undone_once_consent_was_withdrawn) {
    auto const the_case = found(places[0]).the_case;
    ASSERT_EQ(delivering(first(programme), day), "");
    ends(places[0], cases::EndReason::consent_withdrawn);
    auto const undone = as(school.senco, [&](Visit& visit) {
        return programmes::undo_start(visit, the_case, "The wrong child");
    });
    EXPECT_EQ(undone.error(), cases::Refusal::session_recorded);
}

TEST_F(Register, lists_nobody_whose_consent_was_withdrawn_today) {
    ends(places[0], cases::EndReason::consent_withdrawn);
    EXPECT_EQ(listed(), 5U);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(present(places[0]), "not_on_the_register");
}

TEST_F(Register, keeps_a_child_who_completed_on_the_day_of_the_session) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ends(places[0], cases::EndReason::completed);
    EXPECT_EQ(listed(), 6U);
    EXPECT_EQ(present(places[0]), "");
}

TEST_F(Register, turns_no_absence_into_presence_without_consent) {
    auto const absent = as(school.nurture_assistant, [&](Visit& visit) {
        Evaluation evaluation;
        evaluation.id = visit.new_id<EvaluationId>();
        evaluation.session = first(programme).id;
        evaluation.place = places[0];
        evaluation.attended = false;
        evaluation.why_absent = WhyAbsent::ill;
        evaluation.written_by = visit.staff();
        evaluation.written_at = visit.now;
        store::deliver(visit.db, visit.school, first(programme), day, visit.staff());
        store::add(visit.db, visit.school, evaluation, found(places[0]).pupil.id);
        return evaluation.id;
    });
    auto const was_there = [&] {
        return refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE evaluation SET attended = 1 WHERE school_id = $1 AND id = $2", visit.school, absent
            );
        });
    };
    refused_the_day_before(found(places[0]).the_case);
    EXPECT_EQ(was_there(), "no_consent_in_force");
    answer(school.sam, found(places[0]).the_case, "given");
    EXPECT_EQ(was_there(), "no_consent_in_force") << "Dad's refusal stands";
    says(school.sam.father, found(places[0]).the_case, "given", day);
    EXPECT_EQ(was_there(), "");
}

TEST_F(Register, takes_an_evaluation_of_the_child_whose_place_it_is_alone) {
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const written_of = [&](PlaceId const& place, bool attended) {
        return refused([&](Visit& visit) {
            Evaluation evaluation;
            evaluation.id = visit.new_id<EvaluationId>();
            evaluation.session = first(programme).id;
            evaluation.place = places[0];
            evaluation.attended = attended;
            if (!attended) evaluation.why_absent = WhyAbsent::ill;
            evaluation.written_by = visit.staff();
            evaluation.written_at = visit.now;
            auto const of = *programmes::store::place(visit.db, visit.school, place, day);
            store::add(visit.db, visit.school, evaluation, of.pupil.id);
        });
    };
    EXPECT_EQ(written_of(places[1], true), "evaluation_of_another_child");
    EXPECT_EQ(written_of(places[1], false), "evaluation_of_another_child");
    EXPECT_EQ(written_of(places[0], true), "");
}

TEST_F(Register, leaves_an_evaluation_with_its_child_and_session) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ASSERT_EQ(present(places[0]), "");
    auto const other = found(places[1]);
    auto const changed = [&](db::Sql const& sql, auto const& value) {
        return refused([&](Visit& visit) { visit.db.run(sql, value, visit.school); });
    };
    EXPECT_EQ(
        changed("UPDATE evaluation SET pupil_id = $1 WHERE school_id = $2", other.pupil.id),
        "evaluation_stands"
    );
    EXPECT_EQ(
        changed("UPDATE evaluation SET place_id = $1 WHERE school_id = $2", other.id), "evaluation_stands"
    );
    EXPECT_EQ(
        changed("UPDATE evaluation SET session_id = $1 WHERE school_id = $2", sessions_of(programme)[1].id),
        "evaluation_stands"
    );
}

TEST_F(Register, rates_the_targets_of_the_child_who_was_there_alone) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ASSERT_EQ(present(places[0]), "");
    auto const rated = [&](PlaceId const& of) {
        return refused([&](Visit& visit) {
            auto const rows = visit.db.run(
                R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
                   SELECT e.school_id, e.id, t.id, 4 FROM evaluation e
                     JOIN target t ON t.school_id = e.school_id AND t.place_id = $1
                    WHERE e.school_id = $2 AND e.place_id = $3)",
                of,
                visit.school,
                places[0]
            );
            EXPECT_EQ(rows, 1);
        });
    };
    EXPECT_EQ(rated(places[1]), "target_of_another_child");
    EXPECT_EQ(rated(places[0]), "");
}

TEST_F(Register, keeps_what_is_written_once_the_impact_was_measured) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ASSERT_EQ(present(places[0]), "");
    auto const of = found(places[0]);
    auto const run = [&](db::Sql const& sql) {
        return refused([&](Visit& visit) { visit.db.run(sql, visit.school, of.id); });
    };
    constexpr db::Sql rate = R"(
        INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
        SELECT e.school_id, e.id, t.id, 4 FROM evaluation e
          JOIN target t ON t.school_id = e.school_id AND t.place_id = e.place_id
         WHERE e.school_id = $1 AND e.place_id = $2)";
    constexpr db::Sql rate_anew = R"(
        UPDATE target_rating SET rating = 9
         WHERE school_id = $1
           AND evaluation_id IN (SELECT e.id FROM evaluation e WHERE e.school_id = $1 AND e.place_id = $2))";
    constexpr db::Sql rate_no_more = R"(
        DELETE FROM target_rating
         WHERE school_id = $1
           AND evaluation_id IN (SELECT e.id FROM evaluation e WHERE e.school_id = $1 AND e.place_id = $2))";
    constexpr db::Sql write_anew =
        "UPDATE evaluation SET writing = 'written' WHERE school_id = $1 AND place_id = $2";
    constexpr db::Sql take_back = "DELETE FROM evaluation WHERE school_id = $1 AND place_id = $2";

    ASSERT_EQ(run(rate), "");
    ASSERT_EQ(run(rate_anew), "");
    ASSERT_EQ(run(write_anew), "");
    EXPECT_EQ(run(take_back), "evaluation_stands");
    is_measured(of);
    EXPECT_EQ(run(write_anew), "evaluation_settled");
    EXPECT_EQ(run(rate_anew), "evaluation_settled");
    EXPECT_EQ(run(rate_no_more), "evaluation_settled");
    as(school.senco,
       [&](Visit& visit) { return visit.db.run("UPDATE impact_review SET undone_at = $1", visit.now); });
    EXPECT_EQ(run(write_anew), "");
    EXPECT_EQ(run(rate_no_more), "");
    ends(places[0], cases::EndReason::no_longer_needed);
    as(school.senco, [&](Visit& visit) {
        cases::close(visit, of.the_case, "Moved away");
        return true;
    });
    EXPECT_EQ(run(write_anew), "evaluation_settled");
    EXPECT_EQ(run(rate), "evaluation_settled");
}

TEST_F(Register, changes_no_rating_of_a_closed_case) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ASSERT_EQ(present(places[0]), "");
    auto const of = found(places[0]);
    auto const run = [&](db::Sql const& sql) {
        return refused([&](Visit& visit) { visit.db.run(sql, visit.school); });
    };
    ASSERT_EQ(
        run(R"(INSERT INTO target_rating (school_id, evaluation_id, target_id, rating)
               SELECT e.school_id, e.id, t.id, 4 FROM evaluation e
                 JOIN target t ON t.school_id = e.school_id AND t.place_id = e.place_id
                WHERE e.school_id = $1)"),
        ""
    );
    ASSERT_EQ(run("UPDATE target_rating SET rating = 5 WHERE school_id = $1"), "");
    ends(places[0], cases::EndReason::no_longer_needed);
    as(school.senco, [&](Visit& visit) {
        cases::close(visit, of.the_case, "Moved away");
        return true;
    });
    EXPECT_EQ(run("UPDATE target_rating SET rating = 9 WHERE school_id = $1"), "evaluation_settled");
    EXPECT_EQ(run("DELETE FROM target_rating WHERE school_id = $1"), "evaluation_settled");
}

TEST_F(Register, keeps_the_plain_absence_and_the_session_of_a_settled_child) {
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const of = found(places[0]);
    as(school.nurture_assistant, [&](Visit& visit) {
        Evaluation absent;
        absent.id = visit.new_id<EvaluationId>();
        absent.session = first(programme).id;
        absent.place = of.id;
        absent.attended = false;
        absent.why_absent = WhyAbsent::ill;
        absent.writing = Writing::written;
        absent.written_by = visit.staff();
        absent.written_at = visit.now;
        store::add(visit.db, visit.school, absent, of.pupil.id);
        return true;
    });
    auto const take_back = [&] {
        return refused([&](Visit& visit) {
            visit.db.run(
                "DELETE FROM evaluation WHERE school_id = $1 AND place_id = $2", visit.school, of.id
            );
        });
    };
    auto const plan_anew = [&] {
        return refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); });
    };
    auto const on_another_day = [&] {
        return refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE session SET held_on = $1 WHERE school_id = $2 AND id = $3",
                day + 1,
                visit.school,
                first(programme).id
            );
        });
    };
    is_measured(of);
    EXPECT_EQ(take_back(), "evaluation_settled");
    EXPECT_EQ(plan_anew(), "session_settled");
    EXPECT_EQ(on_another_day(), "held_day_stands");
    as(school.senco,
       [&](Visit& visit) { return visit.db.run("UPDATE impact_review SET undone_at = $1", visit.now); });
    ends(places[0], cases::EndReason::no_longer_needed);
    as(school.senco, [&](Visit& visit) {
        cases::close(visit, of.the_case, "Moved away");
        return true;
    });
    EXPECT_EQ(take_back(), "evaluation_settled");
    EXPECT_EQ(plan_anew(), "session_settled");
    EXPECT_EQ(on_another_day(), "held_day_stands");
}

TEST_F(Register, plans_no_session_anew_whose_children_were_turned_to_absent) {
    ASSERT_EQ(delivering(first(programme), day), "");
    ASSERT_EQ(present(places[0]), "");
    as(school.nurture_assistant, [&](Visit& visit) {
        return visit.db.run(
            R"(UPDATE evaluation SET attended = 0, why_absent = 'ill', version = version + 1
                WHERE school_id = $1)",
            visit.school
        );
    });
    EXPECT_EQ(
        refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); }),
        "held_day_stands"
    );
}

TEST_F(Register, takes_nobody_as_present_who_has_not_started) {
    ends(places[0], cases::EndReason::left_school);
    auto const new_place = place_of(programme, seventh);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(present(new_place), "not_on_the_register");
    give_target(new_place);
    starts();
    EXPECT_EQ(present(new_place), "not_on_the_register") << "who starts later that day was on none before";
}

// A yes that ran out in the middle of a programme leaves the child with a place, and without a part in
// sessions.
TEST_F(Register, lists_nobody_whose_consent_had_run_out_by_then) {
    auto const sams = found(places.front());
    agrees_to(school.sam, sams.the_case, {}, day - 1);
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const lines = store::register_of(read(), school.school, first(programme).id);
    EXPECT_EQ(lines.size(), 5U);
    EXPECT_EQ(std::ranges::count(lines, sams.id, &store::OnRegister::place), 0);
    EXPECT_EQ(present(sams.id), "no_consent_in_force");
    auto const absent = [&](PlaceId const& place) {
        return refused([&](Visit& visit) {
            Evaluation evaluation;
            evaluation.id = visit.new_id<EvaluationId>();
            evaluation.session = first(programme).id;
            evaluation.place = place;
            evaluation.attended = false;
            evaluation.why_absent = WhyAbsent::away;
            evaluation.written_by = visit.staff();
            evaluation.written_at = visit.now;
            store::add(
                visit.db,
                visit.school,
                evaluation,
                programmes::store::place(visit.db, visit.school, place, day)->pupil.id
            );
        });
    };
    EXPECT_EQ(absent(sams.id), "not_on_the_register") << "nor is anything told of them";
    EXPECT_EQ(absent(places.back()), "");
}

}  // namespace
}  // namespace sessions
