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
        "What the policy says of twenty people who each stand in another way to one child, as a test "
        "asserts it of\n"
        "Withy itself on both databases. A blank means: answered as if it did not exist. What a page then "
        "shows of the\n"
        "child follows [need-to-know.md](need-to-know.md). A form that was sent empty counts as open where "
        "it came back.\n"
        "*Some* are the concerns that this person wrote, the sessions that they hold, held or stand in for, "
        "with the\n"
        "programme of these, and the requests that wait for their signature; the others of the same child "
        "are closed\n"
        "to them.\n\n"
        "| | |";
    for (auto const& relation : relations) text += ' ' + relation.in_words + " |";
    text += "\n|---|---|";
    for (std::size_t column = 0; column < relations.size(); ++column) text += "---|";
    text += '\n';
    for (auto const& [route, row] : rows) text += row + '\n';
    return text;
}

// Of one route: what the policy says of each address, and what of it was found.
class RouteAsked {
public:
    RouteAsked(EverybodysTies& ties, Route const& route, RouteOfAChild const& said)
        : ties_(ties), route_(route), said_(said), addresses_(ties.addresses_of(route, said.of)) {}

    // Returns what the table says of them. An address that is closed to them is always asked. What is open
    // to them may have ended, or be of another day: one has to open. A form ends with the first that does,
    // since what it saves may close it to those who come after.
    std::string_view ask(Relation const& relation) {
        if (said_.of == Of::case_before_with_none_since) return ask_for_the_day_before(relation);
        std::vector<std::string> theirs;
        for (auto const& address : addresses_) {
            if (opens(route_, said_, ties_.at(address, relation)))
                theirs.push_back(address);
            else
                EXPECT_FALSE(ties_.is_open(route_, address, *relation.person))
                    << relation.in_words << ": " << route_.method << ' ' << address << " of " << route_.path;
        }
        if (theirs.empty()) return " |";
        EXPECT_TRUE(find(relation, theirs))
            << relation.in_words << ": " << route_.method << ' ' << route_.path;
        return theirs.size() == addresses_.size() ? " yes |" : " some |";
    }

    // Of those whom the policy lets there, a page is open to all or, having ended, to none.
    void expect_all_alike() const {
        for (auto const& [address, who] : missed_)
            EXPECT_FALSE(found_.contains(address)) << address << " of " << route_.path << " is hidden from "
                                                   << who << " and open to " << found_.at(address);
    }

private:
    std::string_view ask_for_the_day_before(Relation const& relation) {
        bool const expected = opens(route_, said_, relation);
        EXPECT_EQ(ties_.next_concern_was_open_to(*relation.person), expected)
            << relation.in_words << ": " << route_.path;
        return expected ? " yes |" : " |";
    }

    bool find(Relation const& relation, std::vector<std::string> const& theirs) {
        bool any = false;
        for (auto const& address : theirs) {
            bool const is_open = ties_.is_open(route_, address, *relation.person);
            any = any || is_open;
            if (route_.method == "GET")
                (is_open ? found_ : missed_).emplace(address, relation.in_words);
            else if (is_open)
                break;
        }
        return any;
    }

    EverybodysTies& ties_;
    Route const& route_;
    RouteOfAChild const& said_;
    std::vector<std::string> addresses_;
    std::map<std::string, std::string> found_;   // pages, with the first who opened each
    std::map<std::string, std::string> missed_;  // with the first who did not, though the policy lets them
};

TEST(RoutesByRelation, are_open_to_whom_the_policy_says_and_to_nobody_else) {
    auto& ties = ties_of_everybody();
    auto const relations = ties.relations();
    auto const routes = routes_about_a_child(ties);
    std::map<std::string, std::string> rows;
    for (std::string const method : {"GET", "POST"}) {
        std::vector<RouteAsked> asked;
        std::vector<Route const*> of_the_method;
        for (auto const& route : routes)
            if (auto const* const said = said_of(route); said && route.method == method) {
                asked.emplace_back(ties, route, *said);
                of_the_method.push_back(&route);
            }
        for (auto const& relation : relations)
            for (std::size_t at = 0; at < asked.size(); ++at) {
                std::string const path(of_the_method[at]->path);
                auto& row = rows[path + " " + method];
                if (row.empty()) row = "| " + method + " | `" + path + "` |";
                row += asked[at].ask(relation);
            }
        for (auto const& route : asked) route.expect_all_alike();
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
