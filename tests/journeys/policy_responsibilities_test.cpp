// The policy's responsibilities, sentence by sentence.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class Responsibilities : public Journey {};

std::string text_of(auto const& id) { return std::string(id.text()); }

// "All teachers are responsible for the special needs of children within their class": each reads and refers
// what is noticed about the children of their own class, whoever noticed it, and of no other.
TEST_F(Responsibilities, all_teachers_are_responsible_for_the_special_needs_of_children_within_their_class) {
    auto const concerns = story_of(sam) + "/concerns";
    as(school.support_staff)
        .opens(concerns + "/new")
        .sends(
            concerns,
            Fields(
                {{"seen", "Ate alone again"},
                 {"areas", text_of(school.friendships)},
                 {"parents_spoken_to", "yes"}}
            )
        );
    auto const concern =
        "/concerns/" + stands<std::string>("SELECT id FROM concern WHERE school_id = $1", school.school);
    auto const referral = case_of(sam) + "/referral";
    EXPECT_TRUE(as(class_teacher).opens(concern).sees("Ate alone again"));
    EXPECT_TRUE(as(school.teacher_of_5a).finds_nothing_at(concern));
    EXPECT_EQ(as(school.teacher_of_5a).forces(referral), 404);
    as(class_teacher).opens(concern).sends(referral);
    EXPECT_TRUE(as(senco).opens("/referrals?step=to_discuss").sees("Sam Okafor"));
}

// "The teacher responsible for co-ordinating the provision of education for pupils with special educational
// needs is the SENCo."
TEST_F(Responsibilities, the_teacher_responsible_for_coordinating_is_the_senco) {
    raises_a_concern(sam);
    refers(sam);
    auto const the_case = case_of(sam);
    for (auto const* person :
         People{&class_teacher, &nurture_assistant, &school.headteacher, &school.support_staff})
        for (auto const step : {"/discussion", "/prioritisation", "/letters"}) {
            EXPECT_TRUE(as(*person).finds_nothing_at(the_case + step)) << person->name << step;
            EXPECT_EQ(as(*person).forces(the_case + step), 404) << person->name << step;
        }
    EXPECT_TRUE(as(nurture_assistant).finds_nothing_at("/programmes/new"));
    discusses(sam);
    prioritises(sam);
}

// "Teaching Assistants who are 'Nurture Assistant' trained support with delivering Nurture."
TEST_F(
    Responsibilities, teaching_assistants_who_are_nurture_assistant_trained_support_with_delivering_nurture
) {
    auto const choices = as(senco).opens("/programmes/new").form("/programmes").choices();
    auto const offered = [&](Person const& person) {
        return std::ranges::find(choices, text_of(person.staff)) != choices.end();
    };
    EXPECT_TRUE(offered(school.nurture_assistant));
    EXPECT_TRUE(offered(school.second_nurture_assistant));
    EXPECT_FALSE(offered(school.untrained));
    EXPECT_FALSE(offered(school.support_staff));
    as(senco).is_refused(
        "/programmes",
        Fields(
            {{"name", "Friendship group"},
             {"form", "group"},
             {"deliverer", text_of(school.untrained.staff)},
             {"room", text_of(school.room)},
             {"starts_on", calendar::iso(today())},
             {"starts_at_time", "09:30"}}
        )
    );
    EXPECT_TRUE(as(senco).sees("Nurture training is not in force"));
}

// "Overall responsibility lies with the Headteacher."
TEST_F(Responsibilities, overall_responsibility_lies_with_the_headteacher) {
    is_written_about(sam);
    EXPECT_TRUE(as(school.headteacher).opens(story_of(sam)).sees("because you are the headteacher"));
    agrees(sam.mother, sam);
    at_their_link(sam.father, sam)
        .sends(link_of(sam.father, sam) + "/answer", Fields{{{"answer", "refused"}}});
    auto const consent = case_of(sam) + "/consent";
    the_headteacher_opens(sam);
    as(school.headteacher)
        .opens(consent)
        .sends(consent + "/decision", Fields{{{"decision", "go_ahead"}, {"reason", "Both were heard"}}});
    EXPECT_TRUE(as(senco).opens(makes_a_programme()).sees("Sam Okafor"));
}

