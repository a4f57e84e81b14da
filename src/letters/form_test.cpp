// What a yes is to, where letters about a group and about one to one went to the same parents.
#include <algorithm>

#include "letters/answer_pages.hpp"
#include "letters/case_test.hpp"
#include "letters/forms.hpp"
#include "letters/overview.hpp"
#include "support/pdf.hpp"

namespace letters {
namespace {

using consent::Answer;
using consent::Form;
using consent::Route;
using consent::Standing;

class ToWhat : public SamsCase {
protected:
    void ask_about(Form form) {
        as(small.senco, [&](Visit& visit) {
            visit.now = visit.now + 1 * minutes * ++letters_;
            auto const about = correspondence(visit, the_case, form);
            EXPECT_TRUE(send(visit, *about, drafts(visit, *about, {mother, father}), {}));
            return 0;
        });
    }
    Expected<Standing, FieldError> agrees(std::optional<Form> form, Route route = Route::paper) {
        return as(small.senco, [&](Visit& visit) {
            return record_answer(
                visit,
                the_case,
                {.contact = mother,
                 .answer = Answer::given,
                 .route = route,
                 .answered_on = small.today,
                 .form = form}
            );
        });
    }
    bool says(Answer answer, std::optional<Form> form) {
        return as(small.senco, [&](Visit& visit) {
            return record_answer(
                       visit,
                       the_case,
                       {.contact = mother,
                        .answer = answer,
                        .route = Route::paper,
                        .answered_on = small.today,
                        .form = form}
            )
                .has_value();
        });
    }
    FormErrors faults_of(std::string const& answer, bool asked_about_both) const {
        Fields const typed(
            {{"contact", std::string(mother.text())},
             {"answer", answer},
             {"route", "paper"},
             {"answered_on", calendar::iso(small.today)}}
        );
        auto const read = forms::read_answer(typed, small.today, asked_about_both, small.today);
        return read ? FormErrors{} : read.error();
    }

private:
    int letters_ = 0;
};

// An old slip about the group, which comes in after the letter about one to one.
TEST_F(ToWhat, is_asked_once_letters_about_both_forms_went_out) {
    ask_about(Form::group);
    EXPECT_FALSE(seen().asked_about_both);
    EXPECT_TRUE(agrees(std::nullopt));
    EXPECT_EQ(seen().history.front().received.form, Form::group);
    ask_about(Form::one_to_one);
    EXPECT_TRUE(seen().asked_about_both);
    auto const guessed = agrees(std::nullopt);
    ASSERT_FALSE(guessed);
    EXPECT_EQ(guessed.error().field, "form");
    EXPECT_EQ(seen().history.size(), 1U);
    EXPECT_TRUE(agrees(Form::one_to_one));
    EXPECT_EQ(seen().history.front().received.form, Form::one_to_one);
    auto const again = agrees(Form::group);
    ASSERT_FALSE(again) << "the yes to a group stands beside it";
    EXPECT_EQ(again.error().field, "answer");
}

TEST_F(ToWhat, is_asked_of_a_yes_and_of_a_no_and_only_then) {
    auto const asks = [&](std::string const& answer, bool both) {
        return std::ranges::any_of(faults_of(answer, both), [](auto const& fault) {
            return fault.field == "form";
        });
    };
    EXPECT_TRUE(asks("given", true));
    EXPECT_FALSE(asks("given", false));
    EXPECT_TRUE(asks("refused", true));
    EXPECT_FALSE(asks("withdrawn", true));
}

TEST_F(ToWhat, is_a_question_without_an_answer_beforehand) {
    ask_about(Form::group);
    auto const form_on_page = [&] {
        auto const overview = seen();
        pages::ConsentPage const page{
            .overview = overview,
            .sentence = sentence_of(overview, small.today),
            .may = {.coordinates = true, .decides = true},
            .today = small.today,
            .now = small.now,
            .pupil = {}};
        return pages::record_an_answer({}, page, design::blank()).markup();
    };
    EXPECT_EQ(form_on_page().find("About what?"), std::string::npos);
    ask_about(Form::one_to_one);
    EXPECT_NE(form_on_page().find("About what?"), std::string::npos);
    EXPECT_EQ(form_on_page().find(" checked"), std::string::npos);
}

// A slip comes back without its letter.
TEST_F(ToWhat, stands_on_the_slip) {
    as(small.senco, [&](Visit& visit) {
        visit.sends_mail = false;
        auto const slip_about = [&](Form form) {
            auto const about = correspondence(visit, the_case, form);
            auto sheet = support::said_of(drafts(visit, *about, {mother}).front().pdf, "pdftotext -raw");
            std::ranges::replace(sheet, '\n', ' ');
            return sheet.substr(sheet.find("Reply slip:"));
        };
        auto const about_a_group = slip_about(Form::group);
        EXPECT_NE(
            about_a_group.find("Reply slip: nurture support in a small group for Sam"), std::string::npos
        );
        EXPECT_NE(
            about_a_group.find("I agree that Sam takes part in nurture support in a small group."),
            std::string::npos
        ) << about_a_group;
        EXPECT_NE(
            slip_about(Form::one_to_one).find("I agree that Sam takes part in nurture support one to one."),
            std::string::npos
        );
        return 0;
    });
}

// C3: what is said about one form sets nothing aside that was said about the other.
TEST_F(ToWhat, a_yes_to_the_other_form_holds_up_no_child_in_a_place) {
    ask_about(Form::group);
    EXPECT_TRUE(agrees(std::nullopt));
    give_place();
    ask_about(Form::one_to_one);
    EXPECT_EQ(sentence_of(seen(), small.today).next, "Sessions go on as planned.") << "nobody answered yet";
    EXPECT_EQ(agrees(Form::one_to_one), Standing::given);
    EXPECT_EQ(sentence_of(seen(), small.today).next, "Sessions go on as planned.");
    EXPECT_TRUE(seen().has_place);
}

TEST_F(ToWhat, a_no_to_the_other_form_ends_no_place_and_a_no_to_this_one_does) {
    ask_about(Form::group);
    EXPECT_TRUE(agrees(std::nullopt));
    give_place();
    ask_about(Form::one_to_one);
    EXPECT_TRUE(says(Answer::refused, Form::one_to_one));
    EXPECT_TRUE(seen().has_place);
    EXPECT_EQ(seen().standing, Standing::given);
    EXPECT_TRUE(says(Answer::refused, Form::group));
    EXPECT_FALSE(seen().has_place);
    EXPECT_EQ(seen().standing, Standing::withdrawn);
}

TEST_F(ToWhat, a_withdrawal_by_one_parent_names_whose_yes_to_one_form_stands) {
    ask_about(Form::one_to_one);
    EXPECT_TRUE(agrees(std::nullopt));
    EXPECT_EQ(answer(father, Answer::given), Standing::given);
    EXPECT_EQ(answer(father, Answer::withdrawn), Standing::withdrawn);
    EXPECT_EQ(
        sentence_of(seen(), small.today).stands,
        "Dad of Sam Okafor withdrew consent on Tuesday 12 May 2026; no session can be held. Mum of Sam "
        "Okafor's yes stands. What is on record stays."
    );
}

TEST_F(ToWhat, who_took_back_a_yes_to_either_form_is_named_once) {
    ask_about(Form::group);
    EXPECT_TRUE(agrees(std::nullopt));
    ask_about(Form::one_to_one);
    EXPECT_TRUE(agrees(Form::one_to_one));
    EXPECT_TRUE(says(Answer::refused, Form::group));
    EXPECT_TRUE(says(Answer::refused, Form::one_to_one));
    EXPECT_EQ(
        sentence_of(seen(), small.today).stands,
        "Mum of Sam Okafor withdrew consent on Tuesday 12 May 2026; no session can be held. What is on "
        "record stays."
    );
}

TEST_F(ToWhat, a_withdrawal_is_from_both_forms) {
    ask_about(Form::group);
    EXPECT_TRUE(agrees(std::nullopt));
    ask_about(Form::one_to_one);
    EXPECT_TRUE(agrees(Form::one_to_one));
    EXPECT_TRUE(says(Answer::withdrawn, std::nullopt));
    for (auto const& one : seen().forms) EXPECT_EQ(one.standing, Standing::withdrawn);
}

TEST_F(ToWhat, the_consent_page_says_of_each_form_what_stands_and_what_is_waited_for) {
    ask_about(Form::group);
    EXPECT_TRUE(seen().forms.empty());
    EXPECT_TRUE(agrees(std::nullopt));
    ask_about(Form::one_to_one);
    auto const lines = [&] {
        std::vector<std::string> all;
        for (auto const& one : seen().forms) all.push_back(sentence_of(one));
        return all;
    };
    auto const today = calendar::in_words(small.today);
    auto const until = calendar::in_words(small.today + 364);
    EXPECT_EQ(
        lines(),
        (std::vector<std::string>{
            "One to one: asked on " + today + ", and nobody has answered yet.",
            "Group: consent is in force until " + until + "."})
    );
    EXPECT_TRUE(says(Answer::refused, Form::one_to_one));
    EXPECT_EQ(lines().front(), "One to one: consent was refused.");
    for (auto const& one : seen().respondents) {
        if (one.contact.id != mother) continue;
        EXPECT_EQ(one.answer->answer, Answer::refused);
        EXPECT_EQ(one.answer_about_the_other->answer, Answer::given);
    }
}

TEST(DayOfAnAnswer, before_the_letter_is_refused_with_the_day_on_which_it_went) {
    auto const asked_on = *calendar::parse_iso("2026-05-12");
    auto const said_on = [&](Date day, Date today) {
        Fields const typed(
            {{"contact", std::string(ContactId::make(Instant{}).text())},
             {"answer", "refused"},
             {"route", "paper"},
             {"answered_on", calendar::iso(day)}}
        );
        auto const read = forms::read_answer(typed, asked_on, false, today);
        return read ? std::string() : read.error().front().message;
    };
    for (auto const today : {asked_on, asked_on + 30}) {
        EXPECT_EQ(
            said_on(asked_on - 1, today),
            "The letter went on Tuesday 12 May 2026, and an answer to it can't be older. Enter that day or a "
            "later "
            "one"
        );
        EXPECT_EQ(said_on(asked_on, today), "");
    }
    EXPECT_EQ(said_on(asked_on + 1, asked_on), "Enter a day between 12 May 2025 and today");
}

}  // namespace
}  // namespace letters
