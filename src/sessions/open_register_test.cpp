// What a register that was open for a while may still record.
#include "safeguarding/pages.hpp"
#include "sessions/recording_routes.hpp"
#include "sessions/routes.hpp"
#include "sessions/sessions_test.hpp"
#include "support/answered.hpp"

namespace sessions {
namespace {

// Sam and Amira are in the group; while the register is open, consent for Amira is withdrawn.
class OpenRegister : public SessionsTest {
protected:
    ProgrammeId programme;
    programmes::Place sams;
    programmes::Place amiras;

    void SetUp() override {
        programme = make_small_programme();
        sams = found(place_of(programme, ready(school.sam)));
        amiras = found(place_of(programme, ready(school.amira)));
        give_target(sams.id);
        give_target(amiras.id);
        ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
            return programmes::start(visit, programme);
        }));
    }
    void consent_ends() {
        answer(school.amira, amiras.the_case, "withdrawn");
        as(school.senco, [&](Visit& visit) {
            programmes::store::end_place(
                visit.db, visit.school, amiras.id, day, cases::EndReason::consent_withdrawn
            );
            return true;
        });
    }
    Fields as_opened() {
        Fields form;
        form.add("plan_version", std::to_string(first(programme).version));
        for (auto const* place : {&sams, &amiras}) form.add(listed_field(place->id), "yes");
        form.add("held_on", calendar::iso(day));
        form.add("plan", "Build a den");
        return form;
    }
    Fields everyone_here() {
        auto form = as_opened();
        form.add("everyone", "here");
        return form;
    }
    Fields not_here(programmes::Place const& place) {
        auto form = as_opened();
        form.add(register_field(place.id), "not_here");
        form.add(why_absent_field(place.id), "ill");
        return form;
    }
    http::Response sent(Fields const& form) {
        auto const session = first(programme).id;
        return as(school.nurture_assistant, [&](Visit& visit) {
            auto request = school.get(school.nurture_assistant, "/sessions/x/delivery");
            request.segments = {{"session", std::string(session.text())}};
            request.form = form;
            return support::answered(recording_routes().front(), visit, request);
        });
    }
    http::Response the_page() {
        return as(school.nurture_assistant, [&](Visit& visit) {
            auto request = school.get(school.nurture_assistant, "/sessions/x");
            request.segments = {{"session", std::string(first(programme).id.text())}};
            for (auto const& route : routes())
                if (route.method == "GET" && route.path == "/sessions/{session}")
                    return support::answered(route, visit, request);
            return http::not_found();
        });
    }
    bool is_recorded() { return first(programme).outcome == programmes::Outcome::delivered; }
};

TEST_F(OpenRegister, is_recorded_as_it_was_opened) {
    EXPECT_EQ(sent(everyone_here()).status, 303);
    EXPECT_TRUE(is_recorded());
}

// All but one: a tick, why, and one press.
TEST_F(OpenRegister, comes_before_the_plan_once_the_session_has_begun_and_asks_for_no_day_on_its_own) {
    auto const page = the_page().body;
    auto const asks = page.find("Who is not here?");
    ASSERT_NE(asks, page.npos);
    EXPECT_LT(asks, page.find("What the session will do"));
    EXPECT_LT(page.find("Everyone is here: record it"), page.find("Save the plan"));
    EXPECT_NE(page.find("It will be recorded as held today, Tuesday 12 May"), page.npos);
    EXPECT_EQ(page.find("name=\"held_on-day\""), page.npos);
    day = day + 1;
    EXPECT_NE(the_page().body.find("name=\"held_on-day\""), std::string::npos) << "on any later day";
}

TEST_F(OpenRegister, waits_on_its_day_until_the_session_begins) {
    auto const asks = [&] { return the_page().body.find("Who is not here?") != std::string::npos; };
    ASSERT_TRUE(asks());
    school.now = calendar::start_of(school.today) + 8 * hours;
    EXPECT_FALSE(asks());
}

TEST_F(OpenRegister, takes_the_others_as_here_where_one_is_ticked) {
    EXPECT_EQ(sent(not_here(amiras)).status, 303);
    EXPECT_TRUE(is_recorded());
    auto const written = store::evaluations(read(), school.school, first(programme).id);
    ASSERT_EQ(written.size(), 1U) << "only the absence is written up yet";
    EXPECT_EQ(written.at(amiras.id).why_absent, WhyAbsent::ill);
}

