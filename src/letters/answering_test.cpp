#include <algorithm>
#include <functional>

#include "cases/rules.hpp"
#include "letters/case_test.hpp"
#include "letters/link_actions.hpp"
#include "pupils/contact_actions.hpp"
#include "pupils/contact_store.hpp"
#include "schools/actions.hpp"

namespace letters {

using AnswersRecorded = SamsCase;
using consent::Answer;
using consent::Standing;

TEST_F(AnswersRecorded, waits_for_the_letter) {
    auto const refused = answer(mother, Answer::given);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "answer");
}

TEST_F(AnswersRecorded, the_first_agreement_takes_the_step_of_consent) {
    send_to({mother, father});
    EXPECT_FALSE(stands(cases::Step::consent));
    EXPECT_EQ(answer(mother, Answer::given), Standing::given);
    EXPECT_TRUE(stands(cases::Step::consent));
}

TEST_F(AnswersRecorded, a_refusal_takes_no_step) {
    send_to({mother});
    EXPECT_EQ(answer(mother, Answer::refused), Standing::refused);
    EXPECT_FALSE(stands(cases::Step::consent));
}

// C3: telephone with a witness.
TEST_F(AnswersRecorded, on_the_telephone_needs_a_witness) {
    send_to({mother});
    auto const refused = answer(mother, Answer::given, consent::Route::telephone);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "witness");
}

TEST_F(AnswersRecorded, is_not_taken_from_somebody_without_responsibility) {
    send_to({mother});
    as(small.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1 AND contact_id = $2",
            visit.school,
            father
        );
    });
    auto const refused = answer(father, Answer::given);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "contact");
}

// C3: two parents who disagree hold the start until the SENCo or headteacher decides with a reason.
TEST_F(AnswersRecorded, where_parents_differ_a_decision_settles_it) {
    send_to({mother, father});
    EXPECT_EQ(answer(mother, Answer::refused), Standing::refused);
    EXPECT_EQ(answer(father, Answer::given), Standing::in_dispute);
    EXPECT_FALSE(stands(cases::Step::consent));

    auto const without_reason =
        as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, ""); });
    EXPECT_EQ(without_reason.error().field, "reason");
    auto const decided =
        as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, "Sam asks for it"); });
    EXPECT_EQ(decided, Standing::given);
    EXPECT_TRUE(stands(cases::Step::consent));
    EXPECT_EQ(seen().history.front().recorded_by, small.headteacher.name);
}

TEST_F(AnswersRecorded, nothing_is_decided_where_nobody_differs) {
    send_to({mother, father});
    EXPECT_EQ(answer(mother, Answer::given), Standing::given);
    auto const refused = as(small.senco, [&](Visit& visit) { return decide(visit, the_case, false, "r"); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "decision");
}

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

using Withdrawal = SamsCase;

// C6: the place is freed, the NA and SENCo are told, and what is on record stays.
TEST_F(Withdrawal, frees_the_place_and_tells_senco_and_nurture_assistant) {
    send_to({mother});
    EXPECT_TRUE(answer(mother, Answer::given));
    give_place();
    EXPECT_TRUE(seen().has_place);
    auto const before = outbox_addresses();

    EXPECT_EQ(answer(mother, Answer::withdrawn), Standing::withdrawn);
    EXPECT_FALSE(seen().has_place);
    EXPECT_EQ(seen().history.size(), 2U);
    auto const after = outbox_addresses();
    EXPECT_EQ(after.size(), before.size() + 2);
    for (auto const* address : {"joan barker1@school.example", "priya nair1@school.example"})
        EXPECT_TRUE(std::ranges::find(after, address) != after.end()) << address;
    as(small.senco, [&](Visit& visit) {
        EXPECT_EQ(
            visit.db.the<std::string>("SELECT end_reason FROM place WHERE school_id = $1", visit.school),
            "consent_withdrawn"
        );
        EXPECT_EQ(today_store::withdrawals_since(visit.db, visit.school, visit.today - 14).size(), 1U);
        // N6: no name and no content.
        for (auto const& words : visit.db.all<std::string>(
                 "SELECT subject || words FROM outbox WHERE school_id = $1 AND letter_id IS NULL",
                 visit.school
             ))
            for (auto const* name : {"Sam", "Okafor", "consent", "Mum"})
                EXPECT_EQ(words.find(name), std::string::npos) << words;
        return 0;
    });
}

TEST_F(Withdrawal, by_one_parent_stops_although_the_other_agrees) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_TRUE(answer(father, Answer::given));
    give_place();
    EXPECT_EQ(answer(father, Answer::withdrawn), Standing::in_dispute);
    EXPECT_FALSE(seen().has_place);
}

