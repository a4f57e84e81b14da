// Finding a place with the child in hand, and what is said before a programme is made.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class Placing : public Journey {
protected:
    std::string place_page(Child const& child) { return case_of(child) + "/place"; }

    std::string training_path(Person const& person) {
        constexpr db::Sql sql =
            "SELECT id FROM training WHERE school_id = $1 AND staff_id = $2 AND kind = 'nurture'";
        return "/school/people/" + std::string(person.staff.text()) + "/training/" +
               stands<std::string>(sql, school.school, person.staff);
    }

    Fields wanted(std::string const& name, std::string const& time, std::string const& form = "group") {
        return Fields(
            {{"name", name},
             {"form", form},
             {"deliverer", std::string(nurture_assistant.staff.text())},
             {"room", std::string(school.room.text())},
             {"starts_on", calendar::iso(today())},
             {"starts_at_time", time}}
        );
    }
};

TEST_F(Placing, opens_with_the_child_and_leads_to_the_programme) {
    is_ready_for_a_place(sam);
    auto const programme = makes_a_programme();
    auto& coordinator = as(senco).opens(place_page(sam));
    EXPECT_TRUE(coordinator.sees("A place for Sam"));
    EXPECT_TRUE(coordinator.sees("You see this because you are the SENCo."));
    EXPECT_TRUE(coordinator.sees("Mum of Sam Okafor agreed on"));
    EXPECT_TRUE(coordinator.sees("A group, as was chosen."));
    coordinator.sends(programme + "/places");
    EXPECT_EQ(coordinator.path(), programme);
    EXPECT_TRUE(coordinator.sees("Sam has a place. Next: targets in Sam's own words."))
        << coordinator.words();
    EXPECT_TRUE(as(senco).opens(place_page(sam)).sees("Has a place with"));
    EXPECT_FALSE(as(senco).opens(place_page(sam)).may_send(programme + "/places"));
}

TEST_F(Placing, is_one_click_from_where_consent_stands) {
    is_ready_for_a_place(sam);
    auto const consent = case_of(sam) + "/consent";
    EXPECT_TRUE(as(senco).opens(consent).sees("Find a place for Sam"));
    the_headteacher_opens(sam);
    EXPECT_FALSE(as(school.headteacher).opens(consent).sees("Find a place for Sam"));
    allocates(sam, makes_a_programme());
    EXPECT_FALSE(as(senco).opens(consent).sees("Find a place for Sam"));
}

// P2: nobody is offered who may not be given children, and the page says why.
TEST_F(Placing, offers_nobody_whose_nurture_training_is_not_in_force) {
    is_ready_for_a_place(sam);
    auto const programme = makes_a_programme();
    EXPECT_TRUE(as(senco).opens("/programmes/new").sees("Not offered: " + school.untrained.name));
    EXPECT_TRUE(as(senco).opens(place_page(sam)).may_send(programme + "/places"));
    as(school.administrator)
        .opens("/school/people/" + std::string(nurture_assistant.staff.text()))
        .opens(training_path(nurture_assistant) + "/correction")
        .sends(
            training_path(nurture_assistant) + "/correction",
            Fields{{{"expires_on", calendar::iso(today() - 1)}, {"reason", "Misread"}}}
        );
    auto& coordinator = as(senco).opens(place_page(sam));
    EXPECT_TRUE(coordinator.sees("nurture training is not in force today"));
    EXPECT_FALSE(coordinator.may_send(programme + "/places"));
    EXPECT_TRUE(coordinator.opens(programme).sees("nurture training is not in force today"));
    EXPECT_FALSE(coordinator.may_send(programme + "/places"));
    EXPECT_EQ(coordinator.forces(programme + "/places", Fields{{{"case", id_in(case_of(sam))}}}), 422);
    EXPECT_TRUE(as(nurture_assistant).opens("/").sees("Renew your nurture training"));
}

