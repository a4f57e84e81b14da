// Every route about a child, by every role with every tie to the child, asked by HTTP of a statement of the
// policy and of the rule itself: docs/routes-by-relation.md prints what is asserted here.
#include <algorithm>

#include "journeys/every_meeting.hpp"
#include "journeys/meetings_page.hpp"
#include "need_to_know/rules.hpp"
#include "support/golden.hpp"

namespace journeys {
namespace {

EveryMeeting& every_meeting() {
    static EveryMeeting meeting;
    return meeting;
}

// Of one route: what the policy says of each address, and what of it was found.
class RouteAsked {
public:
    RouteAsked(EveryMeeting& meeting, Route const& route, RouteOfAChild const& said)
        : meeting_(meeting),
          route_(route),
          said_(said),
          addresses_(meeting.ties().addresses_of(route, said.of)) {}

    // Returns what the table says of them. An address that is closed to them is always asked. What is open
    // to them may have ended, or be of another day: one has to open.
    Opens ask(Relation const& relation) {
        std::vector<std::string> theirs;
        for (auto const& address : addresses_) {
            if (opens(route_, said_, meeting_.ties().at(address, relation)))
                theirs.push_back(address);
            else
                EXPECT_FALSE(meeting_.is_open(route_, address, relation))
                    << relation.in_words << ": " << route_.method << ' ' << address << " of " << route_.path;
        }
        if (theirs.empty()) return Opens::nothing;
        EXPECT_TRUE(find(relation, theirs))
            << relation.in_words << ": " << route_.method << ' ' << route_.path;
        return theirs.size() == addresses_.size() ? Opens::all : Opens::some;
    }

    // Of those whom the policy lets there, a page is open to all or, having ended, to none.
    void expect_all_alike() const {
        for (auto const& [address, who] : missed_)
            EXPECT_FALSE(found_.contains(address)) << address << " of " << route_.path << " is hidden from "
                                                   << who << " and open to " << found_.at(address);
    }

private:
    bool find(Relation const& relation, std::vector<std::string> const& theirs) {
        bool any = false;
        for (auto const& address : theirs) {
            bool const is_open = meeting_.is_open(route_, address, relation);
            any = any || is_open;
            if (route_.method == "GET")
                (is_open ? found_ : missed_).emplace(address, relation.in_words);
            else if (is_open)
                break;
        }
        return any;
    }