TEST_F(Withdrawal, a_no_after_a_yes_is_one) {
    send_to({mother});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_EQ(answer(mother, Answer::refused), Standing::withdrawn);
    as(small.senco, [&](Visit& visit) {
        EXPECT_EQ(today_store::withdrawals_since(visit.db, visit.school, visit.today).size(), 1U);
        return 0;
    });
}

TEST_F(Withdrawal, a_refusal_by_the_other_parent_holds_but_does_not_end_the_place) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    give_place();
    EXPECT_EQ(answer(father, Answer::refused), Standing::in_dispute);
    EXPECT_TRUE(seen().has_place);
}

// C3: an older slip is kept, and says that it came late.
TEST_F(Withdrawal, is_not_lifted_by_an_older_agreement_that_is_recorded_late) {
    send_to({mother});
    EXPECT_EQ(answered_on(small.today - 9, mother, Answer::given), Standing::given);
    EXPECT_EQ(answered_on(small.today - 2, mother, Answer::withdrawn), Standing::withdrawn);
    EXPECT_EQ(answered_on(small.today - 20, mother, Answer::given), Standing::withdrawn);

    auto const overview = seen();
    ASSERT_EQ(overview.history.size(), 3U);
    EXPECT_EQ(overview.history.front().received.answer, Answer::withdrawn);
    EXPECT_FALSE(overview.history.front().came_late);
    EXPECT_EQ(overview.history.back().received.answered_on, small.today - 20);
    EXPECT_TRUE(overview.history.back().came_late);
    for (auto const& one : overview.respondents)
        EXPECT_TRUE(one.contact.id != mother || one.answer->answer == Answer::withdrawn);
}

TEST_F(Withdrawal, that_is_older_than_the_agreement_in_force_ends_no_place) {
    send_to({mother});
    EXPECT_TRUE(answered_on(small.today - 20, mother, Answer::given));
    EXPECT_TRUE(answered_on(small.today - 9, mother, Answer::refused));
    EXPECT_TRUE(answered_on(small.today - 2, mother, Answer::given));
    give_place();
    EXPECT_EQ(answered_on(small.today - 12, mother, Answer::withdrawn), Standing::given);
    EXPECT_TRUE(seen().has_place);
    EXPECT_EQ(seen().history.size(), 4U);
}

// C6: whatever was undone since, a withdrawal is taken while the case is open.
TEST_F(Withdrawal, is_taken_although_the_letter_was_undone) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    as(small.senco, [&](Visit& visit) {
        EXPECT_TRUE(cases::undo(visit, the_case, cases::Step::consent, "Taken too early"));
        EXPECT_TRUE(undo_letter(visit, the_case, "Taken too early"));
        return 0;
    });
    EXPECT_FALSE(answer(father, Answer::given));
    EXPECT_EQ(seen().standing, Standing::given);
    EXPECT_EQ(answer(mother, Answer::withdrawn), Standing::withdrawn);
}

TEST_F(Withdrawal, is_not_taken_in_a_closed_case) {
    send_to({mother});
    EXPECT_TRUE(answer(mother, Answer::given));
    as(small.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "moved");
        return 0;
    });
    auto const refused = answer(mother, Answer::withdrawn);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "This case is closed, so its answers stand");
}

using TheLink = SamsCase;

TEST_F(TheLink, opens_only_after_the_childs_date_of_birth) {
    auto const token = send_to({mother})[0];
    as_nobody([&](Visit& visit) {
        auto const view = open_link(visit, token);
        EXPECT_TRUE(view);
        EXPECT_EQ(confirm(visit, *view, small.sam.born_on + 1).error(), 4);
        auto const proof = confirm(visit, *view, small.sam.born_on);
        EXPECT_TRUE(proof);
        EXPECT_TRUE(proves(view->link, *proof, visit.now));
        return 0;
    });
}

