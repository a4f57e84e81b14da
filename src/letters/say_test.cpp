#include <algorithm>
#include <functional>

#include "letters/case_test.hpp"
#include "pupils/contact_actions.hpp"
#include "pupils/contact_store.hpp"

namespace letters {

using consent::Answer;
using consent::Standing;

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

TEST_F(WhoMayAnswer, no_link_is_shown_that_a_court_order_from_a_file_has_ended) {
    send_to({mother, father});
    as(small.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND contact_id = $2",
            visit.school,
            father
        );
    });
    for (auto const& one : seen().respondents)
        EXPECT_EQ(one.link.has_value(), one.contact.id == mother) << one.contact.name;
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

TEST_F(WhoMayAnswer, today_reminds_only_whom_consent_still_asks) {
    send_to({mother, father});
    auto const reminded = [&] {
        return as(small.senco, [&](Visit& visit) {
            std::vector<ContactId> asked;
            for (auto const& one : today_store::unanswered(visit.db, visit.school))
                if (one.still_asked) asked.push_back(one.contact);
            std::ranges::sort(asked);
            return asked;
        });
    };
    auto const both = [&] {
        std::vector asked{mother, father};
        std::ranges::sort(asked);
        return asked;
    }();
    EXPECT_EQ(reminded(), both);
    take_responsibility_from(father);
    EXPECT_EQ(reminded(), std::vector{mother});
    small.now = small.now + 60 * minutes;
    ask_all_the_same(father);
    EXPECT_EQ(reminded(), both) << "whom the SENCo asks all the same";
    restrict(father);
    EXPECT_EQ(reminded(), std::vector{mother}) << "a court order was not known of";
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
