// An invitation travels by e-mail where the school has a mail server.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class Invitation : public Journey {};

TEST_F(Invitation, goes_to_its_person_with_the_link_that_the_page_shows) {
    auto& browser = as(school.administrator).opens("/school/people/new").browser();
    browser.submit("/school/people", Fields{{{"name", "Nell Fox"}, {"address", "nell@alder.example"}}});
    browser.submit(browser.path() + "/invitation", {});
    EXPECT_TRUE(browser.shows("on its way to nell@alder.example"));
    auto const link =
        "http://withy.test/invitations/" + browser.between("http://withy.test/invitations/", "<");
    constexpr db::Sql words =
        "SELECT words FROM outbox WHERE school_id = $1 AND address = 'nell@alder.example'";
    EXPECT_NE(stands<std::string>(words, school.school).find(link), std::string::npos);
}

TEST_F(Invitation, for_a_new_password_goes_to_its_person_and_the_senco_is_told) {
    auto const person = "/school/people/" + std::string(school.senco.staff.text());
    auto& browser = as(school.administrator).opens(person + "/change").browser();
    browser.submit(person + "/change", Fields{{{"address", "mine@alder.example"}}});
    browser.open(person).submit(person + "/invitation", {});
    EXPECT_FALSE(browser.shows("/invitations/"));
    constexpr db::Sql to_the_new =
        "SELECT count(*) FROM outbox WHERE school_id = $1 AND address = 'mine@alder.example'";
    EXPECT_EQ(stands<std::int64_t>(to_the_new, school.school), 0);

    EXPECT_TRUE(as(school.headteacher).opens("/").sees("Say that you know of a change to accounts"));
    auto& told = as(school.senco).opens("/account-changes").browser();
    EXPECT_TRUE(told.shows("made a new sign-in link for " + school.senco.name));
    EXPECT_TRUE(told.shows("to mine@alder.example"));
}

}  // namespace
}  // namespace journeys
