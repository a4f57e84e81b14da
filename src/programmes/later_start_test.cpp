#include "programmes/change_actions.hpp"
#include "programmes/change_store.hpp"
#include "programmes/clash_actions.hpp"
#include "programmes/later_start_actions.hpp"
#include "programmes/later_start_pages.hpp"
#include "programmes/move_pages.hpp"
#include "programmes/nurture_test.hpp"
#include "programmes/view_actions.hpp"

namespace programmes {
namespace {

class AMissedStart : public NurtureTest {
protected:
    Programme of(ProgrammeId const& programme) { return *store::find(read(), school.school, programme); }
    Expected<void, Refusal> later(support::Person const& person, ProgrammeId const& id, Date starts_on) {
        return as(person, [&](Visit& visit) {
            return start_later(visit, of(id), starts_on, "Nell was ill");
        });
    }
    std::vector<int> days_of(ProgrammeId const& programme) {
        std::vector<int> days;
        for (auto const& session : sessions_of(programme)) days.push_back(session.planned_on - school.today);
        return days;
    }
    // One that was to start on the school's Tuesday, and did not; a week has passed.
    ProgrammeId missed() {
        auto const programme = make_small_programme();
        give_target(place_of(programme, ready(school.sam)));
        day = school.today + calendar::days_in_week;
        return programme;
    }
    bool starts(ProgrammeId const& programme) {
        return as(school.nurture_assistant, [&](Visit& visit) { return start(visit, programme); }
        ).has_value();
    }
};

TEST_F(AMissedStart, is_made_on_another_day_with_every_session_a_week_apart_from_it) {
    auto const programme = missed();
    auto const before = days_of(programme);
    ASSERT_EQ(before.front(), 0);
    ASSERT_TRUE(later(school.nurture_assistant, programme, day + 2));

    EXPECT_EQ(of(programme).starts_on, day + 2);
    EXPECT_EQ(when_in_words(of(programme)), "Thursdays at 09:30");
    auto const after = days_of(programme);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t at = 0; at < after.size(); ++at)
        EXPECT_EQ((after[at] - 9) % calendar::days_in_week, 0) << "a Thursday";
    EXPECT_EQ(after.front(), 9);
    EXPECT_TRUE(std::ranges::is_sorted(after));

