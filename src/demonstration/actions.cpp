#include "demonstration/actions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "demonstration/assessment_actions.hpp"
#include "demonstration/case_actions.hpp"
#include "demonstration/measure_actions.hpp"
#include "demonstration/outcome_actions.hpp"
#include "demonstration/session_plan_actions.hpp"
#include "demonstration/store.hpp"
#include "sign_in/store.hpp"

namespace demonstration {
namespace {

// Children for stories: each is in one alone, and was on roll when it began.
class Cast {
public:
    Cast(MadeSchool& school, Chance& chance) : school_(school) {
        for (std::size_t index = 0; index < school.children.size(); ++index) order_.push_back(index);
        chance.shuffle(order_);
    }

    SharedStory next(
        Date from, std::size_t parents, Topic topic, Chance& chance, bool without_special_needs = false
    ) {
        auto const fits = [&](std::size_t index) {
            auto const& child = school_.children[index];
            return !child.busy && child.joined_in <= calendar::school_year(from) &&
                   child.asked.size() >= parents && !(without_special_needs && child.special_needs);
        };
        auto const found = std::ranges::find_if(order_, fits);
        if (found == order_.end()) return nullptr;
        school_.children[*found].busy = true;
        return std::make_shared<Story>(Story{.child = *found, .topic = topic, .chance = chance.apart()});
    }

private:
    MadeSchool& school_;
    std::vector<std::size_t> order_;
};

// What comes before a programme, and the longest of the other cases, holidays among them.
constexpr int weeks_before_the_first = 22;
constexpr int weeks_of_a_case = -40;

void tell_stories(Telling& telling, Plan const& plan, Chance& chance) {
    Cast cast(telling.school, chance);
    std::size_t number = 0;
    std::vector<SharedStory> in_programmes_that_run;
    std::vector<SharedStory> in_programmes_that_are_over;
    for (auto const& planned : plan.programmes) {
        auto const weeks = planned.last_week - planned.sessions - weeks_before_the_first;
        auto const from = std::max(day_in_week(telling.today, weeks, 0), opened_on(telling.today));
        auto const topic = topics[number % topics.size()];
        std::vector<SharedStory> stories;
        for (int child = 0; child < planned.children; ++child)
            if (auto story = cast.next(from, 1, topic, chance)) stories.push_back(std::move(story));
        auto& all = planned.last_week >= 0 ? in_programmes_that_run : in_programmes_that_are_over;
        all.insert(all.end(), stories.begin(), stories.end());
        if (!stories.empty()) tell_programme(telling, planned, stories, number++);
    }
    for (auto const& planned : plan.cases) {
        auto const week = planned.long_over ? week_of_what_is_long_over : weeks_of_a_case;
        auto const from = day_in_week(telling.today, week, 0);
        std::size_t const parents = planned.stage == cases::Stage::in_dispute ? 2 : 1;
        auto const topic = topics[number % topics.size()];
        if (auto const story = cast.next(from, parents, topic, chance, planned.long_over))
            tell_case_up_to(telling, story, planned, number);
        ++number;
    }
    if (telling.of_a_county) return;
    write_session_plans(telling);
    enter_assessments(telling, in_programmes_that_run, in_programmes_that_are_over);
}

// So many of the whole as fall to this part, so that all parts make up the whole.
int share(int whole, int parts, int part) {
    return static_cast<int>(std::int64_t{whole} * (part + 1) / parts - std::int64_t{whole} * part / parts);
}

// "school 2 of 410: 360 of 360 pupils, week 3 of 61"
std::string how_far(Size const& size, int number, MadeSchool const& school, Date day, Date today) {
    auto const opened = opened_on(today);
    auto const week = [&](Date of) { return (of - opened) / calendar::days_in_week + 1; };
    return fmt::format(
        "{}{} of {} pupils, week {} of {}",
        size.schools == 1 ? "" : fmt::format("school {} of {}: ", number + 1, size.schools),
        text::grouped(static_cast<long>(school.on_the_register)),
        text::grouped(static_cast<long>(school.children.size())),
        week(day),
        week(today)
    );
}

void make_school(db::Connection& db, Size const& size, int number, Instant now, Progress const& tell) {
    auto const seed = size.seed * 1'000'003 + static_cast<std::uint64_t>(number);
    base::IdsFromSeed const made_up(seed);
    Chance chance(seed);
    auto school = open_school(db, now, number, size.is_county(), chance);
    Diary diary(db, school.id, school.name, size.address, now);
    auto const today = calendar::local_date(now);
    auto const part = [&](int whole) { return share(whole, size.schools, number); };
    enter_children(diary, school, part(size.pupils), size.is_county(), chance);
    Telling telling{diary, school, SchoolDays(school.open_days, today), today, size.is_county()};
    auto const plan = size.is_county()
                          ? plan_of_a_county_school(part(size.cases), part(size.evaluations), chance)
                          : plan_of_a_school();
    tell_stories(telling, plan, chance);
    if (!size.is_county()) {
        enter_the_order(telling);
        enter_measures(telling, chance.apart());
        make_outcomes(telling);
    }
    diary.play([&](Instant at) {
        if (tell) tell([&] { return how_far(size, number, school, calendar::local_date(at), today); });
    });
}

}  // namespace

bool make(db::Database& database, Size const& size, Instant now, Progress const& tell) {
    auto const connection = database.connect(db::Mode::write);
    {
        db::Transaction transaction(*connection, db::Mode::write);
        if (!store::is_empty(*connection)) return false;
        if (!sign_in::store::people_are_made_up(*connection)) store::mark_as_demonstration(*connection);
        transaction.commit();
    }
    for (int number = 0; number < size.schools; ++number) {
        db::Transaction transaction(*connection, db::Mode::write);
        make_school(*connection, size, number, now, tell);
        transaction.commit();
    }
    return true;
}

}  // namespace demonstration
