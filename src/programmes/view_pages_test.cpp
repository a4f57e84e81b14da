// What a programme's page says.
#include <gtest/gtest.h>

#include "need_to_know/named_test.hpp"
#include "programmes/move_pages.hpp"
#include "programmes/pages.hpp"
#include "support/seen_child.hpp"

namespace programmes::pages {
namespace {

constexpr Date monday{std::chrono::sys_days{std::chrono::year{2026} / 5 / 11}};

Child with_targets(std::string const& forename, std::vector<std::optional<int>> const& measures) {
    Place place;
    place.pupil.forename = forename;
    Child child{.place = place, .named = need_to_know::named_to_the_senco(place.pupil)};
    child.progress = true;
    child.consented = true;
    for (auto const& measure : measures) {
        Target target;
        target.words = "I can join in";
        target.before = measure;
        child.targets.push_back(target);
    }
    return child;
}

std::string said(Move move, std::vector<Child> const& children) {
    View view;
    view.programme.starts_on = monday;
    view.children = children;
    return thing_to_do(view.programme, move, view).words;
}

TEST(WhatIsMissing, is_said_until_the_class_teachers_have_measured_the_targets) {
    auto const sam = with_targets("Sam", {3, std::nullopt});
    auto const amira = with_targets("Amira", {4});
    auto const of_sam = "The class teacher is still to measure the targets of Sam.";
    EXPECT_NE(said(Move::wait_for_start, {sam, amira}).find(of_sam), std::string::npos);
    EXPECT_EQ(said(Move::start, {sam, amira}), std::string("Sam and Amira can start now. ") + of_sam);
    EXPECT_EQ(said(Move::start, {amira}), "All is ready for the first session.");
    EXPECT_EQ(said(Move::wait_for_start, {amira}).find("All is ready. The first session"), 0U);
    auto elsewhere = sam;
    elsewhere.progress = false;
    EXPECT_EQ(said(Move::start, {elsewhere}), "All is ready for the first session.")
        << "who stands in is told nothing of targets";
}

TEST(WhatIsMissing, is_said_of_children_as_they_are_told_apart) {
    auto sam = with_targets("Sam", {3});
    auto another = with_targets("Sam", {std::nullopt});
    sam.told_apart = "Sam O.";
    another.told_apart = "Sam L.";
    EXPECT_EQ(
        said(Move::start, {sam, another}),
        "Sam O. and Sam L. can start now. The class teacher is still to measure the targets of Sam L."
    );
}

TEST(AProgrammeThatIsComplete, says_that_the_impact_follows_where_a_child_completed_it) {
    View view;
    view.programme.starts_on = monday;
    view.programme.completed_on = monday + 35;
    view.children = {with_targets("Sam", {3}), with_targets("Amira", {3})};
    auto const words = [&] { return thing_to_do(view.programme, Move::nothing, view).words; };
    view.children.clear();
    view.somebody_completed = true;
    EXPECT_NE(words().find("The class teachers measure the impact"), std::string::npos)
        << "also where the visitor sees none of them any more";
    view.somebody_completed = false;
    EXPECT_EQ(words(), "Completed on Monday 15 June 2026. Every child had left it before.");
}

TEST(AProgrammeThatRuns, is_not_started_again_but_those_who_join_it_are) {
    View view;
    view.programme.starts_on = monday;
    view.children = {with_targets("Sam", {3}), with_targets("Amira", {3}), with_targets("Billy", {3})};
    EXPECT_EQ(thing_to_do(view.programme, Move::start, view).button, "Start the programme");
    view.programme.started_on = monday;
    view.children[0].started = true;
    view.children[2].targets.clear();
    auto const joining = thing_to_do(view.programme, Move::start, view);
    EXPECT_EQ(joining.button, "Start Amira");
    EXPECT_EQ(joining.words, "Amira can start now. Billy can start once the targets are written.");
    view.children.pop_back();
    EXPECT_EQ(thing_to_do(view.programme, Move::start, view).words, "Amira can start now.");
}

TEST(WhatIsMissing, is_said_of_each_child_who_waits_and_of_no_other) {
    auto const sam = with_targets("Sam", {3});
    auto amira = with_targets("Amira", {3, 4});
    amira.targets.back().words.clear();
    auto billy = with_targets("Billy", {3});
    billy.consented = false;
    auto neither = amira;
    neither.consented = false;
    neither.place.pupil.forename = "Ola";
    neither.named = need_to_know::named_to_the_senco(neither.place.pupil);
    EXPECT_EQ(
        said(Move::start, {sam, amira}), "Sam can start now. Amira can start once the targets are written."
    );
    EXPECT_EQ(
        said(Move::start, {sam, billy}),
        "Sam can start now. Billy can start once consent to this form is in force."
    );
    EXPECT_EQ(
        said(Move::start, {neither}),
        "Ola can start once the targets are written and consent to this form is in force."
    );
}

TEST(WhatIsMissing, is_said_of_evaluations_also_once_the_programme_is_completed) {
    View view;
    view.programme.completed_on = monday;
    view.children = {with_targets("Sam", {3})};
    auto const words = [&] { return thing_to_do(view.programme, Move::nothing, view).words; };
    EXPECT_EQ(words().find("still to be written"), std::string::npos);
    view.children.front().fidelity.not_written_up = 1;
    EXPECT_NE(words().find("1 evaluation is still to be written."), std::string::npos);
}

TEST(ToBeCompleted, says_who_needs_another_place_since_no_session_was_held_for_them) {
    View view;
    view.programme.starts_on = monday;
    view.children = {with_targets("Sam", {3}), with_targets("Amira", {3}), with_targets("Billy", {3})};
    for (auto& child : view.children) child.started = true;
    view.children[0].fidelity.delivered = 6;
    view.children[1].started = false;
    EXPECT_EQ(
        thing_to_do(view.programme, Move::complete, view).words,
        "Every session is recorded. Amira has not started: with the programme completed, another place is to "
        "be found. No session was held for Billy: with the programme completed, another place is to be found."
    );
}

// M2: then nothing is lost quietly.
TEST(ToBeCompleted, says_whose_measure_from_before_could_not_be_given_any_more) {
    View view;
    view.programme.starts_on = monday;
    view.children = {
        with_targets("Sam", {3, std::nullopt}),
        with_targets("Amira", {3}),
        with_targets("Kim", {std::nullopt})};
    for (auto& child : view.children) {
        child.started = child.place.pupil.forename != "Kim";
        child.fidelity.delivered = 6;
    }
    auto const words = [&] { return thing_to_do(view.programme, Move::complete, view).words; };
    EXPECT_NE(
        words().find(
            "The class teacher is still to measure the targets of Sam. Once the programme is completed, that "
            "measure can't be given any more."
        ),
        std::string::npos
    ) << words();
    view.children.front().targets.back().before = 5;
    EXPECT_EQ(words().find("still to measure"), std::string::npos) << "who never started has none to lose";
}

// G1: whoever joins it starts, and the SENCo says why it goes on.
TEST(AGroupThatHasBecomeSmall, goes_on_and_asks_the_senco_why) {
    View view;
    view.programme.starts_on = monday;
    view.programme.started_on = monday;
    view.few = {.why = Few::have_stayed, .children = 3, .with_a_place = 3};
    view.coordinates = true;
    view.children = {with_targets("Sam", {3})};
    EXPECT_EQ(thing_to_do(view.programme, Move::start, view).button, "Start Sam");
    auto const page = [&] { return programme({}, view, design::blank()).main.markup(); };
    auto const shown = page();
    for (std::string const said :
         {"at least 4 children in a group, and 3 have stayed in this one",
          "write why this one may go on with 3.",
          "Why the group goes on with so few children"})
        EXPECT_NE(shown.find(said), std::string::npos) << said;
    view.coordinates = false;
    EXPECT_EQ(page().find("Save the reason"), std::string::npos) << "that is the SENCo's";
}

TEST(AGroupWithFewChildren, says_to_whoever_delivers_it_why_it_cannot_start) {
    View view;
    view.programme.starts_on = monday;
    view.group_least = 4;
    view.few = {.why = Few::have_a_place, .children = 2, .with_a_place = 2};
    view.delivers = true;
    view.children = {with_targets("Sam", {3}), with_targets("Amira", {})};
    auto const of_few = "at least 4 children in a group. The SENCo can let it start with fewer";
    for (auto const move : {Move::word_targets, Move::wait_for_start, Move::start}) {
        auto const words = thing_to_do(view.programme, move, view).words;
        EXPECT_NE(words.find(of_few), std::string::npos) << words;
    }
    view.few.why = Few::are_ready;
    auto const starting = thing_to_do(view.programme, Move::start, view);
    EXPECT_NE(starting.words.find("Amira can start once the targets are written"), std::string::npos);
    EXPECT_NE(starting.words.find(of_few), std::string::npos) << starting.words;
    EXPECT_EQ(starting.button, "Write the targets") << "what is left for the deliverer to do";
    EXPECT_FALSE(starting.posts) << "the reason comes before the start";
    view.children = {with_targets("Sam", {3})};
    EXPECT_EQ(thing_to_do(view.programme, Move::start, view).button, "");
    view.few.why = Few::no;
    auto const words = thing_to_do(view.programme, Move::word_targets, view).words;
    EXPECT_EQ(words.find("at least 4"), std::string::npos) << words;
}

TEST(AGroupWithFewChildren, says_how_many_consent_lets_start_and_what_can_be_done) {
    View view;
    view.programme.starts_on = monday;
    view.few = {.why = Few::may_start, .children = 3, .with_a_place = 5};
    view.coordinates = true;
    auto sam = with_targets("Sam", {3});
    sam.consent_runs_out = true;
    view.children = {sam, with_targets("Amira", {})};
    auto const words = [&](Move move) { return thing_to_do(view.programme, move, view).words; };
    auto const only_three = "Consent lets only 3 of the 5 children start who have a place.";
    for (auto const move : {Move::word_targets, Move::wait_for_start, Move::start})
        EXPECT_NE(words(move).find(only_three), std::string::npos) << words(move);
    auto const page = [&] { return programme({}, view, design::blank()).main.markup(); };
    auto const shown = page();
    for (std::string const said :
         {"consent lets only 3 of 5 start. See to the consent of the others, or start it on another day",
          "write why this one may start with 3.",
          "Consent ends before the start",
          "/consent\">Consent<"})
        EXPECT_NE(shown.find(said), std::string::npos) << said;
    view.few.children = 0;
    EXPECT_NE(words(Move::start).find("Consent lets nobody start yet."), std::string::npos);
    EXPECT_EQ(page().find("Save the reason"), std::string::npos) << "no group starts with nobody";
    view.few.children = 3;
    view.coordinates = false;
    view.delivers = true;
    EXPECT_EQ(page().find("/consent\">"), std::string::npos) << "that is the SENCo's";
}

// On paper a link is words, and "End the place" below a child's name would be a fact about the child.
TEST(ProgrammePage, prints_no_line_of_what_can_be_done) {
    View view;
    view.programme.starts_on = monday;
    view.coordinates = true;
    view.may_remove = true;
    view.somebody_needed = true;
    view.closed_because = "Nobody delivers it any more.";
    view.children = {with_targets("Sam", {3})};
    auto const page = programme({}, view, design::blank()).main.markup();
    auto printed = page;
    std::string const begins = "<p class=\"on-screen\">";
    for (auto at = printed.find(begins); at != printed.npos; at = printed.find(begins))
        printed.erase(at, printed.find("</p>", at) - at);
    for (std::string const words :
         {"Targets<",
          "End the place",
          "Note a CPOMS entry",
          "Rename the programme",
          "Change who delivers it",
          "Choose who delivers it",
          "Remove this programme"}) {
        EXPECT_NE(page.find(words), page.npos) << words;
        EXPECT_EQ(printed.find(words), printed.npos) << words;
    }
    EXPECT_NE(printed.find("I can join in"), printed.npos);
}

// The number goes with the session to its new day; a dash would be no name of a way to the old one.
TEST(ProgrammePage, leads_to_a_session_that_was_put_off_by_these_words) {
    View view;
    view.programme.starts_on = monday;
    Session session;
    session.id = *SessionId::parse("0190b6e0-0000-7000-8000-000000000001");
    session.number = 1;
    session.planned_on = monday;
    session.outcome = Outcome::not_held;
    session.rearranged = true;
    auto instead = session;
    instead.id = *SessionId::parse("0190b6e0-0000-7000-8000-000000000002");
    instead.outcome = Outcome::planned;
    instead.planned_on = monday + 7;
    view.sessions = {session, instead};
    auto const page = programme({}, view, design::blank()).main.markup();
    EXPECT_NE(page.find("\">Put off<span class=\"govuk-visually-hidden\">, 11 May</span></a>"), page.npos)
        << page;
    EXPECT_EQ(page.find("\u2013</a>"), page.npos);
    EXPECT_NE(page.find("Session </span>1</a>"), page.npos);
}

TEST(ProgrammePage, has_one_card_of_a_child_who_came_back_into_the_programme) {
    View view;
    view.programme.starts_on = monday;
    auto earlier = with_targets("Sam", {3});
    earlier.targets.front().words = "I can wait for my turn";
    earlier.place.pupil.id = PupilId::make({1});
    earlier.place.allocated_on = monday - 30;
    earlier.place.ended_on = monday - 9;
    earlier.place.end_reason = cases::EndReason::own_wish;
    auto now = with_targets("Sam", {4});
    now.place.pupil = earlier.place.pupil;
    now.place.allocated_on = monday - 1;
    auto amira = with_targets("Amira", {5});
    amira.place.pupil.id = PupilId::make({2});
    for (auto* child : {&earlier, &amira, &now})
        child->named = need_to_know::named_to_the_senco(child->place.pupil);
    view.children = {earlier, amira, now};
    auto const page = programme({}, view, design::blank()).main.markup();
    auto cards = 0;
    for (auto at = page.find("class=\"child\""); at != page.npos; at = page.find("class=\"child\"", at + 1))
        ++cards;
    EXPECT_EQ(cards, 2);
    auto const again = page.find("I can join in", page.find("Amira"));
    ASSERT_NE(again, page.npos);
    EXPECT_LT(again, page.find("An earlier place, until Saturday 2 May 2026"))
        << "the open place comes first";
    EXPECT_LT(page.find("An earlier place"), page.find("I can wait for my turn"));
}

// A session whose day is past is no next one: it is to be recorded.
TEST(NextSession, is_to_be_recorded_once_its_day_is_past) {
    View view;
    view.today = monday;
    view.next.emplace();
    view.next->planned_on = monday;
    design::FormGuard const guard;
    auto const markup = [&] { return programme(guard, view, design::blank()).main.markup(); };
    EXPECT_NE(markup().find("Next session"), std::string::npos);
    view.next->planned_on = monday - 1;
    EXPECT_EQ(markup().find("Next session"), std::string::npos);
    EXPECT_NE(markup().find("To record"), std::string::npos);
}

TEST(TheStrip, of_a_programme_that_missed_its_start_asks_for_no_record) {
    View view;
    view.today = monday;
    Session past;
    past.number = 1;
    past.planned_on = monday - 7;
    view.sessions = {past};
    design::FormGuard const guard;
    auto const markup = [&] { return programme(guard, view, design::blank()).main.markup(); };
    EXPECT_NE(markup().find(">To record<"), std::string::npos);
    EXPECT_EQ(markup().find(">To plan<"), std::string::npos) << "its day is past";
    view.missed_start = true;
    EXPECT_EQ(markup().find(">To record<"), std::string::npos);
    EXPECT_NE(markup().find(">Not begun<"), std::string::npos);
}

TEST(TheMeasureBefore, names_the_area_of_each_target) {
    std::vector<Target> targets(2);
    targets[0].area_name = "Anxiety";
    targets[1].area_name = "Friendships";
    for (auto& target : targets) target.words = "I tell someone";
    auto const page = measure({}, support::seen_by_the_senco(), {}, targets, design::blank()).main.markup();
    EXPECT_NE(page.find(">Anxiety, “I tell someone”</legend>"), std::string::npos) << page;
    EXPECT_NE(page.find(">Friendships, “I tell someone”</legend>"), std::string::npos);
}

TEST(SessionsMissed, lead_the_senco_to_time_and_room_and_tell_others_who_sees_to_them) {
    View view;
    view.programme.starts_on = monday;
    view.sessions_missed = "Two sessions in a row were not held";
    auto const page = [&] { return programme({}, view, design::blank()).main.markup(); };
    auto const notice_leads = "not with the children. <a class=\"on-screen\" href=\"/programmes/";
    auto const somebody_else = "The SENCo sees to time and room.";
    EXPECT_NE(page().find(somebody_else), std::string::npos);
    EXPECT_EQ(page().find(notice_leads), std::string::npos);
    view.coordinates = true;
    EXPECT_EQ(page().find(somebody_else), std::string::npos);
    EXPECT_NE(page().find(notice_leads), std::string::npos);
}

}  // namespace
}  // namespace programmes::pages
