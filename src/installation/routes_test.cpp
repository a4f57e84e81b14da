#include "installation/routes.hpp"

#include <gtest/gtest.h>

#include "support/small_school.hpp"

namespace installation {
namespace {

struct InstallationPage : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    visits::Setup setup{
        .data = "/nowhere",
        .database_url = database.url(),
        .listen_address = "127.0.0.1",
        .public_address = "https://withy.school.example",
        .backups = "/nowhere"};

    std::string page() {
        db::Transaction const transaction(db, db::Mode::read);
        auto visit = school.visit(db, school.administrator);
        visit.setup = &setup;
        auto const response = routes().front().handle(visit, {});
        EXPECT_EQ(response.status, 200);
        return response.body;
    }
};

bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_F(InstallationPage, begins_with_what_is_unsafe_and_says_what_to_do) {
    auto const words = page();
    EXPECT_TRUE(holds(words, "There is no backup in /nowhere"));
    EXPECT_TRUE(holds(words, "Show this page to whoever runs Withy"));
    EXPECT_LT(words.find(">Unsafe<"), words.find(">Safe<"));
    EXPECT_LT(words.find(">Safe<"), words.find(">Not used<")) << "such as e-mail, where none is sent";
    EXPECT_NE(words.find(">Not used<"), std::string::npos);
}

TEST_F(InstallationPage, names_what_the_operator_set_unsafely) {
    EXPECT_FALSE(holds(page(), "plain http"));
    setup.public_address = "";
    setup.trusted_proxies = "0.0.0.0/0";
    auto const words = page();
    EXPECT_TRUE(holds(words, "People reach Withy on plain http"));
    EXPECT_TRUE(holds(words, "WITHY_TRUSTED_PROXIES believes 0.0.0.0/0"));
}

TEST_F(InstallationPage, says_of_whom_a_second_way_is_demanded_and_how_many_have_one) {
    auto const words = page();
    EXPECT_TRUE(holds(words, "demands a second way to sign in of nobody.")) << words;
    EXPECT_TRUE(holds(words, "0 of 7 have one."));
    EXPECT_TRUE(holds(words, "and the school demands none."));
}

TEST_F(InstallationPage, is_for_whoever_runs_the_school) {
    auto const all = routes();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].needs, Permission::run_school);
    EXPECT_EQ(all[0].path, "/school/installation");
}

}  // namespace
}  // namespace installation