    EXPECT_FALSE(starts(programme)) << "its first day is still to come";
    day = day + 2;
    EXPECT_TRUE(starts(programme));
    EXPECT_EQ(of(programme).started_on, day);
    EXPECT_EQ(later(school.senco, programme, day + 7).error(), Refusal::started_already);
}

TEST_F(AMissedStart, is_kept_with_the_reason_beside_the_new_first_day) {
    auto const programme = missed();
    ASSERT_TRUE(later(school.senco, programme, day));
    auto const changes = store::changes_of(read(), school.school, programme);
    ASSERT_EQ(changes.size(), 1U);
    EXPECT_EQ(changes.front().when_before, "Tuesdays at 09:30, first on " + calendar::in_words(day - 7));
    EXPECT_EQ(changes.front().when, "Tuesdays at 09:30, first on " + calendar::in_words(day));
    EXPECT_EQ(changes.front().reason, "Nell was ill");
    EXPECT_NE(
        pages::changes(changes).markup().find(
            "<li>First session on " + calendar::in_words(day) + ", not on " + calendar::in_words(day - 7) +
            ". "
        ),
        std::string::npos
    );
    EXPECT_TRUE(starts(programme)) << "today";
}

// A wrong day typed once is put right, and a programme is brought forward.
TEST_F(AMissedStart, may_be_made_again_on_an_earlier_day_from_today_on) {
    auto const programme = missed();
    ASSERT_TRUE(later(school.senco, programme, day + 14));
    EXPECT_EQ(later(school.senco, programme, day + 14).error(), Refusal::starts_that_day_already);
    EXPECT_EQ(later(school.senco, programme, day - 7).error(), Refusal::starts_in_the_past);
    ASSERT_TRUE(later(school.nurture_assistant, programme, day + 2));
    EXPECT_EQ(of(programme).starts_on, day + 2);
    EXPECT_EQ(days_of(programme).front(), 9);
    EXPECT_EQ(when_in_words(of(programme)), "Thursdays at 09:30");
    ASSERT_TRUE(later(school.senco, programme, day));
    EXPECT_EQ(days_of(programme).front(), 7);
    EXPECT_EQ(store::changes_of(read(), school.school, programme).size(), 3U);
    EXPECT_TRUE(starts(programme));
}

TEST_F(AMissedStart, is_followed_by_no_day_without_school_and_by_none_beyond_the_terms) {
    auto const programme = missed();
    EXPECT_EQ(later(school.senco, programme, day - 1).error(), Refusal::starts_in_the_past);
    EXPECT_EQ(later(school.senco, programme, day + 4).error(), Refusal::school_closed_that_day);
    auto const before = days_of(programme);
    std::optional<Refusal> refused;
    for (auto first = day; !refused && first < day + 366; first = first + calendar::days_in_week) {
        auto const moved =
            as(school.senco, [&](Visit& visit) { return sessions_from(visit, of(programme), first); });
        if (!moved && moved.error() != Refusal::school_closed_that_day) refused = moved.error();
    }
    EXPECT_EQ(refused, Refusal::starts_too_late);
    EXPECT_EQ(days_of(programme), before);
}

TEST_F(AMissedStart, leaves_what_was_recorded_as_not_held_and_asks_a_stand_in_again) {
    auto const programme = missed();
    auto const sessions = sessions_of(programme);
    as(school.senco, [&](Visit& visit) {
        visit.db.run(
            R"(UPDATE session SET outcome = 'not_held', why_not = 'trip' WHERE id = $1 AND school_id = $2)",
            sessions[0].id,
            visit.school
        );
        return visit.db.run(
            R"(UPDATE session SET stand_in_id = $1, plan = 'Puppets' WHERE id = $2 AND school_id = $3)",
            school.second_nurture_assistant.staff,
            sessions[1].id,
            visit.school
        );
    });
    ASSERT_TRUE(later(school.senco, programme, day + 1));
    auto const after = sessions_of(programme);
    EXPECT_EQ(after[0].planned_on, sessions[0].planned_on);
    EXPECT_EQ(after[0].outcome, Outcome::not_held);
    EXPECT_EQ(after[1].planned_on, day + 1);
    EXPECT_EQ(after[1].plan, "Puppets");
    EXPECT_FALSE(after[1].stand_in);
}

TEST_F(AMissedStart, gives_it_the_weekday_of_the_new_first_day_whatever_it_was_before) {
    auto const programme = make_small_programme();
    auto const to_wednesdays = NewDelivery{
        .from_on = day + 7,
        .deliverer = of(programme).deliverer,
        .room = of(programme).room,
        .weekday = Weekday::wednesday,
        .starts_at_time = "09:30",
        .reason = "The room is free then"};
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return change_delivery(visit, programme, to_wednesdays);
    }));
    ASSERT_EQ(when_in_words(of(programme)), "Wednesdays at 09:30");
    ASSERT_TRUE(later(school.senco, programme, day + 2));
    EXPECT_EQ(when_in_words(of(programme)), "Thursdays at 09:30");
}

TEST_F(AMissedStart, moves_a_session_into_the_hands_that_it_is_in_on_its_new_day) {
    auto const programme = missed();
    auto const sessions = sessions_of(programme);
    auto const handed_over_on = sessions[3].planned_on;
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) {
        return change_delivery(
            visit,
            programme,
            {.from_on = handed_over_on,
             .deliverer = school.second_nurture_assistant.staff,
             .room = of(programme).room,
             .weekday = Weekday::tuesday,
             .starts_at_time = "09:30",
             .reason = "Nell leaves"}
        );
    }));
    ASSERT_TRUE(later(school.senco, programme, day + 2));
    for (auto const& session : sessions_of(programme))
        EXPECT_EQ(session.deliverer.has_value(), session.planned_on < handed_over_on)
            << calendar::iso(session.planned_on);
}

TEST_F(AMissedStart, meets_what_is_taken_on_its_new_days) {
    auto const programme = missed();
    auto other = input();
    other.name = "Brave steps";
    other.starts_on = day + 1;
    ASSERT_TRUE(as(school.senco, [&](Visit& visit) { return make(visit, other); }));
    auto const clashes_on = [&](Date first) {
        return as(school.senco, [&](Visit& visit) {
            return clashes_of(visit, of(programme), *sessions_from(visit, of(programme), first)).size();
        });
    };
    EXPECT_GT(clashes_on(day + 1), 0U);
    EXPECT_EQ(clashes_on(day + 2), 0U);
}