TEST_F(TheLink, ends_after_five_wrong_dates_and_tells_the_senco) {
    auto const token = send_to({mother})[0];
    auto const before = outbox_addresses().size();
    for (int left = 4; left >= 0; --left)
        as_nobody([&](Visit& visit) {
            auto const view = open_link(visit, token);
            EXPECT_TRUE(view);
            EXPECT_EQ(confirm(visit, *view, small.today).error(), left);
            return 0;
        });
    as_nobody([&](Visit& visit) {
        EXPECT_FALSE(open_link(visit, token));
        return 0;
    });
    EXPECT_EQ(outbox_addresses().size(), before + 1);
    auto const locked = [&] {
        return as(small.senco, [&](Visit& visit) {
            return today_store::locked_links(visit.db, visit.school).size();
        });
    };
    EXPECT_EQ(locked(), 1U);
    small.now = small.now + 1 * minutes;
    send_to({mother});
    EXPECT_EQ(locked(), 0U);
}

TEST_F(TheLink, a_right_date_forgets_the_wrong_ones) {
    auto const token = send_to({mother})[0];
    for (int round = 0; round < 3; ++round)
        as_nobody([&](Visit& visit) {
            auto const view = open_link(visit, token);
            for (int i = 0; i < 4; ++i) EXPECT_FALSE(confirm(visit, *view, small.today));
            EXPECT_TRUE(confirm(visit, *view, small.sam.born_on));
            return 0;
        });
}

TEST_F(TheLink, takes_the_answer_once_however_often_it_is_sent) {
    auto const token = send_to({mother})[0];
    for (int i = 0; i < 2; ++i)
        as_nobody([&](Visit& visit) {
            auto const view = open_link(visit, token);
            EXPECT_FALSE(answer_by_link(visit, *view, Answer::given, "Thank you"));
            return 0;
        });
    auto const overview = seen();
    EXPECT_EQ(overview.history.size(), 1U);
    EXPECT_EQ(overview.history.front().recorded_by, "");
    EXPECT_EQ(overview.standing, Standing::given);
    EXPECT_TRUE(stands(cases::Step::consent));
}

TEST_F(TheLink, lasts_on_once_answered_so_that_a_mind_can_be_changed) {
    auto const token = send_to({mother})[0];
    as_nobody([&](Visit& visit) { return answer_by_link(visit, *open_link(visit, token), Answer::given, ""); }
    );
    as_nobody([&](Visit& visit) {
        visit.now = visit.now + link_lasts + 1 * hours;
        auto const view = open_link(visit, token);
        EXPECT_TRUE(view);
        EXPECT_FALSE(answer_by_link(visit, *view, Answer::withdrawn, "Enough for now"));
        return 0;
    });
    EXPECT_EQ(seen().standing, Standing::withdrawn);
}

TEST_F(TheLink, does_not_open_once_expired_revoked_or_of_a_closed_case) {
    auto const token = send_to({mother})[0];
    as_nobody([&](Visit& visit) {
        visit.now = visit.now + link_lasts;
        EXPECT_FALSE(open_link(visit, token));
        EXPECT_FALSE(open_link(visit, "nonsense"));
        return 0;
    });
    EXPECT_TRUE(as(small.senco, [&](Visit& visit) { return revoke_links(visit, the_case, mother); }));
    as_nobody([&](Visit& visit) {
        EXPECT_FALSE(open_link(visit, token));
        return 0;
    });
    auto const newer = send_to({mother})[0];
    as(small.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "moved");
        return 0;
    });
    as_nobody([&](Visit& visit) {
        EXPECT_FALSE(open_link(visit, newer));
        return 0;
    });
}

// N7: parents see only their own letter and answer.
TEST_F(TheLink, shows_nothing_of_the_other_parent) {
    auto const tokens = send_to({mother, father});
    as(small.senco, [&](Visit& visit) {
        return record_answer(
            visit,
            the_case,
            {.contact = father,
             .answer = Answer::refused,
             .route = consent::Route::paper,
             .answered_on = small.today,
             .words = "Never"}
        );
    });
    as_nobody([&](Visit& visit) {
        auto const view = open_link(visit, tokens[0]);
        EXPECT_FALSE(view->answer);
        EXPECT_EQ(view->letter_words.find("Dad of"), std::string::npos);
        EXPECT_NE(view->letter_words.find("Mum of"), std::string::npos);
        EXPECT_TRUE(view->choices.may_give && view->choices.may_refuse);
        return 0;
    });
}

