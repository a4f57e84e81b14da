#include <algorithm>

#include "cases/rules.hpp"
#include "letters/case_test.hpp"
#include "letters/link_actions.hpp"
#include "schools/actions.hpp"

namespace letters {

using consent::Answer;
using consent::Standing;

// C3: expired; Y1: the policy says how long a yes holds.
class YesWithAnEnd : public SamsCase {
protected:
    void SetUp() override { tokens_ = send_to({mother, father}); }

    void weeks_pass(int weeks) {
        small.today = small.today + weeks * calendar::days_in_week;
        small.now = calendar::start_of(small.today) + 10 * hours;
    }
    std::optional<Date> end_of_the_last_answer() { return seen().history.front().received.expires_on; }
    Standing standing() { return seen().standing; }
    bool by_link(std::string const& token, Answer answer) {
        return as_nobody([&](Visit& visit) {
            auto const view = open_link(visit, token);
            return view && !answer_by_link(visit, *view, answer, "");
        });
    }
    Choices choices_by(std::string const& token) {
        return as_nobody([&](Visit& visit) { return open_link(visit, token)->choices; });
    }

    std::vector<std::string> tokens_;
};

TEST_F(YesWithAnEnd, holds_by_the_policy_of_the_day_on_which_it_was_given) {
    as(small.administrator, [&](Visit& visit) {
        schools::PolicyVersion shorter;
        shorter.number = "2.0";
        shorter.in_force_from_on = small.today;
        shorter.consent_weeks = 20;
        return schools::actions::add_policy_version(visit, shorter).has_value();
    });
    EXPECT_TRUE(answered_on(small.today - 1, mother, Answer::given));
    EXPECT_EQ(end_of_the_last_answer(), small.today - 1 + 52 * 7);
    EXPECT_TRUE(answer(father, Answer::given));
    EXPECT_EQ(end_of_the_last_answer(), small.today + 20 * 7);
    EXPECT_EQ(seen().holds_until, small.today - 1 + 52 * 7) << "as long as one of them agrees";
}

TEST_F(YesWithAnEnd, is_told_by_its_link_what_it_led_to) {
    auto const stands = [&] {
        return as_nobody([&](Visit& visit) { return open_link(visit, tokens_[0])->support.stands; });
    };
    EXPECT_TRUE(by_link(tokens_[0], Answer::given));
    EXPECT_EQ(stands(), Stands::to_come);
    auto const take = [&](cases::Step step) {
        as(small.senco, [&](Visit& visit) { return cases::take(visit, the_case, step).has_value(); });
    };
    take(cases::Step::allocation);
    auto const place = give_place();
    EXPECT_EQ(stands(), Stands::to_come);
    take(cases::Step::start);
    EXPECT_EQ(stands(), Stands::under_way);
    as(small.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE place SET ended_on = $1, end_reason = 'completed' WHERE school_id = $2 AND id = $3",
            visit.today,
            visit.school,
            place
        );
    });
    take(cases::Step::completion);
    EXPECT_EQ(stands(), Stands::over);
}

TEST_F(YesWithAnEnd, has_one_whatever_way_it_came_and_a_no_has_none) {
    EXPECT_TRUE(by_link(tokens_[0], Answer::given));
    EXPECT_EQ(end_of_the_last_answer(), small.today + 52 * 7);
    EXPECT_TRUE(answer(father, Answer::refused));
    EXPECT_FALSE(end_of_the_last_answer());
}

TEST_F(YesWithAnEnd, ends_sooner_where_the_parent_said_so_and_never_later) {
    auto const until = [&](Date day) {
        return as(small.senco, [&](Visit& visit) {
            return record_answer(
                       visit,
                       the_case,
                       {.contact = mother,
                        .answer = Answer::given,
                        .route = consent::Route::in_person,
                        .answered_on = small.today,
                        .until = day}
            )
                .has_value();
        });
    };
    EXPECT_TRUE(until(small.today + 30));
    EXPECT_EQ(end_of_the_last_answer(), small.today + 30);
    EXPECT_TRUE(until(small.today + 1000));
    EXPECT_EQ(end_of_the_last_answer(), small.today + 52 * 7);
}

TEST_F(YesWithAnEnd, is_asked_for_again_before_it_ends_and_counts_until_the_new_answer) {
    EXPECT_TRUE(answer(mother, Answer::given));
    weeks_pass(47);
    EXPECT_FALSE(seen().respondents.front().to_renew);
    weeks_pass(1);
    EXPECT_EQ(standing(), Standing::given);
    auto const overview = seen();
    auto const of_the_mother =
        std::ranges::find(overview.respondents, mother, [](auto const& one) { return one.contact.id; });
    EXPECT_TRUE(of_the_mother->to_renew);
    auto const token = send_to({mother})[0];
    EXPECT_TRUE(choices_by(token).may_give && choices_by(token).may_refuse);
    EXPECT_TRUE(by_link(token, Answer::given));
    EXPECT_TRUE(by_link(token, Answer::given)) << "sent twice";
    EXPECT_EQ(seen().history.size(), 2U);
    EXPECT_EQ(seen().holds_until, small.today + 52 * 7);
    EXPECT_TRUE(choices_by(token).may_withdraw);
}

