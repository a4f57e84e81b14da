#include "journeys/swapped_ids.hpp"

#include <cstdlib>
#include <iostream>

#include "journeys/dice.hpp"
#include "journeys/filling.hpp"
#include "support/rows_of_school.hpp"

namespace journeys {
namespace {

constexpr std::string_view mark = "Quolliform";
constexpr std::size_t percent_swapped = 70;
constexpr std::size_t percent_searches = 3;
// So that no request is one too many for its minute: what a limit refuses, no wall was tried by.
constexpr std::int64_t milliseconds_between = 100;
constexpr int told_every = 10'000;

// These end the visit that the requests after it need, or are open to whoever holds a link: tokens are
// swapped by themselves.
bool is_left_out(Route const& route) {
    return route.needs == Permission::anyone || route.path.starts_with("/sign-") ||
           route.path.starts_with("/lock") || route.path.find("{token}") != route.path.npos;
}

// The pattern with an id of either school for each {name}.
std::string address(Dice& dice, std::string_view pattern, BusySchool const& ours, BusySchool const& theirs) {
    std::string path;
    while (!pattern.empty()) {
        auto const open = std::min(pattern.find('{'), pattern.size());
        path += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (pattern.empty()) break;
        auto const close = pattern.find('}');
        auto const name = pattern.substr(1, close - 1);
        auto const& names = (dice.are_below(percent_swapped) ? theirs : ours).named(name);
        path += names.empty() ? "00000000-0000-4000-8000-000000000000" : dice.one_of(names);
        pattern.remove_prefix(close + 1);
    }
    return path;
}

// The fields with ids of the other school in place of some of their own.
Fields swapped(Dice& dice, Fields const& fields, std::vector<std::string> const& their_ids) {
    auto const with_theirs = [&](std::string text) {
        for (auto const& id : support::ids_in(text))
            if (dice.are_below(percent_swapped))
                text.replace(text.find(id), id.size(), dice.one_of(their_ids));
        return text;
    };
    Fields sent;
    for (auto const& [name, value] : fields.entries())
        if (name != "once" && name != "csrf") sent.add(with_theirs(name), with_theirs(value));
    return sent;
}

std::string text_of(http::Request const& request) {
    auto text = request.method + ' ' + request.path + ' ' + request.body;
    for (auto const& [name, value] : request.query.entries()) text += ' ' + name + '=' + value;
    return text;
}

}  // namespace

int swapped_requests() {
    auto const* const wanted = std::getenv("WITHY_SWAPPED_REQUESTS");
    return wanted == nullptr ? 4000 : std::atoi(wanted);
}

TwoSchools::TwoSchools() {
    for (auto const& [route, found] : ours_.forms())
        if (auto const ways = ways_to_fill(found.form, calendar::local_date(Instant{ours_.now.load()}));
            !ways.empty())
            fields_[route] = ways.front();
    for (auto const& [table, rows] : theirs_holds()) their_ids_.merge(support::ids_in(rows));
    their_ids_in_order_.assign(their_ids_.begin(), their_ids_.end());
}

std::map<std::string, std::string> TwoSchools::holds(BusySchool const& of) {
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(of.school.school);
    return support::rows_of_school(db, of.school.school);
}

// The parent's; and those of invitations and of packs for the next school, which are in the outbox.
std::vector<std::string> TwoSchools::links_of(BusySchool& of) {
    constexpr std::string_view address = "http://withy.test";
    constexpr std::size_t letters_of_a_token = 43;
    auto const& tokens = of.named("token");
    std::vector<std::string> links{"/consent/" + tokens.front(), "/consent/" + tokens.front() + "/letter"};
    auto& db = database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(of.school.school);
    for (auto const& words :
         db.all<std::string>("SELECT words FROM outbox WHERE school_id = $1", of.school.school))
        for (std::string const path : {"/invitations/", "/moving/"})
            if (auto const at = words.find(std::string(address) + path); at != words.npos)
                links.push_back(words.substr(at + address.size(), path.size() + letters_of_a_token));
    return links;
}

std::vector<std::string> TwoSchools::leaks_through_their_links() {
    std::set<std::string> our_ids;
    for (auto const& [table, rows] : ours_holds()) our_ids.merge(support::ids_in(rows));
    auto const links = links_of(theirs_);
    EXPECT_GT(
        links.size(), 3U
    ) << "links to a parent, to who is invited and to the next school are among them";
    std::vector<std::string> leaks;
    int opened = 0;
    auto const note = [&](http::Request const& request, Person const& person) {
        auto const answer = ours_.product().handle(request);
        opened += answer.status == 200 ? 1 : 0;
        auto said = answer.body;
        for (auto const& [name, value] : answer.headers) said += '\n' + value;
        for (auto const& id : support::ids_in(said))
            if (our_ids.contains(id)) leaks.push_back(person.name + ": " + request.path + ' ' + id);
    };
    for (auto const* person : ours_.everyone()) {
        for (auto const& link : links) note(ours_.school.get(*person, link), *person);
        for (auto const* form : {"/confirmation", "/answer"})
            note(ours_.school.post(*person, links.front() + form, {}), *person);
    }
    EXPECT_GT(opened, 0) << "a link is its own key, whoever else is signed in";
    return leaks;
}

std::vector<std::string> TwoSchools::forms_taken_with_anothers_guard() {
    std::vector<std::string> taken;
    auto const signed_in_elsewhere = [](http::Request request, Person const& person) {
        for (auto& [name, value] : request.headers)
            if (name == "cookie") value = "withy=" + person.token;
        return request;
    };
    auto const ours = ours_.everyone();
    auto const theirs = theirs_.everyone();
    for (auto const& [route, fields] : fields_) {
        if (route.starts_with("/sign-") || route.starts_with("/lock") || route.find("{token}") != route.npos)
            continue;
        auto const path = ours_.addresses(route).front();
        for (std::size_t at = 0; at < ours.size(); ++at)
            for (auto const& request :
                 {signed_in_elsewhere(ours_.school.post(*ours[at], path, fields), *theirs[at]),
                  signed_in_elsewhere(theirs_.school.post(*theirs[at], path, fields), *ours[at])}) {
                auto const answer = ours_.product().handle(request);
                if (answer.status < 400) taken.push_back(ours[at]->name + ": " + path);
            }
    }
    return taken;
}

std::vector<std::string> TwoSchools::enter_theirs() {
    std::vector<std::string> entered;
    Fields const chosen{{{"school", std::to_string(theirs_.school.school.number)}, {"then", "/"}}};
    for (auto const* person : ours_.everyone()) {
        auto const answer = ours_.product().handle(ours_.school.post(*person, "/sign-in/school", chosen));
        auto const today = ours_.product().handle(ours_.school.get(*person, "/"));
        bool const is_theirs = today.body.find(mark) != std::string::npos;
        if (answer.status < 400 || is_theirs) entered.push_back(person->name);
    }
    return entered;
}

bool TwoSchools::their_proof_opens_our_link() {
    auto const link = "/consent/" + theirs_.named("token").front();
    Browser parent(theirs_.product(), "198.51.100.30");
    parent.open(link);
    auto const answer =
        parent.post(link + "/confirmation", Fields{{{"born_on", calendar::iso(theirs_.school.sam.born_on)}}});
    std::string proof;
    for (auto const& [name, value] : answer.headers)
        if (name == "Set-Cookie" && value.starts_with("withy_letter="))
            proof = value.substr(0, value.find(';'));
    EXPECT_FALSE(proof.empty()) << answer.status;
    auto const opens = [&](std::string const& token) {
        http::Request request;
        request.method = "GET";
        request.path = "/consent/" + token;
        request.headers = {{"host", "withy.test"}, {"cookie", proof}};
        return ours_.product().handle(request).body.find("name=\"answer\"") != std::string::npos;
    };
    EXPECT_TRUE(opens(theirs_.named("token").front())) << "it opens its own";
    return opens(ours_.named("token").front());
}

bool TwoSchools::ours_works() {
    auto const story = "/pupils/" + std::string(ours_.school.sam.id.text());
    auto const& school = ours_.school;
    for (auto const* path : {"/", "/pupils", story.c_str()})
        if (ours_.product().handle(school.get(school.senco, path)).status != 200) return false;
    return true;
}

TwoSchools::Sent TwoSchools::send(int requests, unsigned seed) {
    Dice dice(seed);
    auto const people = ours_.everyone();
    auto const& school = ours_.school;
    std::vector<Route> routes;
    for (auto const& route : ours_.product().routes().routes())
        if (!is_left_out(route)) routes.push_back(route);

    Sent sent;
    while (sent.requests < requests) {
        auto const& route = dice.one_of(routes);
        auto const& person = *dice.one_of(people);
        auto const path = address(dice, route.path, ours_, theirs_);
        auto const request =
            dice.are_below(percent_searches) ? school.get(person, "/pupils?q=Quollif")
            : route.method == "GET"
                ? school.get(person, path)
                : school.post(
                      person, path, swapped(dice, fields_[std::string(route.path)], their_ids_in_order_)
                  );
        bool const has_theirs = [&] {
            for (auto const& id : support::ids_in(text_of(request)))
                if (their_ids_.contains(id)) return true;
            return request.query.has("q");
        }();
        if (!has_theirs) continue;

        ours_.now += milliseconds_between;
        auto const answer = ours_.product().handle(request);
        ++sent.requests;
        sent.limited += answer.status == 429 ? 1 : 0;
        sent.past_the_permission += ours_.may(person, route) ? 1 : 0;
        sent.answered += answer.status < 400 || answer.status == 422 ? 1 : 0;
        auto said = answer.body;
        for (auto const& [name, value] : answer.headers) said += '\n' + value;
        auto const asked = support::ids_in(text_of(request));
        bool leaks = said.find(mark) != said.npos;
        for (auto const& id : support::ids_in(said))
            leaks = leaks || (their_ids_.contains(id) && !asked.contains(id));
        if (leaks) sent.leaks.push_back(person.name + ": " + request.method + ' ' + request.path);
        if (sent.requests % told_every == 0) std::cout << sent.requests << " sent\n" << std::flush;
    }
    return sent;
}

void expect_nothing_came_out(TwoSchools::Sent const& sent) {
    std::cout << sent.requests << " requests with another school's ids, " << sent.past_the_permission
              << " past the permission, " << sent.answered << " answered, " << sent.leaks.size()
              << " leaks\n";
    EXPECT_TRUE(sent.leaks.empty()) << sent.leaks.size() << " leaks, first: " << sent.leaks.front();
    EXPECT_EQ(sent.limited, 0);
    EXPECT_GT(sent.past_the_permission, sent.requests / 5);
    EXPECT_GT(sent.answered, sent.requests / 50) << "requests that mean something were among them";
}

}  // namespace journeys