// The Nurture Assistant is responsible for "planning and delivering programmes of support for children to
// develop their emotional literacy skills."
TEST_F(Responsibilities, the_nurture_assistant_is_responsible_for_planning_and_delivering_programmes) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const session = session_of(programme, 1);
    as(nurture_assistant)
        .opens(session)
        .sends(session + "/plan", Fields{{{"plan", "Faces and names for feelings"}}});
    EXPECT_TRUE(as(nurture_assistant).opens(session).sees("Faces and names for feelings"));
    for (auto const* person : People{&senco, &class_teacher, &school.second_nurture_assistant})
        EXPECT_EQ(
            as(*person).forces(session + "/delivery", Fields{{{"held_on", calendar::iso(today())}}}), 404
        ) << person->name;
    holds_session(programme, 1);
    EXPECT_TRUE(as(nurture_assistant).opens(session).sees("Held on Tuesday 12 May 2026 by Joan Barker"));
}

// "Support will be in small groups of between 4 – 6 or one to one (as appropriate)."
TEST_F(Responsibilities, support_will_be_in_small_groups_of_between_4_and_6_or_one_to_one) {
    auto const wanted = [&](std::string const& form, std::string const& places, std::string const& reason) {
        return Fields(
            {{"name", "Friendship group"},
             {"form", form},
             {"places", places},
             {"deliverer", text_of(nurture_assistant.staff)},
             {"room", text_of(school.room)},
             {"starts_on", calendar::iso(today())},
             {"starts_at_time", "09:30"},
             {"reason", reason},
             {"all_the_same", "yes"}}
        );
    };
    auto& coordinator = as(senco);
    coordinator.opens("/programmes/new").is_refused("/programmes", wanted("group", "7", "Many wait"));
    EXPECT_TRUE(coordinator.sees("allows fewer children in a group"));
    coordinator.opens("/programmes/new").is_refused("/programmes", wanted("group", "3", ""));
    EXPECT_TRUE(coordinator.sees("smaller than the policy says"));
    for (std::string const places : {"4", "5", "6"})
        coordinator.opens("/programmes/new").sends("/programmes", wanted("group", places, ""));
    coordinator.opens("/programmes/new").sends("/programmes", wanted("one_to_one", "1", ""));
}

// The same: a seventh child is refused, whatever the page of the person who sends it still offers.
TEST_F(Responsibilities, a_seventh_child_is_refused) {
    auto const programme = makes_a_programme();
    std::vector<Child> seven{sam, amira, tom};
    for (auto const* name : {"Una", "Viv", "Wil", "Xan"}) seven.push_back(another_child(name));
    for (auto const& child : seven) is_ready_for_a_place(child);
    for (std::size_t at = 0; at < 6; ++at) allocates(seven[at], programme);
    as(senco).opens(programme);
    EXPECT_TRUE(as(senco).sees("Every place is taken"));
    EXPECT_FALSE(as(senco).may_send(programme + "/places"));
    Fields const seventh{{{"case", id_in(case_of(seven[6]))}}};
    EXPECT_EQ(as(senco).forces(programme + "/places", seventh), 422);
    EXPECT_EQ(
        stands<std::int64_t>(
            "SELECT count(*) FROM place WHERE school_id = $1 AND programme_id = $2",
            school.school,
            id_in(programme)
        ),
        6
    );
}

// The same: one to one means one.
TEST_F(Responsibilities, a_second_child_is_refused_one_to_one) {
    auto const programme = makes_a_programme({.form = "one_to_one", .places = "1"});
    is_ready_for_a_place(sam, "one_to_one");
    is_ready_for_a_place(amira, "one_to_one");
    allocates(sam, programme);
    EXPECT_EQ(as(senco).forces(programme + "/places", Fields{{{"case", id_in(case_of(amira))}}}), 422);
}

// "Liaising with the SENCo, teachers and support staff regarding the needs and progress of children receiving
// support."
TEST_F(Responsibilities, liaising_with_the_senco_teachers_and_support_staff_regarding_needs_and_progress) {
    runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const lines = case_of(sam) + "/liaison";
    as(nurture_assistant)
        .opens(lines)
        .sends(lines, Fields{{{"with_whom", "Kit Moss"}, {"line", "Sam joins in at lunch when asked"}}});
    for (auto const* person : People{&senco, &class_teacher, &nurture_assistant})
        EXPECT_TRUE(as(*person).opens(lines).sees("Sam joins in at lunch when asked")) << person->name;
}

