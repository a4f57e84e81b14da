// A form that is sent twice, by a second tap or a lost answer, changes things once.
#include <functional>

#include "journeys/journey.hpp"

namespace journeys {
namespace {

class Twice : public Journey {
protected:
    // Sends the same form two times; both lead to the same place, and one row stands.
    void sends_twice(
        Person const& person,
        std::string const& page,
        std::string const& action,
        Fields const& filled,
        db::Sql count
    ) {
        auto const before = stands<std::int64_t>(count, school.school);
        auto& browser = as(person).opens(page).browser();
        auto const sent = browser.filled_form(action, filled);
        ASSERT_TRUE(sent) << action;
        auto const first = browser.post_exactly(action, *sent);
        auto const second = browser.post_exactly(action, *sent);
        EXPECT_EQ(first.status, 303) << action << ": " << words_in(first.body);
        EXPECT_EQ(second.status, 303) << action << ": " << words_in(second.body);
        EXPECT_EQ(location(first), location(second)) << action;
        EXPECT_EQ(stands<std::int64_t>(count, school.school), before + 1) << action;
    }

    // Sends the form, lets the undoing happen a minute later, goes back past it and sends the same once more.
    void is_sent_past_its_undoing(
        Person const& person,
        std::string const& page,
        std::string const& action,
        Fields const& filled,
        std::function<void()> const& undo
    ) {
        auto& browser = as(person).opens(page).browser();
        auto const sent = browser.filled_form(action, filled);
        ASSERT_TRUE(sent) << action;
        auto const at_first = location(browser.post_exactly(action, *sent));
        EXPECT_NE(at_first.find("saved="), std::string::npos) << action << " led to " << at_first;
        EXPECT_EQ(location(browser.post_exactly(action, *sent)), at_first);
        now += 1 * minutes;
        undo();
        auto const once_more = location(browser.post_exactly(action, *sent));
        EXPECT_NE(once_more.find("saved=nothing-again"), std::string::npos)
            << action << " led to " << once_more;
        now += 1 * minutes;
    }
    void undoes(Person const& person, std::string const& page, std::string const& undoing) {
        as(person).opens(page).sends(undoing, Fields{{{"reason", "Another day was meant"}}});
    }

