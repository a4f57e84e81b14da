#include <gtest/gtest.h>

#include "journeys/browser.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

// A form with one field.
Fields only(std::string name, std::string value) {
    Fields fields;
    fields.add(std::move(name), std::move(value));
    return fields;
}

class Referral : public testing::Test {
protected:
    Browser as(support::Person const& person) {
        Browser browser(application);
        browser.keep_cookie(person.token);
        return browser;
    }
    std::string sam() const { return "/pupils/" + std::string(school.sam.id.text()); }
    std::string area() const { return std::string(school.friendships.text()); }

    Fields concern(std::string source = "staff") const {
        return Fields(
            {{"seen", "Alone at every playtime this week"},
             {"tried", "A seat beside Tom"},
             {"areas", area()},
             {"parents_spoken_to", "not_yet"},
             {"source", std::move(source)},
             {"noticed_on", "2026-05-11"}}
        );
    }
    // Raises a concern; says where its page is.
    std::string raised(support::Person const& person, std::string source = "staff") {
        auto browser = as(person);
        browser.open(sam() + "/concerns/new").send(sam() + "/concerns", concern(std::move(source)));
        return browser.path().substr(0, browser.path().find('?'));
    }
    // The address of the case, from the form of the concern's page that the SENCo sees.
    std::string case_of(std::string const& concern_path) {
        auto senco = as(school.senco);
        senco.open(concern_path);
        auto const the_case = senco.between("action=\"/cases/", "/referral\"");
        return "/cases/" + the_case;
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    app::Application application{
        database.database(),
        {.secure_cookies = false, .demonstration = false, .public_address = "http://withy.test"},
        [this] { return school.now; }};
};

TEST_F(Referral, a_concern_opens_with_where_safeguarding_goes_and_brings_strategies_at_once) {
    auto browser = as(school.support_staff);
    browser.open(sam() + "/concerns/new");
    EXPECT_TRUE(browser.shows("Record it on CPOMS, not here."));
    browser.send(sam() + "/concerns", concern());
    EXPECT_EQ(browser.status(), 200);
    EXPECT_TRUE(browser.shows("The concern is with the SENCo."));
    EXPECT_TRUE(browser.shows("To try meanwhile"));
    EXPECT_TRUE(browser.shows("Friendships: what others have tried"));
}

TEST_F(Referral, an_empty_concern_is_shown_again_with_everything_that_is_missing) {
    auto browser = as(school.teacher_of_4b);
    browser.open(sam() + "/concerns/new").send(sam() + "/concerns", only("tried", "A seat beside Tom"));
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("Enter what you saw"));
    EXPECT_TRUE(browser.shows("Choose whether parents have been spoken to"));
    EXPECT_TRUE(browser.shows("Choose who raised the concern"));
    EXPECT_TRUE(browser.shows("A seat beside Tom"));
}

TEST_F(Referral, a_concern_is_read_by_its_writer_and_by_those_with_a_duty_alone) {
    auto const path = raised(school.support_staff);
    for (auto const* person : {&school.support_staff, &school.senco, &school.teacher_of_4b})
        EXPECT_EQ(as(*person).open(path).status(), 200) << person->name;
    for (auto const* person :
         {&school.teacher_of_5a,
          &school.nurture_assistant,
          &school.safeguarding_lead,
          &school.headteacher,  // who gives a reason first
          &school.governor})
        EXPECT_EQ(as(*person).open(path).status(), 404) << person->name;
}

// S1: a way that leads nowhere is none.
TEST_F(Referral, who_only_wrote_a_concern_of_a_closed_case_reads_where_safeguarding_goes) {
    auto const path = raised(school.support_staff);
    auto const to_note = sam() + "/safeguarding";
    EXPECT_TRUE(as(school.support_staff).open(path).shows("href=\"" + to_note + "\""));
    EXPECT_EQ(as(school.support_staff).open(to_note).status(), 200);

    auto const the_case = case_of(path);
    auto senco = as(school.senco);
    senco.open(path).submit(the_case + "/referral", only("reason", "Sits alone"));
    Fields const decision(
        {{"held_on", "2026-05-12"},
         {"present", "Rob Ellis"},
         {"outcome", "no_need_now"},
         {"reason", "It has settled"}}
    );
    senco.open(the_case + "/discussion").submit(the_case + "/discussion", decision);
    EXPECT_EQ(as(school.support_staff).open(to_note).status(), 404);
    auto writer = as(school.support_staff);
    writer.open(path);
    EXPECT_TRUE(writer.shows("You see this because you wrote it."));
    EXPECT_FALSE(writer.shows("href=\"" + to_note + "\""));
    EXPECT_TRUE(writer.shows("Record it on CPOMS, not here."));
    EXPECT_TRUE(as(school.senco).open(path).shows("href=\"" + to_note + "\""));
}

