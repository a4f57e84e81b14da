#include <algorithm>

#include "letters/case_test.hpp"
#include "letters/consent_pages.hpp"
#include "letters/link_actions.hpp"
#include "records/store.hpp"

namespace letters {

using consent::Answer;
using consent::Standing;
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
    as(small.senco, [&](Visit& visit) {
        auto const entry = records::store::all(visit.db, visit.school).back();
        EXPECT_EQ(entry.action, records::Action::ended);
        EXPECT_EQ(entry.subject, "consent_link");
        EXPECT_EQ(entry.why, "Too many wrong dates of birth");
        return 0;
    });
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

// The letter says that the same address serves to change one's mind, however the answer came.
TEST_F(TheLink, opens_as_long_as_the_yes_holds_whichever_way_it_was_given) {
    auto const tokens = send_to({mother, father});
    EXPECT_TRUE(answer(mother, Answer::given));
    as_nobody([&](Visit& visit) {
        return answer_by_link(visit, *open_link(visit, tokens[1]), Answer::given, "");
    });
    auto const yes_ends_on = *seen().history.front().received.expires_on;
    for (auto const& token : tokens)
        as_nobody([&](Visit& visit) {
            visit.now = calendar::start_of(yes_ends_on) + 23 * hours;
            EXPECT_TRUE(open_link(visit, token));
            visit.now = calendar::start_of(yes_ends_on + 1);
            EXPECT_FALSE(open_link(visit, token));
            return 0;
        });
}

// A reminder leaves the link of the letter before it open.
struct TwoLetters : TheLink {
    std::vector<std::string> tokens() {
        auto older = send_to({mother})[0];
        small.now = small.now + 1 * minutes;
        return {std::move(older), send_to({mother})[0]};
    }
    bool opens_by(std::string const& token) {
        return as_nobody([&](Visit& visit) { return open_link(visit, token).has_value(); });
    }
    Link link_on_the_page() {
        auto const overview = seen();
        return std::ranges::find(
                   overview.respondents, mother, [](Respondent const& one) { return one.contact.id; }
        )->link.value();
    }
    int times_recorded_as_ended() {
        return as(small.senco, [&](Visit& visit) {
            return visit.db.the<int>(
                "SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'consent_link'", visit.school
            );
        });
    }
};

TEST_F(TwoLetters, have_links_that_end_together) {
    auto const both = tokens();
    EXPECT_TRUE(as(small.senco, [&](Visit& visit) { return revoke_links(visit, the_case, mother); }));
    for (auto const& token : both) EXPECT_FALSE(opens_by(token));
    EXPECT_EQ(times_recorded_as_ended(), 1);
}

TEST_F(TwoLetters, have_links_that_end_once_the_letter_is_undone) {
    auto const both = tokens();
    EXPECT_TRUE(as(small.senco, [&](Visit& visit) {
        return undo_letter(visit, the_case, "Too early").has_value();
    }));
    for (auto const& token : both) EXPECT_FALSE(opens_by(token));
    EXPECT_EQ(times_recorded_as_ended(), 1);
}

TEST_F(TwoLetters, have_links_that_ran_out_and_are_not_ended_again) {
    tokens();
    small.now = small.now + 2 * link_lasts;
    EXPECT_FALSE(as(small.senco, [&](Visit& visit) { return revoke_links(visit, the_case, mother); }));
    EXPECT_TRUE(as(small.senco, [&](Visit& visit) {
        return undo_letter(visit, the_case, "Too early").has_value();
    }));
    EXPECT_EQ(times_recorded_as_ended(), 0);
}

// C6: by the same link they take their yes back, whatever the school undid.
TEST_F(TwoLetters, have_links_that_stay_open_for_who_agreed_when_the_letter_is_undone) {
    auto const both = tokens();
    EXPECT_TRUE(answer(mother, Answer::given));
    as(small.senco, [&](Visit& visit) {
        EXPECT_TRUE(cases::undo(visit, the_case, cases::Step::consent, "Too early"));
        EXPECT_TRUE(undo_letter(visit, the_case, "Too early"));
        return 0;
    });
    for (auto const& token : both) EXPECT_TRUE(opens_by(token));
    EXPECT_EQ(times_recorded_as_ended(), 0);
    EXPECT_EQ(answer(mother, Answer::withdrawn), consent::Standing::withdrawn);
}

// Who holds both letters has no more guesses than who holds one.
TEST_F(TwoLetters, share_their_five_wrong_dates_and_are_locked_together) {
    auto const both = tokens();
    for (int left = 4; left >= 0; --left)
        as_nobody([&](Visit& visit) {
            auto const view = open_link(visit, both.at(left % 2 == 0 ? 0 : 1));
            EXPECT_EQ(confirm(visit, *view, small.today).error(), left);
            return 0;
        });
    for (auto const& token : both) EXPECT_FALSE(opens_by(token));
    EXPECT_EQ(
        as(small.senco,
           [&](Visit& visit) { return today_store::locked_links(visit.db, visit.school).size(); }),
        1U
    );
    EXPECT_EQ(link_on_the_page().wrong_tries, most_wrong_tries);
}

TEST_F(TwoLetters, begin_the_count_of_wrong_dates_anew) {
    auto const older = send_to({mother})[0];
    auto const wrong_date = [&](std::string const& token) {
        return as_nobody([&](Visit& visit) {
            return confirm(visit, *open_link(visit, token), small.today).error();
        });
    };
    for (int left = 4; left >= 1; --left) EXPECT_EQ(wrong_date(older), left);
    small.now = small.now + 1 * minutes;
    send_to({mother});
    EXPECT_EQ(wrong_date(older), 4);
}

TEST_F(TwoLetters, are_both_kept_open_by_an_answer) {
    auto const both = tokens();
    EXPECT_TRUE(answer(mother, Answer::given));
    auto const last_day = *seen().history.front().received.expires_on;
    small.now = calendar::start_of(last_day);
    for (auto const& token : both) EXPECT_TRUE(opens_by(token));
}

// After a yes it opens for months, and the letter that asks anew has but weeks.
TEST_F(TwoLetters, are_spoken_of_by_the_link_that_opens_longest) {
    send_to({mother});
    EXPECT_TRUE(answer(mother, Answer::given));
    small.now = small.now + 1 * minutes;
    send_to({mother});
    auto const links =
        as(small.senco, [&](Visit& visit) { return link_store::links_of(visit.db, visit.school, the_case); });
    ASSERT_LT(links.at(0).expires_at, links.at(1).expires_at);
    EXPECT_EQ(link_on_the_page().expires_at, links.at(1).expires_at);
}

TEST_F(TheLink, that_ran_out_opens_no_more_by_the_answer_to_a_newer_letter) {
    auto const older = send_to({mother})[0];
    small.now = small.now + 2 * link_lasts;
    small.today = calendar::local_date(small.now);
    auto const newer = send_to({mother})[0];
    EXPECT_TRUE(answer(mother, Answer::given));
    as_nobody([&](Visit& visit) {
        EXPECT_FALSE(open_link(visit, older));
        EXPECT_TRUE(open_link(visit, newer));
        return 0;
    });
}

TEST_F(TheLink, opens_on_the_day_by_which_the_letter_asks_to_hear_however_far_off_it_is) {
    auto const reply_by = small.today + 50;
    auto const token = as(small.senco, [&](Visit& visit) {
        auto about = *correspondence(visit, the_case);
        about.reply_by = reply_by;
        auto const made = drafts(visit, about, {mother});
        EXPECT_TRUE(send(visit, about, made, {}));
        return token_in(made.front().link);
    });
    as_nobody([&](Visit& visit) {
        visit.now = calendar::start_of(reply_by + 1);
        EXPECT_TRUE(open_link(visit, token));
        visit.now = calendar::start_of(reply_by + link_outlasts_reply_by);
        EXPECT_FALSE(open_link(visit, token));
        return 0;
    });
}

TEST_F(TheLink, does_not_open_once_expired_or_revoked) {
    auto const token = send_to({mother})[0];
    auto const ends_at = as(small.senco, [&](Visit& visit) {
        return link_store::links_of(visit.db, visit.school, the_case).at(0).expires_at;
    });
    as_nobody([&](Visit& visit) {
        visit.now = ends_at;
        EXPECT_FALSE(open_link(visit, token));
        EXPECT_FALSE(open_link(visit, "nonsense"));
        return 0;
    });
    EXPECT_TRUE(as(small.senco, [&](Visit& visit) { return revoke_links(visit, the_case, mother); }));
    as_nobody([&](Visit& visit) {
        EXPECT_FALSE(open_link(visit, token));
        return 0;
    });
}

TEST_F(TheLink, of_a_closed_case_opens_and_takes_no_answer) {
    auto const token = send_to({mother})[0];
    EXPECT_TRUE(answer(mother, Answer::given));
    as(small.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "moved");
        return 0;
    });
    as_nobody([&](Visit& visit) {
        auto const view = open_link(visit, token);
        EXPECT_TRUE(view);
        EXPECT_EQ(view->closed_on, small.today);
        EXPECT_EQ(view->answer->answer, Answer::given);
        EXPECT_FALSE(view->choices.may_give || view->choices.may_refuse || view->choices.may_withdraw);
        EXPECT_TRUE(answer_by_link(visit, *view, Answer::withdrawn, "Enough"));
        return 0;
    });
    EXPECT_EQ(seen().history.size(), 1U);
}

