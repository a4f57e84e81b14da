#include <algorithm>

#include "letters/case_test.hpp"
#include "letters/consent_pages.hpp"
#include "letters/link_actions.hpp"
#include "letters/overview.hpp"
#include "letters/parent_pages.hpp"
#include "programmes/placing_actions.hpp"

namespace letters {

using consent::Answer;
using consent::Standing;

struct Withdrawal : SamsCase {
    std::string page_of(Overview const& overview) const {
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
    EXPECT_EQ(answer(father, Answer::withdrawn), Standing::withdrawn);
    EXPECT_FALSE(seen().has_place);
}

// C3, C6: it is no dispute in which going on comes first.
TEST_F(Withdrawal, by_one_parent_is_told_in_its_own_words_and_may_be_decided_over) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_TRUE(answered_on(small.today, father, Answer::given));
    give_place();
    EXPECT_EQ(answer(father, Answer::withdrawn), Standing::withdrawn);

    auto const overview = seen();
    EXPECT_EQ(
        sentence_of(overview, small.today).stands,
        "Dad of Sam Okafor withdrew consent on Tuesday 12 May 2026; support has stopped. Mum of Sam Okafor's "
        "yes stands. What is on record stays."
    );
    auto const page = page_of(overview);
    EXPECT_EQ(page.find("Decide where parents differ"), std::string::npos);
    EXPECT_LT(page.find("Decide what follows"), page.find("Decide over the withdrawal"));
    EXPECT_LT(page.find("Do not go ahead"), page.find("Go ahead, since one parent agrees"));
    EXPECT_NE(page.find("<details"), std::string::npos) << "going on is folded away";

    auto const decided =
        as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, "They spoke"); });
    EXPECT_EQ(decided, Standing::given);
}

TEST_F(Withdrawal, of_a_parent_is_followed_on_their_page_by_what_the_school_decided) {
    auto const tokens = send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_TRUE(answer(father, Answer::given));
    give_place();
    EXPECT_EQ(answer(father, Answer::withdrawn), Standing::withdrawn);
    auto const page_by = [&](std::string const& token) {
        return as_nobody([&](Visit& visit) {
            auto const view = open_link(visit, token);
            return pages::answer(
                       {},
                       {.path = "/consent/x",
                        .child = view->child,
                        .answer = view->answer,
                        .choices = view->choices,
                        .support = view->support},
                       design::blank()
            )
                .main.markup();
        });
    };
    EXPECT_NE(page_by(tokens[1]).find("No more sessions are held for Sam"), std::string::npos);
    EXPECT_NE(page_by(tokens[0]).find("At the moment no sessions are held for Sam"), std::string::npos);
    as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, "They spoke"); });
    auto const fathers = page_by(tokens[1]);
    EXPECT_EQ(fathers.find("No more sessions"), std::string::npos);
    EXPECT_NE(
        fathers.find("On Tuesday 12 May 2026 the school decided that nurture support for Sam goes ahead"),
        std::string::npos
    );
    EXPECT_EQ(fathers.find("They spoke"), std::string::npos) << "the reason is for staff";
    EXPECT_EQ(fathers.find("another parent"), std::string::npos) << "what another said is theirs";
}

TEST_F(Withdrawal, once_taken_back_names_nobody_when_another_withdraws) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_TRUE(answered_on(small.today - 1, father, Answer::given));
    EXPECT_TRUE(answered_on(small.today - 1, father, Answer::withdrawn));
    EXPECT_TRUE(answer(father, Answer::given));
    EXPECT_EQ(answer(mother, Answer::withdrawn), Standing::withdrawn);
    EXPECT_EQ(
        sentence_of(seen(), small.today).stands,
        "Mum of Sam Okafor withdrew consent on Tuesday 12 May 2026; no session can be held. Dad of Sam "
        "Okafor's yes stands. What is on record stays."
    );
}

TEST_F(Withdrawal, leads_to_another_place_once_it_was_decided_to_go_ahead) {
    send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    EXPECT_TRUE(answer(father, Answer::given));
    as(small.senco,
       [&](Visit& visit) { return cases::take(visit, the_case, cases::Step::allocation).has_value(); });
    give_place();
    EXPECT_EQ(answer(father, Answer::withdrawn), Standing::withdrawn);
    as(small.headteacher, [&](Visit& visit) { return decide(visit, the_case, true, "They spoke"); });
    auto const overview = seen();
    EXPECT_TRUE(sentence_of(overview, small.today).next.starts_with("The SENCo gives the child another place")
    );
    auto const body = as(small.senco, [&](Visit& visit) {
        pages::ConsentPage const page{
            .overview = overview,
            .sentence = sentence_of(overview, small.today),
            .may = {.coordinates = true, .decides = true},
            .today = small.today,
            .now = small.now,
            .pupil = {},
            .to_be_placed = programmes::is_to_be_placed(visit, the_case)};
        return pages::consent({}, page, design::blank()).main.markup();
    });
    EXPECT_NE(body.find("Give another place"), std::string::npos);
}

TEST_F(Withdrawal, is_told_with_the_day_on_which_it_was_said_and_in_the_history_with_that_of_recording) {
    send_to({mother});
    EXPECT_TRUE(answered_on(small.today - 4, mother, Answer::given));
    EXPECT_TRUE(answered_on(small.today - 2, mother, Answer::withdrawn));
    auto const overview = seen();
    EXPECT_TRUE(sentence_of(overview, small.today)
                    .stands.starts_with("Mum of Sam Okafor withdrew consent on Sunday 10 May 2026; no session"
                    ));
    EXPECT_NE(page_of(overview).find("Recorded on Tuesday 12 May 2026 by"), std::string::npos);
    as(small.senco, [&](Visit& visit) {
        auto const told = today_store::withdrawals_since(visit.db, visit.school, visit.today - 7);
        EXPECT_EQ(told.front().said_on, small.today - 2);
        EXPECT_EQ(today_store::withdrawals_since(visit.db, visit.school, visit.today).size(), 1U)
            << "it was recorded today";
        return 0;
    });
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

TEST_F(Withdrawal, repeats_to_the_parent_what_they_wrote_and_not_what_the_school_noted) {
    auto const token = send_to({mother}).front();
    EXPECT_TRUE(answer(mother, Answer::given));
    auto const page = [&](consent::Route route) {
        return as_nobody([&](Visit& visit) {
            auto view = open_link(visit, token);
            view->answer->route = route;
            pages::ParentsPage const parents{
                .path = "/consent/x", .child = view->child, .answer = view->answer, .choices = view->choices};
            return pages::answer({}, parents, design::blank()).main.markup();
        });
    };
    as_nobody([&](Visit& visit) {
        return answer_by_link(visit, *open_link(visit, token), Answer::withdrawn, "She came home upset");
    });
    EXPECT_NE(page(consent::Route::link).find("You wrote: “She came home upset”"), std::string::npos);
    EXPECT_EQ(page(consent::Route::telephone).find("She came home upset"), std::string::npos);
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

}  // namespace letters
