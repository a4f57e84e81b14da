// The policy's definition, aims and way of identification, sentence by sentence.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class Identification : public Journey {};

std::string text_of(auto const& id) { return std::string(id.text()); }

// "'Nurture support' involves developing the emotional literacy skills of children in a one to one or small
// group setting, enabling them to begin to understand their own emotions and those of others."
TEST_F(Identification, nurture_support_is_in_a_one_to_one_or_small_group_setting) {
    std::vector<std::string> const settings{"one_to_one", "group"};
    auto const offered = [](Form const& form) {
        auto const control = std::ranges::find(form.controls, "form", &Control::name);
        return control == form.controls.end() ? std::vector<std::string>() : control->values;
    };
    EXPECT_EQ(offered(as(senco).opens("/programmes/new").form("/programmes")), settings);
    raises_a_concern(sam);
    refers(sam);
    discusses(sam);
    auto const path = case_of(sam) + "/prioritisation";
    EXPECT_EQ(offered(as(senco).opens(path).form(path)), settings);
}

// "As a Nurturing school we recognise poor emotional literacy skills amongst our children and acknowledge the
// positive impact that nurture support can have in all areas of learning": a concern names the area, and no
// child is put in order of need without a word on what it does to their learning.
TEST_F(Identification, a_nurturing_school_recognises_poor_emotional_literacy_and_its_impact_on_learning) {
    auto const concern = raises_a_concern(sam);
    EXPECT_TRUE(as(senco).opens(concern).sees("Friendships"));
    refers(sam);
    discusses(sam);
    auto const path = case_of(sam) + "/prioritisation";
    Fields const without_learning{
        {{"form", "group"}, {"need", "3"}, {"earlier_support", "no"}, {"reason", "It fits"}}};
    as(senco).opens(path).is_refused(path, without_learning);
    EXPECT_TRUE(as(senco).sees("Choose how much the child's learning suffers"));
    prioritises(sam);
}

// "Develop the emotional literacy skills of all pupils, enabling them to begin to understand their own
// emotions and those of others": after each session the child says how it was, and what they hoped for is
// measured before, at each session and long after.
TEST_F(Identification, pupils_begin_to_understand_their_own_emotions_and_their_progress_is_measured) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    measures_before(sam);
    holds_session(programme, 1);
    evaluates(programme, 1, sam, Fields{{{"feeling", "good"}}});
    EXPECT_EQ(
        stands<std::int64_t>(
            "SELECT count(*) FROM evaluation WHERE school_id = $1 AND feeling = 'good'", school.school
        ),
        1
    );
    EXPECT_TRUE(as(nurture_assistant).opens(card_of(programme, 1, sam)).sees("How was it, in Sam's eyes?"));
    EXPECT_TRUE(as(senco).opens(programme).sees("“I ask if I can play”"));
    EXPECT_TRUE(as(senco).sees("class teacher measured 3"));
}

// "Develop a whole school approach based on shared values": what helps stands in one library that everybody
// who works with children reads, from the first concern on.
TEST_F(Identification, a_whole_school_approach_is_shared_by_everybody_who_works_with_children) {
    as(senco)
        .opens("/strategies/new")
        .sends(
            "/strategies",
            Fields(
                {{"area", text_of(school.friendships)},
                 {"title", "A playtime buddy"},
                 {"words", "Two children ask the third along."}}
            )
        );
    for (auto const* person : People{
             &class_teacher,
             &school.teacher_of_5a,
             &school.support_staff,
             &nurture_assistant,
             &senco,
             &school.headteacher})
        EXPECT_TRUE(as(*person).opens("/strategies").sees("Two children ask the third along."))
            << person->name;
}

// "…the need to identify pupils at the earliest possible time": what was seen is enough, whoever saw it, and
// the SENCo has it in the same minute, with the day by which somebody acts.
TEST_F(Identification, pupils_are_identified_at_the_earliest_possible_time) {
    auto const path = story_of(sam) + "/concerns";
    EXPECT_FALSE(as(senco).opens("/referrals").sees("Sam Okafor"));
    as(school.support_staff)
        .opens(path + "/new")
        .sends(path, Fields{{{"seen", "Ate alone again"}, {"parents_spoken_to", "not_yet"}}});
    EXPECT_TRUE(as(senco).opens("/referrals").sees("Sam Okafor"));
    EXPECT_TRUE(as(senco).sees("Due "));
}

// "It is a proactive not a reactive intervention": a worry is enough, and a day stands by which somebody
// acts.
TEST_F(Identification, it_is_a_proactive_not_a_reactive_intervention) {
    auto const path = story_of(sam) + "/concerns";
    as(school.support_staff)
        .opens(path + "/new")
        .sends(path, Fields{{{"seen", "Quieter than in spring"}, {"parents_spoken_to", "not_yet"}}});
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Concern raised"));
    EXPECT_TRUE(as(senco).opens("/referrals").sees("Due "));
}

