// What people can mend: a programme whose deliverer has left, a wrong training, a concern that is declined,
// and roles that nobody gives themselves.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

class Mending : public Journey {
protected:
    static std::string page_of(Person const& person) { return "/school/people/" + text_of(person.staff); }
    static Fields because(std::string reason) {
        Fields fields;
        fields.add("reason", std::move(reason));
        return fields;
    }
    std::string training_of(Person const& person) {
        constexpr db::Sql sql = "SELECT id FROM training WHERE school_id = $1 AND staff_id = $2";
        return page_of(person) + "/training/" + stands<std::string>(sql, school.school, person.staff);
    }
};

TEST_F(Mending, a_programme_whose_deliverer_has_left_is_given_to_another) {
    auto const programme = runs({sam});
    holds_session(programme, 1);
    evaluates(programme, 1, sam, Fields{{{"confidence", "He misses his granny"}}});
    as(school.administrator)
        .opens(page_of(nurture_assistant) + "/leaving")
        .sends(page_of(nurture_assistant) + "/leaving", Fields{{{"left_on", "2026-05-13"}}});
    on("2026-05-13");
    EXPECT_TRUE(
        as(senco).opens("/").sees(nurture_assistant.name + " has left; Friendship group needs somebody")
    );
    is_ready_for_a_place(amira);
    EXPECT_TRUE(as(senco).opens(programme).sees("has left"));
    EXPECT_FALSE(as(senco).may_send(programme + "/places"));
    EXPECT_EQ(as(senco).forces(programme + "/places", Fields{{{"case", id_in(case_of(amira))}}}), 422);

    auto const delivery = programme + "/delivery";
    auto const next = school.second_nurture_assistant;
    as(senco).opens(delivery).is_refused(delivery, because("They have left"));
    as(senco).opens(delivery).is_refused(delivery, Fields{{{"deliverer", text_of(next.staff)}}});
    as(senco).opens(delivery).sends(
        delivery,
        Fields(
            {{"deliverer", text_of(next.staff)},
             {"weekday", "thursday"},
             {"starts_at_time", "2pm"},
             {"reason", "They have left"}}
        )
    );
    EXPECT_TRUE(as(senco).opens(programme).sees("They have left"));
    EXPECT_TRUE(as(senco).sees("Thursdays at 14:00"));
    EXPECT_FALSE(as(senco).opens("/").sees("needs somebody"));
    allocates(amira, programme);

    on("2026-05-21", "14:00");
    auto const session = session_of(programme, 2);
    as(next).opens(session).sends(session + "/delivery", Fields{{{"everyone", "here"}}});
    as(next).opens(card_of(programme, 1, sam));
    EXPECT_FALSE(as(next).may_send(card_of(programme, 1, sam)));
    EXPECT_FALSE(as(next).sees("He misses his granny"));
}

TEST_F(Mending, a_parents_changed_address_is_told_until_the_senco_has_seen_it) {
    is_written_about(sam);
    auto const mother = "/pupils/" + text_of(sam.id) + "/contacts/" + text_of(sam.mother);
    as(school.administrator).opens(mother).sends(mother, Fields{{{"address", "another@alder.example"}}});
    auto const new_address = "Their e-mail address is new";
    auto const change = "/address-changes";
    EXPECT_TRUE(as(senco).opens("/").sees("See that the e-mail address of"));
    EXPECT_TRUE(as(senco).opens(case_of(sam) + "/letters").sees(new_address));
    EXPECT_TRUE(as(senco).opens(case_of(sam) + "/consent").sees(new_address));
    auto const seen =
        std::string(change) + "/" +
        stands<std::string>("SELECT id FROM address_change WHERE school_id = $1", school.school) + "/seen";
    as(senco).opens(change).sends(seen);
    EXPECT_FALSE(as(senco).opens("/").sees("See that the e-mail address of"));
    EXPECT_FALSE(as(senco).opens(case_of(sam) + "/letters").sees(new_address));
}