    static std::string location(http::Response const& response) {
        for (auto const& [name, value] : response.headers)
            if (name == "Location") return value;
        return {};
    }
};

std::string text_of(auto const& id) { return std::string(id.text()); }

// All forms of one page share its number.
TEST_F(Twice, two_forms_of_one_page_both_change_things) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const session = session_of(programme, 1);
    auto& browser = as(nurture_assistant).opens(session).browser();
    auto const plan = *browser.filled_form(session + "/plan", Fields{{{"plan", "A game of turns"}}});
    auto const delivery = *browser.filled_form(session + "/delivery", Fields{{{"everyone", "here"}}});
    ASSERT_EQ(plan.value("once"), delivery.value("once"));
    EXPECT_EQ(browser.post_exactly(session + "/plan", plan).status, 303);
    EXPECT_EQ(browser.post_exactly(session + "/delivery", delivery).status, 303);
    constexpr db::Sql planned =
        "SELECT plan FROM session WHERE school_id = $1 AND outcome = 'delivered' ORDER BY number LIMIT 1";
    EXPECT_EQ(stands<std::string>(planned, school.school), "A game of turns");
}

// Back to the page that was sent, something else typed, sent again.
TEST_F(Twice, the_same_form_with_other_words_changes_things_again) {
    as(school.administrator).opens("/school/rooms");
    auto& browser = as(school.administrator).browser();
    auto const nest = *browser.filled_form("/school/rooms", Fields{{{"name", "The Nest"}}});
    auto const nook = *browser.filled_form("/school/rooms", Fields{{{"name", "The Nook"}}});
    ASSERT_EQ(nest.value("once"), nook.value("once"));
    constexpr db::Sql rooms = "SELECT count(*) FROM room WHERE school_id = $1";
    auto const before = stands<std::int64_t>(rooms, school.school);
    EXPECT_EQ(browser.post_exactly("/school/rooms", nest).status, 303);
    EXPECT_EQ(browser.post_exactly("/school/rooms", nook).status, 303);
    EXPECT_EQ(stands<std::int64_t>(rooms, school.school), before + 2);
}

TEST_F(Twice, on_the_way_to_a_programme) {
    auto const concerns = story_of(sam) + "/concerns";
    sends_twice(
        class_teacher,
        concerns + "/new",
        concerns,
        Fields{{{"seen", "Stands alone"}, {"parents_spoken_to", "yes"}}},
        "SELECT count(*) FROM concern WHERE school_id = $1"
    );
    refers(sam);
    sends_twice(
        senco,
        case_of(sam) + "/discussion",
        case_of(sam) + "/discussion",
        Fields(
            {{"present", "Priya and Rob"},
             {"outcome", "go_on"},
             {"reason", "It lasts"},
             {"areas", text_of(school.friendships)}}
        ),
        "SELECT count(*) FROM discussion WHERE school_id = $1"
    );
    prioritises(sam);
    auto const letters = case_of(sam) + "/letters";
    auto const of_another_tab = *as(senco).opens(letters).browser().filled_form(letters, {});
    auto& browser = as(senco).opens(letters).browser();
    auto const sent = *browser.filled_form(letters, {});
    EXPECT_EQ(browser.post_exactly(letters, sent).status, 303);
    EXPECT_EQ(browser.post_exactly(letters, sent).status, 303);
    auto const refused = browser.post_exactly(letters, of_another_tab);
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(words_in(refused.body).find("Look at them before writing again"), std::string::npos);
    EXPECT_EQ(stands<std::int64_t>("SELECT count(*) FROM outbox WHERE school_id = $1", school.school), 2);
}

TEST_F(Twice, in_a_programme) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    is_ready_for_a_place(amira);
    auto const group = makes_a_programme();
    sends_twice(
        senco,
        group,
        group + "/places",
        Fields{{{"case", id_in(case_of(amira))}}},
        "SELECT count(*) FROM place WHERE school_id = $1"
    );
    auto const session = session_of(programme, 1);
    sends_twice(
        nurture_assistant,
        session,
        session + "/delivery",
        Fields{{{"everyone", "here"}}},
        "SELECT count(*) FROM session WHERE school_id = $1 AND outcome = 'delivered'"
    );
    auto const card = card_of(programme, 1, sam);
    sends_twice(
        nurture_assistant,
        card,
        card,
        rated(as(nurture_assistant).opens(card).form(card), "5"),
        "SELECT count(*) FROM evaluation WHERE school_id = $1"
    );
    auto const pointer = story_of(sam) + "/safeguarding";
    sends_twice(
        nurture_assistant,
        pointer,
        pointer,
        Fields{{{"time", "09:40"}, {"reference", "4711"}}},
        "SELECT count(*) FROM safeguarding_pointer WHERE school_id = $1"
    );
    auto const questions = case_of(sam) + "/questions";
    sends_twice(
        nurture_assistant,
        questions,
        questions,
        Fields{{{"words", "How are playtimes?"}}},
        "SELECT count(*) FROM question WHERE school_id = $1"
    );
    auto const messages = case_of(sam) + "/parent-messages";
    sends_twice(
        nurture_assistant,
        messages,
        messages,
        Fields{{{"contact", text_of(sam.mother)}, {"words", "A good week"}}},
        "SELECT count(*) FROM parent_message WHERE school_id = $1"
    );
}

