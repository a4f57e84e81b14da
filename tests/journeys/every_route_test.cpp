// Every route with every role: nobody goes where their work does not need them, and no page breaks.
#include <algorithm>
#include <set>

#include "journeys/busy_school.hpp"

namespace journeys {
namespace {

// Signing out and locking end the visit that the other tests need.
bool ends_the_visit(Route const& route) {
    return route.path.starts_with("/sign-") || route.path.starts_with("/lock");
}

std::string_view location(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location") return value;
    return {};
}

// A name in the path that belongs to one child's case.
bool is_about_a_case(Route const& route) {
    for (std::string_view const name :
         {"{case}", "{place}", "{session}", "{question}", "{message}", "{concern}"})
        if (route.path.find(name) != std::string_view::npos) return true;
    return false;
}

TEST(EveryRoute, a_person_without_the_permission_finds_nothing) {
    auto& busy = BusySchool::once();
    int refused = 0;
    for (auto const& route : busy.product().routes().routes())
        for (auto const* person : busy.everyone()) {
            if (busy.may(*person, route)) continue;
            auto const address = busy.addresses(route.path).front();
            auto const status = route.method == "GET" ? busy.as(*person).browser().get(address).status
                                                      : busy.as(*person).forces(address);
            EXPECT_EQ(status, 404) << person->name << ": " << route.method << ' ' << route.path;
            ++refused;
        }
    EXPECT_GT(refused, 400);
}

TEST(EveryRoute, a_stranger_is_asked_to_sign_in) {
    auto& busy = BusySchool::once();
    Browser stranger(busy.product());
    for (auto const& route : busy.product().routes().routes()) {
        if (route.needs == Permission::anyone) continue;
        auto const address = busy.addresses(route.path).front();
        auto const answer =
            route.method == "GET" ? stranger.get(address) : stranger.post_exactly(address, Fields{});
        if (route.method == "GET") {
            EXPECT_EQ(answer.status, 303) << address;
            EXPECT_TRUE(location(answer).starts_with("/sign-in")) << address;
        } else {
            EXPECT_EQ(answer.status, 422) << address;
            EXPECT_NE(words_in(answer.body).find("What you typed is safe"), std::string::npos) << address;
        }
    }
}

TEST(EveryRoute, no_page_breaks_for_anyone_who_may_open_it) {
    auto& busy = BusySchool::once();
    int opened = 0;
    busy.open_every_page([&](Route const& route, Person const& person, Browser& browser) {
        auto const status = browser.status();
        EXPECT_TRUE(status == 200 || status == 404 || status == 410 || status == 422)
            << status << ": " << person.name << ' ' << route.path << ' ' << browser.path();
        opened += status == 200 ? 1 : 0;
    });
    EXPECT_GT(opened, 300);
}

TEST(EveryRoute, every_page_stands_open_to_somebody) {
    auto& busy = BusySchool::once();
    std::map<std::string, bool> shown;
    for (auto const& route : busy.product().routes().routes())
        if (route.method == "GET") shown[std::string(route.path)] = false;
    busy.open_every_page([&](Route const& route, Person const&, Browser& browser) {
        if (browser.status() == 200) shown[std::string(route.path)] = true;
    });
    // /cpoms leads out of Withy. What the county's team opens, invitations, choosing between schools, the
    // first start, the demonstration signing in and what another school opens are walked elsewhere; so is an
    // erasure, whose time comes years later.
    for (auto const* elsewhere :
         {"/cpoms",
          "/county",
          "/county/outcomes.csv",
          "/invitations/{token}",
          "/moving/{token}",
          "/moving/{token}/pack.json",
          "/moving/{token}/pack.pdf",
          "/invitations/{token}/openid/{provider}",
          "/prove/openid/{provider}",
          "/sign-ins/openid/{provider}",
          "/sign-in/openid/{provider}",
          "/sign-in/openid",
          "/sign-in/school",
          "/set-up",
          "/sign-in",
          "/demonstration",
          "/data-requests/{request}/confided",
          "/retention/erasures/{erasure}",
          "/retention/first-signature"})
        shown.erase(elsewhere);
    for (auto const& [path, was_shown] : shown) EXPECT_TRUE(was_shown) << path;
}

TEST(EveryRoute, a_name_of_nothing_is_answered_calmly) {
    auto& busy = BusySchool::once();
    for (auto const& route : busy.product().routes().routes()) {
        if (ends_the_visit(route) || route.path.find('{') == std::string_view::npos) continue;
        auto const nothing = BusySchool::address_of_nothing(route.path);
        for (auto const& address :
             {nothing,
              nothing.substr(0, nothing.find("00000000")) + "x'--" +
                  nothing.substr(nothing.find("00000000") + 36)})
            for (auto const* person : busy.everyone()) {
                if (!busy.may(*person, route)) continue;
                auto const status = route.method == "GET" ? busy.as(*person).browser().get(address).status
                                                          : busy.as(*person).forces(address);
                EXPECT_TRUE(status == 404 || status == 410)
                    << status << ": " << person->name << ' ' << route.method << ' ' << address;
            }
    }
}

TEST(EveryRoute, who_has_no_tie_to_the_child_finds_nothing_of_the_case) {
    auto& busy = BusySchool::once();
    int closed = 0;
    for (auto const& route : busy.product().routes().routes()) {
        if (route.method != "GET" || !is_about_a_case(route)) continue;
        for (auto const* person : People{&busy.school.teacher_of_5a, &busy.school.untrained})
            for (auto const& address : busy.addresses(route.path)) {
                EXPECT_TRUE(busy.as(*person).finds_nothing_at(address)) << person->name << ' ' << address;
                ++closed;
            }
    }
    EXPECT_GT(closed, 100);
}

// An address that names one thing of a case and another of a different case leads nowhere, and changes
// nothing.
class NamesThatDoNotBelongTogether : public Journey {};

TEST_F(NamesThatDoNotBelongTogether, end_no_target_of_another_place_and_no_link_of_another_case) {
    runs({sam, amira});
    auto const amiras = place_of(amira) + "/targets";
    std::string target;
    for (auto const& control : as(nurture_assistant).opens(amiras).form(amiras).controls)
        if (control.name.starts_with("words-")) target = control.name.substr(6);
    ASSERT_FALSE(target.empty());
    EXPECT_EQ(as(nurture_assistant).forces(place_of(sam) + "/targets/" + target + "/end"), 404);
    EXPECT_NE(as(nurture_assistant).forces(place_of(amira) + "/targets/" + target + "/end"), 404)
        << "its own";
    auto const ending = [&](Child const& of, ContactId const& contact) {
        return case_of(of) + "/consent/links/" + std::string(contact.text()) + "/revocation";
    };
    EXPECT_EQ(as(senco).forces(ending(sam, amira.mother)), 404);
    EXPECT_TRUE(as(senco).opens(ending(sam, sam.mother)).sees("End the link of"));
    EXPECT_TRUE(as(senco).finds_nothing_at(ending(sam, amira.mother)));
}

// Who stands in for one session opens that session and the cards of its children, and nothing else.
TEST(EveryRoute, who_stands_in_for_a_session_finds_nothing_but_that_session) {
    auto& busy = BusySchool::once();
    std::set<std::string> theirs{busy.stood_in.session};
    for (auto const& child : busy.stood_in.children)
        for (auto const* card : {"/evaluations/", "/check-in/"})
            theirs.insert(busy.stood_in.session + card + id_in(busy.place_of(child)));
    std::set<std::string> open;
    for (auto const& route : busy.product().routes().routes()) {
        if (route.method != "GET" || !is_about_a_case(route)) continue;
        for (auto const& address : busy.addresses(route.path))
            if (!busy.as(busy.school.second_nurture_assistant).finds_nothing_at(address))
                open.insert(address);
    }
    EXPECT_EQ(open, theirs);
}

// The ties of a case end with it: who delivered it keeps its check-ins for some weeks, and finds nothing
// else.
TEST(EveryRoute, who_delivered_a_case_that_is_closed_finds_nothing_of_it_but_its_check_ins) {
    auto& busy = BusySchool::once();
    std::set<std::string> const of_the_case{
        id_in(busy.case_of(busy.closed)), id_in(busy.place_of(busy.closed))};
    int closed = 0;
    for (auto const& route : busy.product().routes().routes()) {
        if (route.method != "GET" || !is_about_a_case(route)) continue;
        for (auto const& address : busy.addresses(route.path)) {
            bool const is_of_it = std::ranges::any_of(of_the_case, [&](auto const& id) {
                return address.find(id) != std::string::npos;
            });
            if (!is_of_it) continue;
            bool const are_check_ins = address.ends_with("/check-ins");
            EXPECT_NE(busy.as(busy.school.nurture_assistant).finds_nothing_at(address), are_check_ins)
                << address;
            ++closed;
        }
    }
    EXPECT_GT(closed, 10);
}

}  // namespace
}  // namespace journeys