// "Recognise that we will need to consider the individual needs of pupils when planning this intervention."
TEST_F(Identification, the_individual_needs_of_pupils_are_considered_when_planning) {
    auto const programme = makes_a_programme({.form = "one_to_one", .places = "1"});
    is_ready_for_a_place(sam, "one_to_one");
    allocates(sam, programme);
    EXPECT_FALSE(as(nurture_assistant).opens(programme).may_send(programme + "/start"));
    EXPECT_EQ(as(nurture_assistant).forces(programme + "/start"), 422);
    words_the_targets(sam);
    starts(programme);
    EXPECT_TRUE(as(nurture_assistant).opens(programme).sees("“I ask if I can play”"));
}

// "Ensure that the pupils are promptly identified and referred and provided with appropriate support
// strategies."
TEST_F(Identification, pupils_are_promptly_identified_and_referred_and_provided_with_support_strategies) {
    as(senco)
        .opens("/strategies/new")
        .sends(
            "/strategies",
            Fields(
                {{"area", text_of(school.friendships)},
                 {"title", "A playtime buddy"},
                 {"words", "Two children ask the third along."}}
            )
        );
    auto const concern = raises_a_concern(sam);
    EXPECT_TRUE(as(class_teacher).opens(concern).sees("A playtime buddy"));
    on("2026-06-15");
    EXPECT_TRUE(as(senco).opens("/referrals").sees("overdue"));
}

// "Effectively collaborate with all relevant members of staff on a need to know basis".
TEST_F(Identification, staff_collaborate_on_a_need_to_know_basis) {
    auto const concern = raises_a_concern(sam);
    refers(sam);
    auto const seen = "Stands alone at the fence every playtime";
    for (auto const* person : People{&senco, &class_teacher})
        EXPECT_TRUE(as(*person).opens(concern).sees(seen)) << person->name;
    for (auto const* person :
         People{&school.teacher_of_5a, &school.support_staff, &nurture_assistant, &school.administrator}) {
        EXPECT_TRUE(as(*person).finds_nothing_at(concern)) << person->name;
        EXPECT_TRUE(as(*person).finds_nothing_at(case_of(sam) + "/questions")) << person->name;
        EXPECT_FALSE(as(*person).opens(story_of(sam)).sees(seen)) << person->name;
    }
}

// "…so long as the child gives consent to information sharing": what a child confides stays with the Nurture
// Assistant.
TEST_F(Identification, what_a_child_confides_is_not_shared) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    holds_session(programme, 1);
    evaluates(programme, 1, sam, Fields{{{"confidence", "He misses his granny"}, {"noticed", "He laughed"}}});
    auto const card = card_of(programme, 1, sam);
    EXPECT_TRUE(as(nurture_assistant).opens(story_of(sam)).sees("He misses his granny"));
    EXPECT_TRUE(as(senco).opens(card).sees("He laughed"));
    EXPECT_FALSE(as(senco).sees("granny"));
    for (auto const* person : People{&senco, &class_teacher, &school.headteacher, &school.safeguarding_lead})
        EXPECT_FALSE(as(*person).opens(story_of(sam)).sees("granny")) << person->name;
}

// "Concerns raised by parents".
TEST_F(Identification, concerns_raised_by_parents) {
    auto const concern = raises_a_concern(sam, Fields{{{"source", "parent"}}});
    EXPECT_TRUE(as(senco).opens("/referrals").sees("A parent waits for an answer"));
    as(class_teacher)
        .opens(concern)
        .sends(concern + "/answer", Fields{{{"answer", "Rang Sam's mum and told her what we do"}}});
    EXPECT_FALSE(as(senco).opens("/referrals").sees("A parent waits for an answer"));
}

// "Concerns raised by school staff".
TEST_F(Identification, concerns_raised_by_school_staff) {
    for (auto const* person :
         People{&class_teacher, &school.support_staff, &nurture_assistant, &senco, &school.headteacher}) {
        auto const path = story_of(sam) + "/concerns";
        as(*person)
            .opens(path + "/new")
            .sends(path, Fields{{{"seen", "Seen by " + person->name}, {"parents_spoken_to", "not_yet"}}});
    }
    EXPECT_EQ(
        stands<std::int64_t>(
            "SELECT count(*) FROM concern WHERE school_id = $1 AND source = 'staff'", school.school
        ),
        5
    );
    for (auto const* person : People{&school.administrator, &school.governor})
        EXPECT_TRUE(as(*person).finds_nothing_at(story_of(sam) + "/concerns/new")) << person->name;
}

