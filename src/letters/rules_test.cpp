#include "letters/rules.hpp"

#include <gtest/gtest.h>

#include "letters/default_letter.hpp"
#include "letters/placeholders.hpp"

namespace letters {
namespace {

Values const values{
    .child = "Sam",
    .parent = "Ada [link]",
    .programme = "One to one",
    .school = "Alder Brook",
    .telephone = "01234",
    .senco = "Priya Nair",
    .link = "https://withy.example/consent/x",
    .reply_by = "Tuesday 26 May 2026"};

Link a_link() {
    Link link;
    link.token_hash = "hash";
    link.contact = *ContactId::parse("0190b6e0-0000-7000-8000-00000000000a");
    link.made_at = {1000};
    link.expires_at = link.made_at + link_lasts;
    link.proof_key = "key";
    return link;
}

consent::Received answered(consent::Answer answer) {
    consent::Received received;
    received.answer = answer;
    return received;
}

}  // namespace

TEST(LetterPlaceholders, are_filled_whatever_their_capitals) {
    EXPECT_EQ(filled("[child] and [Child], by [Reply By]", values), "Sam and Sam, by Tuesday 26 May 2026");
}

TEST(LetterPlaceholders, in_a_value_stay_as_they_are) {
    EXPECT_EQ(filled("Dear [parent]", values), "Dear Ada [link]");
}

TEST(LetterPlaceholders, that_nobody_knows_are_named_once_in_order) {
    EXPECT_EQ(
        unknown_placeholders("[kid] [child] [mum] [kid] [ [ open\n] [senco]"),
        (std::vector<std::string>{"[kid]", "[mum]"})
    );
}

TEST(LetterPlaceholders, every_one_of_them_can_be_filled) {
    for (auto const& placeholder : placeholders()) {
        EXPECT_NE(filled(placeholder.name, values), placeholder.name);
        EXPECT_TRUE(unknown_placeholders(placeholder.name).empty());
    }
}

TEST(KeptLetters, name_the_page_on_which_they_are_read_where_the_address_stood) {
    for (auto const link : {link_of_the_e_mail, link_of_the_letter}) {
        auto const words =
            "- by phone or computer:\n  " + std::string(link) + "\n- on paper, by " + std::string(link) + ".";
        auto const read = read_on_screen(words);
        EXPECT_EQ(read.find("link"), std::string::npos) << read;
        EXPECT_TRUE(read.starts_with("- by phone or computer:\n  this page")) << read;
    }
    EXPECT_EQ(read_on_screen("Ring us"), "Ring us");
}

TEST(DefaultLetter, leaves_nothing_unfilled) {
    auto const letter = default_letter();
    EXPECT_TRUE(unknown_placeholders(letter.title + letter.words).empty());
    EXPECT_NE(letter.words.find("[link]"), std::string::npos);
    auto const filled_words = filled(letter.words, {});
    EXPECT_EQ(filled_words.find('['), std::string::npos);
}

// C7: parental responsibility, and what a court order forbids.
TEST(Addressees, hold_responsibility_and_no_court_order_restricts_them) {
    pupils::Contact contact;
    EXPECT_EQ(reason_to_leave_out(contact), LeftOut::no_responsibility);
    contact.responsibility = true;
    EXPECT_EQ(reason_to_leave_out(contact), std::nullopt);
    contact.restriction = "No contact with the child";
    EXPECT_EQ(reason_to_leave_out(contact), LeftOut::restricted);
}

TEST(Addressees, who_need_large_print_get_it) {
    pupils::Contact contact;
    EXPECT_FALSE(needs_large_print(contact));
    contact.needs = "Interpreter; Large print";
    EXPECT_TRUE(needs_large_print(contact));
}

TEST(Links, open_for_four_weeks_and_for_two_beyond_the_reply_by) {
    auto const made_on = *calendar::parse_iso("2026-07-17");
    auto const made_at = calendar::start_of(made_on) + 10 * hours;
    EXPECT_EQ(end_of_link(made_at, made_on + 14), made_at + link_lasts);
    EXPECT_EQ(end_of_link(made_at, made_on + 48), calendar::start_of(made_on + 62)) << "the summer holiday";
}

TEST(Links, open_for_half_a_year_and_as_long_as_a_yes_holds_once_an_answer_is_on_record) {
    auto const today = *calendar::parse_iso("2026-05-12");
    auto const now = calendar::start_of(today) + 10 * hours;
    EXPECT_EQ(end_of_answered_link(now, std::nullopt), now + answered_link_lasts);
    EXPECT_EQ(end_of_answered_link(now, today + 7), now + answered_link_lasts);
    EXPECT_EQ(end_of_answered_link(now, today + 363), calendar::start_of(today + 364));
}

// C4: links expire, can be revoked.
TEST(Links, open_until_they_expire_or_are_revoked) {
    auto link = a_link();
    EXPECT_TRUE(opens(link, link.made_at));
    EXPECT_TRUE(opens(link, link.expires_at - 1));
    EXPECT_FALSE(opens(link, link.expires_at));
    link.revoked_at = link.made_at + 5;
    EXPECT_FALSE(opens(link, link.made_at + 5));
}

TEST(Confirmations, hold_for_their_own_link_and_time_alone) {
    auto const link = a_link();
    Instant const now{5000};
    auto const proof = proof_until(link, now + 10);
    EXPECT_TRUE(proves(link, proof, now));
    EXPECT_FALSE(proves(link, proof, now + 10));

    auto other_key = link;
    other_key.proof_key = "another key";
    EXPECT_FALSE(proves(other_key, proof, now));
    auto other_token = link;
    other_token.token_hash = "another hash";
    EXPECT_FALSE(proves(other_token, proof, now));
    auto other_contact = link;
    other_contact.contact = *ContactId::parse("0190b6e0-0000-7000-8000-00000000000b");
    EXPECT_FALSE(proves(other_contact, proof, now));
}

TEST(Confirmations, that_were_tampered_with_do_not_hold) {
    auto const link = a_link();
    Instant const now{5000};
    auto const proof = proof_until(link, now + 10);
    for (std::size_t at = 0; at < proof.size(); ++at) {
        auto changed = proof;
        changed[at] = changed[at] == '1' ? '2' : '1';
        EXPECT_FALSE(proves(link, changed, now)) << changed;
    }
    for (auto const* text : {"", ".", "9999999999999", "9999999999999.", "x.y", "99999999999999999999999.z"})
        EXPECT_FALSE(proves(link, text, now)) << text;
    auto const longer = std::to_string((now + 99999).milliseconds) + proof.substr(proof.find('.'));
    EXPECT_FALSE(proves(link, longer, now));
}

TEST(TheLetter, has_gone_by_e_mail_at_once_and_on_paper_once_it_is_handed_over) {
    Sent letter{.way = Way::paper, .made_at = {1000}};
    EXPECT_FALSE(went_at(letter));
    EXPECT_TRUE(may_still_be_handed_over(letter, letter.made_at + sheet_keeps_its_link - 1));
    EXPECT_FALSE(may_still_be_handed_over(letter, letter.made_at + sheet_keeps_its_link))
        << "its sheet has no link any more";
    letter.printed_at = {2000};
    EXPECT_EQ(went_at(letter), Instant{2000});
    EXPECT_FALSE(may_still_be_handed_over(letter, {3000}));

    Sent by_e_mail{.way = Way::e_mail, .made_at = {1000}, .e_mail = messages::State::waiting};
    EXPECT_EQ(went_at(by_e_mail), Instant{1000});
    by_e_mail.e_mail = messages::State::given_up;
    EXPECT_FALSE(went_at(by_e_mail));
    EXPECT_FALSE(may_still_be_handed_over(by_e_mail, {2000})) << "its sheet never had the link";
    by_e_mail.answered = true;
    EXPECT_TRUE(went_at(by_e_mail));
}

TEST(ParentsChoices, follow_what_they_said_last) {
    auto const fresh = choices_after(nullptr, false);
    EXPECT_TRUE(fresh.may_give && fresh.may_refuse && !fresh.may_withdraw);
    auto const given = answered(consent::Answer::given);
    EXPECT_TRUE(choices_after(&given, false).may_withdraw);
    EXPECT_FALSE(choices_after(&given, false).may_give);
    for (auto const answer : {consent::Answer::refused, consent::Answer::withdrawn}) {
        auto const no = answered(answer);
        EXPECT_TRUE(choices_after(&no, false).may_give);
        EXPECT_FALSE(choices_after(&no, false).may_withdraw);
    }
}

TEST(ParentsChoices, are_open_again_for_who_agreed_and_is_asked_anew) {
    auto given = answered(consent::Answer::given);
    given.received_at = {1000};
    auto const today = *calendar::parse_iso("2026-05-12");
    given.expires_on = today;
    EXPECT_FALSE(is_asked_anew(given, {1000}, today)) << "the letter came first, and this is its last day";
    EXPECT_TRUE(is_asked_anew(given, {1000}, today + 1)) << "its time is over";
    EXPECT_TRUE(is_asked_anew(given, {1001}, today)) << "a letter went out since";
    auto refused = answered(consent::Answer::refused);
    EXPECT_FALSE(is_asked_anew(refused, {1001}, today)) << "a no stands until they change their mind";
    auto const anew = choices_after(&given, true);
    EXPECT_TRUE(anew.may_give && anew.may_refuse && !anew.may_withdraw);
}

TEST(WhatAPageShowed, moves_with_every_answer_and_with_what_is_to_be_decided) {
    auto const today = *calendar::parse_iso("2026-05-12");
    auto const says = [&](int number, ContactId const& who, consent::Answer answer, consent::Form form) {
        auto received = answered(answer);
        received.number = number;
        received.by = who;
        received.answered_on = today;
        received.form = form;
        return received;
    };
    auto const one = ContactId::make({1});
    auto const other = ContactId::make({2});
    using enum consent::Form;
    EXPECT_EQ(shown_of({}, today), Shown{});
    std::vector history{
        says(1, one, consent::Answer::given, group), says(2, other, consent::Answer::refused, group)};
    EXPECT_EQ(shown_of(history, today), (Shown{2, "group"}));
    history.push_back(says(3, other, consent::Answer::given, one_to_one));
    history.push_back(says(4, one, consent::Answer::refused, one_to_one));
    EXPECT_EQ(shown_of(history, today), (Shown{4, "both"}));
    history[0].has_a_say = false;
    EXPECT_EQ(shown_of(history, today), (Shown{4, "one_to_one"})) << "nobody is left who agrees to a group";
}

}  // namespace letters
