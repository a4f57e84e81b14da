// The policy's nurture support process and provision, sentence by sentence.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class Process : public Journey {
protected:
    Wanted const one_to_one{.form = "one_to_one", .places = "1", .weeks = "6"};

    std::int64_t attended_evaluations() {
        return stands<std::int64_t>(
            "SELECT count(*) FROM evaluation WHERE school_id = $1 AND attended = 1", school.school
        );
    }

    // It lacks nothing, so only the gate can refuse it.
    Fields full_review_of(Child const& child) {
        return Fields({{"words", "Well"}, {"outcome", "sustained"}, {"measure-" + target_of(child), "8"}});
    }
};

std::string text_of(auto const& id) { return std::string(id.text()); }

// "Identification and referral": whoever leaves out a step of it finds no way to a letter nor to a programme.
TEST_F(Process, identification_and_referral_come_before_every_programme) {
    auto const programme = makes_a_programme(one_to_one);
    auto const finds_no_way_on = [&](std::string_view why) {
        Fields const place{{{"case", id_in(case_of(sam))}}};
        EXPECT_FALSE(as(senco).opens(programme).may_send(programme + "/places")) << why;
        EXPECT_EQ(as(senco).forces(programme + "/places", place), 422) << why;
        EXPECT_EQ(as(senco).forces(case_of(sam) + "/letters", Fields{}), 422) << why;
    };
    raises_a_concern(sam);
    finds_no_way_on("only a concern was raised");
    refers(sam);
    finds_no_way_on("the referral was not discussed");
    discusses(sam);
    finds_no_way_on("no priority was given");
    prioritises(sam, one_to_one.form);
    writes_to_parents(sam);
    agrees(sam.mother, sam);
    allocates(sam, programme);
    EXPECT_TRUE(as(nurture_assistant).opens(programme).sees("Sam Okafor"));
}

// "*The programme will not commence until consent has been given": no place before the answer.
TEST_F(Process, the_programme_will_not_commence_until_consent_has_been_given) {
    auto const programme = makes_a_programme(one_to_one);
    is_written_about(sam, "one_to_one");
    EXPECT_FALSE(as(senco).opens(programme).may_send(programme + "/places"));
    Fields const place{{{"case", id_in(case_of(sam))}}};
    EXPECT_EQ(as(senco).forces(programme + "/places", place), 422);
    agrees(sam.mother, sam);
    allocates(sam, programme);
    words_the_targets(sam);
    starts(programme);
    EXPECT_TRUE(as(nurture_assistant).opens(programme).sees("Running"));
}

// The same: one parent's no outweighs the other's yes until somebody decides.
TEST_F(Process, the_programme_will_not_commence_while_parents_differ) {
    auto const programme = makes_a_programme(one_to_one);
    is_ready_for_a_place(sam, "one_to_one");
    at_their_link(sam.father, sam)
        .sends(link_of(sam.father, sam) + "/answer", Fields{{{"answer", "refused"}}});
    EXPECT_EQ(as(senco).forces(programme + "/places", Fields{{{"case", id_in(case_of(sam))}}}), 422);
}

// The same: consent that is withdrawn before the first day stops the start.
TEST_F(Process, the_programme_will_not_commence_after_consent_was_withdrawn) {
    auto const programme = makes_a_programme({.places = "4"});
    for (auto const& child : {sam, amira}) {
        is_ready_for_a_place(child);
        allocates(child, programme);
        words_the_targets(child);
    }
    withdraws(sam.mother, sam);
    starts(programme);
    constexpr db::Sql started =
        "SELECT count(*) FROM step WHERE school_id = $1 AND case_id = $2 AND step = 'start' AND undone_at IS "
        "NULL";
    EXPECT_EQ(stands<std::int64_t>(started, school.school, id_in(case_of(sam))), 0);
    EXPECT_EQ(stands<std::int64_t>(started, school.school, id_in(case_of(amira))), 1);
}