// "Concerns raised by an outside agency (eg the Early Help Service, Educational Psychology etc.)".
TEST_F(Identification, concerns_raised_by_an_outside_agency) {
    auto const path = story_of(sam) + "/concerns";
    Fields const unnamed{
        {{"seen", "Withdrawn at the clinic"}, {"parents_spoken_to", "yes"}, {"source", "agency"}}};
    as(class_teacher).opens(path + "/new").is_refused(path, unnamed);
    EXPECT_TRUE(as(class_teacher).sees("Enter the name of the agency"));
    auto const concern =
        raises_a_concern(sam, Fields{{{"source", "agency"}, {"source_name", "Educational Psychology"}}});
    EXPECT_TRUE(as(senco).opens(concern).sees("Educational Psychology"));
}

// "School staff (including class teacher) and SENCo discuss the potential need for support, identifying the
// key target areas."
TEST_F(Identification, school_staff_and_senco_discuss_the_potential_need_identifying_the_key_target_areas) {
    raises_a_concern(sam);
    refers(sam);
    auto const path = case_of(sam) + "/discussion";
    Fields const without_area{
        {{"present", "Priya Nair and Rob Ellis"},
         {"outcome", "go_on"},
         {"reason", "It lasts"},
         {"areas", ""}}};
    EXPECT_TRUE(as(senco).opens(path).form(path).as_it_stands.holds("areas", text_of(school.friendships)))
        << "the talk begins with what the concern names";
    as(senco).is_refused(path, without_area);
    Fields without_people{
        {{"outcome", "go_on"}, {"reason", "It lasts"}, {"areas", text_of(school.friendships)}}};
    as(senco).opens(path).is_refused(path, without_people);
    EXPECT_TRUE(as(senco).sees("Enter who was there"));
    discusses(sam);
    EXPECT_TRUE(as(class_teacher).opens(story_of(sam)).sees("Agreed target areas Friendships"));
}

// "SENCo and nurture staff discuss any pupils needing nurture support and will then prioritise the referred
// pupil(s) and identify the most appropriate form of support."
TEST_F(Identification, senco_prioritises_the_referred_pupils_and_identifies_the_form_of_support) {
    raises_a_concern(sam);
    refers(sam);
    auto const path = case_of(sam) + "/prioritisation";
    Fields weighed{
        {{"form", "group"},
         {"need", "3"},
         {"impact_on_learning", "2"},
         {"earlier_support", "no"},
         {"reason", "It fits"}}};
    EXPECT_EQ(as(senco).forces(path, weighed), 422) << "nobody has discussed it yet";
    discusses(sam);
    Fields const without_form{
        {{"need", "3"}, {"impact_on_learning", "2"}, {"earlier_support", "no"}, {"reason", "It fits"}}};
    as(senco).opens(path).is_refused(path, without_form);
    EXPECT_TRUE(as(senco).sees("Choose one to one or a group"));
    as(senco).sends(path, weighed);
}

// "When demand is high, pupils may be placed on a waiting list."
TEST_F(Identification, when_demand_is_high_pupils_may_be_placed_on_a_waiting_list) {
    for (auto const& child : {sam, amira}) {
        raises_a_concern(child);
        refers(child);
        discusses(child);
        prioritises(child);
        waits(child);
    }
    auto const shown = as(nurture_assistant).opens("/waiting-list").words();
    EXPECT_LT(shown.find("Sam Okafor"), shown.find("Amira Haddad"));
    auto const position = case_of(amira) + "/position";
    EXPECT_EQ(as(nurture_assistant).forces(position, Fields{{{"to", "1"}, {"reason", "Now"}}}), 404);
    auto const place = case_of(amira) + "/waiting";
    as(senco).opens(place).is_refused(position, Fields{{{"place", "1"}}});
    as(senco).opens(place).sends(position, Fields{{{"place", "1"}, {"reason", "Her need has grown"}}});
    auto const after = as(senco).opens("/waiting-list").words();
    EXPECT_LT(after.find("Amira Haddad"), after.find("Sam Okafor"));
}

// "The SENCo will then write a letter to the parent/carer of each identified child, containing brief
// information about the programme and to obtain consent".
TEST_F(
    Identification, the_senco_writes_a_letter_to_each_parent_with_brief_information_and_to_obtain_consent
) {
    is_written_about(sam);
    for (auto const& parent : {sam.mother, sam.father}) {
        auto const words = stands<std::string>(
            "SELECT words FROM letter WHERE school_id = $1 AND contact_id = $2", school.school, parent
        );
        for (std::string const part :
             {"Sam", "6 to 8 weeks", "Alder Brook Junior School", "the link in our e-mail"})
            EXPECT_NE(words.find(part), std::string::npos) << part;
        auto somebody = at_their_link(parent, sam);
        EXPECT_TRUE(somebody.sees("Do you agree that Sam takes part?"));
    }
    EXPECT_EQ(stands<std::int64_t>("SELECT count(*) FROM outbox WHERE school_id = $1", school.school), 2)
        << "each parent's letter goes to them alone";
}

}  // namespace
}  // namespace journeys
