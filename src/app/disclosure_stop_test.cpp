#include "app/disclosure_stop.hpp"

#include <gtest/gtest.h>

#include "app/application.hpp"
#include "records/store.hpp"
#include "safeguarding/stop_rules.hpp"
#include "support/small_school.hpp"

namespace app {
namespace {

constexpr std::string_view told = "Dad hits him when he is cross.";
constexpr std::string_view asks = "Is this a safeguarding concern?";

class DisclosureStop : public testing::Test {
protected:
    http::Response send(support::Person const& person, std::string_view path, Fields const& form) {
        auto request = school.post(person, path, form);
        return application.handle(std::move(request));
    }
    // A concern about Sam with these words.
    Fields concern(std::string_view seen, std::vector<std::pair<std::string, std::string>> const& more = {})
        const {
        Fields form(
            {{"seen", std::string(seen)},
             {"tried", "A calm start"},
             {"areas", std::string(school.friendships.text())},
             {"source", "staff"},
             {"parents_spoken_to", "not_yet"},
             {"noticed_on", "2026-05-12"},
             {"once", "0190b6e0-0000-7000-8000-00000000000a"}}
        );
        for (auto const& [name, value] : more) form.add(name, value);
        return form;
    }
    http::Response raise(Fields const& form) {
        return send(school.teacher_of_4b, "/pupils/" + std::string(school.sam.id.text()) + "/concerns", form);
    }