// C3: another form of programme than the letter spoke of is asked about anew; and it needs a reason.
TEST_F(Placing, in_another_form_needs_a_letter_about_it_and_a_reason_that_stands_in_the_childs_story) {
    is_ready_for_a_place(sam, "one_to_one");
    auto const programme = makes_a_programme();
    auto& coordinator = as(senco).opens(place_page(sam));
    EXPECT_TRUE(coordinator.sees("One to one was chosen, and this is a group."));
    EXPECT_TRUE(
        coordinator.sees("The letter to Sam's parents spoke of one to one. Write a new letter about a "
                         "group first.")
    );
    EXPECT_FALSE(coordinator.may_send(programme + "/places"));
    EXPECT_TRUE(as(senco).opens(programme).sees("Write a new letter about a group first."));

    on(today() + 1);
    auto const letters = case_of(sam) + "/letters";
    as(senco).opens(letters + "?form=group");
    EXPECT_TRUE(coordinator.sees("The letter before spoke of one to one. This one asks about a group"));
    coordinator.sends(letters);
    EXPECT_TRUE(coordinator.sees("and nobody has answered yet"));
    EXPECT_TRUE(as(senco).opens(place_page(sam)).sees("A parent has not agreed to a group yet."));
    EXPECT_FALSE(coordinator.may_send(programme + "/places"));
    agrees(sam.mother, sam);

    as(senco).opens(place_page(sam));
    coordinator.is_refused(programme + "/places", Fields{});
    EXPECT_TRUE(coordinator.sees("enter why this one is right all the same"));
    EXPECT_TRUE(coordinator.sees("A place for Sam"));
    coordinator.sends(programme + "/places", Fields{{{"reason", "Sam asked for company"}}});
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Sam asked for company"));
}

// G1
TEST_F(Placing, with_few_weeks_left_needs_a_reason_that_stands_in_the_childs_story) {
    auto const programme = runs({amira});
    on(today() + 1);
    is_ready_for_a_place(sam);
    auto& coordinator = as(senco).opens(programme);
    EXPECT_TRUE(coordinator.sees("The policy says at least 6 weeks; the child's own page asks why."));
    EXPECT_FALSE(coordinator.may_send(programme + "/places"));
    coordinator.opens(place_page(sam));
    EXPECT_TRUE(coordinator.sees("5 weeks are left, and the policy says at least 6.")) << coordinator.words();
    coordinator.is_refused(programme + "/places", Fields{});
    EXPECT_TRUE(coordinator.sees("Fewer weeks are left than the policy says; enter why"));
    EXPECT_TRUE(coordinator.sees("Why only 5 weeks, although the policy says at least 6"));
    coordinator.sends(programme + "/places", Fields{{{"reason", "Sam's friends are in it"}}});
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Sam's friends are in it"));
}

TEST_F(Placing, a_programme_made_for_the_child_is_one_click_away) {
    is_ready_for_a_place(sam, "one_to_one");
    auto& coordinator = as(senco).opens("/programmes/new?case=" + id_in(case_of(sam)));
    EXPECT_TRUE(coordinator.sees("For Sam"));
    coordinator.sends("/programmes", wanted("Brave steps", "3pm", "one_to_one"));
    EXPECT_TRUE(coordinator.sees("Just made"));
    coordinator.opens(coordinator.path());
    auto const programme =
        stands<std::string>("SELECT id FROM programme WHERE school_id = $1", school.school);
    coordinator.sends("/programmes/" + programme + "/places");
    EXPECT_TRUE(coordinator.sees("Sam Okafor"));
    EXPECT_TRUE(coordinator.sees("at 15:00"));
}

TEST_F(Placing, a_room_that_is_taken_is_named_before_and_may_be_shared_all_the_same) {
    as(senco).opens("/programmes/new").sends("/programmes", wanted("Brave steps", "14:15"));
    auto& coordinator = as(senco).opens("/programmes/new");
    coordinator.is_refused("/programmes", wanted("Sunshine", "14.30"));
    EXPECT_TRUE(coordinator.sees("The Den is taken by “Brave steps” on Tuesdays until 15:00."));
    EXPECT_TRUE(coordinator.sees("has “Brave steps” then."));
    coordinator.sends("/programmes", Fields{{{"all_the_same", "yes"}}});
    EXPECT_TRUE(coordinator.sees("Sunshine"));
}

TEST_F(Placing, a_training_that_ends_before_the_last_session_is_said_before) {
    auto& db = database.connection();
    {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school.school);
        db.run(
            R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
               VALUES ($1, $2, $3, 'nurture', 'Nurture Assistant training', $4, $5))",
            school.school,
            Id<struct TrainingTag>::make(school.now),
            school.untrained.staff,
            today() - 10,
            today() + 20
        );
        transaction.commit();
    }
    auto& coordinator = as(senco).opens("/programmes/new");
    auto typed = wanted("Sunshine", "14:30");
    Fields by_them;
    for (auto const& [name, value] : typed.entries())
        by_them.add(name, name == "deliverer" ? std::string(school.untrained.staff.text()) : value);
    coordinator.is_refused("/programmes", by_them);
    EXPECT_TRUE(coordinator.sees("Training ends before the last session")) << coordinator.words();
    EXPECT_TRUE(coordinator.sees("training ends on Monday 1 June 2026. The last session is on"))
        << coordinator.words();
    coordinator.sends("/programmes", Fields{{{"all_the_same", "yes"}}});
    EXPECT_TRUE(coordinator.sees("Sunshine"));
}

}  // namespace
}  // namespace journeys
