#include "app/pace.hpp"

#include <gtest/gtest.h>

#include "app/application.hpp"
#include "support/small_school.hpp"

namespace app {
namespace {

constexpr Instant start{1'790'000'000'000};

TEST(Pace, allows_so_many_at_once_and_then_so_many_a_minute) {
    Pace pace({.at_once = 3, .a_minute = 2});
    for (int time = 0; time < 3; ++time) EXPECT_TRUE(pace.allows("a", start));
    EXPECT_FALSE(pace.allows("a", start));
    EXPECT_TRUE(pace.allows("b", start)) << "another's tries are their own";
    EXPECT_FALSE(pace.allows("a", start + 29 * seconds)) << "and what was refused costs nothing";
    EXPECT_TRUE(pace.allows("a", start + 30 * seconds));
    EXPECT_FALSE(pace.allows("a", start + 30 * seconds));
}

TEST(Pace, rest_gives_back_no_more_than_all) {
    Pace pace({.at_once = 2, .a_minute = 60});
    EXPECT_TRUE(pace.allows("a", start));
    for (int time = 0; time < 2; ++time) EXPECT_TRUE(pace.allows("a", start + 10 * hours));
    EXPECT_FALSE(pace.allows("a", start + 10 * hours));
}

TEST(Pace, a_clock_that_was_set_back_allows_nothing_more) {
    Pace pace({.at_once = 1, .a_minute = 60});
    EXPECT_TRUE(pace.allows("a", start));
    EXPECT_FALSE(pace.allows("a", start - 1 * hours));
}

TEST(Pace, remembers_no_more_than_memory_holds) {
    Pace pace({.at_once = 1, .a_minute = 1});
    for (int number = 0; number < 250'000; ++number) EXPECT_TRUE(pace.allows(std::to_string(number), start));
    EXPECT_FALSE(pace.allows("249999", start));
}

struct PaceOfRequests : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    Instant now = school.now + 1 * minutes;
    Settings settings{.secure_cookies = false, .public_address = "http://withy.test"};
    Application application{database.database(), settings, [this] { return now; }};

    http::Request stranger(std::string_view path, std::string address = "192.0.2.7") {
        http::Request request;
        request.method = "POST";
        request.path = path;
        request.remote_address = std::move(address);
        request.headers = {{"host", "withy.test"}, {"content-type", "application/x-www-form-urlencoded"}};
        return request;
    }
    http::Request search(support::Person const& person) {
        auto request = school.get(person, "/pupils");
        request.query.add("q", "a");
        return request;
    }
    // After how many the first is refused with 429.
    int refused_after(http::Request const& request, int most = 500) {
        for (int count = 0; count < most; ++count)
            if (application.handle(request).status == 429) return count;
        return most;
    }
};

TEST_F(PaceOfRequests, strangers_send_so_many_forms_from_one_address) {
    for (auto const* const path : {"/consent/unknown/confirmation", "/invitations/unknown", "/set-up"}) {
        now = now + 2 * hours;
        EXPECT_EQ(refused_after(stranger(path)), 300) << path;
        EXPECT_NE(application.handle(stranger(path, "192.0.2.8")).status, 429) << path;
    }
}

TEST_F(PaceOfRequests, one_sign_in_searches_so_often) {
    EXPECT_EQ(refused_after(search(school.senco)), 120);
    EXPECT_EQ(application.handle(search(school.teacher_of_4b)).status, 200);
    EXPECT_EQ(application.handle(school.get(school.senco, "/pupils")).status, 200) << "pages are no searches";
    now = now + 1 * minutes;
    EXPECT_EQ(application.handle(search(school.senco)).status, 200);
}

TEST_F(PaceOfRequests, a_demonstration_is_searched_at_will) {
    settings.demonstration = true;
    Application demonstration{database.database(), settings, [this] { return now; }};
    for (int count = 0; count < 200; ++count)
        ASSERT_EQ(demonstration.handle(search(school.senco)).status, 200);
}

}  // namespace
}  // namespace app
