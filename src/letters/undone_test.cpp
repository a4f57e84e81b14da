// What stands once a letter was undone, and what once it was made anew.
#include "cases/rules.hpp"
#include "letters/case_test.hpp"
#include "letters/link_actions.hpp"
#include "letters/parent_pages.hpp"

namespace letters {
namespace {

using consent::Answer;
using consent::Form;
using consent::Standing;

class TheUndoneLetter : public SamsCase {
protected:
    // And the consent that followed, where somebody agreed.
    void undo() {
        later(1 * minutes);
        as(small.senco, [&](Visit& visit) {
            cases::undo(visit, the_case, cases::Step::consent, "Too early");
            EXPECT_TRUE(undo_letter(visit, the_case, "Too early"));
            return 0;
        });
    }
    void later(std::int64_t by) {
        small.now = small.now + by;
        small.today = calendar::local_date(small.now);
    }
    void send_on_paper() {
        as(small.senco, [&](Visit& visit) {
            visit.sends_mail = false;
            auto const about = correspondence(visit, the_case);
            EXPECT_TRUE(send(visit, *about, drafts(visit, *about, {mother}), {}));
            return 0;
        });
    }
    void is_printed() {
        as(small.senco, [&](Visit& visit) {
            note_printed(visit, store::letters_of(visit.db, visit.school, the_case).front());
            return 0;
        });
    }
    cases::Facts facts() {
        return as(small.senco, [&](Visit& visit) {
            return cases::store::find(visit.db, visit.school, the_case, visit.today)->facts;
        });
    }
    std::string status() { return cases::status_of(facts(), small.today).sentence; }
    bool opens_by(std::string const& token) {
        return as_nobody([&](Visit& visit) { return open_link(visit, token).has_value(); });
    }
    void send_about(Form form) {
        later(1 * minutes);
        as(small.senco, [&](Visit& visit) {
            auto const about = correspondence(visit, the_case, form);
            auto const made = drafts(visit, *about, {mother});
            EXPECT_TRUE(send(visit, *about, made, {}));
            token_ = token_in(made.front().link);
            return 0;
        });
    }
    bool says_by_link(Answer answer) {
        later(1 * minutes);
        return as_nobody([&](Visit& visit) {
            return !answer_by_link(visit, *open_link(visit, token_), answer, "").has_value();
        });
    }
    std::string page_by_link() {
        return as_nobody([&](Visit& visit) {
            auto const view = open_link(visit, token_);
            return pages::answer(
                       {},
                       {.path = "/consent/x",
                        .child = view->child,
                        .answer = view->answer,
                        .yes_to_the_other = view->yes_to_the_other,
                        .choices = view->choices,
                        .form = view->form,
                        .support = view->support,
                        .letter_undone = view->letter_undone},
                       design::blank()
            )
                .main.markup();
        });
    }
    bool page_says(std::string_view words) { return page_by_link().find(words) != std::string::npos; }

    std::string token_;
};

constexpr std::string_view taken_back = "The school has taken its letter back. It will write to you again";
constexpr std::string_view agree_now = "Yes, I agree";
constexpr std::string_view take_back = "Take back my agreement";
constexpr std::string_view when_it_starts = "The school will let you know when it starts";

TEST_F(TheUndoneLetter, leaves_no_day_on_which_anybody_was_asked) {
    send_to({mother});
    undo();
    EXPECT_FALSE(facts().last_asked_on);
    EXPECT_FALSE(facts().last_went_on);
    EXPECT_FALSE(facts().last_asked_form);
}

TEST_F(TheUndoneLetter, made_anew_on_paper_waits_to_be_printed_whatever_went_before) {
    send_to({mother});
    undo();
    later(hours * 24 * 16);
    send_on_paper();
    EXPECT_TRUE(facts().letters_wait);
    EXPECT_EQ(
        status(),
        "Letter made on Thursday 28 May 2026. It is to be printed and handed over; then a parent answers."
    );
    later(24 * hours);
    is_printed();
    EXPECT_FALSE(facts().letters_wait);
    EXPECT_EQ(status(), "Waiting for a parent's answer, asked on Friday 29 May 2026.");
}

// One that stands is not forgotten: a reminder on paper waits beside the letter that went.
TEST_F(TheUndoneLetter, is_not_one_that_was_followed_by_a_reminder) {
    send_to({mother});
    later(24 * hours);
    send_on_paper();
    EXPECT_FALSE(facts().letters_wait);
    EXPECT_EQ(facts().last_asked_on, small.today);
    EXPECT_EQ(facts().last_went_on, small.today - 1);
}

// C6: a yes to a group stands beside a no to one to one.
TEST_F(TheUndoneLetter, leaves_the_link_to_whoever_can_take_back_a_yes_to_one_form) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::given));
    send_about(Form::one_to_one);
    EXPECT_TRUE(says_by_link(Answer::refused));
    undo();
    ASSERT_TRUE(opens_by(token_));
    EXPECT_TRUE(says_by_link(Answer::withdrawn));
    EXPECT_EQ(seen().standing, Standing::withdrawn);
}

