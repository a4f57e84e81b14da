// Where a case is decided on from a page that is older than one of its concerns.
#include "referrals/closing_routes.hpp"
#include "referrals/concern_routes.hpp"
#include "referrals/discussion_routes.hpp"
#include "referrals/referrals_test.hpp"
#include "support/answered.hpp"
#include "support/logged.hpp"

namespace referrals {
namespace {

constexpr std::string_view run_away = "He says he will run away tonight";
constexpr std::string_view came_or_changed = "A concern about this child has come or changed";

class UnreadConcern : public Referrals {
protected:
    http::Response answer_to(
        Routes const& routes,
        std::string_view method,
        std::string_view pattern,
        std::pair<std::string, std::string> const& named,
        Fields const& form = {}
    ) {
        for (auto const& route : routes) {
            if (route.method != method || route.path != pattern) continue;
            auto visit = as(school.senco);
            auto request = school.get(school.senco, pattern);
            request.segments = {named};
            request.form = form;
            return support::answered(route, visit, request);
        }
        ADD_FAILURE() << "nothing answers " << pattern;
        return {};
    }
    // What the page's own form says of the concerns that it shows.
    static std::string shown_on(http::Response const& page, std::string const& name = "concerns") {
        auto const before = "name=\"" + name + "\" value=\"";
        auto const at = page.body.find(before);
        if (at == std::string::npos) return {};
        auto const from = at + before.size();
        return page.body.substr(from, page.body.find('"', from) - from);
    }
    static bool holds(http::Response const& page, std::string_view words) {
        return page.body.find(words) != std::string::npos;
    }
    ConcernId another_comes() {
        school.now = school.now + 1 * minutes;
        auto visit = as(school.support_staff);
        return *raise(visit, sam(), said(std::string(run_away)));
    }
    bool is_closed(CaseId const& the_case) { return case_with(the_case).facts.closed_at.has_value(); }