TEST_F(AMissedStart, meets_training_that_ends_before_the_new_last_session) {
    auto const programme = missed();
    auto const now = as(school.senco, [&](Visit& visit) {
        return what_the_days_meet(visit, of(programme), *sessions_from(visit, of(programme), day + 2));
    });
    EXPECT_TRUE(now.nothing()) << now.untrained_then;
    auto moved = sessions_of(programme);
    moved.back().planned_on = day + 3660;
    auto const met =
        as(school.senco, [&](Visit& visit) { return what_the_days_meet(visit, of(programme), moved); });
    EXPECT_FALSE(met.nothing());
    EXPECT_NE(met.untrained_then.find("'s training ends on "), std::string::npos) << met.untrained_then;
    EXPECT_NE(met.untrained_then.find(calendar::in_words(day + 3660)), std::string::npos);

    auto const page = pages::later_start(
                          {},
                          {.programme = of(programme), .missed = true, .then = {.untrained_then = "It ends"}},
                          design::blank()
    )
                          .main.markup();
    EXPECT_NE(page.find("It ends"), std::string::npos);
    EXPECT_NE(page.find("all_the_same"), std::string::npos);
}

TEST_F(AMissedStart, is_not_written_over_by_who_has_not_read_the_newer_first_day) {
    auto const programme = missed();
    auto const read_before = of(programme);
    ASSERT_TRUE(later(school.senco, programme, day + 2));
    auto const stale = as(school.nurture_assistant, [&](Visit& visit) {
        return start_later(visit, read_before, day, "Ill");
    });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error(), Refusal::changed_meanwhile);
    EXPECT_EQ(of(programme).starts_on, day + 2);
}

TEST_F(AMissedStart, meets_a_yes_that_ends_before_the_new_last_session) {
    auto const programme = missed();
    auto const the_case = as(school.senco, [&](Visit& visit) {
        return store::places(visit.db, visit.school, programme, visit.today).front().the_case;
    });
    auto const runs_out = [&](Date first) {
        return as(school.senco, [&](Visit& visit) {
            return consents_that_run_out(visit, of(programme), *sessions_from(visit, of(programme), first));
        });
    };
    EXPECT_TRUE(runs_out(day).empty()) << "without an end";
    auto const last = as(school.senco, [&](Visit& visit) {
        return sessions_from(visit, of(programme), day)->back().planned_on;
    });
    agrees_to(school.sam, the_case, std::nullopt, last);
    EXPECT_TRUE(runs_out(day).empty()) << "it holds on its last day";
    ASSERT_EQ(runs_out(day + 1).size(), 1U);
    EXPECT_EQ(runs_out(day + 1).front(), "Consent for Sam holds until " + calendar::in_words(last) + ".");
}

TEST_F(AMissedStart, shows_every_day_of_another_weekday_before_it_is_saved) {
    auto const programme = missed();
    auto const page = [&](pages::NewDays const& then) {
        return pages::later_start({}, {.programme = of(programme), .then = then}, design::blank())
            .main.markup();
    };
    auto const shown = page({.days = {day + 2, day + 9}, .another_weekday = true});
    for (auto const to_come : {day + 2, day + 9})
        EXPECT_NE(shown.find("<li>" + calendar::in_words(to_come)), std::string::npos) << shown;
    EXPECT_NE(shown.find("The sessions move to another weekday"), std::string::npos);
    EXPECT_NE(shown.find(calendar::iso(day + 2)), std::string::npos) << "so that it is not shown again";
    EXPECT_EQ(page({}).find("The sessions would be on"), std::string::npos);
}

TEST_F(AMissedStart, is_said_on_every_page_with_the_way_to_another_day) {
    auto const id = missed();
    pages::View view;
    view.programme = of(id);
    view.missed_start = missed_its_start(view.programme, day);
    view.coordinates = true;
    auto const now = pages::thing_to_do(view.programme, Move::start, view);
    auto const said = "It was to start on " + calendar::in_words(day - 7) + "; it has not started.";
    EXPECT_TRUE(now.words.starts_with(said)) << now.words;
    EXPECT_EQ(now.also_path, pages::later_start_path(id));
    view.coordinates = false;
    EXPECT_EQ(pages::thing_to_do(view.programme, Move::start, view).also, "") << "to a stand-in";
    pages::Line line;
    line.programme = of(id);
    line.missed_start = true;
    auto const listed = pages::programmes({line}, {.makes = true}).main.markup();
    EXPECT_NE(listed.find("Was to start Tuesday"), std::string::npos);
    view.missed_start = missed_its_start(view.programme, day - 7);
    EXPECT_EQ(pages::thing_to_do(view.programme, Move::start, view).words.find("was to"), std::string::npos);
}

}  // namespace
}  // namespace programmes
