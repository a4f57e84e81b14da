// A minute of a school at random, against a model of who may know what: nothing is seen that the model
// denies, and nothing hidden that it grants.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "journeys/looked_at_school.hpp"

namespace journeys {
namespace {

std::chrono::seconds playing_time() {
    auto const* const wanted = std::getenv("WITHY_RANDOM_SECONDS");
    return std::chrono::seconds(wanted == nullptr ? 60 : std::atoi(wanted));
}

struct Played {
    int acts = 0;
    Looked looked;
    Happened happened;
};

constexpr int fewest_acts = 10;  // however slow the machine

// Until the time is up or the term is over. Returns how long it took.
std::chrono::nanoseconds play(LookedAtSchool& random, std::chrono::nanoseconds time, Played& played) {
    using Clock = std::chrono::steady_clock;
    auto const began = Clock::now();
    int acts = 0;
    while ((acts < fewest_acts || Clock::now() - began < time) && !random.term_is_over() &&
           !testing::Test::HasFailure()) {
        if (acts % 100 == 0) random.children_come();
        if (acts++ == 0) {
            random.happens_once();
            random.looks_at_what_is_seldom_looked_at();
        }
        random.something_happens();
        random.everybody_looks();
    }
    random.no_message_tells();
    played.acts += acts;
    played.looked.add(random.looked);
    played.happened.add(random.happened);
    return Clock::now() - began;
}

TEST(RandomSchool, tells_everybody_what_a_model_grants_and_nothing_else) {
    auto const seed = seed_of_the_run();
    SCOPED_TRACE("WITHY_RANDOM_SEED=" + std::to_string(seed));
    std::chrono::nanoseconds left = playing_time();
    Played played;
    for (unsigned school = 0; left.count() > 0 && !HasFailure(); ++school) {
        LookedAtSchool random(seed + school);
        left -= play(random, left, played);
    }
    auto const& looked = played.looked;
    EXPECT_GT(looked.pages, played.acts);
    EXPECT_GT(looked.opened, looked.pages / 4);
    EXPECT_GT(looked.searches, 0);
    EXPECT_GT(looked.sessions, 0);
    EXPECT_GT(looked.counts, 0);
    EXPECT_GT(looked.copies, 0);
    EXPECT_GT(looked.messages, 0);
    EXPECT_GT(looked.parents, 0);
    EXPECT_GT(looked.next_schools, 0);
    EXPECT_GT(looked.consents, 0);
    EXPECT_GT(looked.other_records, 0);
    EXPECT_GT(looked.reasons, 0);
    auto const& happened = played.happened;
    EXPECT_GT(happened.letters, 0);
    EXPECT_GT(happened.answers, 0);
    EXPECT_GT(happened.decisions, 0);
    EXPECT_GT(happened.mergings, 0);
    EXPECT_GT(happened.undoings, 0);
    EXPECT_GT(happened.packs, 0);
    EXPECT_GT(happened.check_ins, 0);
    EXPECT_GT(happened.leavings, 0);
    std::cout << played.acts << " acts, " << looked.pages << " pages looked at, " << looked.opened
              << " of them opened, " << looked.searches << " searches, " << looked.counts << " counts, "
              << looked.copies << " copies and " << looked.messages << " messages, " << looked.parents
              << " times a parent and " << looked.next_schools << " times the next school looked\n"
              << happened.letters << " letters, " << happened.answers << " answers, " << happened.decisions
              << " decisions over parents, " << happened.mergings << " mergings, " << happened.undoings
              << " undoings, " << happened.packs << " packs, " << happened.check_ins << " check-ins and "
              << happened.leavings << " leavings\n";
}

}  // namespace
}  // namespace journeys
