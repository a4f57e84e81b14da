// An hour without use ends a sign-in, whatever its browser asks for afterwards; signing in anew takes one
// try.
#include <gtest/gtest.h>

#include <functional>

#include "base/secret.hpp"
#include "journeys/browser.hpp"
#include "sign_in/store.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view right = "seven quiet willows";

std::string location(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

class Idle : public testing::Test {
protected:
    void SetUp() override {
        static auto const hash = secret::hash_of_password(right);
        write([&](db::Connection& db) {
            db.run(
                "UPDATE account SET address = 'rob@alder.example', password_hash = $1 WHERE id = $2",
                hash,
                school.teacher_of_4b.account
            );
        });
    }

    void write(std::function<void(db::Connection&)> const& change) {
        database.change([&](db::Connection& db) { change(db); });
    }

    // What Rob's browser does at this time. Its server ends with it, so that whatever that notes late stands.
    void after(std::int64_t time, std::function<void(Browser&)> const& step) {
        now = school.now + time;
        app::Application application{database.database(), settings, [this] { return now; }};
        Browser rob{application};
        rob.keep_cookie(cookie);
        step(rob);
        cookie = rob.cookie();
    }
    void opens_after(std::int64_t time, std::string_view path) {
        after(time, [&](Browser& rob) { rob.get(path); });
    }
    void is_signed_out_after(std::int64_t time, std::string_view since) {
        after(time, [&](Browser& rob) {
            EXPECT_EQ(location(rob.get("/pupils")), "/sign-in?then=%2Fpupils") << since;
        });
    }
    Instant seen_at() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        return sign_in::store::presence(db, secret::hash_of_token(school.teacher_of_4b.token))
            .value()
            .seen_at;
    }
    static Fields credentials() {
        return Fields({{"address", "rob@alder.example"}, {"password", std::string(right)}});
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    Instant now = school.now;
    app::Settings settings{
        .secure_cookies = false, .demonstration = false, .public_address = "http://withy.test"};
    std::string cookie = school.teacher_of_4b.token;
};

TEST_F(Idle, is_over_after_an_hour_and_no_page_that_is_opened_then_brings_it_back) {
    for (auto const* path : {"/", "/pupils", "/help", "/sign-in", "/locked", "/sign-in/school", "/nowhere"}) {
        opens_after(75 * minutes, path);
        is_signed_out_after(75 * minutes, path);
        is_signed_out_after(76 * minutes, path);
    }
    EXPECT_EQ(seen_at(), school.now);
}

TEST_F(Idle, is_over_after_an_hour_and_no_form_that_is_sent_then_brings_it_back) {
    auto const path = "/pupils/" + std::string(school.sam.id.text()) + "/concerns";
    Fields typed;
    after(0, [&](Browser& rob) {
        typed = rob.open(path + "/new").filled_form(path, Fields{{{"seen", "Stands alone"}}}).value();
    });
    after(75 * minutes, [&](Browser& rob) {
        EXPECT_EQ(rob.post_exactly(path, typed).status, 422);
        EXPECT_EQ(rob.post_exactly(path, typed).status, 422);
    });
    is_signed_out_after(75 * minutes, "sending a form");
    EXPECT_EQ(seen_at(), school.now);
}

TEST_F(Idle, use_within_the_hour_goes_on_for_twelve_hours_and_no_longer) {
    for (auto time = 59 * minutes; time < 12 * hours; time += 59 * minutes)
        after(time, [&](Browser& rob) { EXPECT_EQ(rob.get("/pupils").status, 200) << time / minutes; });
    opens_after(12 * hours, "/help");
    is_signed_out_after(12 * hours, "twelve hours");
    is_signed_out_after(12 * hours + 1, "twelve hours and a try");
}

TEST_F(Idle, a_page_that_knows_nobody_is_use_as_well) {
    opens_after(50 * minutes, "/help");
    after(100 * minutes, [](Browser& rob) { EXPECT_EQ(rob.get("/pupils").status, 200); });
}

TEST_F(Idle, signing_in_after_a_break_takes_one_try) {
    std::int64_t time = 0;
    for (auto const* first : {"/pupils", "/sign-in?then=%2Fpupils"}) {
        time += 75 * minutes;
        after(time, [&](Browser& rob) { rob.open(first).open("/sign-in?then=%2Fpupils"); });
        after(time + 2 * minutes, [&](Browser& rob) {
            rob.open("/sign-in?then=%2Fpupils").submit("/sign-in", credentials());
            EXPECT_EQ(rob.answered(), 303) << first;
            EXPECT_EQ(rob.path(), "/pupils") << first;
        });
    }
}

class SavedBeforeABreak : public Idle {
protected:
    void SetUp() override {
        Idle::SetUp();
        after(0, [&](Browser& rob) {
            typed = rob.open(path + "/new")
                        .filled_form(path, Fields({{"seen", "Stands alone"}, {"parents_spoken_to", "yes"}}))
                        .value();
            EXPECT_EQ(rob.post_exactly(path, typed).status, 303);
            EXPECT_EQ(rob.post_exactly(path, typed).status, 303);
        });
    }
    std::int64_t concerns() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.the<std::int64_t>("SELECT count(*) FROM concern WHERE school_id = $1", school.school);
    }

    std::string path = "/pupils/" + std::string(school.sam.id.text()) + "/concerns";
    Fields typed;
};

TEST_F(SavedBeforeABreak, is_not_saved_again_after_signing_in) {
    ASSERT_EQ(concerns(), 1);
    after(75 * minutes, [&](Browser& rob) {
        rob.send_exactly(path, typed);
        EXPECT_TRUE(rob.shows("What you typed is safe"));
        rob.submit("/sign-in", Fields({{"address", "rob@alder.example"}, {"password", "wrong"}}));
        rob.submit("/sign-in", credentials());
        EXPECT_TRUE(rob.shows("Send it again"));
        rob.submit(path, {});
        EXPECT_EQ(rob.answered(), 303);
        EXPECT_TRUE(rob.path().starts_with("/concerns/")) << rob.path();
    });
    EXPECT_EQ(concerns(), 1);
}

TEST_F(SavedBeforeABreak, is_not_saved_again_from_a_page_of_the_sign_in_before) {
    after(75 * minutes, [&](Browser& rob) {
        rob.open("/sign-in").submit("/sign-in", credentials());
        rob.send_exactly(path, typed);
        EXPECT_TRUE(rob.shows("this page had waited too long"));
        rob.submit(path, {});
        EXPECT_EQ(rob.answered(), 303);
    });
    EXPECT_EQ(concerns(), 1);
}

TEST_F(Idle, being_somebody_of_the_demonstration_after_a_break_takes_one_try) {
    settings.demonstration = true;
    write([](db::Connection& db) {
        db.run("INSERT INTO installation (name, value) VALUES ('made_as', 'demonstration')");
    });
    after(75 * minutes, [](Browser& rob) { rob.open("/").open("/demonstration"); });
    after(76 * minutes, [&](Browser& rob) {
        rob.open("/").submit("/demonstration", Fields{{{"person", std::string(school.senco.staff.text())}}});
        EXPECT_EQ(rob.answered(), 303);
        EXPECT_EQ(rob.path(), "/");
        EXPECT_TRUE(rob.shows("Priya Nair"));
    });
}

}  // namespace
}  // namespace journeys