TEST_F(TheLink, of_a_closed_case_locks_after_five_wrong_dates_and_sends_nobody_to_it) {
    auto const token = send_to({mother})[0];
    as(small.senco, [&](Visit& visit) {
        cases::close(visit, the_case, "moved");
        return 0;
    });
    auto const before = outbox_addresses().size();
    as_nobody([&](Visit& visit) {
        auto const view = open_link(visit, token);
        for (int tries = 0; tries < most_wrong_tries; ++tries)
            EXPECT_FALSE(confirm(visit, *view, small.today));
        EXPECT_FALSE(open_link(visit, token));
        return 0;
    });
    EXPECT_EQ(outbox_addresses().size(), before);
}

// One click shuts nobody out.
TEST_F(TheLink, is_ended_by_a_page_that_asks_first) {
    send_to({mother});
    auto const overview = seen();
    pages::ConsentPage const page{
        .overview = overview,
        .sentence = sentence_of(overview, small.today),
        .may = {.coordinates = true, .decides = true},
        .today = small.today,
        .now = small.now,
        .pupil = {}};
    auto const path = pages::path_of(overview, "consent/links/" + std::string(mother.text()) + "/revocation");
    auto const posts = "action=\"" + path + "\"";
    auto const markup = pages::consent({}, page, design::blank()).main.markup();
    EXPECT_EQ(markup.find(posts), std::string::npos);
    EXPECT_NE(markup.find("href=\"" + path + "\""), std::string::npos);

    pages::LinkEnding const ending{
        .child = overview.child, .contact = mother, .contact_name = "Mum of Sam Okafor", .pupil = {}};
    auto const asks = pages::end_link({}, ending);
    EXPECT_EQ(asks.title, "End the link of Mum of Sam Okafor");
    EXPECT_NE(asks.main.markup().find(posts), std::string::npos);
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

}  // namespace letters
