// Every route about a child by everybody's tie to the child, asked by HTTP of a statement of the policy:
// docs/routes-by-relation.md prints what is asserted here.
#include "journeys/everybodys_ties.hpp"
#include "support/golden.hpp"

namespace journeys {
namespace {

EverybodysTies& ties_of_everybody() {
    static EverybodysTies ties;
    return ties;
}

std::vector<Route> routes_about_a_child(EverybodysTies& ties) {
    std::vector<Route> routes;
    for (auto const& route : ties.product().routes().routes())
        if (is_about_a_child(route.path)) routes.push_back(route);
    return routes;
}

std::string page_of(std::vector<Relation> const& relations, std::map<std::string, std::string> const& rows) {
    std::string text =
        "# Who reaches which page and form about a child\n\n"
        "What the policy says of eighteen people who each stand in another way to one child, as a test "
        "asserts it of\n"
        "Withy itself on both databases. A blank means: answered as if it did not exist. What a page then "
        "shows of the\n"
        "child follows [need-to-know.md](need-to-know.md). A form that was sent empty counts as open where "
        "it came back.\n\n"
        "| | |";
    for (auto const& relation : relations) text += ' ' + relation.in_words + " |";
    text += "\n|---|---|";
    for (std::size_t column = 0; column < relations.size(); ++column) text += "---|";
    text += '\n';
    for (auto const& [route, row] : rows) text += row + '\n';
    return text;
}

TEST(RoutesByRelation, are_open_to_whom_the_policy_says_and_to_nobody_else) {
    auto& ties = ties_of_everybody();
    auto const relations = ties.relations();
    auto const routes = routes_about_a_child(ties);
    std::map<std::string, std::string> rows;
    for (std::string const method : {"GET", "POST"})
        for (auto const& relation : relations)
            for (auto const& route : routes) {
                auto const* const said = said_of(route);
                if (route.method != method || !said) continue;
                bool const expected = opens(route, *said, relation);
                EXPECT_EQ(ties.is_open(route, said->of, *relation.person), expected)
                    << relation.in_words << ": " << method << ' ' << route.path;
                auto& row = rows[std::string(route.path) + " " + method];
                if (row.empty()) row = "| " + method + " | `" + std::string(route.path) + "` |";
                row += expected ? " yes |" : " |";
            }
    support::expect_golden("docs/routes-by-relation.md", page_of(relations, rows));
}

// A row that is blank for everybody would prove nothing.
TEST(RoutesByRelation, are_each_said_to_be_open_to_somebody_and_no_route_is_left_out) {
    auto& ties = ties_of_everybody();
    auto const relations = ties.relations();
    auto const routes = routes_about_a_child(ties);
    for (auto const& route : routes) {
        auto const* const said = said_of(route);
        ASSERT_NE(said, nullptr) << route.method << ' ' << route.path
                                 << " is about a child; say in routes_of_a_child.cpp to whom it opens";
        EXPECT_TRUE(std::ranges::any_of(
            relations, [&](auto const& relation) { return opens(route, *said, relation); }
        )) << route.method
           << ' ' << route.path;
    }
    EXPECT_EQ(routes.size(), routes_of_a_child().size()) << "some of these are no routes any more";
}

}  // namespace
}  // namespace journeys
