// Who signs in as somebody is told what changed in how they sign in: by e-mail, and at the next sign-in.
#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "journeys/browser.hpp"
#include "support/small_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view right = "seven quiet willows";
constexpr std::string_view next = "nine slow rivers";
constexpr auto line = "How you sign in changed since you were last here.";

class ToldOfWays : public testing::Test {
protected:
    ToldOfWays() {
        static auto const hash = secret::hash_of_password(right);
        database.change([&](db::Connection& db) {
            db.run(
                "UPDATE account SET address = 'ada@alder.example', password_hash = $1 WHERE id = $2",
                hash,
                school.administrator.account
            );
        });
        ada.keep_cookie(school.administrator.token);
    }
    void changes_the_password(std::string_view old) {
        ada.open("/password")
            .submit("/password", Fields({{"old", std::string(old)}, {"password", std::string(next)}}));
    }
    Browser signed_in(std::string_view password) {
        Browser browser{application, "198.51.100.7"};
        browser.open("/sign-in")
            .send(
                "/sign-in",
                Fields(
                    {{"address", "ada@alder.example"},
                     {"password", std::string(password)},
                     {"then", "/school"}}
                )
            );
        return browser;
    }
    std::int64_t told_by_mail() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return db.the<std::int64_t>(
            "SELECT count(*) FROM outbox WHERE school_id = $1 AND address = 'ada@alder.example'",
            school.school
        );
    }

    support::TestDatabase database;
    support::SmallSchool school{database};
    app::Application application{
        database.database(),
        {.secure_cookies = false,
         .demonstration = false,
         .public_address = "https://withy.test",
         .sends_mail = true,
         .sealing_key = sealed::Key{}},
        [this] { return school.now; }};
    Browser ada{application};
};

TEST_F(ToldOfWays, by_e_mail_and_at_the_next_sign_in) {
    EXPECT_FALSE(signed_in(right).shows(line));
    changes_the_password(right);
    EXPECT_EQ(told_by_mail(), 1);
    ada.open("/sign-ins");
    EXPECT_TRUE(ada.shows("the password was changed."));

    auto const again = signed_in(next);
    EXPECT_EQ(again.path(), "/school");
    EXPECT_TRUE(again.shows(line)) << again.body();
    EXPECT_FALSE(signed_in(next).shows(line)) << "once";
}

TEST_F(ToldOfWays, not_of_what_was_refused) {
    changes_the_password("wrong");
    EXPECT_EQ(ada.status(), 422);
    EXPECT_EQ(told_by_mail(), 0);
    ada.open("/sign-ins").submit("/sign-ins/app", {});
    ada.submit("/sign-ins/app/confirmation", Fields{{{"code", "000"}}});
    EXPECT_EQ(ada.status(), 422);
    EXPECT_EQ(told_by_mail(), 0);
    EXPECT_FALSE(signed_in(right).shows(line));
}

}  // namespace
}  // namespace journeys
