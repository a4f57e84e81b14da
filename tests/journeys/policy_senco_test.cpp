// What the policy lays on the SENCo and the headteacher, sentence by sentence.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class SencoAndHeadteacher : public Journey {};

std::string text_of(auto const& id) { return std::string(id.text()); }

// "Supporting the Nurture Assistant in collaborating with staff and parents."
TEST_F(
    SencoAndHeadteacher, the_senco_supports_the_nurture_assistant_in_collaborating_with_staff_and_parents
) {
    runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const questions = case_of(sam) + "/questions";
    as(nurture_assistant).opens(questions).sends(questions, Fields{{{"words", "How are playtimes?"}}});
    EXPECT_TRUE(as(senco).opens(questions).sees("How are playtimes?"));
    EXPECT_TRUE(as(senco).may_send(questions));
}

// "Meeting with the Nurture Assistants each term to discuss referrals, prioritise and allocate children to
// Nurture Assistants."
TEST_F(SencoAndHeadteacher, meeting_each_term_to_discuss_referrals_prioritise_and_allocate_children) {
    raises_a_concern(sam);
    refers(sam);
    for (auto const* person : People{&senco, &nurture_assistant}) {
        EXPECT_TRUE(as(*person).opens("/referrals?step=to_discuss").sees("Sam Okafor")) << person->name;
        EXPECT_FALSE(as(*person).opens("/referrals?step=to_prioritise").sees("Sam Okafor")) << person->name;
    }
    discusses(sam);
    EXPECT_TRUE(as(senco).opens("/referrals?step=to_prioritise").sees("Sam Okafor"));
    prioritises(sam, "one_to_one");
    writes_to_parents(sam);
    agrees(sam.mother, sam);
    EXPECT_TRUE(as(senco).opens("/referrals?step=to_allocate").sees("Sam Okafor"));
    auto const programme = makes_a_programme({.form = "one_to_one", .places = "1"});
    Fields const place{{{"case", id_in(case_of(sam))}}};
    EXPECT_EQ(as(nurture_assistant).forces(programme + "/places", place), 404);
    allocates(sam, programme);
    EXPECT_TRUE(as(nurture_assistant).opens(programme).sees("Sam Okafor"));
}

// "Periodically reviewing session plans and discussing pupil progress with the Nurture Assistant."
TEST_F(SencoAndHeadteacher, periodically_reviewing_session_plans_and_discussing_pupil_progress) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const session = session_of(programme, 1);
    as(nurture_assistant).opens(session).sends(session + "/plan", Fields{{{"plan", "A game of turns"}}});
    EXPECT_EQ(as(nurture_assistant).forces(session + "/plan-review", Fields{{{"note", "Good"}}}), 404);
    as(senco).opens(session).sends(session + "/plan-review", Fields{{{"note", "Let Sam choose the game"}}});
    EXPECT_TRUE(as(nurture_assistant).opens(session).sees("Let Sam choose the game"));
    EXPECT_TRUE(as(nurture_assistant).sees("Reviewed by the SENCo on Tuesday 12 May 2026"));
}

// "Ensuring that the Nurture Assistant has adequate time to plan and deliver programmes."
TEST_F(SencoAndHeadteacher, ensuring_that_the_nurture_assistant_has_adequate_time_to_plan_and_deliver) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    records_not_held(programme, 1, "staff_absent");
    EXPECT_FALSE(as(senco).opens(programme).sees("in a row were missed"));
    on(day_of_session(programme, 2));
    records_not_held(programme, 2, "test_week");
    EXPECT_TRUE(as(senco).opens(programme).sees("2 sessions in a row were missed"));
    on(day_of_session(programme, 3));
    records_not_held(programme, 3, "room_lost");
    EXPECT_TRUE(as(senco).opens(programme).sees("3 sessions in a row were missed"));
}

// "Ensuring that there are adequate resources and space available within the school to meet the needs of the
// child(ren) experiencing difficulties."
TEST_F(SencoAndHeadteacher, ensuring_that_there_are_adequate_resources_and_space_available) {
    auto const room = text_of(school.room);
    auto const offered = [&] {
        auto const choices = as(senco).opens("/programmes/new").form("/programmes").choices();
        return std::ranges::find(choices, room) != choices.end();
    };
    EXPECT_TRUE(offered());
    as(school.administrator).opens("/school/rooms").sends("/school/rooms/" + room + "/closing");
    EXPECT_FALSE(offered());
}

// "Ensure that the Nurture Assistant is aware of safeguarding procedures as appropriate and records concerns
// on CPOMS where necessary."
TEST_F(SencoAndHeadteacher, the_nurture_assistant_records_safeguarding_concerns_on_cpoms) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const pointer = story_of(sam) + "/safeguarding";
    EXPECT_TRUE(as(nurture_assistant).opens(session_of(programme, 1)).sees("Record it on CPOMS, not here"));
    holds_session(programme, 1);
    for (auto const& page : {story_of(sam), session_of(programme, 1), card_of(programme, 1, sam)}) {
        auto const links = links_in(as(nurture_assistant).opens(page).browser().body());
        EXPECT_NE(std::ranges::find(links, pointer), links.end()) << page;
    }
    auto& assistant = as(nurture_assistant).opens(pointer);
    for (auto const& control : assistant.form(pointer).controls)
        EXPECT_TRUE(
            control.kind == Kind::hidden || control.kind == Kind::date_part || control.name == "time" ||
            control.name == "reference"
        ) << control.name
          << " asks for more than when and where";
    assistant.sends(pointer, Fields{{{"time", "09:40"}, {"reference", "4711"}}});
    EXPECT_TRUE(assistant.opens(pointer).sees("4711"));
}