    EveryMeeting& meeting_;
    Route const& route_;
    RouteOfAChild const& said_;
    std::vector<std::string> addresses_;
    std::map<std::string, std::string> found_;   // pages, with the first who opened each
    std::map<std::string, std::string> missed_;  // with the first who did not, though the policy lets them
};

// The rule, asked with what the tables hold of this meeting, says what the policy does.
void expect_of_the_rule(EveryMeeting& meeting, HeldAs const& held, Relation const& relation) {
    using need_to_know::Zone;
    auto const said = what_opens_of_the_case(relation);
    auto const access = meeting.access_of(*relation.person, held);
    EXPECT_EQ(access.has_value(), said.headline) << relation.in_words;
    if (!access) return;
    EXPECT_EQ(access->sees(Zone::progress), said.progress) << relation.in_words;
    EXPECT_EQ(access->sees(Zone::confidence), said.confided_to_another) << relation.in_words;
    EXPECT_EQ(access->sees_confided_to(relation.person->staff), said.confided_to_them) << relation.in_words;
}

void everybody_asks(EveryMeeting& meeting, Meetings& found) {
    std::vector<RouteAsked> asked;
    for (auto const& route : meeting.routes()) {
        auto const* const said = said_of(route);
        ASSERT_NE(said, nullptr) << route.method << ' ' << route.path;
        asked.emplace_back(meeting, route, *said);
    }
    for (auto const& tie : meeting.tied())
        for (auto const& held : meeting.held()) {
            meeting.becomes(*tie.person, held);
            auto const relation = EveryMeeting::relation(held, tie);
            expect_of_the_rule(meeting, held, relation);
            for (std::size_t at = 0; at < asked.size(); ++at)
                found.note(held.in_words, tie.in_words, meeting.routes()[at], asked[at].ask(relation));
        }
    for (auto const& route : asked) route.expect_all_alike();
}

TEST(RoutesByRelation, are_open_and_show_words_to_whom_the_policy_says_and_to_nobody_else) {
    auto& meeting = every_meeting();
    Meetings found;
    everybody_asks(meeting, found);
    meeting.the_child_is_asked_again();
    everybody_asks(meeting, found);
    meeting.words_shown().expect_each_told_to_some_and_kept_from_others();
    support::expect_golden("docs/routes-by-relation.md", found.page());
}

// A day without a case has a page of its own, and keeps who delivered the one before in touch.
TEST(RoutesByRelation, lead_the_senco_to_the_next_concern_and_who_keeps_in_touch_to_check_ins_between_cases) {
    auto& meeting = every_meeting();
    auto const& routes = meeting.ties().product().routes().routes();
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> open;
    for (auto const& asked : meeting.ties().asked_between_cases()) {
        auto const& said = *asked.said;
        auto const route = std::ranges::find_if(routes, [&](Route const& one) {
            return one.method == said.method && one.path == said.path;
        });
        ASSERT_NE(route, routes.end()) << said.method << ' ' << said.path;
        Tie tie{.in_words = "had a part in it, or none", .person = asked.person, .stands = {}};
        tie.stands.keeps_in_touch = asked.person == &meeting.ties().kept_in_touch();
        auto const relation = EveryMeeting::relation(asked.held, tie);
        EXPECT_EQ(asked.was_open, opens(*route, said, relation))
            << asked.person->name << ", " << relation.in_words << ": " << said.method << ' ' << said.path;
        open[{said.method, said.path}] += asked.was_open ? 1 : 0;
    }
    auto const opened = [&](std::string_view method, std::string_view path) { return open[{method, path}]; };
    EXPECT_EQ(opened("GET", "/cases/{case}/next-concern"), 2U) << "whether they delivered it or not";
    EXPECT_GT(opened("GET", "/cases/{case}/check-ins"), 2U);
    EXPECT_EQ(opened("POST", "/cases/{case}/check-ins"), 2U)
        << "as a Nurture Assistant, and who teaches a class too";
}

// What can't be: a class is taught by the role alone, so that no other role has this tie.
TEST(RoutesByRelation, know_nobody_who_teaches_a_class_without_the_role) {
    auto& meeting = every_meeting();
    auto const class_4b = meeting.ties().school.class_4b;
    auto const& nobody = meeting.tied().front();
    EXPECT_THROW(
        meeting.becomes(*nobody.person, {"class teacher of none", {{Role::class_teacher}}}), db::Refused
    );
    for (auto const& held : meeting.held()) {
        if (held.role() == Role::class_teacher) continue;
        auto with_a_class = held;
        with_a_class.rows.front().class_id = class_4b;
        meeting.becomes(*nobody.person, with_a_class);
        expect_of_the_rule(meeting, with_a_class, EveryMeeting::relation(held, nobody));
    }
}

// A row that is blank for everybody would prove nothing.
TEST(RoutesByRelation, are_each_said_to_be_open_to_somebody_and_no_route_is_left_out) {
    auto& meeting = every_meeting();
    std::size_t about_a_child = 0;
    for (auto const& route : meeting.ties().product().routes().routes()) {
        if (!is_about_a_child(route.path)) continue;
        ++about_a_child;
        auto const* const said = said_of(route);
        ASSERT_NE(said, nullptr) << route.method << ' ' << route.path
                                 << " is about a child; say in routes_of_a_child.cpp to whom it opens";
        bool is_open = false;
        for (auto const& held : meeting.held())
            for (auto const& tie : meeting.ties().ties())
                is_open = is_open || opens(route, *said, EveryMeeting::relation(held, tie));
        EXPECT_TRUE(is_open) << route.method << ' ' << route.path;
    }
    EXPECT_EQ(about_a_child, routes_of_a_child().size()) << "some of these are no routes any more";
}

}  // namespace
}  // namespace journeys
