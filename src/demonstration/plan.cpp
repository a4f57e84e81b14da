#include "demonstration/plan.hpp"

#include <algorithm>
#include <array>

namespace demonstration {
namespace {

using cases::Stage;

void add(Plan& plan, int times, Stage stage, bool parents_concern = false) {
    for (int i = 0; i < times; ++i)
        plan.cases.push_back({.stage = stage, .parents_concern = parents_concern && i == 0});
}

constexpr int group = 6;
constexpr int earliest_last_week = -40;  // so that all that comes before it has room in the diary

}  // namespace

Plan plan_of_a_school() {
    Plan plan;
    plan.programmes = {
        {.children = 5, .last_week = -42, .sessions = 8},
        {.children = 1, .last_week = -41, .sessions = 6},
        {.children = 1, .last_week = -37, .sessions = 7},
        {.children = 6, .last_week = -31, .sessions = 8, .twist = Twist::consent_withdrawn},
        {.children = 1, .last_week = -29, .sessions = 10, .twist = Twist::extended},
        {.children = 4, .last_week = -25, .sessions = 6, .twist = Twist::class_moved},
        {.children = 1, .last_week = -23, .sessions = 6, .twist = Twist::left_school},
        {.children = 1, .last_week = -21, .sessions = 7},
        {.children = 5, .last_week = -15, .sessions = 8, .twist = Twist::reviews_late},
        {.children = 1, .last_week = -13, .sessions = 6, .twist = Twist::reviews_late, .closed = false},
        {.children = 4,
         .last_week = -9,
         .sessions = 7,
         .twist = Twist::week_cancelled,
         .reviewed = 50,
         .closed = false},
        {.children = 1, .last_week = -8, .sessions = 6, .reviewed = 0},
        {.children = 4,
         .last_week = -5,
         .sessions = 7,
         .twist = Twist::class_moved,
         .reviewed = 25,
         .closed = false},
        {.children = 1, .last_week = -5, .sessions = 6, .reviewed = 0},
        {.children = 5, .last_week = -2, .sessions = 8},
        {.children = 1, .last_week = -1, .sessions = 6},
        {.children = 6,
         .last_week = 4,
         .sessions = 8,
         .twist = Twist::week_cancelled,
         .weekdays_after_today = 0},
        {.children = 1,
         .last_week = 1,
         .sessions = 7,
         .twist = Twist::provision_missing,
         .weekdays_after_today = 1},
        {.children = 1, .last_week = 4, .sessions = 6, .yes_ends_in = 18, .weekdays_after_today = 2},
        {.children = 5,
         .last_week = 5,
         .sessions = 8,
         .twist = Twist::consent_withdrawn,
         .weekdays_after_today = 0},
        {.children = 4, .last_week = 8, .sessions = 6},
        {.children = 1, .last_week = 8, .sessions = 6},
        {.children = 1, .last_week = 3, .sessions = 6, .weekdays_after_today = 3},
        {.children = 1, .last_week = 2, .sessions = 6, .weekdays_after_today = 4},
    };
    add(plan, 3, Stage::concern_raised, true);
    add(plan, 1, Stage::referred, true);
    plan.cases.push_back({.stage = Stage::referred, .writer = Writer::support_staff});
    plan.cases.push_back({.stage = Stage::referred, .writer = Writer::safeguarding_lead});
    add(plan, 1, Stage::more_information);
    add(plan, 2, Stage::to_prioritise);
    add(plan, 8, Stage::waiting, true);
    add(plan, 2, Stage::letter_due);
    add(plan, 3, Stage::awaiting_answer);
    add(plan, 1, Stage::consent_refused);
    add(plan, 2, Stage::in_dispute);
    add(plan, 2, Stage::to_allocate);
    add(plan, 1, Stage::consent_to_note);
    add(plan, 1, Stage::consent_expired);
    add(plan, 3, Stage::closed);
    plan.cases.push_back({.stage = Stage::closed, .long_over = true});
    return plan;
}

Plan plan_of_a_county_school(int cases, int evaluations, Chance& chance) {
    constexpr std::array early{
        Stage::concern_raised,
        Stage::referred,
        Stage::to_prioritise,
        Stage::waiting,
        Stage::waiting,
        Stage::letter_due,
        Stage::awaiting_answer,
        Stage::in_dispute,
        Stage::to_allocate,
        Stage::more_information};

    Plan plan;
    auto const without = std::min(cases, std::max(1, cases / 8));
    auto const first = chance.below(early.size());
    for (int i = 0; i < without; ++i)
        add(plan, 1, early[(first + static_cast<std::size_t>(i)) % early.size()], chance.in_a_hundred(20));

    // Programmes end one after another over the year, the last ones in the weeks to come; those that still
    // run, two of each Nurture Assistant, hold fewer evaluations, which the others make up for.
    auto left = cases - without;
    auto still_to_write = evaluations;
    int last_week = 5;
    constexpr std::size_t running = 2 * nurture_assistants;
    while (left > 0) {
        auto const children = std::min(left, chance.in_a_hundred(80) ? group : 1);
        auto const ahead = std::max(0, last_week);
        auto const sessions = std::clamp((still_to_write + left - 1) / left, 2, 12);
        plan.programmes.push_back(
            {.children = children,
             .last_week = last_week,
             .sessions = sessions + ahead,
             .reviewed = 85,
             .closed = chance.in_a_hundred(80)}
        );
        left -= children;
        still_to_write = std::max(0, still_to_write - children * sessions);
        if (plan.programmes.size() >= running)
            last_week = std::max(last_week - chance.between(3, 6), earliest_last_week);
    }
    return plan;
}

}  // namespace demonstration