// "Communicating with parents (if necessary) via the class teacher."
TEST_F(Responsibilities, communicating_with_parents_if_necessary_via_the_class_teacher) {
    runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const messages = case_of(sam) + "/parent-messages";
    as(nurture_assistant)
        .opens(messages)
        .sends(
            messages, Fields{{{"contact", text_of(sam.mother)}, {"words", "Sam asked two others to play."}}}
        );
    auto const posted = [&] {
        return stands<std::int64_t>(
            "SELECT count(*) FROM outbox WHERE school_id = $1 AND letter_id IS NULL", school.school
        );
    };
    EXPECT_EQ(posted(), 0);
    auto const message =
        "/parent-messages/" +
        stands<std::string>("SELECT id FROM parent_message WHERE school_id = $1", school.school);
    Fields const sending{{{"way", "sent"}, {"words", "Sam asked two others to play."}}};
    EXPECT_EQ(as(nurture_assistant).forces(message, sending), 404);
    EXPECT_EQ(posted(), 0);
    as(class_teacher).opens(message).sends(message, Fields{{{"way", "sent"}}});
    EXPECT_EQ(posted(), 1);
}

// The class teacher is responsible for "identifying and informing the SENCo and Nurture Assistant of any
// concerns relating to difficulties in the emotional wellbeing of a child".
TEST_F(Responsibilities, the_class_teacher_informs_the_senco_and_nurture_assistant_of_any_concerns) {
    for (auto const* person : People{&senco, &nurture_assistant})
        EXPECT_FALSE(as(*person).opens("/referrals").sees("Sam Okafor")) << person->name;
    raises_a_concern(sam);
    for (auto const* person : People{&senco, &nurture_assistant})
        EXPECT_TRUE(as(*person).opens("/referrals").sees("Sam Okafor")) << person->name;
}

// "*This is not an exhaustive list": the SENCo adds an area, and the next concern can be about it.
TEST_F(Responsibilities, this_is_not_an_exhaustive_list) {
    as(senco).opens("/strategies").sends("/strategies/areas", Fields{{{"name", "Moving house"}}});
    EXPECT_TRUE(as(class_teacher).opens(story_of(sam) + "/concerns/new").sees("Moving house"));
}

// "Identifying children who may need an attachment figure within school."
TEST_F(Responsibilities, identifying_children_who_may_need_an_attachment_figure_within_school) {
    auto const with = raises_a_concern(sam, Fields{{{"attachment_figure", "yes"}}});
    auto const without = raises_a_concern(amira);
    EXPECT_TRUE(as(senco).opens(with).sees("ttachment figure"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Needs a named adult in school"));
    EXPECT_FALSE(as(senco).opens(story_of(amira)).sees("Needs a named adult in school")) << without;
}

// "Supplying the SENCo and Nurture Assistant with necessary information to assist them in monitoring the
// effectiveness of the provision."
TEST_F(Responsibilities, the_class_teacher_supplies_necessary_information_to_monitor_the_effectiveness) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    measures_before(sam);
    auto const questions = case_of(sam) + "/questions";
    as(nurture_assistant).opens(questions).sends(questions, Fields{{{"words", "How are playtimes?"}}});
    auto const question =
        "/questions/" + stands<std::string>("SELECT id FROM question WHERE school_id = $1", school.school);
    EXPECT_EQ(as(nurture_assistant).forces(question, Fields{{{"answer", "Well"}}}), 404);
    as(class_teacher).opens(question).sends(question, Fields{{{"answer", "He joins in on most days"}}});
    for (auto const* person : People{&senco, &nurture_assistant}) {
        EXPECT_TRUE(as(*person).opens(questions).sees("He joins in on most days")) << person->name;
        EXPECT_TRUE(as(*person).opens(programme).sees("class teacher measured 3")) << person->name;
    }
}

// "Liaising with parents regarding initial concerns and referral."
TEST_F(Responsibilities, the_class_teacher_liaises_with_parents_regarding_initial_concerns_and_referral) {
    auto const concern = raises_a_concern(sam, Fields{{{"parents_spoken_to", "not_yet"}}});
    auto const referral = case_of(sam) + "/referral";
    as(class_teacher).opens(concern).is_refused(referral);
    as(class_teacher).opens(concern).sends(referral, Fields{{{"parents_spoken_to", "yes"}}});
    EXPECT_TRUE(as(senco).opens(case_of(sam) + "/discussion").may_send(case_of(sam) + "/discussion"));
}

}  // namespace
}  // namespace journeys
