// N1, V2: whatever page says why its reader may see a child stands in the log of reads.
#include <array>

#include "journeys/busy_school.hpp"
#include "readings/store.hpp"

namespace journeys {
namespace {

std::int64_t reads(BusySchool& busy) {
    auto& db = busy.database.connection();
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(busy.school.school);
    return readings::store::head(db, busy.school.school).number;
}

// What was written about children in the busy school, in words that stand nowhere else.
constexpr std::array written{
    "I ask if I can play",
    "I breathe out slowly",
    "Stands alone at the fence every playtime",
    "Finds it hard to join in, and it lasts",
    "A playtime buddy",
    "Any friends?",
    "Two, since Monday",
    "How are playtimes?",
    "Sam asked two others to play.",
    "Sits beside Sam at lunch",
    "A disclosure this morning",
    "How to join a game"};

TEST(EveryRead, of_words_about_a_child_stands_in_the_log) {
    auto& busy = BusySchool::once();
    int told = 0;
    auto before = reads(busy);
    busy.open_every_page([&](Route const& route, Person const& person, Browser& browser) {
        auto const now = reads(busy);
        for (auto const* words : written)
            if (browser.shows(words)) {
                ++told;
                EXPECT_GT(now, before) << person.name << ' ' << route.path << ": " << words;
            }
        before = now;
    });
    EXPECT_GT(told, 100);
}

TEST(EveryRead, of_a_page_that_says_why_it_is_seen_stands_in_the_log) {
    auto& busy = BusySchool::once();
    int told = 0;
    auto before = reads(busy);
    busy.open_every_page([&](Route const& route, Person const& person, Browser& browser) {
        auto const now = reads(busy);
        if (browser.status() == 200 && browser.shows("You see this because")) {
            ++told;
            EXPECT_GT(now, before) << person.name << ' ' << route.path;
        }
        before = now;
    });
    EXPECT_GT(told, 100);
}

}  // namespace
}  // namespace journeys