TEST_F(OpenRegister, takes_nobody_as_here_unsaid) {
    auto const refused = [&](Fields const& form, std::string const& words) {
        auto const answered = sent(form);
        EXPECT_EQ(answered.status, 422) << words;
        EXPECT_NE(answered.body.find(words), std::string::npos) << words;
        EXPECT_FALSE(is_recorded()) << words;
    };
    refused(as_opened(), "Tick who is not here, or press “Everyone is here: record it”");
    auto form = not_here(amiras);
    form.add("everyone", "here");
    refused(form, "take the tick away, or press “The others are here: record it”");
    form = everyone_here();
    form.add(why_absent_field(amiras.id), "ill");
    refused(form, "Tick Amira");
    form = as_opened();
    form.add(register_field(amiras.id), "not_here");
    refused(form, "Choose why Amira");
}

// In the order in which they are put right: what contradicts itself, then the children, then the day.
TEST_F(OpenRegister, says_everything_that_is_wrong_at_once) {
    Fields form;
    for (auto const* place : {&sams, &amiras}) form.add(listed_field(place->id), "yes");
    auto const unsaid = sent(form).body;
    for (auto const* words : {"Tick who is not here", "Enter the day"})
        EXPECT_NE(unsaid.find(words), unsaid.npos) << words;
    form.add("everyone", "here");
    form.add(register_field(amiras.id), "not_here");
    auto const body = sent(form).body;
    std::size_t from = 0;
    for (auto const* words : {"You ticked who is not here", "Choose why Amira", "Enter the day"}) {
        from = body.find(words, from);
        ASSERT_NE(from, body.npos) << words;
    }
    EXPECT_FALSE(is_recorded());
}

TEST_F(OpenRegister, speaks_of_the_buttons_that_stand_there_for_one_child_alone) {
    consent_ends();
    Fields form;
    form.add(listed_field(sams.id), "yes");
    form.add("held_on", calendar::iso(day));
    auto const offers = [&](std::string const& body, std::string const& words) {
        for (auto at = body.find(words); at != body.npos; at = body.find(words, at + 1))
            if (body.find("</button>", at) - at < words.size() + 20) return true;
        return false;
    };
    auto const unsaid = sent(form).body;
    EXPECT_NE(unsaid.find("Press “Sam is here: record it”, or say here why"), unsaid.npos);
    EXPECT_TRUE(offers(unsaid, "Sam is here: record it"));
    EXPECT_TRUE(offers(unsaid, "Record that it was not held"));
    form.add(register_field(sams.id), "not_here");
    form.add(why_absent_field(sams.id), "ill");
    form.add("everyone", "here");
    auto const both = sent(form).body;
    EXPECT_NE(
        both.find("You ticked that Sam is not here: press “Sam is here: record it” if they are"), both.npos
    );
    EXPECT_FALSE(is_recorded());
}

TEST_F(OpenRegister, takes_nobody_as_here_whom_it_did_not_show) {
    Fields form;
    form.add(listed_field(sams.id), "yes");
    form.add("held_on", calendar::iso(day));
    form.add("everyone", "here");
    auto const refused = sent(form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("joined this register after you opened it"), std::string::npos);
    EXPECT_FALSE(is_recorded());
}

TEST_F(OpenRegister, drops_no_child_in_silence_whose_consent_was_withdrawn) {
    consent_ends();
    for (auto const* absent : {&sams, &amiras}) {
        auto const refused = sent(not_here(*absent));
        EXPECT_EQ(refused.status, 422);
        EXPECT_NE(refused.body.find("Consent for Amira was withdrawn"), std::string::npos);
        EXPECT_NE(refused.body.find("Build a den"), std::string::npos) << "what was typed is kept";
        EXPECT_FALSE(is_recorded());
    }
}

TEST_F(OpenRegister, drops_no_child_in_silence_where_everyone_is_here) {
    auto const form = everyone_here();
    consent_ends();
    auto const refused = sent(form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("Consent for Amira was withdrawn"), std::string::npos);
    EXPECT_FALSE(is_recorded());
}

TEST_F(OpenRegister, names_a_child_whose_consent_ended_and_who_keeps_the_place) {
    answer(school.amira, amiras.the_case, "withdrawn");
    auto const refused = sent(everyone_here());
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("Consent for Amira was not in force"), std::string::npos);
    EXPECT_FALSE(is_recorded());
}

TEST_F(OpenRegister, asks_nothing_of_a_child_who_has_not_started_and_takes_nobody_as_here_before) {
    auto const toms = place_of(programme, ready(school.tom));
    auto form = everyone_here();
    form.add(listed_field(toms), "yes");
    auto const refused = sent(form);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("Tom had not started"), std::string::npos);
    EXPECT_NE(refused.body.find("Tom has not started"), std::string::npos) << "in place of a row";
    EXPECT_FALSE(is_recorded());
    form = everyone_here();
    form.add(register_field(toms), "not_started");
    EXPECT_EQ(sent(form).status, 303);
}