TEST_F(Referral, two_changes_at_once_lose_no_text) {
    auto const path = raised(school.support_staff);
    auto browser = as(school.support_staff);
    Fields changed(
        {{"seen", "Alone at every playtime this month"},
         {"areas", area()},
         {"version", "1"},
         {"parents_spoken_to", "not_yet"}}
    );
    changed.add("source", "staff");
    changed.add("noticed_on", "2026-05-11");
    browser.open(path + "/words").send(path, changed);
    EXPECT_EQ(browser.path(), path);

    Fields second({{"seen", "Another text of mine"}, {"version", "1"}, {"parents_spoken_to", "yes"}});
    second.add("source", "staff");
    second.add("noticed_on", "2026-05-11");
    browser.open(path + "/words").send(path, second);
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("Another text of mine"));
    EXPECT_TRUE(browser.shows("Alone at every playtime this month"));
    EXPECT_TRUE(browser.shows("What stands now"));
    EXPECT_TRUE(browser.shows("name=\"version\" value=\"2\""));
}

TEST_F(Referral, a_pupil_is_found_for_a_concern_by_any_part_of_the_name_and_in_ones_own_class) {
    auto browser = as(school.teacher_of_4b);
    browser.open("/concerns/new");
    EXPECT_TRUE(browser.shows("Sam Okafor"));
    EXPECT_FALSE(browser.shows("Grace O"));
    browser.open("/concerns/new?q=brien");
    EXPECT_TRUE(browser.shows("Grace O"));
}

TEST_F(Referral, a_child_goes_from_concern_to_the_waiting_list_step_by_step) {
    auto const concern_path = raised(school.teacher_of_4b);
    auto const the_case = case_of(concern_path);
    auto teacher = as(school.teacher_of_4b);
    teacher.open(concern_path).submit(the_case + "/referral", {});
    EXPECT_EQ(teacher.status(), 422);
    EXPECT_TRUE(teacher.shows("Speak with a parent or carer first"));
    teacher.open(concern_path).submit(the_case + "/referral", only("parents_spoken_to", "yes"));
    EXPECT_EQ(teacher.status(), 200);
    EXPECT_TRUE(teacher.shows("Yes, as said on Tuesday 12 May 2026; not yet when this was written"));
    EXPECT_EQ(teacher.open(the_case + "/discussion").status(), 404);

    auto senco = as(school.senco);
    Fields decision(
        {{"held_on", "2026-05-12"},
         {"present", "Rob Ellis"},
         {"outcome", "go_on"},
         {"reason", "Friendships come first"}}
    );
    decision.add("concerns", "1");
    senco.open(the_case + "/discussion").send(the_case + "/discussion", decision);
    EXPECT_EQ(senco.status(), 422);
    EXPECT_TRUE(senco.shows("Choose at least one target area"));
    decision.add("areas", area());
    senco.open(the_case + "/discussion").send(the_case + "/discussion", decision);
    EXPECT_EQ(senco.path(), the_case + "/prioritisation");

    senco.submit(
        the_case + "/prioritisation",
        Fields(
            {{"form", "group"},
             {"need", "2"},
             {"impact_on_learning", "1"},
             {"earlier_support", "no"},
             {"reason", "A small group will do"}}
        )
    );
    EXPECT_TRUE(senco.shows("Suggested priority: 10 of 26 points"));
    senco.send(
        the_case + "/waiting", Fields({{"meanwhile", "A daily check-in"}, {"review_by_on", "2026-06-23"}})
    );
    EXPECT_EQ(senco.path(), "/waiting-list");
    EXPECT_TRUE(senco.shows("1. Sam Okafor"));
    EXPECT_TRUE(senco.shows("A daily check-in"));
    EXPECT_TRUE(senco.shows("id=\"" + the_case.substr(the_case.rfind('/') + 1) + "\""));
    EXPECT_TRUE(senco.open("/").shows("/waiting-list#"));
    EXPECT_EQ(senco.open(the_case + "/waiting").status(), 200);
    EXPECT_TRUE(senco.shows("Place 1 of 1"));
    EXPECT_TRUE(senco.shows("Suggested priority: 10 of 26 points"));
    EXPECT_FALSE(senco.shows("Move to place")) << "nobody else waits";

    auto assistant = as(school.nurture_assistant);
    assistant.open("/waiting-list");
    EXPECT_TRUE(assistant.shows("1. Sam Okafor"));
    EXPECT_FALSE(assistant.shows("A daily check-in"));
    EXPECT_EQ(assistant.open(the_case + "/waiting").status(), 404);
    EXPECT_EQ(as(school.teacher_of_4b).open("/waiting-list").status(), 404);
}

