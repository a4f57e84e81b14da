#include "demonstration/session_plan_actions.hpp"

#include <array>

#include "session_plans/actions.hpp"

namespace demonstration {
namespace {

// School days before today.
constexpr int written = -30;

struct Plan {
    std::string_view title;
    Topic topic{};
    int minutes = 0;
    std::string_view needed;
    std::string_view steps;
};

constexpr std::array plans{
    Plan{
        "The island we share",
        Topic::friendships,
        40,
        "A large sheet of paper, pens, one die",
        "1. Draw one island together. Each child puts one thing on it that they would miss.\n"
        "2. Throw the die in turn. The number says how many steps somebody walks, and whom they meet.\n"
        "3. At each meeting, say one sentence that asks to join in.\n"
        "4. End: which sentence will you try at playtime tomorrow?"},
    Plan{
        "Two builders, one tower",
        Topic::friendships,
        30,
        "Bricks in two colours, a cloth",
        "1. Two build one tower; each may touch one colour alone.\n"
        "2. Stop half way. What did the other do that helped?\n"
        "3. Build on, and say “your turn” aloud each time.\n"
        "4. End: who could you build something with in class?"},
    Plan{
        "The worry that shrinks",
        Topic::anxiety,
        35,
        "Three boxes of different sizes, slips of paper",
        "1. Write or draw one worry, and choose the box it needs today.\n"
        "2. What would make it fit the next smaller box? Find one thing that the child can do, and one that "
        "an "
        "adult can.\n"
        "3. Try the child's one thing now, for two minutes.\n"
        "4. End: which box is it in, and who will be told?"},
    Plan{
        "Warm, hot, boiling",
        Topic::anger,
        35,
        "A strip of card, a red pen, a clock with a second hand",
        "1. Draw a thermometer on the strip. What does the body do at warm, at hot, at boiling?\n"
        "2. Find the last place where stopping is easy, and mark it.\n"
        "3. Practise one way out at that mark, ten seconds long, three times.\n"
        "4. End: what will the teacher see when you use it?"},
    Plan{
        "Things I did",
        Topic::self_esteem,
        30,
        "A small book that stays with the child",
        "1. Look back at the week for one thing that was hard and was done.\n"
        "2. Write it in one line, with the day, in the child's words.\n"
        "3. Read an earlier page aloud.\n"
        "4. End: what may stand on the next page?"}};

void write(Visit& visit, MadeSchool const& school) {
    for (auto const& plan : plans)
        must_hold(
            session_plans::add(
                visit,
                {.title = std::string(plan.title),
                 .minutes = plan.minutes,
                 .needed = std::string(plan.needed),
                 .steps = std::string(plan.steps),
                 .areas = {school.areas.at(plan.topic)}}
            ),
            "a session plan"
        );
}

}  // namespace

void write_session_plans(Telling& telling) {
    auto const written_at = at(telling.days.counted_from(telling.today, written), 16, 30);
    telling.diary.on(written_at, telling.school.senco, [&telling](Visit& visit) {
        write(visit, telling.school);
    });
}

}  // namespace demonstration
