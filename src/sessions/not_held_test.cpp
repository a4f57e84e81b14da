// A session that nobody came to was not held: by the rules, and past every rule by the database.
#include "need_to_know/named_test.hpp"
#include "sessions/actions.hpp"
#include "sessions/gates_test.hpp"
#include "sessions/not_held_pages.hpp"
#include "support/logged.hpp"

namespace sessions {
namespace {

class NobodyCame : public SessionGates {
protected:
    auto delivered(Session const& session, std::map<PlaceId, WhyAbsent> const& absent) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return deliver(visit, session, {.held_on = day, .absent = absent});
        });
    }
    std::string absent(Session const& session, programmes::Place const& place) {
        return refused([&](Visit& visit) {
            store::add(visit.db, visit.school, absence(visit, session, place), place.pupil.id);
        });
    }
    auto absent_on_the_card(Session const& session, programmes::Place const& place) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            auto const card = *store::card(visit.db, visit.school, session.id, place.id);
            auto evaluation = absence(visit, session, place);
            evaluation.version = 0;
            return evaluate(visit, card, {}, evaluation, {});
        });
    }

private:
    static Evaluation absence(Visit& visit, Session const& session, programmes::Place const& place) {
        Evaluation evaluation;
        evaluation.id = visit.new_id<EvaluationId>();
        evaluation.session = session.id;
        evaluation.place = place.id;
        evaluation.attended = false;
        evaluation.why_absent = WhyAbsent::ill;
        evaluation.writing = Writing::written;
        evaluation.written_by = visit.staff();
        evaluation.written_at = visit.now;
        return evaluation;
    }
};

TEST_F(NobodyCame, so_the_register_of_an_absent_child_alone_is_no_delivery) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    EXPECT_EQ(delivered(first(programme), {{sams.id, WhyAbsent::ill}}).error(), Refusal::nobody_came);
    EXPECT_EQ(first(programme).outcome, programmes::Outcome::planned);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(absent(first(programme), sams), "nobody_came");
    EXPECT_EQ(absent_on_the_card(first(programme), sams).error(), Refusal::nobody_else_came);
    EXPECT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return undo_delivery(visit, first(programme), "Nobody came");
    })) << "which is the way to record that it was not held";
}

TEST_F(NobodyCame, of_a_group_either_so_that_its_last_child_is_not_absent) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    auto const amiras = found(place_of(programme, ready(school.amira)));
    give_target(amiras.id);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    std::map<PlaceId, WhyAbsent> const both{{sams.id, WhyAbsent::ill}, {amiras.id, WhyAbsent::away}};
    EXPECT_EQ(delivered(first(programme), both).error(), Refusal::nobody_came);
    ASSERT_TRUE(delivered(first(programme), {{amiras.id, WhyAbsent::away}}));
    EXPECT_EQ(absent(first(programme), sams), "nobody_came");
    EXPECT_EQ(absent_on_the_card(first(programme), sams).error(), Refusal::nobody_else_came);
}

TEST_F(NobodyCame, where_the_other_child_is_without_a_yes_to_the_form) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    auto const amiras = ready(school.amira);
    place_of(programme, amiras);
    agrees_to_this_alone(school.amira, amiras, programmes::Form::one_to_one);
    EXPECT_EQ(delivered(first(programme), {{sams.id, WhyAbsent::ill}}).error(), Refusal::nobody_came);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(absent(first(programme), sams), "nobody_came");
    agrees_to(school.amira, amiras, programmes::Form::group);
    EXPECT_EQ(absent(first(programme), sams), "nobody_came") << "a yes after the register puts nobody on it";
}

TEST_F(NobodyCame, where_the_other_child_has_a_place_and_has_not_started) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    place_of(programme, ready(school.amira));
    EXPECT_EQ(delivered(first(programme), {{sams.id, WhyAbsent::ill}}).error(), Refusal::nobody_came);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(absent(first(programme), sams), "nobody_came");
}

