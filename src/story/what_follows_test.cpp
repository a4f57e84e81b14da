// What the pages of a withdrawal tell the SENCo: who withdrew, when, and what was held all the same.
#include <gtest/gtest.h>

#include "letters/routes.hpp"
#include "referrals/closing_routes.hpp"
#include "story/running_case_test.hpp"
#include "support/answered.hpp"

namespace story {
namespace {

class WhatFollows : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    // Sam's mother took her yes back before the session of a week ago, and the school hears of it today.
    void withdrawn(int days_ago) {
        school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - days_ago);
        db().run(
            "UPDATE place SET ended_on = $1, end_reason = 'consent_withdrawn' WHERE school_id = $2",
            school_.today,
            school_.school
        );
    }
    std::string page(visits::Routes const& routes, std::string_view path) {
        for (auto const& route : routes) {
            if (route.method != "GET" || route.path != path) continue;
            auto visit = school_.visit(db(), school_.senco);
            auto request = school_.get(school_.senco, path);
            request.segments = {{"case", running_.text_case}};
            return support::answered(route, visit, request).body;
        }
        return {};
    }
    std::string closing() { return page(referrals::closing_routes(), "/cases/{case}/closing"); }
    std::string consent() { return page(letters::routes(), "/cases/{case}/consent"); }
    static bool holds(std::string const& body, std::string_view words) {
        return body.find(words) != std::string::npos;
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    RunningCase running_{db(), school_};
};

TEST_F(WhatFollows, names_who_withdrew_for_whom_and_what_was_held_after_that_day) {
    withdrawn(9);
    EXPECT_TRUE(holds(closing(), "Consent was withdrawn on Sunday 3 May 2026, and the place ended."));
    EXPECT_TRUE(
        holds(closing(), "Mum of Sam Okafor withdrew consent for Sam. 1 session was held after this day.")
    );
    EXPECT_TRUE(holds(consent(), "Mum of Sam Okafor withdrew consent on Sunday 3 May 2026"));
    EXPECT_TRUE(holds(consent(), "1 session was held after this day."));
}

// The session of 5 May was held after the first withdrawal, and before the second.
TEST_F(WhatFollows, counts_from_the_first_of_two_withdrawals_on_either_page) {
    school_.answer({}, running_.text_case, school_.sam.father, "given", school_.today - 20);
    school_.answer({}, running_.text_case, school_.sam.father, "withdrawn", school_.today - 2);
    withdrawn(9);
    EXPECT_TRUE(holds(
        closing(),
        "Mum of Sam Okafor and Dad of Sam Okafor withdrew consent for Sam. 1 session was held after Sunday 3 "
        "May."
    ));
    EXPECT_TRUE(holds(consent(), "1 session was held after Sunday 3 May."));
}

TEST_F(WhatFollows, counts_from_a_withdrawal_on_although_a_no_came_after_it) {
    withdrawn(9);
    school_.answer({}, running_.text_case, school_.sam.mother, "refused", school_.today - 2);
    EXPECT_TRUE(holds(closing(), "1 session was held after this day."));
    EXPECT_TRUE(holds(consent(), "Mum of Sam Okafor withdrew consent on Sunday 3 May 2026"));
    EXPECT_TRUE(holds(consent(), "1 session was held after this day."));
}

TEST_F(WhatFollows, counts_from_no_withdrawal_that_a_later_yes_took_back) {
    school_.answer({}, running_.text_case, school_.sam.mother, "withdrawn", school_.today - 12);
    school_.answer({}, running_.text_case, school_.sam.mother, "given", school_.today - 8);
    withdrawn(2);
    EXPECT_FALSE(holds(closing(), "held after"));
    EXPECT_FALSE(holds(consent(), "held after"));
}

TEST_F(WhatFollows, counts_no_session_that_was_held_by_then) {
    withdrawn(7);
    EXPECT_TRUE(holds(closing(), "Mum of Sam Okafor withdrew consent for Sam."));
    EXPECT_FALSE(holds(closing(), "held after this day"));
    EXPECT_FALSE(holds(consent(), "held after this day"));
}

TEST_F(WhatFollows, counts_no_session_that_the_child_missed) {
    db().run("UPDATE evaluation SET attended = 0, why_absent = 'ill', version = version + 1");
    withdrawn(9);
    EXPECT_FALSE(holds(closing(), "held after this day"));
    EXPECT_FALSE(holds(consent(), "held after this day"));
}

}  // namespace
}  // namespace story