// The same, for a session: nothing is recorded for a child whose parent took the agreement back before it,
// and the place that ended so stays ended. What was held before on that day is written up (C6, G4).
TEST_F(Process, no_session_is_evaluated_for_a_child_whose_consent_was_withdrawn_before_it) {
    auto const programme = runs({sam, amira}, {.places = "4"});
    auto const evaluation = full_evaluation_of(sam);
    auto& assistant = as(nurture_assistant);
    holds_session(programme, 1);
    evaluates(programme, 1, amira);
    withdraws(sam.mother, sam);
    evaluates(programme, 1, sam);
    on(day_of_session(programme, 2));
    holds_session(programme, 2);
    EXPECT_EQ(assistant.forces(card_of(programme, 2, sam), evaluation), 422);
    EXPECT_TRUE(assistant.sees("Consent was not in force for Sam on that day"));
    agrees(sam.mother, sam);
    EXPECT_EQ(assistant.forces(card_of(programme, 2, sam), evaluation), 422);
    EXPECT_TRUE(assistant.sees("The child had no place in the programme on that day"));
    evaluates(programme, 2, amira);
    EXPECT_EQ(attended_evaluations(), 3);
}

// The same: before the start no session is delivered.
TEST_F(Process, no_session_is_delivered_before_the_programme_commences) {
    auto const programme = makes_a_programme(one_to_one);
    is_ready_for_a_place(sam, "one_to_one");
    allocates(sam, programme);
    auto const session = session_of(programme, 1);
    EXPECT_FALSE(as(nurture_assistant).opens(session).may_send(session + "/delivery"));
    Fields const the_register{
        {{"held_on", calendar::iso(today())},
         {"listed-" + id_in(place_of(sam)), "yes"},
         {"everyone", "here"}}};
    EXPECT_EQ(as(nurture_assistant).forces(session + "/delivery", the_register), 422);
}

// "Nurture Assistant to deliver planned programmes for typically 6 to 8 weeks*."
TEST_F(Process, nurture_assistant_to_deliver_planned_programmes_for_typically_6_to_8_weeks) {
    for (std::string const weeks : {"6", "7", "8"}) {
        auto const programme = makes_a_programme({.weeks = weeks});
        EXPECT_EQ(sessions_of(programme), std::stoi(weeks));
    }
    for (std::string const weeks : {"5", "9"}) {
        auto& coordinator = as(senco).opens("/programmes/new");
        Fields const wanted(
            {{"name", "Friendship group"},
             {"form", "group"},
             {"deliverer", text_of(nurture_assistant.staff)},
             {"room", text_of(school.room)},
             {"starts_on", calendar::iso(today())},
             {"starts_at_time", "09:30"},
             {"weeks", weeks}}
        );
        coordinator.is_refused("/programmes", wanted);
        EXPECT_TRUE(coordinator.sees("The length differs from the policy's; enter why")) << weeks;
        EXPECT_EQ(
            sessions_of(makes_a_programme({.weeks = weeks, .reason = "The term is short"})), std::stoi(weeks)
        );
    }
}

// "*Please note: change cannot necessarily be achieved rapidly – this depends on the complexity of the
// issues."
TEST_F(Process, change_cannot_necessarily_be_achieved_rapidly) {
    auto const programme = runs({sam}, one_to_one);
    auto const extension = programme + "/extension";
    as(nurture_assistant).opens(programme).is_refused(extension, Fields{{{"weeks", "9"}}});
    EXPECT_TRUE(as(nurture_assistant).sees("May stay empty up to 8 weeks; for more ask the SENCo"));
    Fields const with_a_reason{{{"weeks", "9"}, {"reason", "Two losses at home in one month"}}};
    as(nurture_assistant).is_refused(extension, with_a_reason);
    EXPECT_TRUE(as(nurture_assistant).sees("ask the SENCo, who adds such weeks on this page and says why"));
    as(senco).opens(programme).is_refused(extension, Fields{{{"weeks", "9"}}});
    as(senco).sends(extension, with_a_reason);
    EXPECT_EQ(sessions_of(programme), 9);
    EXPECT_TRUE(as(nurture_assistant).opens(programme).sees("The policy says at most 8 weeks"));
    EXPECT_TRUE(as(senco).opens(programme).sees("Two losses at home in one month"));
}