TEST_F(Mending, a_wrong_training_is_corrected_and_says_first_what_it_leaves_untrained) {
    auto const programme = runs({sam});
    holds_session(programme, 1);
    auto const training = training_of(nurture_assistant);
    auto const correction = training + "/correction";
    EXPECT_TRUE(as(school.administrator).opens(page_of(nurture_assistant)).sees("Correct"));
    Fields const wrong({{"expires_on", "2026-05-11"}, {"reason", "Last year's certificate"}});
    as(school.administrator).opens(correction).is_refused(correction, Fields{{{"reason", ""}}});
    as(school.administrator).opens(correction).is_refused(correction, because("Nothing is changed"));
    auto& administrator = as(school.administrator).opens(correction).browser();
    administrator.submit(correction, wrong);
    EXPECT_EQ(administrator.status(), 422);
    EXPECT_TRUE(as(school.administrator).sees("Session 1 of Friendship group"));
    as(school.administrator).sends(correction, Fields{{{"correct_all_the_same", "yes"}}});
    EXPECT_TRUE(as(school.administrator).opens(page_of(nurture_assistant)).sees("Last year's certificate"));
    EXPECT_TRUE(as(school.administrator).sees("1 session was held without training since"));

    auto const back = training_of(school.second_nurture_assistant);
    as(school.administrator)
        .opens(back + "/correction")
        .sends(back + "/taking-back", Fields{{{"why", "Another person's"}}});
    EXPECT_TRUE(as(school.administrator).sees("Another person's"));
    EXPECT_TRUE(as(school.administrator).finds_nothing_at(back + "/correction"));
}

TEST_F(Mending, nobody_gives_themselves_a_role_that_opens_childrens_cases) {
    auto const own = page_of(school.administrator);
    Fields const senco_today({{"role", "senco"}, {"starts_on", calendar::iso(today())}});
    as(school.administrator).opens(own + "/roles/new").is_refused(own + "/roles", senco_today);
    EXPECT_TRUE(as(school.administrator).sees("Ask another administrator"));
    auto const head = page_of(school.headteacher);
    as(school.administrator)
        .opens(head + "/roles/new")
        .sends(head + "/roles", Fields{{{"role", "administrator"}, {"starts_on", calendar::iso(today())}}});
    as(school.headteacher).opens(own + "/roles/new").sends(own + "/roles", senco_today);
    EXPECT_TRUE(as(school.administrator).opens(own).sees("SENCo"));
}

