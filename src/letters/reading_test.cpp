#include <algorithm>

#include "letters/case_test.hpp"
#include "letters/consent_pages.hpp"
#include "letters/parent_pages.hpp"

// In which order the pages about consent are read.
namespace letters {

using consent::Answer;

struct TheConsentPage : SamsCase {
    std::string page() {
        auto const overview = seen();
        pages::ConsentPage const page{
            .overview = overview,
            .sentence = sentence_of(overview, small.today),
            .may = {.coordinates = true, .decides = true},
            .today = small.today,
            .now = small.now,
            .pupil = {}};
        return pages::consent({}, page, design::blank()).main.markup();
    }
};

TEST_F(TheConsentPage, shows_what_the_parents_answered_before_it_asks_for_a_decision) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_TRUE(answer(father, Answer::refused));
    auto const read = page();
    auto const stands = read.find("One agrees and another does not, so no session");
    auto const agreed = read.find("Agreed to a group");
    auto const refused = read.find("Did not agree to a group");
    auto const decision = read.find("Decide where parents differ");
    ASSERT_NE(stands, std::string::npos);
    ASSERT_NE(decision, std::string::npos);
    EXPECT_LT(stands, std::min(agreed, refused));
    EXPECT_LT(std::max(agreed, refused), decision);
}

// A no stands in the table below, and would read against it.
TEST_F(TheConsentPage, says_by_whose_decision_consent_is_in_force_and_why) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_EQ(page().find("by the decision of"), std::string::npos);
    EXPECT_TRUE(answer(father, Answer::refused));
    EXPECT_EQ(page().find("by the decision of"), std::string::npos);
    EXPECT_TRUE(as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, "Sam asks"); })
    );
    auto const read = page();
    auto const decided = read.find(
        "In force by the decision of " + small.headteacher.name + " on Tuesday 12 May 2026: Sam asks"
    );
    EXPECT_LT(decided, read.find("Did not agree to a group"));
    EXPECT_TRUE(answer(father, Answer::given));
    EXPECT_EQ(page().find("by the decision of"), std::string::npos) << "both agree now";
}

TEST_F(TheConsentPage, folds_away_what_led_to_what_stands) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    auto const read = page();
    EXPECT_NE(read.find("All answers and decisions (1)</span></summary>"), std::string::npos) << read;
    EXPECT_NE(read.find("All letters as sent (2)</span></summary>"), std::string::npos);
}

// The letter's own words speak of paper too; the page around it says what one does there.
TEST_F(TheConsentPage, of_a_parent_says_that_a_button_below_the_letter_is_the_answer) {
    auto const token = send_to({mother}).front();
    auto const read = as_nobody([&](Visit& visit) {
        auto const view = open_link(visit, token);
        pages::ParentsPage const parents{
            .path = "/consent/x",
            .child = view->child,
            .letter_title = view->letter_title,
            .letter_words = view->letter_words,
            .answer = view->answer,
            .choices = view->choices};
        return pages::answer({}, parents, design::blank()).main.markup();
    });
    auto const said = read.find("there is nothing to print, sign or send back");
    ASSERT_NE(said, std::string::npos) << read;
    EXPECT_LT(said, read.find("letter-sheet"));
    EXPECT_NE(read.find("this page, which you are reading now"), std::string::npos);
    EXPECT_EQ(read.find("the link in our e-mail"), std::string::npos);
}

}  // namespace letters
