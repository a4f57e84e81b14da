#include "readings/page_names.hpp"

#include <gtest/gtest.h>

namespace readings {
namespace {

TEST(PageNames, say_which_page_it_was) {
    EXPECT_EQ(page_in_words("GET /pupils/{pupil}"), "The child's page");
    EXPECT_EQ(page_in_words("GET /cases/{case}/parent-messages"), "Parent messages");
    EXPECT_EQ(page_in_words("GET /sessions/{session}/evaluations/{place}"), "Evaluations");
    EXPECT_EQ(page_in_words("GET /pupils/{pupil}/concerns/new"), "Concerns");
    EXPECT_EQ(page_in_words("GET /sessions/{session}"), "A session");
}

TEST(PageNames, say_which_list_it_was) {
    EXPECT_EQ(page_in_words("GET /"), "Today");
    EXPECT_EQ(page_in_words("GET /referrals"), "Referrals");
    EXPECT_EQ(page_in_words("GET /waiting-list"), "Waiting list");
    EXPECT_EQ(page_in_words("GET /classes/{class}"), "A class list");
    EXPECT_EQ(page_in_words("GET /pupils"), "What a search found");
}

TEST(PageNames, say_that_a_form_was_sent) {
    EXPECT_EQ(page_in_words("POST /cases/{case}/closing"), "Sent: Closing");
}

TEST(PageNames, are_empty_of_no_page) {
    EXPECT_EQ(page_in_words("GET /{pupil}"), "");
    EXPECT_EQ(page_in_words("GET "), "");
}

}  // namespace
}  // namespace readings
