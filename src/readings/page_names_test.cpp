#include "readings/page_names.hpp"

#include <gtest/gtest.h>

namespace readings {
namespace {

TEST(PageNames, say_which_page_it_was) {
    EXPECT_EQ(page_in_words("GET /pupils/{pupil}"), "The child's page");
    EXPECT_EQ(page_in_words("GET /cases/{case}/letters"), "Letters of the case");
    EXPECT_EQ(page_in_words("GET /cases/{case}/parent-messages"), "Messages to parents");
    EXPECT_EQ(page_in_words("GET /sessions/{session}/evaluations/{place}"), "The evaluation of a session");
    EXPECT_EQ(page_in_words("GET /pupils/{pupil}/concerns/new"), "Raising a concern about the child");
    EXPECT_EQ(page_in_words("GET /data-requests/{request}/copy.pdf"), "A copy of what is held, as PDF");
}

TEST(PageNames, say_which_list_it_was) {
    EXPECT_EQ(page_in_words("GET /"), "Today");
    EXPECT_EQ(page_in_words("GET /referrals"), "Referrals");
    EXPECT_EQ(page_in_words("GET /waiting-list"), "The waiting list");
    EXPECT_EQ(page_in_words("GET /classes/{class}"), "The class list");
    EXPECT_EQ(page_in_words("GET /pupils"), "What a search found");
}

TEST(PageNames, say_what_was_saved) {
    EXPECT_EQ(page_in_words("POST /cases/{case}/closing"), "Saving the closing of the case") << "as its page";
    EXPECT_EQ(page_in_words("POST /questions/{question}"), "Saving the class teacher's answer");
    EXPECT_EQ(page_in_words("POST /concerns/{concern}/not-now"), "Saving that a concern is not taken up now");
}

TEST(PageNames, say_of_what_no_longer_exists_that_it_does_not) {
    for (auto const* page : {"GET /cases/{case}/consent/links/revocation", "GET /zzz", "GET ", ""})
        EXPECT_FALSE(has_words(page)) << page;
    EXPECT_EQ(page_in_words("GET /{pupil}"), "A page that Withy no longer has");
    EXPECT_EQ(page_in_words("POST /{pupil}"), "Saving on a page that Withy no longer has");
}

TEST(PageNames, have_none_for_a_page_where_there_are_forms_alone) {
    EXPECT_TRUE(has_words("POST /concerns/{concern}/not-now"));
    EXPECT_FALSE(has_words("GET /concerns/{concern}/not-now"));
}

}  // namespace
}  // namespace readings