// A parent's own step is written down under their name, even in a browser where staff are signed in.
TEST_F(TheLink, records_the_parent_and_nobody_else) {
    auto const token = send_to({mother})[0];
    as(small.senco, [&](Visit& visit) {
        EXPECT_FALSE(answer_by_link(visit, *open_link(visit, token), Answer::given, ""));
        EXPECT_EQ(
            visit.db.the<std::string>(
                R"(SELECT by_name FROM record WHERE school_id = $1 AND subject = 'consent_answer'
                      AND by_staff_id IS NULL)",
                visit.school
            ),
            "Mum of Sam Okafor, by their link"
        );
        return 0;
    });
}

// C7: what is known of a person changes while their link lies in their pocket.
struct WhoMayAnswer : SamsCase {
    void change(ContactId const& who, std::function<void(pupils::Contact&)> const& mend) {
        as(small.senco, [&](Visit& visit) {
            auto const pupil = *PupilId::parse(small.sam.id.text());
            auto const before = pupils::contact_store::find(visit.db, visit.school, pupil, who);
            auto after = before->contact;
            mend(after);
            EXPECT_TRUE(pupils::actions::change_contact(visit, pupil, *before, after));
            return 0;
        });
    }
    void restrict(ContactId const& who) {
        change(who, [](pupils::Contact& contact) { contact.restriction = "No contact"; });
    }
    void take_responsibility_from(ContactId const& who) {
        change(who, [](pupils::Contact& contact) { contact.responsibility = false; });
    }
    bool opens_by(std::string const& token) {
        return as_nobody([&](Visit& visit) { return open_link(visit, token).has_value(); });
    }
    std::string ask_all_the_same(ContactId const& who) {
        return as(small.senco, [&](Visit& visit) {
            auto const about = correspondence(visit, the_case);
            auto const made = drafts(visit, *about, {who});
            EXPECT_TRUE(send(visit, *about, made, {{who, true, "He brings Sam to school"}}));
            return token_in(made.front().link);
        });
    }
    Expected<consent::Standing, FieldError> answer_knowingly(ContactId const& who, Answer said) {
        return as(small.senco, [&](Visit& visit) {
            return record_answer(
                visit,
                the_case,
                {.contact = who,
                 .answer = said,
                 .route = consent::Route::paper,
                 .answered_on = small.today,
                 .knowingly = true}
            );
        });
    }
};

TEST_F(WhoMayAnswer, a_court_order_ends_the_links_of_this_person_at_once) {
    auto const tokens = send_to({mother, father});
    restrict(father);
    EXPECT_FALSE(opens_by(tokens[1]));
    EXPECT_TRUE(opens_by(tokens[0]));
    as(small.senco, [&](Visit& visit) {
        EXPECT_EQ(
            visit.db.the<std::string>(
                "SELECT why FROM record WHERE school_id = $1 AND subject = 'consent_link' AND subject_id = "
                "$2",
                visit.school,
                father
            ),
            "A court order restricts contact"
        );
        return 0;
    });
    // The link is over, whatever is mended afterwards.
    change(father, [](pupils::Contact& contact) { contact.restriction.clear(); });
    EXPECT_FALSE(opens_by(tokens[1]));
}

TEST_F(WhoMayAnswer, so_does_the_loss_of_responsibility_and_no_other_change) {
    auto const tokens = send_to({mother, father});
    change(father, [](pupils::Contact& contact) { contact.telephone = "01234 567890"; });
    EXPECT_TRUE(opens_by(tokens[1]));
    take_responsibility_from(father);
    EXPECT_FALSE(opens_by(tokens[1]));
}

TEST_F(WhoMayAnswer, a_link_asks_the_rule_each_time_it_is_opened) {
    auto const token = send_to({father})[0];
    as(small.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND contact_id = $2",
            visit.school,
            father
        );
    });
    EXPECT_FALSE(opens_by(token));
}

