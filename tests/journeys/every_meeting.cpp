#include "journeys/every_meeting.hpp"

#include <algorithm>

#include "need_to_know/actions.hpp"

namespace journeys {
namespace {

// Whoever has to prove who they are first was not answered yet.
bool leads_to_a_proof(http::Response const& response) {
    return std::ranges::any_of(response.headers, [](auto const& header) {
        return header.first == "Location" && std::string_view(header.second).starts_with("/prove");
    });
}

}  // namespace

EveryMeeting::EveryMeeting()
    : held_(whatever_somebody_can_be(ties_.school, ties_.today())), tied_(ties_.ties()) {
    for (auto const& route : ties_.product().routes().routes()) {
        auto const* const said = said_of(route);
        if (is_about_a_child(route.path) && !(said && said->of == Of::case_before_with_none_since))
            routes_.push_back(route);
    }
}

Relation EveryMeeting::relation(HeldAs const& held, Tie const& tie) {
    Relation relation{
        .in_words = held.in_words + ", who " + tie.in_words,
        .person = tie.person,
        .stands = tie.stands,
        .was_told = tie.was_told,
        .overrode = tie.overrode};
    for (auto const& row : held.rows) relation.stands.hold(row.role);
    relation.stands.teaches = held.teaches;
    if (held.teaches && tie.to_the_class_teacher) relation.stands.agreed_all = true;
    relation.there = relation.stands;
    return relation;
}

void EveryMeeting::the_child_is_asked_again() {
    ties_.the_child_is_asked_again();
    held_ = whatever_somebody_can_be(ties_.school, ties_.today());
    tied_ = ties_.ties_once_asked_again();
}

void EveryMeeting::becomes(Person const& person, HeldAs const& held) {
    journeys::becomes(ties_.database.connection(), ties_.school, person, held);
}

std::optional<need_to_know::Access> EveryMeeting::access_of(Person const& person, HeldAs const& held) {
    auto& db = ties_.database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    auto visit = ties_.school.visit_of_nobody(db);
    visit.enter(ties_.school.school, "Alder Brook Junior School");
    visit.now = Instant{ties_.now.load()};
    visit.today = ties_.today();
    visit.who = {.staff = person.staff, .account = person.account, .name = person.name, .roles = {}};
    for (auto const& row : held.rows)
        if (!row.ends_on || *row.ends_on >= visit.today)
            visit.who.roles.push_back({row.role, row.class_id, "4B"});
    return need_to_know::access_to(visit, pupils::PupilId::parse(ties_.child().id.text()).value());
}

bool EveryMeeting::is_open(Route const& route, std::string const& address, Relation const& relation) {
    EXPECT_EQ(address.find("00000000-0000-4000"), std::string::npos) << "nothing is held for " << route.path;
    auto const& school = ties_.school;
    auto const& person = *relation.person;
    auto const response = application_.handle(
        route.method == "GET" ? school.get(person, address)
                              : school.post(person, address, Fields{{{"case", ties_.the_case()}}})
    );
    auto const status = response.status;
    EXPECT_FALSE(leads_to_a_proof(response)) << address;
    EXPECT_TRUE(status == 200 || status == 303 || status == 404 || status == 410 || status == 422)
        << status << ' ' << route.method << ' ' << address << " of " << person.name;
    if (route.method == "GET" && status == 200)
        shown_.note(response.body, address, ties_.at(address, relation));
    return status != 404 && status != 410;
}

}  // namespace journeys