TEST_F(Referral, a_decision_about_a_child_who_has_left_the_waiting_list_saves_nothing) {
    auto const the_case = case_of(raised(school.teacher_of_4b));
    auto senco = as(school.senco);
    EXPECT_TRUE(senco.open(the_case + "/waiting").shows("Not on the waiting list now"));
    EXPECT_FALSE(senco.shows("Nothing was saved"));
    senco.send(the_case + "/position", Fields({{"from", "1"}, {"place", "2"}, {"reason", "His turn"}}));
    EXPECT_EQ(senco.status(), 422);
    EXPECT_TRUE(senco.shows("Not on the waiting list now"));
    EXPECT_TRUE(senco.shows("Nothing was saved"));
}

TEST_F(Referral, a_parents_concern_can_not_be_put_away_without_an_answer) {
    auto const concern_path = raised(school.teacher_of_4b, "parent");
    auto const the_case = case_of(concern_path);
    auto senco = as(school.senco);
    senco.open(concern_path).submit(the_case + "/referral", only("reason", "Mum is worried"));
    Fields const decision(
        {{"held_on", "2026-05-12"},
         {"present", "Rob Ellis"},
         {"outcome", "no_need_now"},
         {"reason", "It has settled"}}
    );
    senco.open(the_case + "/discussion").submit(the_case + "/discussion", decision);
    EXPECT_EQ(senco.status(), 422);
    EXPECT_TRUE(senco.shows("A parent raised a concern and has not been answered."));

    auto teacher = as(school.teacher_of_4b);
    teacher.open(concern_path).send(concern_path + "/answer", only("answer", "We spoke at the gate"));
    EXPECT_TRUE(teacher.shows("We spoke at the gate"));
    senco.open(the_case + "/discussion").submit(the_case + "/discussion", decision);
    EXPECT_EQ(senco.path(), "/referrals");
    EXPECT_FALSE(senco.shows("Sam Okafor"));
}

TEST_F(Referral, a_concern_after_the_referral_reaches_the_senco_and_stands_where_they_decide) {
    auto const first = raised(school.teacher_of_4b);
    auto const the_case = case_of(first);
    auto senco = as(school.senco);
    senco.open(first).submit(the_case + "/referral", {});
    EXPECT_FALSE(senco.open("/").shows("Read the new concern"));
    EXPECT_FALSE(senco.open(the_case + "/closing").shows("Concerns written or reworded since the referral"));

    school.now = school.now + 5 * minutes;
    auto const later = raised(school.support_staff);
    EXPECT_FALSE(as(school.support_staff).open(later).shows(">Seen<"));
    EXPECT_TRUE(senco.open("/").shows("Read the new concern about Sam"));
    for (auto const* page : {"/closing", "/next-step"}) {
        EXPECT_TRUE(senco.open(the_case + page).shows("Concerns written or reworded since the referral"))
            << page;
        EXPECT_TRUE(senco.shows("href=\"" + later + "\"")) << page;
        EXPECT_FALSE(senco.shows("href=\"" + first + "\"")) << page;
    }
    senco.open(later);
    EXPECT_TRUE(senco.shows("see Sam Okafor"));
    EXPECT_TRUE(senco.shows(">Seen<"));
    senco.submit(later + "/read", {});
    EXPECT_TRUE(senco.shows("It is noted that you know of the concern."));
    EXPECT_FALSE(senco.shows(">Seen<"));
    EXPECT_FALSE(senco.open("/").shows("Read the new concern"));
}

TEST_F(Referral, a_question_of_the_senco_is_answered_by_the_class_teacher_alone) {
    auto const the_case = case_of(raised(school.teacher_of_4b));
    auto senco = as(school.senco);
    senco.open(the_case + "/questions").send(the_case + "/questions", only("words", "How is Sam?"));
    auto const question = "/questions/" + senco.between("href=\"/questions/", "\"");

    auto other = as(school.teacher_of_5a);
    EXPECT_EQ(other.open(question).status(), 404);
    auto teacher = as(school.teacher_of_4b);
    teacher.open(question).send(question, only("answer", "Calmer since Monday"));
    EXPECT_TRUE(teacher.shows("Calmer since Monday"));
    EXPECT_TRUE(senco.open(the_case + "/questions").shows("Calmer since Monday"));
}

TEST_F(Referral, no_page_offers_a_sanction_as_a_reason) {
    auto const concern_path = raised(school.teacher_of_4b);
    auto const the_case = case_of(concern_path);
    auto senco = as(school.senco);
    for (auto const& path :
         {concern_path,
          sam() + "/concerns/new",
          the_case + "/discussion",
          the_case + "/prioritisation",
          std::string("/referrals"),
          std::string("/waiting-list")}) {
        EXPECT_EQ(senco.open(path).status(), 200) << path;
        for (auto const* const word : {"sanction", "punish", "reward", "detention"})
            EXPECT_FALSE(senco.shows(word)) << path << ' ' << word;
    }
}

}  // namespace
}  // namespace journeys
