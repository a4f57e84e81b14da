#include <algorithm>

#include "cases/rules.hpp"
#include "demonstration/session_actions.hpp"
#include "impact/actions.hpp"
#include "programmes/store.hpp"

namespace demonstration {
namespace {

constexpr int days_after_opening = 1;
constexpr int days_late = 5;
constexpr int school_days_to_raise_a_concern = 15;

cases::Window window_of(Telling const& telling, Date last_delivered_on) {
    schools::PolicyVersion const policy;
    return cases::impact_window(
        last_delivered_on,
        policy.impact_opens_weeks,
        policy.impact_closes_weeks,
        telling.of_a_county ? nullptr : &telling.school.open_days
    );
}

void write_review(Telling& telling, Visit& visit, Story& story, programmes::Place const& place) {
    auto& chance = story.chance;
    impact::Review review;
    review.outcome = static_cast<impact::ReviewOutcome>(chance.in_a_hundred(50) ? 0 : chance.between(0, 2));
    auto const gain =
        3 - static_cast<int>(review.outcome) - (review.outcome == impact::ReviewOutcome::not_yet ? 1 : 0);
    for (auto const& target : programmes::store::targets(visit.db, visit.school, place.id))
        review.ratings.push_back(
            {target.id, std::clamp(target.before.value_or(4) + gain + chance.between(-1, 1), 0, 10)}
        );
    auto const words = texts::impact(2 - static_cast<int>(review.outcome), chance);
    review.words = texts::filled(words, story.of(telling.school).forename, chance);
    must_hold(impact::review(visit, place, review), "an impact review");
}

// Another programme waits for somebody to raise the next concern. The school has not let it wait for long.
bool would_wait_too_long(Telling const& telling, impact::Next next, Date decided_on) {
    return !telling.of_a_county && next == impact::Next::another_programme &&
           decided_on < telling.days.counted_from(telling.today, -school_days_to_raise_a_concern);
}

void decide_next(Telling& telling, Visit& visit, Story& story) {
    auto next = story.chance.in_a_hundred(65) ? impact::Next::nothing
                                              : static_cast<impact::Next>(story.chance.between(1, 3));
    if (would_wait_too_long(telling, next, visit.today)) next = impact::Next::something_different;
    auto const reason = texts::filled(
        texts::next_step(next == impact::Next::nothing, story.chance),
        story.of(telling.school).forename,
        story.chance
    );
    auto const what = next == impact::Next::outside_agency        ? "Educational Psychology"
                      : next == impact::Next::something_different ? "A lunchtime club with a friend"
                                                                  : "";
    must_hold(impact::decide_next(visit, story.the_case, next, reason, what), "a next step");
}

// The review belongs to the class teacher of that day, also after a change of class (M1).
void enter_review(Telling& telling, SharedCourse const& course, SharedStory const& story, Date day) {
    telling.diary.on(at(day, 15, 30), telling.school.senco, [&telling, course, story](Visit& visit) {
        auto const place =
            must(programmes::store::place(visit.db, visit.school, story->place, visit.today), "the place");
        if (place.end_reason != cases::EndReason::completed) return;
        auto const* const teacher = telling.school.teacher_of(place.pupil.class_id);
        if (!teacher) return;
        telling.diary.on(visit.now, *teacher, [&telling, story, place](Visit& the_teachers) {
            write_review(telling, the_teachers, *story, place);
        });
        if (!course->planned.closed) return;
        auto const decided_on = telling.days.counted_from(visit.today, 4);
        telling.diary.on(at(decided_on, 14, 10), telling.school.senco, [&telling, story](Visit& the_sencos) {
            decide_next(telling, the_sencos, *story);
        });
    });
}

// Some children ask to be seen once more.
void enter_check_in(
    Telling& telling, SharedCourse const& course, SharedStory const& story, Date last_delivered_on
) {
    auto const asked_on = telling.days.counted_from(last_delivered_on, story->chance.between(4, 12));
    telling.diary.on(at(asked_on, 12, 40), course->deliverer, [&telling, course, story](Visit& visit) {
        auto const& child = story->of(telling.school);
        auto const place =
            must(programmes::store::place(visit.db, visit.school, story->place, visit.today), "the place");
        if (place.end_reason != cases::EndReason::completed) return;
        auto const wish = impact::ask_to_meet(
            visit,
            story->the_case,
            child.id,
            story->chance.in_a_hundred(70) ? impact::AskedBy::child : impact::AskedBy::nurture_assistant
        );
        auto const held_on = telling.days.counted_from(visit.today, 3);
        telling.diary.on(at(held_on, 12, 45), course->deliverer, [&telling, story, wish](Visit& later) {
            auto const& met = story->of(telling.school);
            auto const line = texts::filled(texts::check_in(story->chance), met.forename, story->chance);
            must_hold(
                impact::log_meeting(later, story->the_case, met.id, wish, later.today, line), "a check-in"
            );
        });
    });
}

}  // namespace

void enter_reviews(Telling& telling, SharedCourse const& course, Date last_delivered_on) {
    auto const count = static_cast<int>(course->stories.size());
    auto const window = window_of(telling, last_delivered_on);
    for (int index = 0; index < count; ++index) {
        auto const& story = course->stories[static_cast<std::size_t>(index)];
        bool const late = course->planned.twist == Twist::reviews_late;
        bool const written = index * 100 < course->planned.reviewed * count;
        auto const from = late ? window.closes_on + days_late : window.opens_on + days_after_opening;
        if (written) enter_review(telling, course, story, telling.days.first_from(from + 2 * index));
        if (story->chance.in_a_hundred(30)) enter_check_in(telling, course, story, last_delivered_on);
    }
}

}  // namespace demonstration
