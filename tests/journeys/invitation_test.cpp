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

}  // namespace
}  // namespace journeys