// "Evaluation of intervention will be on a weekly basis after every session."
TEST_F(Process, evaluation_of_intervention_will_be_on_a_weekly_basis_after_every_session) {
    auto const programme = runs({sam, amira}, {.places = "4"});
    auto const evaluation = full_evaluation_of(sam);
    EXPECT_EQ(as(nurture_assistant).forces(card_of(programme, 1, sam), evaluation), 422);
    EXPECT_TRUE(as(nurture_assistant).sees("Record the session as delivered first"));
    for (int number = 1; number <= 2; ++number) {
        on(day_of_session(programme, number));
        holds_session(programme, number);
        auto const session = session_of(programme, number);
        EXPECT_TRUE(as(nurture_assistant).opens(session).sees("To write up"));
        auto const card = card_of(programme, number, sam);
        as(nurture_assistant).opens(card).is_refused(card);  // each target wants its number
        EXPECT_EQ(as(nurture_assistant).forces(card, evaluation), 303);
        evaluates(programme, number, amira);
        EXPECT_FALSE(as(nurture_assistant).opens(session).sees("To write up"));
    }
    EXPECT_EQ(attended_evaluations(), 4);
}

// "Impact of intervention measured by class teacher approximately 4 – 6 weeks after programme completion."
TEST_F(Process, impact_of_intervention_measured_by_class_teacher_4_to_6_weeks_after_completion) {
    auto const programme = runs({sam}, one_to_one);
    measures_before(sam);
    goes_to_its_end(programme, {sam});
    EXPECT_EQ(calendar::iso(today()), "2026-06-23");
    auto const review = place_of(sam) + "/impact-review";
    auto const written = full_review_of(sam);

    on("2026-07-20");
    EXPECT_TRUE(as(class_teacher).opens(review).sees("Opens on Tuesday 21 July 2026"));
    EXPECT_FALSE(as(class_teacher).may_send(review));
    EXPECT_EQ(as(class_teacher).forces(review, written), 422);

    on("2026-07-21");
    EXPECT_TRUE(as(class_teacher).opens(review).sees("Open until Tuesday 4 August 2026"));
    for (auto const* person : People{&nurture_assistant, &senco, &school.teacher_of_5a})
        EXPECT_EQ(as(*person).forces(review, written), 404) << person->name;

    on("2026-08-06");
    EXPECT_TRUE(as(class_teacher).opens(review).sees("Late by 2 days"));
    EXPECT_EQ(as(class_teacher).forces(review, written), 303);
    EXPECT_TRUE(as(senco).opens(review).sees("Late by 2 days"));
    EXPECT_TRUE(as(senco).sees("up 5"));
}

// The same: whoever delivered the sessions does not measure them, even where they teach the class by then.
TEST_F(Process, impact_is_not_measured_by_who_delivered_the_sessions) {
    auto const programme = runs({sam}, one_to_one);
    goes_to_its_end(programme, {sam});
    auto const person = "/school/people/" + text_of(nurture_assistant.staff);
    as(school.administrator)
        .opens(person + "/roles/new")
        .sends(
            person + "/roles",
            Fields(
                {{"role", "class_teacher"},
                 {"class_id", text_of(school.class_4b)},
                 {"starts_on", calendar::iso(today())}}
            )
        );
    on("2026-07-21");
    auto const review = place_of(sam) + "/impact-review";
    EXPECT_FALSE(as(nurture_assistant).opens(review).may_send(review));
    EXPECT_EQ(as(nurture_assistant).forces(review, full_review_of(sam)), 422);
    EXPECT_EQ(as(class_teacher).forces(review, full_review_of(sam)), 303);
}

// "Opportunities for brief review meetings with the Nurture Assistant will be made available for children
// after completion of the programme, in order to maintain contact (as required)."
TEST_F(Process, opportunities_for_brief_review_meetings_with_the_nurture_assistant_after_completion) {
    auto const programme = runs({sam}, one_to_one);
    goes_to_its_end(programme, {sam});
    on("2026-06-30");
    auto const check_ins = case_of(sam) + "/check-ins";
    as(nurture_assistant).opens(check_ins).sends(check_ins + "/wishes", Fields{{{"asked_by", "child"}}});
    EXPECT_TRUE(as(nurture_assistant).opens("/check-ins").sees("The child asked"));
    checks_in(sam, "Showed me a drawing of three friends");
    EXPECT_FALSE(as(nurture_assistant).opens("/check-ins").sees("The child asked"));
    EXPECT_TRUE(as(senco).opens(check_ins).sees("Showed me a drawing of three friends"));
    EXPECT_FALSE(as(class_teacher).opens(check_ins).may_send(check_ins));
}

