#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journeys/everybodys_ties.hpp"
#include "need_to_know/need_to_know.hpp"
#include "support/forgetting_database.hpp"

namespace journeys {

// Whatever somebody can be in the school, with whatever they are to the child. Each came by their tie on the
// pages, with a role that may, and is given every other: who changes roles stays to the child what they were.
// Nothing that they save stays, so that whoever comes next finds the same.
class EveryMeeting {
public:
    EveryMeeting();

    // The routes about a child, but for what leads to the next concern: a day without a case has that alone.
    std::vector<Route> const& routes() const { return routes_; }
    std::vector<HeldAs> const& held() const { return held_; }
    std::vector<Tie> const& tied() const { return tied_; }

    // What the child says, and who is tied to them how, is another matter from then on.
    void the_child_is_asked_again();

    // How somebody with this tie stands to the child once they are this in the school.
    static Relation relation(HeldAs const& held, Tie const& tie);
    void becomes(Person const& person, HeldAs const& held);

    // What the rule itself answers of them and the child, from what the tables hold.
    std::optional<need_to_know::Access> access_of(Person const& person, HeldAs const& held);
    // Of a page that is open, it looks too at which words about the child stand there.
    bool is_open(Route const& route, std::string const& address, Relation const& relation);
    WordsShown const& words_shown() const { return shown_; }

    EverybodysTies& ties() { return ties_; }

private:
    EverybodysTies ties_;
    std::vector<HeldAs> held_;
    std::vector<Tie> tied_;
    std::vector<Route> routes_;
    WordsShown shown_{ties_.words()};
    support::ForgettingDatabase database_{ties_.database};
    app::Application application_{
        database_,
        {.secure_cookies = false,
         .demonstration = false,
         .public_address = "http://withy.test",
         .sends_mail = true},
        [this] { return Instant{ties_.now.load()}; }};
};

}  // namespace journeys