    std::vector<std::string> concerns() {
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.all<std::string>(
            "SELECT seen FROM concern WHERE school_id = $1 ORDER BY id", school.school
        );
    }
    std::vector<records::Entry> log() {
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return records::store::all(db, school.school);
    }
    std::int64_t submissions() {
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.the<std::int64_t>("SELECT count(*) FROM submission WHERE school_id = $1", school.school);
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    Application application{database.database(), {.secure_cookies = false}, [this] { return school.now; }};
};

bool holds(http::Response const& response, std::string_view part) {
    return response.body.find(part) != std::string::npos;
}

TEST_F(DisclosureStop, asks_first_with_the_words_marked_and_the_form_kept) {
    auto const before = log().size();
    auto const asked = raise(concern("He was calm. " + std::string(told) + " <b>"));
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(holds(asked, asks)) << asked.body;
    EXPECT_TRUE(holds(asked, "<strong>Dad hits him when he is cross.</strong>")) << asked.body;
    EXPECT_TRUE(holds(asked, "He was calm. Dad hits him when he is cross. &lt;b&gt;</textarea>"))
        << asked.body;
    EXPECT_TRUE(holds(asked, R"(name="tried" value="A calm start")")) << "nothing that was typed is lost";
    EXPECT_TRUE(holds(asked, R"(value="0190b6e0-0000-7000-8000-00000000000a")"))
        << "under the number of its page";
    EXPECT_TRUE(holds(asked, "href=\"/cpoms\""));
    EXPECT_TRUE(concerns().empty());
    EXPECT_EQ(log().size(), before) << "nothing of a stopped text is recorded";
    EXPECT_EQ(submissions(), 0);
}

TEST_F(DisclosureStop, saves_what_a_person_says_is_none_and_keeps_who_said_so_on_which_page) {
    EXPECT_EQ(raise(concern(told)).status, 422);
    EXPECT_EQ(raise(concern(told, {{"not-a-safeguarding-concern", "yes"}})).status, 303);
    EXPECT_EQ(concerns(), std::vector<std::string>{std::string(told)});
    auto const entry = log().back();
    EXPECT_EQ(entry.subject, "not_a_safeguarding_concern");
    EXPECT_EQ(entry.by_staff_id, school.teacher_of_4b.staff.text());
    EXPECT_NE(entry.detail.value_or("").find("/pupils/{pupil}/concerns"), std::string::npos);
    EXPECT_EQ(entry.detail.value_or("").find("Dad"), std::string::npos) << "not the words";

    EXPECT_EQ(raise(concern(told, {{"not-a-safeguarding-concern", "yes"}})).status, 303) << "a second tap";
    EXPECT_EQ(concerns().size(), 1U);
}

TEST_F(DisclosureStop, takes_the_marked_words_out_and_saves_the_rest) {
    auto const saved = raise(concern("He was calm. " + std::string(told), {{"take-marked-out", "yes"}}));
    EXPECT_EQ(saved.status, 303) << saved.body;
    EXPECT_EQ(concerns(), std::vector<std::string>{"He was calm."});
    EXPECT_NE(log().back().subject, "not_a_safeguarding_concern");
}

TEST_F(DisclosureStop, leaves_a_form_of_which_nothing_is_left_to_its_own_page) {
    auto const left = raise(concern(told, {{"take-marked-out", "yes"}}));
    EXPECT_EQ(left.status, 422);
    EXPECT_FALSE(holds(left, asks));
    EXPECT_TRUE(holds(left, "Enter what you saw"));
}

TEST_F(DisclosureStop, never_blocks_what_belongs_here) {
    EXPECT_EQ(raise(concern("He hit out at a friend and cried. He is angry with mum.")).status, 303);
    EXPECT_EQ(concerns().size(), 1U);
    EXPECT_NE(log().back().subject, "not_a_safeguarding_concern");
}

TEST_F(DisclosureStop, tells_who_may_not_ask_nothing_more_than_before) {
    auto const path = "/pupils/" + std::string(school.sam.id.text()) + "/concerns";
    EXPECT_EQ(send(school.governor, path, concern(told)).status, 404);
    auto request = school.post(school.teacher_of_4b, path, concern(told));
    request.headers.clear();
    EXPECT_FALSE(holds(application.handle(request), asks)) << "signed out: sign in first, then be asked";
}

// Whichever form it is: one that nobody thought of is asked about too.
TEST_F(DisclosureStop, stands_before_every_form_about_a_child) {
    auto const path_of = [](std::string_view pattern) {
        std::string path;
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            if (pattern[at] != '{') {
                path += pattern[at];
                continue;
            }
            path += "0190b6e0-0000-7000-8000-000000000001";
            at = pattern.find('}', at);
        }
        return path;
    };
    auto const who_may = [&](Permission permission) -> support::Person const* {
        for (auto const& [person, role] :
             {std::pair{&school.senco, Role::senco},
              std::pair{&school.nurture_assistant, Role::nurture_assistant},
              std::pair{&school.teacher_of_4b, Role::class_teacher},
              std::pair{&school.headteacher, Role::headteacher}})
            if (visits::allows(role, permission)) return person;
        return nullptr;
    };
    int asked = 0;
    for (auto const& route : application.routes().routes()) {
        if (route.method != "POST" || !safeguarding::is_about_a_child(route.needs)) continue;
        auto const* const person = who_may(route.needs);
        ASSERT_NE(person, nullptr) << route.path;
        auto const answer = send(*person, path_of(route.path), Fields({{"any", std::string(told)}}));
        EXPECT_EQ(holds(answer, asks), route.free_text == FreeText::by_permission) << route.path;
        if (holds(answer, asks)) ++asked;
    }
    EXPECT_GT(asked, 50);
}

// The parent's own page, the school's settings and signing in are none of its business.
TEST_F(DisclosureStop, stays_away_from_parents_and_settings) {
    EXPECT_FALSE(safeguarding::is_about_a_child(Permission::anyone));
    auto const room = send(school.administrator, "/school/rooms", Fields({{"name", std::string(told)}}));
    EXPECT_EQ(room.status, 303);
}

TEST(StoppedTexts, are_not_those_that_stood_before_and_nobody_touched) {
    auto const told_again = std::string(told);
    EXPECT_EQ(safeguarding::stopped_texts(Fields({{"words-1", told_again}})).size(), 1U);
    EXPECT_TRUE(safeguarding::stopped_texts(Fields({{"held-words-1", told_again}, {"words-1", told_again}})
    ).empty());
    EXPECT_EQ(
        safeguarding::stopped_texts(Fields({{"held-words-1", "Calm"}, {"words-1", told_again}})).size(), 1U
    );
}

// Random letters between two dashes read like a word about once in some hundred thousand forms.
TEST(StoppedTexts, are_never_the_guard_of_a_form) {
    std::string const guard = "_8KvsUSObUdtIh_ZaDX8W7JoN2peXWR-fgm-ZgQq_7NMJ1JIrMZV2WcAnK-Nqt2A5H1kz";
    ASSERT_EQ(safeguarding::stopped_texts(Fields({{"words", guard}})).size(), 1U);
    EXPECT_TRUE(safeguarding::stopped_texts(Fields({{"csrf", guard}, {"once", guard}})).empty());
    Fields const to_take_out({{"csrf", guard}, {"take-marked-out", "yes"}});
    EXPECT_EQ(safeguarding::with_marked_taken_out(to_take_out).value("csrf"), guard);
}

}  // namespace
}  // namespace app