TEST_F(TheUndoneLetter, ends_the_link_of_whoever_said_no) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::refused));
    undo();
    EXPECT_FALSE(opens_by(token_));
}

TEST_F(TheUndoneLetter, ends_the_link_of_whoever_took_their_yes_back) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::given));
    EXPECT_TRUE(says_by_link(Answer::withdrawn));
    undo();
    EXPECT_FALSE(opens_by(token_));
}

TEST_F(TheUndoneLetter, promises_nothing_to_whoever_agreed_and_lets_them_take_that_back) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::given));
    EXPECT_TRUE(page_says(when_it_starts));
    EXPECT_FALSE(page_says(taken_back));
    undo();
    EXPECT_TRUE(page_says("you agreed that Sam takes part"));
    EXPECT_TRUE(page_says(taken_back));
    EXPECT_FALSE(page_says(when_it_starts));
    EXPECT_TRUE(page_says(take_back));
}

TEST_F(TheUndoneLetter, offers_no_new_yes_to_whoever_takes_theirs_back) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::given));
    undo();
    EXPECT_TRUE(says_by_link(Answer::withdrawn));
    EXPECT_TRUE(page_says("you took your agreement back"));
    EXPECT_TRUE(page_says(taken_back));
    EXPECT_FALSE(page_says(agree_now));
    EXPECT_FALSE(page_says("I have changed my mind"));
    send_about(Form::group);
    EXPECT_TRUE(page_says(agree_now)) << "the new letter asks again";
    EXPECT_FALSE(page_says(taken_back));
}

TEST_F(TheUndoneLetter, asks_nothing_anew_by_a_reminder_that_went_before) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::given));
    send_about(Form::group);
    EXPECT_TRUE(page_says(agree_now));
    undo();
    EXPECT_FALSE(page_says(agree_now));
    EXPECT_TRUE(page_says(take_back));
}

// Of the other form nothing was said yet.
TEST_F(TheUndoneLetter, lets_a_yes_to_the_other_form_be_taken_back) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::given));
    send_about(Form::one_to_one);
    undo();
    EXPECT_TRUE(page_says("you agreed to support in a small group.</p>"));
    EXPECT_TRUE(page_says(taken_back));
    EXPECT_TRUE(page_says(take_back));
    EXPECT_FALSE(page_says(agree_now));
}

// The page that asked them is still open in their browser.
TEST_F(TheUndoneLetter, takes_no_yes_and_says_why_in_words_for_a_parent) {
    send_about(Form::group);
    EXPECT_TRUE(says_by_link(Answer::given));
    undo();
    EXPECT_TRUE(says_by_link(Answer::withdrawn));
    auto const refused = as_nobody([&](Visit& visit) {
        return answer_by_link(visit, *open_link(visit, token_), Answer::given, "");
    });
    ASSERT_TRUE(refused);
    EXPECT_EQ(
        refused->message,
        "The school has taken its letter back, so your answer was not taken. It will write to you again"
    );
}

}  // namespace
}  // namespace letters