TEST_F(YesWithAnEnd, once_expired_a_new_letter_and_a_new_yes_put_consent_in_force_again) {
    EXPECT_TRUE(answer(mother, Answer::given));
    weeks_pass(52);
    EXPECT_EQ(standing(), Standing::given) << "its last day";
    weeks_pass(1);
    EXPECT_EQ(standing(), Standing::expired);
    auto const token = send_to({mother})[0];
    EXPECT_EQ(standing(), Standing::expired);
    auto const waiting =
        as(small.senco, [&](Visit& visit) { return today_store::unanswered(visit.db, visit.school); });
    EXPECT_EQ(std::ranges::count(waiting, mother, &today_store::Unanswered::contact), 1);
    EXPECT_TRUE(by_link(token, Answer::given));
    EXPECT_EQ(standing(), Standing::given);
    EXPECT_TRUE(stands(cases::Step::consent));
}

TEST_F(YesWithAnEnd, a_no_to_the_new_letter_takes_the_yes_back_and_ends_the_place) {
    EXPECT_TRUE(answer(mother, Answer::given));
    give_place();
    weeks_pass(50);
    auto const token = send_to({mother})[0];
    EXPECT_TRUE(by_link(token, Answer::refused));
    EXPECT_TRUE(by_link(token, Answer::refused)) << "sent twice";
    EXPECT_EQ(standing(), Standing::withdrawn);
    EXPECT_EQ(seen().history.size(), 2U);
    EXPECT_FALSE(seen().has_place);
}

// C3: a yes is for the form of programme that the letter spoke of.
class YesToAForm : public SamsCase {
protected:
    std::string ask_about(consent::Form form) {
        return as(small.senco, [&](Visit& visit) {
            visit.now = visit.now + 1 * minutes * ++letters_;
            auto const about = correspondence(visit, the_case, form);
            auto const made = drafts(visit, *about, {mother});
            EXPECT_TRUE(send(visit, *about, made, {}));
            return token_in(made.front().link);
        });
    }
    void agrees_by(std::string const& token) {
        as_nobody([&](Visit& visit) {
            visit.now = visit.now + 1 * minutes * ++letters_;
            auto const view = open_link(visit, token);
            EXPECT_TRUE(view->choices.may_give);
            return answer_by_link(visit, *view, Answer::given, "").has_value();
        });
    }
    std::optional<consent::Form> agreed_to() { return seen().history.front().received.form; }
    cases::Status status() {
        return as(small.senco, [&](Visit& visit) {
            auto const found = cases::store::find(visit.db, visit.school, the_case, visit.today);
            return cases::status_of(found->facts, visit.today);
        });
    }

private:
    int letters_ = 0;
};

TEST_F(YesToAForm, is_to_the_chosen_form_unless_the_letter_names_another) {
    send_to({mother});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_EQ(agreed_to(), consent::Form::group);
}

TEST_F(YesToAForm, is_asked_anew_about_another_form_and_a_reminder_speaks_of_the_same) {
    agrees_by(ask_about(consent::Form::group));
    EXPECT_EQ(status().stage, cases::Stage::to_allocate);
    auto const token = ask_about(consent::Form::one_to_one);
    EXPECT_EQ(status().stage, cases::Stage::awaiting_answer);
    EXPECT_EQ(seen().awaits_yes_to, consent::Form::one_to_one);
    as(small.senco, [&](Visit& visit) {
        EXPECT_EQ(correspondence(visit, the_case)->form, consent::Form::one_to_one);
        EXPECT_NE(correspondence(visit, the_case)->programme.find("one to one"), std::string::npos);
        return 0;
    });
    agrees_by(token);
    EXPECT_EQ(agreed_to(), consent::Form::one_to_one);
    EXPECT_EQ(status().stage, cases::Stage::to_allocate);
    EXPECT_FALSE(seen().awaits_yes_to);
}

// Undone to the prioritisation and chosen anew: the answers stand, and are none to the new letter.
TEST_F(YesToAForm, is_not_noted_for_a_letter_about_another) {
    agrees_by(ask_about(consent::Form::group));
    as(small.senco, [&](Visit& visit) {
        EXPECT_TRUE(cases::undo(visit, the_case, cases::Step::consent, "Chosen anew"));
        EXPECT_TRUE(undo_letter(visit, the_case, "Chosen anew"));
        return 0;
    });
    auto const token = ask_about(consent::Form::one_to_one);
    EXPECT_FALSE(as(small.senco, [&](Visit& visit) { return note_consent(visit, the_case); }));
    EXPECT_FALSE(stands(cases::Step::consent));
    agrees_by(token);
    EXPECT_TRUE(stands(cases::Step::consent));
}

}  // namespace letters