// "Contacting outside agencies for informal advice and further information if needed."
TEST_F(SencoAndHeadteacher, contacting_outside_agencies_for_informal_advice_and_further_information) {
    raises_a_concern(sam);
    refers(sam);
    auto const discussion = case_of(sam) + "/discussion";
    as(senco)
        .opens(discussion)
        .sends(
            discussion,
            Fields(
                {{"present", "Priya Nair and Rob Ellis"},
                 {"outcome", "more_information"},
                 {"reason", "We do not yet know what happened at home"},
                 {"information_from", "The Early Help Service"},
                 {"information_by_on", "2026-05-20"}}
            )
        );
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("More information is wanted from The Early Help Service")
    );
    EXPECT_TRUE(as(senco).sees("20 May 2026"));
}

// The Head Teacher is responsible for "supporting all teachers including the SENCo in meeting their special
// needs responsibilities": sees how much waits and what is late, and decides where the SENCo may wish it.
TEST_F(SencoAndHeadteacher, the_headteacher_supports_all_teachers_including_the_senco) {
    auto const programme = runs({tom}, {.form = "one_to_one", .places = "1"});
    goes_to_its_end(programme, {tom});
    is_written_about(sam);
    agrees(sam.mother, sam);
    at_their_link(sam.father, sam)
        .sends(link_of(sam.father, sam) + "/answer", Fields{{{"answer", "refused"}}});
    on(today() + 50);
    EXPECT_TRUE(as(school.headteacher).opens("/").sees("1 late impact review"));
    EXPECT_TRUE(as(school.headteacher).sees("In school: 2 open cases"));
    EXPECT_TRUE(as(school.headteacher).sees("Decide where Sam"));
    auto const consent = case_of(sam) + "/consent";
    the_headteacher_opens(sam);
    as(school.headteacher)
        .opens(consent)
        .sends(consent + "/decision", Fields{{{"decision", "go_ahead"}, {"reason", "Both were heard"}}});
    EXPECT_TRUE(as(senco).opens("/referrals?step=to_allocate").sees("Sam Okafor"));
}

// The Head Teacher is responsible for "ensuring that the school's Nurture Support Policy is updated, relevant
// and followed."
TEST_F(SencoAndHeadteacher, the_headteacher_ensures_that_the_policy_is_updated_relevant_and_followed) {
    EXPECT_TRUE(as(school.headteacher).opens("/school/policy").sees("Version 1.0"));
    EXPECT_EQ(as(school.headteacher).forces("/school/policy"), 404);
    auto& administrator = as(school.administrator).opens("/school/policy/new");
    administrator.sends(
        "/school/policy",
        Fields(
            {{"version", "1"},
             {"number", "1.1"},
             {"in_force_from_on", calendar::iso(today())},
             {"group_least", "2"},
             {"group_most", "4"},
             {"weeks_least", "6"},
             {"weeks_most", "8"},
             {"impact_opens_weeks", "4"},
             {"impact_closes_weeks", "6"},
             {"consent_weeks", "52"}}
        )
    );
    EXPECT_TRUE(as(school.headteacher).opens("/school/policy").sees("Version 1.1"));
    // What the policy says now is what is followed.
    auto& coordinator = as(senco).opens("/programmes/new");
    coordinator.is_refused(
        "/programmes",
        Fields(
            {{"name", "Friendship group"},
             {"form", "group"},
             {"places", "5"},
             {"deliverer", text_of(nurture_assistant.staff)},
             {"room", text_of(school.room)},
             {"starts_on", calendar::iso(today())},
             {"starts_at_time", "09:30"}}
        )
    );
    EXPECT_TRUE(coordinator.sees("allows fewer children in a group"));
}

// The same: who ensures that it is updated records its review, and enters no version.
TEST_F(SencoAndHeadteacher, the_headteacher_records_a_review_of_the_policy) {
    auto& head = as(school.headteacher).opens("/school/policy");
    EXPECT_FALSE(head.sees("Enter a version"));
    auto const links = links_in(head.browser().body());
    auto const review =
        std::ranges::find_if(links, [](auto const& link) { return link.ends_with("/review"); });
    ASSERT_NE(review, links.end());
    head.opens(*review).sends(
        *review,
        Fields{
            {{"last_review", "12 May 2026 by the headteacher"},
             {"next_review_on", calendar::iso(today() + 365)}}}
    );
    EXPECT_TRUE(as(school.governor).opens("/school/policy").sees("12 May 2026 by the headteacher"));
    EXPECT_FALSE(as(school.governor).sees("Record a review"));
    EXPECT_TRUE(as(school.governor).finds_nothing_at(*review));
}

}  // namespace
}  // namespace journeys