class WhyNobodyCame : public NobodyCame {
protected:
    auto not_held(
        Session const& session, std::map<PlaceId, WhyAbsent> const& absent, programmes::WhyNot why
    ) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return not_hold(visit, session, {why, Instead::after_the_last, {}, absent});
        });
    }
    std::map<PlaceId, WhyAbsent> kept(SessionId const& session) {
        std::map<PlaceId, WhyAbsent> kept;
        for (auto const& absence : store::absences(read(), school.school, session))
            kept.emplace(absence.place, absence.why);
        return kept;
    }
};

// G4, G5: what the register said of each child stays with the session.
TEST_F(WhyNobodyCame, is_kept_of_each_child_until_that_it_was_not_held_is_undone) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme);
    auto const sams = only_place_in(programme);
    auto const amiras = found(place_of(programme, ready(school.amira)));
    std::map<PlaceId, WhyAbsent> const both{{sams.id, WhyAbsent::ill}, {amiras.id, WhyAbsent::away}};
    ASSERT_TRUE(not_held(session, both, programmes::WhyNot::pupil_absent));
    EXPECT_EQ(kept(session.id), both);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return undo_not_held(visit, *store::find(visit.db, visit.school, session.id), "They came after all");
    }));
    EXPECT_TRUE(kept(session.id).empty());
    auto const logged = read().all<std::string>(
        R"(SELECT action FROM record WHERE school_id = $1 AND subject = 'absence' AND case_id = $2 ORDER BY number)",
        school.school,
        sams.the_case
    );
    EXPECT_EQ(logged, (std::vector<std::string>{"made", "undone"}));
}

TEST_F(WhyNobodyCame, is_asked_of_children_on_the_register_and_of_no_other_session) {
    auto const programme = running_with(school.sam);
    auto const sams = only_place_in(programme);
    auto const another = make_small_programme();
    auto const amiras = place_of(another, ready(school.amira));
    ASSERT_TRUE(not_held(
        first(programme),
        {{sams.id, WhyAbsent::ill}, {amiras, WhyAbsent::ill}},
        programmes::WhyNot::pupil_absent
    ));
    EXPECT_EQ(kept(first(programme).id), (std::map<PlaceId, WhyAbsent>{{sams.id, WhyAbsent::ill}}));
    auto const second = sessions_of(programme)[1];
    ASSERT_TRUE(not_held(second, {{sams.id, WhyAbsent::ill}}, programmes::WhyNot::room_lost));
    EXPECT_TRUE(kept(second.id).empty()) << "the room was lost, whoever was ill";
}

class NotHeldUndone : public SessionGates {
protected:
    Session now(SessionId const& session) { return *store::find(read(), school.school, session); }
    Session under_its_number(ProgrammeId const& programme, int number) {
        for (auto const& session : sessions_of(programme))
            if (session.number == number && !session.rearranged) return session;
        return {};
    }
    void put_off(Session const& session, Date to) {
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return not_hold(
                visit, session, {.why = programmes::WhyNot::trip, .instead = Instead::on_a_day, .on = to}
            );
        }));
    }
    Expected<void, Refusal> undone_by(support::Person const& person, SessionId const& session) {
        return as(person, [&](Visit& visit) {
            return undo_not_held(visit, now(session), "The wrong group");
        });
    }
};

TEST_F(NotHeldUndone, is_planned_again_on_its_day_and_the_session_in_its_place_goes) {
    auto const programme = running_with(school.sam);
    auto const before = sessions_of(programme);
    auto const session = before[1].id;
    put_off(now(session), day + 8);
    auto const all = sessions_of(programme);
    auto const is_it = [&](Session const& one) { return one.id == session; };
    auto const* const instead = programmes::in_place_of(*std::ranges::find_if(all, is_it), all);
    ASSERT_TRUE(instead);
    EXPECT_EQ(instead->planned_on, day + 8);
    EXPECT_EQ(undone_by(school.teacher_of_4b, session).error(), Refusal::not_yours);
    ASSERT_TRUE(undone_by(school.nurture_assistant, session));
    EXPECT_EQ(now(session).outcome, programmes::Outcome::planned);
    EXPECT_FALSE(now(session).why_not || now(session).rearranged);
    EXPECT_EQ(sessions_of(programme).size(), before.size());
    EXPECT_EQ(undone_by(school.senco, session).error(), Refusal::nothing_to_undo);
    EXPECT_EQ(support::logged(read(), school.school, "The wrong group"), 2)
        << "the session and the one in its place";
}

