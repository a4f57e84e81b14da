#include "base/mail_address.hpp"

#include <gtest/gtest.h>

#include <string>

TEST(MailAddress, is_a_name_at_a_domain_of_two_parts_or_more) {
    for (auto const* const address :
         {"a@b.org", "marion.fell@home.example", "o'brien+school@mail.home.example", "łukasz@home.example"})
        EXPECT_TRUE(text::is_mail_address(address)) << address;
}

TEST(MailAddress, is_nothing_that_a_letter_would_not_reach) {
    for (auto const* const address :
         {"",
          "@",
          "a@",
          "@b.org",
          "me@head",
          "a@b@c.org",
          "mum@home.org,dad.home",
          "<mum@home.org>",
          "mum@home.org.",
          "mum@.org",
          "mum@home..org",
          "mum @home.org",
          "mum@home.org\r\nBcc: a@b.org",
          "\"mum\"@home.org"})
        EXPECT_FALSE(text::is_mail_address(address)) << address;
}

TEST(MailAddress, is_no_longer_than_mail_can_carry) {
    auto const domain = std::string("@home.example");
    EXPECT_TRUE(text::is_mail_address(std::string(254 - domain.size(), 'a') + domain));
    EXPECT_FALSE(text::is_mail_address(std::string(255 - domain.size(), 'a') + domain));
}
