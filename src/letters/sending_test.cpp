#include "base/secret.hpp"
#include "cases/rules.hpp"
#include "letters/case_test.hpp"
#include "letters/consent_pages.hpp"
#include "letters/default_letter.hpp"
#include "letters/overview.hpp"
#include "letters/rules.hpp"
#include "letters/template_pages.hpp"
#include "messages/store.hpp"
#include "support/logged.hpp"
#include "support/pdf.hpp"

namespace letters {

using Sending = SamsCase;

// C1: the SENCo writes to each parent or carer with responsibility.
TEST_F(Sending, suggests_everyone_with_responsibility_and_leaves_out_whom_a_court_restricts) {
    as(small.senco, [&](Visit& visit) {
        visit.db.run(
            "UPDATE pupil_contact SET restriction = 'No contact' WHERE school_id = $1 AND contact_id = $2",
            visit.school,
            father
        );
        auto const about = correspondence(visit, the_case);
        EXPECT_EQ(about->addressees.size(), 2U);
        for (auto const& to : about->addressees)
            EXPECT_EQ(to.left_out.has_value(), to.contact.id == father) << to.contact.name;
        return 0;
    });
}

TEST_F(Sending, keeps_each_letter_as_sent_and_takes_the_step) {
    auto const tokens = send_to({mother, father});
    EXPECT_TRUE(stands(cases::Step::letter));
    auto const letters = seen().letters;
    ASSERT_EQ(letters.size(), 2U);
    for (auto const& letter : letters) {
        EXPECT_NE(letter.words.find("Sam"), std::string::npos);
        EXPECT_NE(
            letter.words.find("Support in a small group, one session a week for usually 6 to 8 weeks"),
            std::string::npos
        );
        EXPECT_NE(letter.words.find("Monday 1 June 2026"), std::string::npos)
            << "two weeks on, 26 May, is in the half term";
        EXPECT_EQ(letter.words.find('['), std::string::npos);
        auto const pdf = as(small.senco, [&](Visit& visit) {
            return messages::store::pdf(visit.db, visit.school, letter.id);
        });
        EXPECT_TRUE(pdf->starts_with("%PDF"));
    }
    EXPECT_EQ(
        outbox_addresses(),
        (std::vector<std::string>{"dad of sam okafor@home.example", "mum of sam okafor@home.example"})
    );
}

TEST_F(Sending, names_the_day_on_which_the_case_itself_waits_for_the_answer) {
    send_to({mother});
    as(small.senco, [&](Visit& visit) {
        auto const found = cases::store::find(visit.db, visit.school, the_case, visit.today);
        auto const due = cases::status_of(found->facts, visit.today).due_on;
        EXPECT_EQ(calendar::iso(*due), "2026-06-01");
        EXPECT_EQ(correspondence(visit, the_case)->reply_by, due);
        return 0;
    });
}

// Without a mail server every letter is printed, and somebody says that it was.
TEST_F(Sending, a_letter_on_paper_stands_on_today_until_it_is_noted_as_printed) {
    as(small.senco, [&](Visit& visit) {
        visit.sends_mail = false;
        auto const about = correspondence(visit, the_case);
        EXPECT_TRUE(send(visit, *about, drafts(visit, *about, {mother}), {}));
        auto const waiting = today_store::to_print(visit.db, visit.school);
        EXPECT_EQ(waiting.size(), 1U);
        auto const letter = store::letter(visit.db, visit.school, waiting.at(0).letter);
        EXPECT_FALSE(letter->printed_at);
        note_printed(visit, *letter);
        EXPECT_TRUE(today_store::to_print(visit.db, visit.school).empty());
        auto const printed = store::letter(visit.db, visit.school, letter->id);
        EXPECT_EQ(printed->printed_at, visit.now);
        EXPECT_EQ(printed->printed_by_name, visit.who.name);
        auto const on_record = [&] { return support::logged(visit.db, visit.school, "printed_at"); };
        EXPECT_EQ(on_record(), 1);
        note_printed(visit, *letter);
        EXPECT_EQ(on_record(), 1) << "the first time counts";
        return 0;
    });
}

// By the link, or by a slip: nobody prints it any more.
TEST_F(Sending, a_letter_on_paper_is_not_said_to_be_unprinted_once_it_is_answered) {
    auto const token = as(small.senco, [&](Visit& visit) {
        visit.sends_mail = false;
        auto const about = correspondence(visit, the_case);
        auto const made = drafts(visit, *about, {mother, father});
        EXPECT_TRUE(send(visit, *about, made, {}));
        return token_in(std::ranges::find(made, mother, &Draft::contact)->link);
    });
    auto const unprinted = [&] {
        auto const overview = seen();
        pages::ConsentPage const page{
            .overview = overview,
            .sentence = sentence_of(overview, small.today),
            .may = {.coordinates = true, .decides = true},
            .today = small.today,
            .now = small.now,
            .pupil = {}};
        auto const markup = pages::consent({}, page, design::blank()).main.markup();
        std::size_t count = 0;
        for (auto at = markup.find("not printed yet"); at != std::string::npos;
             at = markup.find("not printed yet", at + 1))
            ++count;
        return count;
    };
    EXPECT_EQ(unprinted(), 4U) << "of each letter, in the table and among the letters as sent";
    ASSERT_TRUE(answer(father, consent::Answer::given));
    EXPECT_EQ(unprinted(), 2U);
    as_nobody([&](Visit& visit) {
        return answer_by_link(visit, *open_link(visit, token), consent::Answer::refused, "");
    });
    EXPECT_EQ(unprinted(), 0U);
}

// Whom it asks again has agreed before: the letter waits to be printed all the same, on Today and on the
// page.
TEST_F(Sending, a_letter_on_paper_to_a_parent_who_had_agreed_waits_to_be_printed_too) {
    send_to({mother});
    ASSERT_TRUE(answer(mother, consent::Answer::given));
    auto const waiting = [&] {
        return as(small.senco, [&](Visit& visit) {
            return today_store::to_print(visit.db, visit.school).size();
        });
    };
    auto const waits_on_the_page = [&] {
        auto const overview = seen();
        return std::ranges::any_of(overview.respondents, &Respondent::to_print);
    };
    small.now = small.now + 1 * minutes;
    as(small.senco, [&](Visit& visit) {
        visit.sends_mail = false;
        auto const about = correspondence(visit, the_case);
        return send(visit, *about, drafts(visit, *about, {mother}), {}).has_value();
    });
    EXPECT_EQ(waiting(), 1U);
    EXPECT_TRUE(waits_on_the_page());
    small.now = small.now + 1 * minutes;
    ASSERT_TRUE(answer(mother, consent::Answer::withdrawn));
    EXPECT_EQ(waiting(), 0U) << "they have answered since";
    EXPECT_FALSE(waits_on_the_page());
}

// Nobody was asked by a sheet that lies in the printer, and nobody is reminded of it.
TEST_F(Sending, a_letter_on_paper_has_asked_nobody_until_it_is_handed_over) {
    auto const write_on_paper = [&] {
        as(small.senco, [&](Visit& visit) {
            visit.sends_mail = false;
            auto const about = correspondence(visit, the_case);
            return send(visit, *about, drafts(visit, *about, {mother}), {}).has_value();
        });
    };
    auto const hand_over = [&] {
        as(small.senco, [&](Visit& visit) {
            note_printed(visit, *store::latest_letter(visit.db, visit.school, the_case, mother));
            return 0;
        });
    };
    auto const page_says = [&](std::string_view words) {
        auto const overview = seen();
        pages::ConsentPage const page{
            .overview = overview,
            .sentence = sentence_of(overview, small.today),
            .may = {.coordinates = true, .decides = true},
            .today = small.today,
            .now = small.now,
            .pupil = {}};
        return pages::consent({}, page, design::blank()).main.markup().find(words) != std::string::npos;
    };
    auto const are_awaited = [&] {
        return as(small.senco, [&](Visit& visit) {
            return today_store::unanswered(visit.db, visit.school).size();
        });
    };
    write_on_paper();
    EXPECT_TRUE(page_says("To be printed"));
    EXPECT_TRUE(page_says("The letter to Mum of Sam Okafor is made and is to be printed."));
    EXPECT_TRUE(page_says("Letter made on 12 May 2026, on paper, not printed yet"));
    for (auto const* too_early : {"Asked on", "reminder", "reminded"}) EXPECT_FALSE(page_says(too_early));
    EXPECT_EQ(are_awaited(), 0U);

    small.now = small.now + 24 * hours;
    small.today = calendar::local_date(small.now);
    hand_over();
    EXPECT_TRUE(page_says("Asked on Wednesday 13 May 2026, today."));
    EXPECT_TRUE(page_says("Send a reminder"));
    EXPECT_TRUE(page_says("Choose who is reminded"));
    EXPECT_EQ(are_awaited(), 1U);

    small.now = small.now + 24 * hours;
    small.today = calendar::local_date(small.now);
    write_on_paper();
    EXPECT_TRUE(page_says("Asked on Wednesday 13 May 2026, 1 day ago. The letter to Mum of Sam Okafor is made"
    ));
    EXPECT_TRUE(page_says("asked once before"));
    for (auto const* too_early : {"last reminded", "Send a reminder", "Choose who is reminded"})
        EXPECT_FALSE(page_says(too_early)) << too_early;
    hand_over();
    EXPECT_TRUE(page_says("; last reminded on Thursday 14 May 2026."));
    EXPECT_TRUE(page_says("Send a reminder"));
}

TEST_F(Sending, by_e_mail_names_no_child_and_brings_the_link_alone) {
    auto const tokens = send_to({mother});
    as(small.senco, [&](Visit& visit) {
        auto const said = visit.db.the<std::string>(
            "SELECT subject || words FROM outbox WHERE school_id = $1 AND letter_id IS NOT NULL", visit.school
        );
        EXPECT_NE(said.find("/consent/" + tokens[0]), std::string::npos) << said;
        for (auto const* const private_word : {"Sam", "Okafor", "nurture", "Nurture", "support"})
            EXPECT_EQ(said.find(private_word), std::string::npos) << said;
        return 0;
    });
}

TEST_F(Sending, stores_no_token_but_its_hash) {
    auto const tokens = send_to({mother});
    ASSERT_EQ(tokens[0].size(), 43U);
    as(small.senco, [&](Visit& visit) {
        auto const links = link_store::links_of(visit.db, visit.school, the_case);
        EXPECT_EQ(links.size(), 1U);
        EXPECT_EQ(links[0].token_hash, secret::hash_of_token(tokens[0]));
        EXPECT_EQ(links[0].expires_at, end_of_link(small.now, correspondence(visit, the_case)->reply_by));
        auto const records = visit.db.all<std::string>(
            "SELECT coalesce(detail, '') || why FROM record WHERE school_id = $1", visit.school
        );
        for (auto const& record : records) EXPECT_EQ(record.find(tokens[0]), std::string::npos);
        auto const words =
            visit.db.the<std::string>("SELECT title || words FROM letter WHERE school_id = $1", visit.school);
        EXPECT_EQ(words.find(tokens[0]), std::string::npos);
        EXPECT_NE(words.find("the link in our e-mail"), std::string::npos);
        return 0;
    });
}

TEST_F(Sending, keeps_the_sheet_without_the_link_a_week_after_it_was_made_to_be_printed) {
    as(small.senco, [&](Visit& visit) {
        visit.sends_mail = false;
        auto const about = correspondence(visit, the_case);
        auto const sent = send(visit, *about, drafts(visit, *about, {mother}), {});
        EXPECT_TRUE(sent);
        auto const words = visit.db.the<std::string>(
            "SELECT words FROM letter WHERE school_id = $1 AND id = $2", visit.school, sent->at(0)
        );
        EXPECT_NE(words.find("the link on this letter"), std::string::npos) << words;
        auto const kept = visit.db.the<db::Bytes>(
            "SELECT kept_pdf FROM letter_sheet WHERE school_id = $1 AND letter_id = $2",
            visit.school,
            sent->at(0)
        );
        auto const stored = [&] { return *messages::store::pdf(visit.db, visit.school, sent->at(0)); };
        EXPECT_TRUE(kept.data.starts_with("%PDF"));
        EXPECT_NE(stored(), kept.data);
        EXPECT_NE(*store::sheet(visit.db, visit.school, sent->at(0), visit.now), kept.data)
            << "to be printed";
        EXPECT_EQ(*store::sheet(visit.db, visit.school, sent->at(0), visit.now + 1), kept.data);
        store::forget_links_of_sheets(visit.db, visit.school, visit.now);
        EXPECT_NE(stored(), kept.data);
        store::forget_links_of_sheets(visit.db, visit.school, visit.now + 1);
        EXPECT_EQ(stored(), kept.data) << "the week is over";
        return 0;
    });
}

// A PDF says in which second it was made.
std::string but_for_its_second(std::string pdf) {
    auto const at = pdf.find("/CreationDate (");
    if (at != std::string::npos) pdf.erase(at, pdf.find(')', at) - at);
    return pdf;
}

// What holds the link, as words or as a square, is another with every token; the kept sheet is always the
// same.
TEST_F(Sending, keeps_a_sheet_on_which_no_part_of_the_link_stands) {
    as(small.senco, [&](Visit& visit) {
        visit.sends_mail = false;
        auto const about = correspondence(visit, the_case);
        auto const one = drafts(visit, *about, {mother}).front();
        auto const other = drafts(visit, *about, {mother}).front();
        EXPECT_NE(one.link, other.link);
        EXPECT_NE(one.pdf, other.pdf) << "the sheet to be printed holds it";
        auto const token = token_in(one.link);
        auto const words_of = [](std::string const& pdf) {
            auto words = support::said_of(pdf, "pdftotext -raw");
            std::erase(words, '\n');
            return words;
        };
        EXPECT_NE(words_of(one.pdf).find(token), std::string::npos);
        EXPECT_EQ(words_of(one.kept_pdf).find(token), std::string::npos);
        EXPECT_NE(words_of(one.kept_pdf).find("the link on this letter"), std::string::npos);
        EXPECT_EQ(but_for_its_second(one.kept_pdf), but_for_its_second(other.kept_pdf));
        return 0;
    });
}

TEST_F(Sending, by_e_mail_keeps_a_sheet_that_never_had_the_link) {
    send_to({mother});
    auto const letter = seen().letters.at(0).id;
    as(small.senco, [&](Visit& visit) {
        EXPECT_EQ(
            visit.db.the<int>(
                "SELECT count(*) FROM letter_sheet WHERE school_id = $1 AND letter_id = $2 AND kept_pdf IS "
                "NULL",
                visit.school,
                letter
            ),
            1
        );
        return 0;
    });
}

TEST_F(Sending, again_is_a_reminder_with_a_new_link_beside_the_one_in_hand) {
    auto const first = send_to({mother})[0];
    small.now = small.now + 1 * minutes;
    auto const second = send_to({mother})[0];
    EXPECT_NE(first, second);
    as_nobody([&](Visit& visit) {
        auto const by_the_first = open_link(visit, first);
        auto const by_the_second = open_link(visit, second);
        EXPECT_TRUE(by_the_first && by_the_second);
        EXPECT_EQ(by_the_first->letter, by_the_second->letter) << "the newest";
        return 0;
    });
    auto const overview = seen();
    for (auto const& one : overview.respondents) EXPECT_EQ(one.times_asked, one.contact.id == mother ? 2 : 0);
}

// It may lie in a stranger's mailbox.
TEST_F(Sending, again_to_another_address_ends_the_link_that_was_e_mailed_to_the_one_before) {
    auto const first = send_to({mother})[0];
    as(small.senco, [&](Visit& visit) {
        return visit.db.run(
            "UPDATE contact SET address = 'mum@new.example' WHERE school_id = $1 AND id = $2",
            visit.school,
            mother
        );
    });
    small.now = small.now + 1 * minutes;
    auto const second = send_to({mother})[0];
    small.now = small.now + 1 * minutes;
    auto const third = send_to({mother})[0];
    as_nobody([&](Visit& visit) {
        EXPECT_FALSE(open_link(visit, first));
        EXPECT_TRUE(open_link(visit, second));
        EXPECT_TRUE(open_link(visit, third));
        return 0;
    });
}

TEST_F(Sending, goes_on_paper_without_an_address_or_a_mail_server) {
    as(small.senco, [&](Visit& visit) {
        visit.db.run(
            "UPDATE contact SET address = '' WHERE school_id = $1 AND id = $2", visit.school, mother
        );
        auto const by_e_mail_or_paper = correspondence(visit, the_case);
        EXPECT_FALSE(by_e_mail_or_paper->addressees.empty());
        for (auto const& to : by_e_mail_or_paper->addressees)
            EXPECT_EQ(to.way, to.contact.id == mother ? Way::paper : Way::e_mail);
        visit.sends_mail = false;
        auto const on_paper = correspondence(visit, the_case);
        for (auto const& to : on_paper->addressees) EXPECT_EQ(to.way, Way::paper);
        return 0;
    });
}

TEST_F(Sending, comes_after_the_form_of_support_was_chosen) {
    as(small.senco, [&](Visit& visit) {
        EXPECT_TRUE(cases::undo(visit, the_case, cases::Step::prioritisation, "too early"));
        auto const about = correspondence(visit, the_case);
        auto const sent = send(visit, *about, drafts(visit, *about, {mother}), {});
        EXPECT_EQ(sent.error(), SendRefusal::step_not_due);
        return 0;
    });
}

TEST_F(Sending, drafts_travel_as_bytes_unchanged) {
    std::vector<Draft> const made{
        {.contact = mother,
         .way = Way::e_mail,
         .title = "3:t",
         .words = "",
         .link_hash = "h",
         .pdf = std::string("a\0b:9", 5)},
        {.contact = father, .way = Way::paper, .title = "", .words = "w", .link_hash = "", .pdf = "%PDF"}};
    auto const back = unpacked(packed(made));
    ASSERT_EQ(back.size(), 2U);
    EXPECT_EQ(back[0].title, "3:t");
    EXPECT_EQ(back[0].pdf, made[0].pdf);
    EXPECT_EQ(back[1].contact, father);
    EXPECT_EQ(back[1].way, Way::paper);
    for (auto const* broken : {"x", "5:ab", "999999999999999999999:", ":::::"})
        EXPECT_TRUE(unpacked(broken).empty());
}

TEST_F(Sending, unanswered_requests_stand_on_today_until_an_answer) {
    send_to({mother, father});
    auto const waiting = [&] {
        return as(small.senco, [&](Visit& visit) {
            return today_store::unanswered(visit.db, visit.school).size();
        });
    };
    EXPECT_EQ(waiting(), 2U);
    EXPECT_TRUE(answer(mother, consent::Answer::given));
    EXPECT_EQ(waiting(), 1U);
}

TEST_F(Sending, says_in_letter_and_slip_how_long_a_yes_holds) {
    as(small.senco, [&](Visit& visit) {
        auto const about = correspondence(visit, the_case);
        auto const filled = filled_for(visit, *about, about->addressees.front(), "link");
        EXPECT_NE(filled.words.find("A yes holds for 52 weeks"), std::string::npos) << filled.words;
        return 0;
    });
}

TEST_F(Sending, an_undelivered_letter_stands_on_today_until_a_newer_one) {
    send_to({mother});
    auto const undelivered = [&] {
        return as(small.senco, [&](Visit& visit) {
            return today_store::undelivered(visit.db, visit.school).size();
        });
    };
    EXPECT_EQ(undelivered(), 0U);
    as(small.senco, [&](Visit& visit) {
        return visit.db.run("UPDATE outbox SET state = 'given_up' WHERE school_id = $1", visit.school);
    });
    EXPECT_EQ(undelivered(), 1U);
    small.now = small.now + 1 * minutes;
    send_to({mother});
    EXPECT_EQ(undelivered(), 0U);
}

using TheTemplate = SamsCase;

TEST_F(TheTemplate, is_withys_own_until_the_school_changes_it) {
    as(small.senco, [&](Visit& visit) {
        EXPECT_EQ(template_in_use(visit).words, default_letter().words);
        EXPECT_TRUE(change_template(visit, {.title = "T", .words = "Dear [parent] [link]", .version = 0}));
        auto const in_use = template_in_use(visit);
        EXPECT_EQ(in_use.title, "T");
        EXPECT_EQ(in_use.version, 1);
        return 0;
    });
}

TEST_F(TheTemplate, becomes_the_schools_own_as_it_stands_with_one_press) {
    as(small.senco, [&](Visit& visit) {
        auto const page = [&] {
            auto const in_use = template_in_use(visit);
            return pages::letter_template(visit.frame.guard, in_use, design::blank()).main.markup();
        };
        EXPECT_NE(page().find("Use these words"), std::string::npos);
        EXPECT_TRUE(change_template(visit, default_letter()));
        EXPECT_EQ(page().find("Use these words"), std::string::npos);
        return 0;
    });
}

// V1: two people editing the same thing; no text is lost.
TEST_F(TheTemplate, is_not_overwritten_by_who_read_an_older_version) {
    as(small.senco, [&](Visit& visit) {
        EXPECT_TRUE(change_template(visit, {.title = "First", .words = "[link]", .version = 0}));
        EXPECT_FALSE(change_template(visit, {.title = "Second", .words = "[link]", .version = 0}));
        EXPECT_TRUE(change_template(visit, {.title = "Third", .words = "[link]", .version = 1}));
        EXPECT_FALSE(change_template(visit, {.title = "Fourth", .words = "[link]", .version = 1}));
        EXPECT_EQ(template_in_use(visit).title, "Third");
        return 0;
    });
}

}  // namespace letters