TEST_F(NotHeldUndone, is_planned_again_where_it_was_not_made_up_for) {
    auto const programme = running_with(school.sam);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return not_hold(visit, first(programme), {.why = programmes::WhyNot::trip, .instead = {}, .on = {}});
    }));
    ASSERT_TRUE(undone_by(school.senco, first(programme).id));
    EXPECT_EQ(first(programme).outcome, programmes::Outcome::planned);
}

TEST_F(NotHeldUndone, stands_once_something_was_done_on_the_day_in_its_place) {
    auto const programme = running_with(school.sam);
    auto const session = sessions_of(programme)[1].id;
    put_off(now(session), day + 8);
    auto const plans = [&](std::string const& plan) {
        return as(school.nurture_assistant, [&](Visit& visit) {
            return write_plan(visit, under_its_number(programme, 2), plan);
        });
    };
    ASSERT_TRUE(plans("Build a den"));
    EXPECT_EQ(undone_by(school.senco, session).error(), Refusal::done_in_its_place);
    ASSERT_TRUE(plans(""));
    hold(under_its_number(programme, 2));
    EXPECT_EQ(undone_by(school.senco, session).error(), Refusal::done_in_its_place);
    EXPECT_EQ(now(session).outcome, programmes::Outcome::not_held);
}

TEST_F(NotHeldUndone, begins_with_the_last_of_several_days) {
    auto const programme = running_with(school.sam);
    auto const session = sessions_of(programme)[1].id;
    put_off(now(session), day + 8);
    auto const second = under_its_number(programme, 2).id;
    day = day + 1;
    put_off(now(second), day + 9);
    EXPECT_EQ(undone_by(school.senco, session).error(), Refusal::put_off_again);
    ASSERT_TRUE(undone_by(school.senco, second));
    EXPECT_TRUE(undone_by(school.senco, session));
    EXPECT_EQ(under_its_number(programme, 2).id, session);
}

TEST_F(NotHeldUndone, stays_where_the_school_is_closed_on_its_day) {
    auto const programme = running_with(school.sam);
    auto const session = sessions_of(programme)[1];
    put_off(session, session.planned_on + 1);
    as(school.administrator, [&](Visit& visit) {
        return visit.db.run(
            "INSERT INTO closure (school_id, id, name, starts_on, ends_on) VALUES ($1, $2, 'Snow', $3, $3)",
            visit.school,
            visit.new_id<SessionId>(),
            session.planned_on
        );
    });
    EXPECT_EQ(undone_by(school.senco, session.id).error(), Refusal::closed_on_its_day);
}

// The children stand nowhere else on this page, and six equal links tell who sees them nothing.
TEST(NotHeldPage, names_each_child_in_the_way_to_note_a_cpoms_entry) {
    pages::View view;
    view.session.why_not = programmes::WhyNot::room_lost;
    for (auto const* const name : {"Sam", "Amira"}) {
        pupils::Pupil pupil;
        pupil.forename = name;
        view.children.push_back({.place = {}, .named = need_to_know::named_to_the_senco(pupil)});
    }
    auto const page = pages::not_held({}, view, design::blank()).markup();
    for (auto const* const name : {"Sam", "Amira"})
        EXPECT_NE(page.find("Note a CPOMS entry about " + std::string(name) + "</a>"), page.npos) << page;
}

}  // namespace
}  // namespace sessions