// The page said that nothing can be recorded, and did not ask.
TEST_F(OpenRegister, takes_nobody_as_here_of_whom_it_said_that_nothing_can_be_recorded) {
    for (auto const* mark : {"not_started", "no_consent"}) {
        Fields form;
        form.add(listed_field(sams.id), "yes");
        form.add(register_field(amiras.id), mark);
        form.add("held_on", calendar::iso(day));
        form.add("everyone", "here");
        auto const refused = sent(form);
        EXPECT_EQ(refused.status, 422) << mark;
        EXPECT_NE(refused.body.find("Amira could come on Tuesday 12 May"), std::string::npos) << mark;
        EXPECT_FALSE(is_recorded()) << mark;
    }
}

TEST_F(OpenRegister, tells_no_absence_of_a_child_without_consent) {
    answer(school.amira, amiras.the_case, "withdrawn");
    auto const refused = sent(not_here(amiras));
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(refused.body.find("Consent for Amira was not in force"), std::string::npos);
    EXPECT_FALSE(is_recorded());
}

TEST_F(OpenRegister, is_recorded_for_a_day_before_a_child_on_its_page_had_a_place) {
    auto form = everyone_here();
    day = day + 1;
    form.add(listed_field(place_of(programme, ready(school.tom))), "yes");
    EXPECT_EQ(sent(form).status, 303);
    EXPECT_TRUE(is_recorded());
    EXPECT_EQ(store::register_of(read(), school.school, first(programme).id).size(), 2U);
}

TEST_F(OpenRegister, names_all_who_have_not_started_in_one_box) {
    auto const toms = place_of(programme, ready(school.tom));
    auto const ivys = place_of(programme, ready(join("Ivy")));
    auto const page = the_page().body;
    bool const in_one = page.find("Tom and Ivy have not started") != page.npos ||
                        page.find("Ivy and Tom have not started") != page.npos;
    EXPECT_TRUE(in_one);
    EXPECT_EQ(page.find("has not started"), page.npos);
    auto form = everyone_here();
    for (auto const& place : {toms, ivys}) {
        EXPECT_NE(page.find("name=\"" + register_field(place) + "\""), page.npos);
        form.add(register_field(place), "not_started");
    }
    EXPECT_EQ(sent(form).status, 303);
}

TEST_F(OpenRegister, is_recorded_from_the_time_at_which_the_session_begins) {
    school.now = *calendar::instant_at(day, "08:05");
    auto const refused = sent(everyone_here());
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(
        refused.body.find("can be recorded from Tuesday 12 May 2026 at 09:30, when it begins"),
        std::string::npos
    );
    EXPECT_FALSE(is_recorded());
    school.now = *calendar::instant_at(day, "09:30");
    EXPECT_EQ(sent(everyone_here()).status, 303);
    EXPECT_TRUE(is_recorded());
}

// S1: one clear way on every page of a session, also before it is held.
TEST_F(OpenRegister, leads_to_a_note_for_cpoms_about_each_child) {
    auto const page = the_page();
    for (auto const* place : {&sams, &amiras})
        EXPECT_NE(page.body.find(safeguarding::pages::path_of(place->pupil.id)), std::string::npos);
}

TEST_F(OpenRegister, tells_two_children_of_one_forename_apart) {
    EXPECT_NE(the_page().body.find("Why Amira is not here"), std::string::npos) << "the only one";
    auto const other = join("Amira");
    auto const others = place_of(programme, ready(other));
    give_target(others);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    auto const page = the_page().body;
    for (auto const& name : {school.amira.name, other.name})
        EXPECT_NE(page.find("Why " + name + " is not here"), page.npos) << name;
    EXPECT_EQ(page.find("Why Amira is not here"), page.npos);
    EXPECT_NE(page.find("Why Sam is not here"), page.npos);
    auto form = not_here(sams);
    form.add(listed_field(others), "yes");
    ASSERT_EQ(sent(form).status, 303);
    auto const held = the_page().body;
    for (auto const& name : {school.amira.name, other.name})
        EXPECT_NE(held.find("Ask " + name + " how it was"), held.npos) << name;
}

TEST_F(OpenRegister, is_recorded_for_the_others_once_it_is_looked_through) {
    consent_ends();
    Fields form;
    form.add(listed_field(sams.id), "yes");
    form.add("everyone", "here");
    form.add("held_on", calendar::iso(day));
    EXPECT_EQ(sent(form).status, 303);
    EXPECT_TRUE(is_recorded());
}

}  // namespace
}  // namespace sessions