    // The decision is refused with the new concern and what was typed, and taken from the page that then
    // shows.
    void is_refused_until_read(
        Routes const& routes,
        std::string_view page,
        std::string_view pattern,
        std::pair<std::string, std::string> const& named,
        Fields const& decision
    ) {
        auto const shown = shown_on(answer_to(routes, "GET", page, named));
        ASSERT_NE(shown, "");
        another_comes();
        auto sent = decision;
        sent.add("concerns", shown);
        auto const again = answer_to(routes, "POST", pattern, named, sent);
        EXPECT_EQ(again.status, 422);
        EXPECT_TRUE(holds(again, came_or_changed)) << again.body;
        EXPECT_TRUE(holds(again, run_away)) << again.body;
        EXPECT_TRUE(holds(again, decision.value("reason"))) << again.body;

        another_comes();
        Fields const left_empty({{"concerns", shown_on(again)}});
        auto const told_beside = answer_to(routes, "POST", pattern, named, left_empty);
        EXPECT_EQ(told_beside.status, 422);
        EXPECT_TRUE(holds(told_beside, came_or_changed)) << "a field left empty hides nothing";
        EXPECT_GT(shown_on(told_beside), shown_on(again));
        Fields const empty_again({{"concerns", shown_on(told_beside)}});
        auto const errors_alone = answer_to(routes, "POST", pattern, named, empty_again);
        EXPECT_EQ(errors_alone.status, 422);
        EXPECT_FALSE(holds(errors_alone, came_or_changed)) << "nothing came since";

        auto once_more = decision;
        once_more.add("concerns", shown_on(told_beside));
        EXPECT_EQ(answer_to(routes, "POST", pattern, named, once_more).status, 303);
    }
    // "Seen" is not taken from a page with other words, and is from the page that then shows these.
    void is_read_as_it_stands_now(ConcernId const& concern) {
        auto const page = "/concerns/{concern}";
        auto const says = [&](std::string const& version) {
            Fields const sent({{"version", version}});
            return answer_to(concern_routes(), "POST", "/concerns/{concern}/read", named(concern), sent);
        };
        auto const shown = shown_on(answer_to(concern_routes(), "GET", page, named(concern)), "version");
        ASSERT_NE(shown, "");
        rewords(concern, "He says he took the money");
        for (auto const& stale : {shown, std::string()}) {
            auto const again = says(stale);
            EXPECT_EQ(again.status, 422);
            EXPECT_TRUE(holds(again, "This concern was changed since you opened the page")) << again.body;
            EXPECT_TRUE(holds(again, "He says he took the money"));
            EXPECT_TRUE(holds(again, ">Seen<"));
            EXPECT_FALSE(reread(concern).read_at.has_value());
        }
        EXPECT_EQ(says(shown_on(says(shown), "version")).status, 303);
        EXPECT_TRUE(reread(concern).read_at.has_value());
        auto const open = answer_to(concern_routes(), "GET", page, named(concern));
        EXPECT_FALSE(holds(open, ">Seen<"));

        rewords(concern, "He gave it back");
        EXPECT_FALSE(reread(concern).read_at.has_value());
        auto const asks = answer_to(concern_routes(), "GET", page, named(concern));
        EXPECT_TRUE(holds(asks, ">Seen<")) << "other words are read anew";
        EXPECT_EQ(says(shown).status, 422);
        EXPECT_EQ(says(shown_on(asks, "version")).status, 303);
        EXPECT_TRUE(reread(concern).read_at.has_value());
    }
    void rewords(ConcernId const& concern, std::string words) {
        school.now = school.now + 1 * minutes;
        auto writer = as(school.support_staff);
        auto const stands = reread(concern);
        ASSERT_TRUE(change(writer, stands, said(std::move(words)), stands.version));
    }
    int records_that_say(std::string const& words) { return support::logged(db, school.school, words); }
    static std::pair<std::string, std::string> named(ConcernId const& concern) {
        return {"concern", std::string(concern.text())};
    }
    static std::pair<std::string, std::string> named(CaseId const& the_case) {
        return {"case", std::string(the_case.text())};
    }
};

TEST_F(UnreadConcern, is_not_put_away_by_not_now_on_another_one) {
    auto const concern = raised(sam());
    is_refused_until_read(
        concern_routes(),
        "/concerns/{concern}",
        "/concerns/{concern}/not-now",
        named(concern),
        Fields{{{"reason", "It is lunchtime noise"}}}
    );
    EXPECT_TRUE(is_closed(case_of(concern)));
}

TEST_F(UnreadConcern, is_read_before_the_child_is_referred) {
    auto const concern = raised(sam());
    auto const the_case = case_of(concern);
    auto const page = [&] {
        return answer_to(concern_routes(), "GET", "/concerns/{concern}", named(concern));
    };
    auto const refers = [&](http::Response const& from) {
        Fields const sent(
            {{"concern", std::string(concern.text())}, {"concerns", shown_on(from)}, {"reason", "It lasts"}}
        );
        return answer_to(concern_routes(), "POST", "/cases/{case}/referral", named(the_case), sent);
    };
    auto const before = page();
    another_comes();
    auto const again = refers(before);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(holds(again, came_or_changed)) << again.body;
    EXPECT_TRUE(holds(again, run_away));
    EXPECT_TRUE(holds(again, "It lasts"));
    EXPECT_EQ(status_of(the_case).stage, Stage::concern_raised);
    EXPECT_EQ(refers(again).status, 303);
    EXPECT_EQ(status_of(the_case).stage, Stage::referred);
}

TEST_F(UnreadConcern, stands_on_the_page_of_another_one_where_not_now_is_said) {
    auto const concern = raised(sam());
    auto const page = [&] {
        return answer_to(concern_routes(), "GET", "/concerns/{concern}", named(concern));
    };
    EXPECT_FALSE(holds(page(), "What else was written"));
    another_comes();
    EXPECT_TRUE(holds(page(), "What else was written"));
    EXPECT_TRUE(holds(page(), run_away));
}

TEST_F(UnreadConcern, is_one_too_whose_words_were_changed_since) {
    auto const concern = raised(sam());
    auto const shown = shown_on(answer_to(concern_routes(), "GET", "/concerns/{concern}", named(concern)));
    auto writer = as(school.support_staff);
    ASSERT_TRUE(change(writer, reread(concern), said(std::string(run_away)), 1));
    Fields const sent({{"reason", "It is lunchtime noise"}, {"concerns", shown}});
    auto const again =
        answer_to(concern_routes(), "POST", "/concerns/{concern}/not-now", named(concern), sent);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(holds(again, run_away));
    EXPECT_FALSE(is_closed(case_of(concern)));
}

TEST_F(UnreadConcern, is_not_closed_with_its_case_before_the_referral_or_after) {
    Fields const because{{{"reason", "All is well again"}}};
    auto const closes = [&](CaseId const& the_case) {
        is_refused_until_read(
            closing_routes(), "/cases/{case}/closing", "/cases/{case}/closing", named(the_case), because
        );
        EXPECT_TRUE(is_closed(the_case));
    };
    closes(case_of(raised(sam())));
    closes(referred(sam()));
}

TEST_F(UnreadConcern, is_read_before_a_case_is_talked_through_or_weighed) {
    auto const the_case = referred(sam());
    auto const talk = "/cases/{case}/discussion";
    Fields const talked(
        {{"held_on", calendar::iso(school.today)},
         {"present", "Rob Ellis"},
         {"outcome", "go_on"},
         {"areas", std::string(friendships().text())},
         {"reason", "Friendships come first"}}
    );
    is_refused_until_read(discussion_routes(), talk, talk, named(the_case), talked);
    auto const weighing = "/cases/{case}/prioritisation";
    Fields const weighed(
        {{"form", "group"},
         {"need", "2"},
         {"impact_on_learning", "1"},
         {"earlier_support", "no"},
         {"reason", "A small group will do"}}
    );
    is_refused_until_read(discussion_routes(), weighing, weighing, named(the_case), weighed);
}

TEST_F(UnreadConcern, is_one_whose_words_changed_since_the_senco_opened_or_read_it) {
    referred(sam());
    is_read_as_it_stands_now(another_comes());
}

TEST_F(UnreadConcern, is_one_whose_words_changed_since_it_was_said_to_be_seen) {
    referred(sam());
    auto const later = another_comes();
    auto const& reader = school.senco;
    auto const says = [&](int version) {
        Fields const sent({{"version", std::to_string(version)}});
        return answer_to(concern_routes(), "POST", "/concerns/{concern}/seen", named(later), sent);
    };
    auto const is_seen = [&] {
        for (auto const& one : concern_store::with_those_beside(db, school.school, later, reader.staff))
            if (one.id == later) return one.seen_by_reader;
        return false;
    };
    for (int version = 1; version < 3; ++version) {
        rewords(later, "He says he took the money, " + std::to_string(version));
        EXPECT_FALSE(is_seen());
        auto const again = says(version);
        EXPECT_EQ(again.status, 422);
        EXPECT_TRUE(holds(again, "This concern was changed since you opened the page")) << again.body;
        EXPECT_TRUE(holds(again, "He says he took the money, " + std::to_string(version)));
        EXPECT_FALSE(is_seen());
        EXPECT_EQ(says(version + 1).status, 303);
        EXPECT_TRUE(is_seen());
    }
}

TEST_F(UnreadConcern, keeps_in_the_records_that_it_was_read_and_that_it_is_to_be_read_again) {
    referred(sam());
    auto const later = another_comes();
    auto senco = as(school.senco);
    ASSERT_TRUE(note_read(senco, reread(later), 1));
    auto const read = records_that_say(R"("read")");
    auto writer = as(school.support_staff);
    ASSERT_TRUE(change(writer, reread(later), said(std::string(run_away)), 1)) << "the same words";
    EXPECT_TRUE(reread(later).read_at) << "nothing is new";
    rewords(later, "He ran away");
    EXPECT_FALSE(reread(later).read_at);
    EXPECT_EQ(records_that_say(R"("read")"), read + 1);
}

}  // namespace
}  // namespace referrals