TEST_F(Process, a_child_keeps_their_nurture_assistant_for_twelve_weeks_after_the_next_step) {
    goes_to_its_end(runs({sam}, one_to_one), {sam});
    on("2026-07-21");
    measures_impact(sam);
    decides_next_step(sam);
    auto const check_ins = case_of(sam) + "/check-ins";
    auto& teacher = as(class_teacher).opens(story_of(sam));
    EXPECT_TRUE(teacher.sees("Check-ins"));
    teacher.opens(check_ins).sends(check_ins + "/wishes", Fields{{{"asked_by", "class_teacher"}}});
    EXPECT_TRUE(as(nurture_assistant).opens("/").sees("Asked for by the class teacher"));
    EXPECT_TRUE(as(nurture_assistant).opens("/check-ins").sees("The class teacher asked"));
    checks_in(sam, "Told me about the new class");
    EXPECT_TRUE(as(nurture_assistant).opens(check_ins).sees("Check-ins go on until Tuesday 13 October 2026"));
    EXPECT_TRUE(as(nurture_assistant).opens(story_of(sam)).sees("You hold check-ins with Sam"));
    EXPECT_TRUE(as(nurture_assistant).sees("Check-ins"));
    EXPECT_FALSE(as(nurture_assistant).sees("It lasts without support"));
    EXPECT_EQ(as(nurture_assistant).forces(case_of(sam) + "/next-step", Fields{}), 404);

    on("2026-10-14");
    EXPECT_TRUE(as(nurture_assistant).finds_nothing_at(check_ins));
    EXPECT_TRUE(as(senco).opens(check_ins).sees("Check-ins went on until Tuesday 13 October 2026"));
    EXPECT_FALSE(as(class_teacher).opens(check_ins).may_send(check_ins + "/wishes"));
}

TEST_F(Process, another_programme_leads_to_the_next_concern_filled_in) {
    goes_to_its_end(runs({sam}, one_to_one), {sam});
    checks_in(sam, "Told me about the new class");
    on("2026-07-21");
    measures_impact(sam);
    auto const path = case_of(sam) + "/next-step";
    auto& coordinator = as(senco).opens(path);
    for (auto const* words : {"There at ", "Session by session", "Told me about the new class"})
        EXPECT_TRUE(coordinator.sees(words)) << words;
    Fields const agency({{"next", "outside_agency"}, {"reason", "More is needed"}});
    coordinator.is_refused(path, agency);
    EXPECT_TRUE(coordinator.sees("Enter which agency"));
    decides_next_step(sam, "another_programme");
    auto const next = case_of(sam) + "/next-concern";
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Raise the next concern"));
    EXPECT_TRUE(as(senco).opens("/").sees("raise the next concern"));
    as(senco).opens(next);
    EXPECT_TRUE(as(senco).sees("The change lasts without support"));
    as(senco).sends(story_of(sam) + "/concerns", Fields());
    EXPECT_FALSE(as(senco).opens("/").sees("raise the next concern"));
    EXPECT_TRUE(as(senco).finds_nothing_at(next));
}

// "A room is set aside for Nurture Support Programmes to be delivered."
TEST_F(Process, a_room_is_set_aside_for_nurture_support_programmes_to_be_delivered) {
    auto& coordinator = as(senco).opens("/programmes/new");
    coordinator.is_refused(
        "/programmes",
        Fields(
            {{"name", "Friendship group"},
             {"form", "group"},
             {"deliverer", text_of(nurture_assistant.staff)},
             {"room", "00000000-0000-0000-0000-000000000000"},
             {"starts_on", calendar::iso(today())},
             {"starts_at_time", "09:30"}}
        )
    );
    auto const programme = makes_a_programme();
    EXPECT_TRUE(as(nurture_assistant).opens(session_of(programme, 1)).sees("The Den"));
}

// "The provision takes the form of individual or small group support."
TEST_F(Process, the_provision_takes_the_form_of_individual_or_small_group_support) {
    EXPECT_TRUE(as(senco).opens(makes_a_programme(one_to_one)).sees("One to one"));
    EXPECT_TRUE(as(senco).opens(makes_a_programme()).sees("6 places"));
}

}  // namespace
}  // namespace journeys
