#include "messages/mail.hpp"

#include <gtest/gtest.h>

#include "messages/mail_server_test.hpp"

namespace messages {
namespace {

Mail a_mail() {
    return {
        .id = "0190b6e0-0000-7000-8000-00000000000a",
        .from_name = "Alder Brook Junior School",
        .to = "mum@home.example",
        .subject = "A letter",
        .words = "Grüße, O’Brien\n.\nA line with a dot before it.\n",
        .date = {1'778'576'400'000}};
}

bool holds(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST(Mail, arrives_with_its_headers_and_words) {
    SmallMailServer server;
    EXPECT_FALSE(deliver({.url = server.url(), .from = "office@school.example"}, a_mail()));
    auto const taken = server.taken();
    ASSERT_EQ(taken.size(), 1U);
    auto const& mail = taken[0];
    for (auto const* part :
         {"From: \"Alder Brook Junior School\" <office@school.example>",
          "To: <mum@home.example>",
          "Subject: A letter",
          "Date: Tue, 12 May 2026 09:00:00 +0000",
          "Message-ID: <0190b6e0-0000-7000-8000-00000000000a@school.example>",
          "text/plain; charset=utf-8",
          "Gr=C3=BC=C3=9Fe, O=E2=80=99Brien\n",
          "\nA line with a dot before it.\n"})
        EXPECT_TRUE(holds(mail, part)) << part << " is missing in\n" << mail;
}

TEST(Mail, says_why_it_was_refused_and_whether_for_good) {
    SmallMailServer server;
    MailServer const settings{.url = server.url(), .from = "office@school.example"};
    server.refuse_next(1, "450 busy");
    auto const later = deliver(settings, a_mail());
    ASSERT_TRUE(later);
    EXPECT_FALSE(later->for_good);
    EXPECT_FALSE(later->words.empty());

    server.refuse_next(1, "550 no such mailbox");
    auto const never = deliver(settings, a_mail());
    ASSERT_TRUE(never);
    EXPECT_TRUE(never->for_good);
    EXPECT_TRUE(server.taken().empty());
}

TEST(Mail, waits_for_a_server_that_is_not_there) {
    auto const fault = deliver({.url = "smtp://127.0.0.1:1", .from = "office@school.example"}, a_mail());
    ASSERT_TRUE(fault);
    EXPECT_FALSE(fault->for_good);
}

TEST(Mail, sends_no_password_where_the_server_offers_no_encryption) {
    SmallMailServer server;
    EXPECT_TRUE(deliver(
        {.url = server.url(), .from = "a@b.example", .user = "u", .password = "p", .only_encrypted = true},
        a_mail()
    ));
    EXPECT_TRUE(server.taken().empty());
}

TEST(Mail, lets_no_line_end_into_its_headers) {
    SmallMailServer server;
    auto mail = a_mail();
    mail.subject = "One\r\nBcc: all@home.example";
    mail.to = "mum@home.example>\r\nBcc: <x@y.example";
    mail.from_name = "School\"\r\nBcc: y@z.example";
    deliver({.url = server.url(), .from = "office@school.example"}, mail);
    for (auto const& taken : server.taken()) EXPECT_FALSE(holds(taken, "\nBcc:")) << taken;
}

TEST(HeaderText, stays_ascii_or_is_encoded_in_whole_characters) {
    EXPECT_EQ(header_text("Plain words"), "Plain words");
    EXPECT_EQ(header_text("Größe"), "=?utf-8?B?R3LDtsOfZQ==?=");
    std::string long_text;
    for (int i = 0; i < 40; ++i) long_text += "ń";
    auto const encoded = header_text(long_text);
    EXPECT_TRUE(holds(encoded, "?= =?utf-8?B?"));
}

}  // namespace messages