TEST_F(Mending, a_concern_is_declined_in_its_own_words_and_taken_up_again) {
    auto const concern = raises_a_concern(sam);
    auto const not_now = concern + "/not-now";
    as(senco).opens(concern).is_refused(not_now, because(" "));
    as(senco).opens(concern).sends(not_now, because("Friends again since Monday"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Not taken up for now"));
    EXPECT_TRUE(as(senco).sees("Friends again since Monday"));
    EXPECT_FALSE(as(senco).opens("/").sees("Decide whether"));
    EXPECT_TRUE(as(class_teacher).opens(concern).sees("Friends again since Monday"));
    EXPECT_FALSE(as(senco).opens(concern).may_send(not_now));

    auto const again = case_of(sam) + "/closing/undoing";
    EXPECT_TRUE(as(senco).opens(concern).sees("Take it up after all"));
    as(senco).opens(again).sends(again, because("It happens again"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("It happens again"));
    refers(sam);
    EXPECT_EQ(as(senco).opens(concern).forces(not_now, because("Too late")), 422);
}

TEST_F(Mending, who_raised_a_concern_that_is_declined_is_told_why_until_they_have_read_it) {
    auto const concern = raises_a_concern(sam);
    as(senco).opens(concern).sends(concern + "/not-now", because("Friends again since Monday"));
    auto& writer = as(class_teacher).opens("/");
    EXPECT_TRUE(writer.sees("Your concern about Sam Okafor is not taken up for now"));
    EXPECT_TRUE(writer.sees("Friends again since Monday"));
    writer.sends(concern + "/decision-read");
    EXPECT_EQ(writer.path(), "/");
    EXPECT_FALSE(writer.opens("/").sees("not taken up for now"));
    EXPECT_TRUE(writer.opens("/concerns").sees("Not taken up for now, decided on"));
    EXPECT_FALSE(writer.sees("Friends again since Monday"));
    EXPECT_TRUE(writer.opens(concern).sees("Friends again since Monday"));
    EXPECT_FALSE(writer.may_send(concern + "/decision-read"));
    EXPECT_EQ(as(senco).opens(concern).forces(concern + "/decision-read"), 404);
}

TEST_F(Mending, a_programme_gets_another_name_that_tells_of_no_child) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const naming = programme + "/name";
    auto const called = [](std::string const& name) { return Fields{{{"name", name}}}; };
    EXPECT_TRUE(as(class_teacher).finds_nothing_at(naming));
    as(nurture_assistant).opens(naming).is_refused(naming, called(" "));
    as(nurture_assistant).opens(naming).is_refused(naming, called("One to one with Sam"));
    EXPECT_TRUE(as(nurture_assistant).sees("People who do not know of Sam's support read this name"));
    as(senco).opens(naming);
    as(nurture_assistant).opens(naming).sends(naming, called("Calm mornings"));
    EXPECT_TRUE(as(nurture_assistant).sees("The programme is called Calm mornings now."));
    as(senco).is_refused(naming, called("Quiet start"));
    EXPECT_TRUE(as(senco).sees("It is called Calm mornings now")) << as(senco).words();
    as(senco).sends(naming, called("Quiet start"));
    EXPECT_TRUE(as(senco).opens(programme).sees("Quiet start"));
}

// A name that was given before the child came.
TEST_F(Mending, a_programme_whose_name_tells_of_a_child_says_so_on_its_page) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    EXPECT_FALSE(as(senco).opens(programme).sees("name tells of"));
    database.change([&](db::Connection& db) {
        db.enter(school.school);
        db.run("UPDATE programme SET name = 'Okafor, one to one' WHERE school_id = $1", school.school);
    });
    EXPECT_TRUE(as(senco).opens(programme).sees("The programme's name tells of Sam")) << as(senco).words();
}

TEST_F(Mending, a_programme_made_by_mistake_is_removed_with_a_reason) {
    auto const programme = makes_a_programme();
    auto const removal = programme + "/removal";
    EXPECT_TRUE(as(senco).opens(programme).sees("Remove this programme"));
    as(senco).opens(removal).is_refused(removal, because(" "));
    as(senco).opens(removal).sends(removal, because("Made twice"));
    EXPECT_TRUE(as(senco).sees("The programme is removed"));
    EXPECT_FALSE(as(senco).opens("/programmes").sees("Friendship group"));
    EXPECT_TRUE(as(senco).opens(programme).sees("Made twice"));
    EXPECT_FALSE(as(senco).sees("Remove this programme"));
    EXPECT_TRUE(as(senco).finds_nothing_at(removal));

    auto const used = runs({sam});
    EXPECT_FALSE(as(senco).opens(used).sees("Remove this programme"));
    EXPECT_TRUE(as(senco).finds_nothing_at(used + "/removal"));
}

TEST_F(Mending, a_parents_concern_is_declined_once_the_parent_has_an_answer) {
    auto const concern =
        raises_a_concern(sam, Fields{{{"source", "parent"}, {"parents_spoken_to", "not_yet"}}});
    auto const not_now = concern + "/not-now";
    EXPECT_EQ(as(senco).opens(concern).forces(not_now, because("All is well at school")), 422);
    as(senco).opens(concern).sends(
        concern + "/answer", Fields{{{"answer", "Rang on Monday: we watch and wait"}}}
    );
    as(senco).opens(concern).sends(not_now, because("All is well at school"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Not taken up for now"));
}

}  // namespace
}  // namespace journeys