TEST_F(WhoMayAnswer, whom_the_senco_asks_all_the_same_answers_by_a_link_until_more_is_known) {
    take_responsibility_from(father);
    auto const token = ask_all_the_same(father);
    EXPECT_TRUE(opens_by(token));
    as_nobody([&](Visit& visit) {
        EXPECT_FALSE(answer_by_link(visit, *open_link(visit, token), Answer::given, ""));
        return 0;
    });
    EXPECT_EQ(seen().standing, Standing::given);
    restrict(father);
    EXPECT_FALSE(opens_by(token));
}

TEST_F(WhoMayAnswer, being_asked_once_gives_nobody_a_say_for_ever) {
    send_to({mother, father});
    take_responsibility_from(father);
    auto const refused = answer(father, Answer::given);
    ASSERT_FALSE(refused);
    EXPECT_EQ(
        refused.error().message,
        "Does not hold parental responsibility on record. Tick that you know this, if their answer is to "
        "count "
        "all the same"
    );
    EXPECT_EQ(answer_knowingly(father, Answer::given), Standing::given);
}

TEST_F(WhoMayAnswer, a_parent_under_a_court_order_counts_only_knowingly) {
    send_to({mother});
    restrict(father);
    EXPECT_FALSE(answer(father, Answer::given));
    EXPECT_EQ(answer_knowingly(father, Answer::given), Standing::given);
}

// What was answered before the change stays on record, and a yes counts no more.
TEST_F(WhoMayAnswer, an_agreement_does_not_outlast_the_say_of_who_gave_it_and_may_always_be_taken_back) {
    send_to({mother, father});
    EXPECT_EQ(answer(father, Answer::given), Standing::given);
    give_place();
    take_responsibility_from(father);
    EXPECT_EQ(seen().standing, Standing::expired);
    EXPECT_TRUE(seen().has_place) << "it waits for somebody else's yes";
    EXPECT_EQ(answer(mother, Answer::given), Standing::given);
    EXPECT_EQ(answer(mother, Answer::withdrawn), Standing::withdrawn);
    EXPECT_EQ(answer(father, Answer::withdrawn), Standing::withdrawn);
}

TEST_F(WhoMayAnswer, a_court_order_ends_their_say_until_it_is_over) {
    send_to({mother, father});
    EXPECT_EQ(answer(father, Answer::given), Standing::given);
    restrict(father);
    EXPECT_EQ(seen().standing, Standing::expired);
    change(father, [](pupils::Contact& contact) { contact.restriction.clear(); });
    EXPECT_EQ(seen().standing, Standing::given);
}

TEST_F(WhoMayAnswer, the_consent_page_says_whose_yes_counts_no_more_and_whom_to_ask) {
    send_to({mother, father});
    EXPECT_TRUE(answer(father, Answer::given));
    auto const name = [&](ContactId const& who) {
        auto const overview = seen();
        return std::ranges::find(
                   overview.respondents, who, [](auto const& one) { return one.contact.id; }
        )->contact.name;
    };
    take_responsibility_from(father);
    EXPECT_EQ(
        sentence_of(seen(), small.today).stands,
        "Consent came from " + name(father) +
            ", who no longer holds parental responsibility. So no session can be held."
    );
    EXPECT_EQ(
        sentence_of(seen(), small.today).next,
        "The SENCo asks " + name(mother) +
            " by letter. Sessions can be held from the day on which one of them agrees."
    );
    restrict(father);
    EXPECT_EQ(
        sentence_of(seen(), small.today).stands,
        "Consent came from " + name(father) +
            ", whom a court order keeps from contact. So no session can be held."
    );
    take_responsibility_from(mother);
    EXPECT_EQ(
        sentence_of(seen(), small.today).next,
        "Nobody on record may be asked. The office adds who holds parental responsibility."
    );
}

TEST_F(WhoMayAnswer, what_was_known_when_they_answered_does_not_end_their_say_and_more_does) {
    send_to({mother, father});
    take_responsibility_from(father);
    EXPECT_EQ(answer_knowingly(father, Answer::given), Standing::given);
    restrict(father);
    EXPECT_EQ(seen().standing, Standing::expired);
    EXPECT_EQ(answer_knowingly(father, Answer::given), Standing::given);
}

}  // namespace letters
