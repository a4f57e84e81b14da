// What Today and a child's story lead to can be opened by whom they lead there; and no page of a case lacks
// the way to say that a concern was put on CPOMS.
#include <algorithm>
#include <map>
#include <set>

#include "journeys/busy_school.hpp"

namespace journeys {
namespace {

class EveryLink : public testing::Test {
protected:
    BusySchool& school = BusySchool::once();
};

TEST_F(EveryLink, of_todays_work_and_of_a_childs_story_leads_to_a_page) {
    for (auto const* person : school.everyone()) {
        auto pages = school.addresses("/pupils/{pupil}");
        pages.insert(pages.begin(), "/");
        for (auto const& page : pages)
            for (auto const& link : links_in(school.as(*person).browser().open(page).body())) {
                if (!link.starts_with('/')) continue;
                EXPECT_LT(school.as(*person).browser().get(link).status, 400)
                    << page << " leads " << person->name << " to " << link;
            }
    }
}

// "/cases/7f…/letter?way=paper" fits "/cases/{case}/letter".
bool fits(std::string_view link, std::string_view route) {
    link = link.substr(0, link.find('?'));
    auto const first = [](std::string_view& path) {
        path.remove_prefix(1);
        auto const part = path.substr(0, path.find('/'));
        path.remove_prefix(part.size());
        return part;
    };
    while (link.starts_with('/') && route.starts_with('/')) {
        auto const part = first(route);
        if (auto const given = first(link); !part.starts_with('{') && given != part) return false;
    }
    return link.empty() && route.empty();
}

TEST_F(EveryLink, leads_to_every_page_that_somebody_can_open) {
    std::map<std::string, std::string> const reached_otherwise{
        {"/invitations/{token}", "by the link that invites"},
        {"/consent/{token}", "by the letter's link"},
        {"/consent/{token}/letter", "by the page of a parent, who is none of these people"},
        {"/set-up", "by the address that the terminal prints"},
        {"/sign-in", "by every address of whoever is signed out"},
        {"/sign-in/school", "by signing in to one of two schools"},
        {"/locked", "by the button that locks"},
        {"/prove", "by what asks for a fresh proof"},
        {"/sign-ins/app", "by a button that makes the secret"},
        {"/sign-ins/second-way", "where a second way is demanded of a person who has none; SecondWay"},
        {"/sign-ins/openid/{provider}", "where an installation has a provider, with the guard of its page"},
        {"/sign-ins/passkeys/new", "where browsers give passkeys: on https, and at localhost"},
        {"/cases/{case}/next-step",
         "by the story once the impact is reviewed, which no case of this school is"},
        {"/data-requests/{request}/confided", "by Today of whoever a child confided in, who asks for it"},
        {"/retention/erasures/{erasure}",
         "by the list of records whose time has come, of which there are none"},
        {"/healthz", "by machines"}};
    std::set<std::string> opened;
    std::set<std::string> links;
    school.open_every_page([&](Route const& route, Person const&, Browser const& browser) {
        if (browser.status() != 200) return;
        opened.emplace(route.path);
        for (auto& link : links_in(browser.body())) links.insert(std::move(link));
    });
    EXPECT_GT(opened.size(), 60U);
    for (auto const& page : opened)
        EXPECT_TRUE(
            reached_otherwise.contains(page) ||
            std::ranges::any_of(links, [&](std::string const& link) { return fits(link, page); })
        ) << "no link leads to "
          << page;
}

// Of a session or a concern of long ago its reader may no longer see the child, and so notes nothing about
// them.
bool says_where_it_goes_and_sees_no_child(std::string_view path, std::string const& body) {
    bool const may_lack_the_child =
        path.starts_with("/sessions/{session}") || path.starts_with("/concerns/{");
    return may_lack_the_child && body.find("Record it on CPOMS, not here.") != body.npos &&
           body.find("href=\"/pupils/") == body.npos;
}

TEST_F(EveryLink, to_note_what_was_put_on_cpoms_stands_on_every_page_of_a_case) {
    std::set<std::pair<Person const*, std::string>> ways;
    school.open_every_page([&](Route const& route, Person const& person, Browser const& browser) {
        auto const path = std::string(route.path);
        bool const of_a_case = path.starts_with("/cases/") || path.starts_with("/places/") ||
                               path.starts_with("/questions/") || path.starts_with("/parent-messages/") ||
                               path.starts_with("/concerns/{") || path == "/sessions/{session}" ||
                               path.starts_with("/sessions/{session}/evaluations");
        bool const is_a_sheet = browser.body().starts_with("%PDF");
        if (!of_a_case || is_a_sheet || browser.status() != 200) return;
        auto const links = links_in(browser.body());
        auto const way = std::ranges::find_if(links, [](std::string const& link) {
            return link.ends_with("/safeguarding");
        });
        if (way != links.end())
            ways.emplace(&person, *way);
        else
            EXPECT_TRUE(says_where_it_goes_and_sees_no_child(path, browser.body()))
                << person.name << " at " << browser.path();
    });
    EXPECT_GT(ways.size(), 5U);
    for (auto const& [person, way] : ways)
        EXPECT_EQ(school.as(*person).browser().get(way).status, 200) << person->name << " at " << way;
}

}  // namespace
}  // namespace journeys