// Back past the undoing to the page that was sent, and sent again.
TEST_F(Twice, what_was_undone_since_is_not_said_to_be_saved) {
    raises_a_concern(sam);
    refers(sam);
    auto const discussion = case_of(sam) + "/discussion";
    auto& browser = as(senco).opens(discussion).browser();
    auto const sent = *browser.filled_form(
        discussion,
        Fields(
            {{"present", "Priya and Rob"},
             {"outcome", "go_on"},
             {"reason", "It lasts"},
             {"areas", text_of(school.friendships)}}
        )
    );
    auto const at_first = location(browser.post_exactly(discussion, sent));
    EXPECT_NE(at_first.find("saved=discussion"), std::string::npos) << at_first;
    EXPECT_EQ(location(browser.post_exactly(discussion, sent)), at_first);
    now += 1 * minutes;
    auto const undoing = case_of(sam) + "/steps/discussion/undoing";
    browser.open(undoing).submit(undoing, Fields{{{"reason", "Another child was meant"}}});
    browser.open(location(browser.post_exactly(discussion, sent)));
    EXPECT_FALSE(browser.shows("The discussion is on record"));
    EXPECT_TRUE(browser.shows("You had sent this before, so it was not saved again"));
}

TEST_F(Twice, no_form_whose_change_was_undone_since_is_said_to_be_saved) {
    auto const programme = makes_a_programme({.form = "one_to_one", .places = "1"});
    is_ready_for_a_place(sam, "one_to_one");
    allocates(sam, programme);
    words_the_targets(sam);
    auto const start = case_of(sam) + "/steps/start/undoing";
    is_sent_past_its_undoing(nurture_assistant, programme, programme + "/start", {}, [&] {
        undoes(senco, start, start);
    });
    starts(programme);
    auto const session = session_of(programme, 1);
    auto const delivery = session + "/delivery";
    is_sent_past_its_undoing(nurture_assistant, session, delivery, Fields{{{"everyone", "here"}}}, [&] {
        undoes(nurture_assistant, session, delivery + "/undoing");
    });
    auto const absence = session + "/absence";
    is_sent_past_its_undoing(
        nurture_assistant,
        session,
        absence,
        Fields{{{"why_not", "trip"}, {"instead", "nothing"}}},
        [&] { undoes(nurture_assistant, session, absence + "/undoing"); }
    );
}

TEST_F(Twice, what_was_undone_of_another_child_since_leaves_what_is_said_as_it_was) {
    raises_a_concern(tom);
    refers(tom);
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const of_tom = case_of(tom) + "/steps/referral/undoing";
    auto const session = session_of(programme, 1);
    std::vector<std::tuple<Person, std::string, std::string, Fields>> const forms{
        {nurture_assistant, session, session + "/plan", Fields{{{"plan", "A game of turns"}}}},
        {nurture_assistant, session, session + "/delivery", Fields{{{"everyone", "here"}}}},
        {senco, programme + "/name", programme + "/name", Fields{{{"name", "Lantern"}}}},
        {nurture_assistant,
         case_of(sam) + "/questions",
         case_of(sam) + "/questions",
         Fields{{{"words", "How?"}}}}};
    for (auto const& [person, page, action, filled] : forms) {
        auto& browser = as(person).opens(page).browser();
        auto const sent = browser.filled_form(action, filled);
        ASSERT_TRUE(sent) << action;
        auto const at_first = location(browser.post_exactly(action, *sent));
        now += 1 * minutes;
        undoes(senco, of_tom, of_tom);
        EXPECT_EQ(location(browser.post_exactly(action, *sent)), at_first) << action;
        refers(tom);
        now += 1 * minutes;
    }
}

TEST_F(Twice, when_the_school_is_set_up) {
    sends_twice(
        school.administrator,
        "/school/people/new",
        "/school/people",
        Fields{{{"name", "Nell Fox"}, {"address", "nell@alder.example"}}},
        "SELECT count(*) FROM staff WHERE school_id = $1"
    );
    sends_twice(
        school.administrator,
        "/school/rooms",
        "/school/rooms",
        Fields{{{"name", "The Nest"}}},
        "SELECT count(*) FROM room WHERE school_id = $1"
    );
    sends_twice(
        senco,
        "/programmes/new",
        "/programmes",
        Fields(
            {{"name", "Friendship group"},
             {"form", "group"},
             {"deliverer", text_of(nurture_assistant.staff)},
             {"room", text_of(school.room)},
             {"starts_on", calendar::iso(today())},
             {"starts_at_time", "09:30"}}
        ),
        "SELECT count(*) FROM programme WHERE school_id = $1"
    );
}

}  // namespace
}  // namespace journeys
