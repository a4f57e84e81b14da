#include "demonstration/session_actions.hpp"
#include "liaison/actions.hpp"
#include "liaison/message_store.hpp"
#include "liaison/store.hpp"
#include "programmes/store.hpp"
#include "safeguarding/actions.hpp"

// What people tell one another about a child while a programme runs.
namespace demonstration {
namespace {

std::string filled(Telling& telling, Story& story, std::string_view words) {
    return texts::filled(words, story.of(telling.school).forename, story.chance);
}

// The child's class teacher of the day does it; nobody where the child has none.
void as_the_teacher(Telling& telling, Visit& visit, Story const& story, Instant at, Diary::Deed deed) {
    auto const place =
        must(programmes::store::place(visit.db, visit.school, story.place, visit.today), "the place");
    if (auto const* const teacher = telling.school.teacher_of(place.pupil.class_id))
        telling.diary.on(at, *teacher, std::move(deed));
}

Instant next_morning(Telling const& telling, Date day, Story& story) {
    return at(telling.days.counted_from(day, 1), 8, story.chance.between(5, 40));
}

// What came in the last days still waits for the class teacher.
bool is_left_open(Telling const& telling, Visit const& visit) {
    return visit.today >= telling.days.counted_from(telling.today, -3);
}

// Days of school between the question and the look at its answer: what came lately is still to be seen.
constexpr int days_until_seen = 6;

void see_answer(Telling& telling, Date asked_on, Actor const& asker, liaison::QuestionId const& question) {
    auto const seen_on = telling.days.counted_from(asked_on, days_until_seen);
    if (seen_on >= telling.today) return;
    telling.diary.on(at(seen_on, 8, 10), asker, [question](Visit& visit) {
        auto const asked = must(liaison::store::question(visit.db, visit.school, question), "the question");
        liaison::see_answer(visit, asked);
    });
}

void ask(Telling& telling, Visit& visit, SharedStory const& story, Actor const& asker) {
    auto const which = story->chance.below(texts::how_many_questions());
    auto const words = filled(telling, *story, texts::question(which));
    auto const question =
        must(liaison::ask(visit, story->the_case, story->of(telling.school).id, words), "a question");
    auto const answered_at = next_morning(telling, visit.today, *story);
    if (is_left_open(telling, visit)) return;
    as_the_teacher(
        telling,
        visit,
        *story,
        answered_at,
        [&telling, story, question, which](Visit& the_teachers) {
            auto const asked = must(
                liaison::store::question(the_teachers.db, the_teachers.school, question), "the question"
            );
            auto const answer = filled(telling, *story, texts::answer(which));
            must_hold(liaison::answer(the_teachers, asked, true, answer), "an answer to a question");
        }
    );
    see_answer(telling, visit.today, asker, question);
}

void write_to_parent(Telling& telling, Visit& visit, SharedStory const& story) {
    auto const& child = story->of(telling.school);
    auto const words = filled(telling, *story, texts::message_to_parent(story->chance));
    auto const message = must(
        liaison::write_to_parent(visit, story->the_case, child.id, {child.asked.front().id, words}),
        "a message to a parent"
    );
    if (is_left_open(telling, visit)) return;
    auto const handled_at = next_morning(telling, visit.today, *story);
    as_the_teacher(telling, visit, *story, handled_at, [message](Visit& the_teachers) {
        auto const waiting =
            must(liaison::message_store::find(the_teachers.db, the_teachers.school, message), "the message");
        // No mail leaves the made-up school.
        liaison::Handling const handling{liaison::State::spoken, "", "Told at the door in the afternoon."};
        must_hold(liaison::handle(the_teachers, waiting, true, handling), "a message handled");
    });
}

void note(Telling& telling, Visit& visit, Story& story) {
    liaison::LineInput said;
    said.with_whom = story.chance.in_a_hundred(60) ? "Class teacher" : "Lunchtime staff";
    said.held_on = visit.today;
    said.line = filled(telling, story, texts::liaison(story.chance));
    must_hold(liaison::note(visit, story.the_case, said), "a note of a talk");
}

void point_to_cpoms(Visit& visit, PupilId const& pupil, Chance& chance) {
    safeguarding::Entered entered;
    entered.put_at = visit.now - 20 * minutes;
    entered.reference = std::to_string(chance.between(20000, 20999));
    must_hold(safeguarding::note(visit, pupil, entered), "a pointer to CPOMS");
}

}  // namespace

void enter_liaison(Telling& telling, SharedCourse const& course) {
    for (auto const& story : course->stories) {
        auto const on_a_day_of_the_course = [&](int hour) {
            auto const& day = course->days[story->chance.below(course->days.size())];
            return at(telling.days.counted_from(day, 1), hour, story->chance.between(0, 50));
        };
        auto const is_there = [story](Visit& visit) {
            auto const place = programmes::store::place(visit.db, visit.school, story->place, visit.today);
            return place && place->is_open();
        };
        auto const enter = [&](int times_in_a_hundred, int hour, auto deed) {
            if (!story->chance.in_a_hundred(times_in_a_hundred)) return;
            telling.diary.on(on_a_day_of_the_course(hour), course->deliverer, [=](Visit& visit) {
                if (is_there(visit)) deed(visit);
            });
        };
        auto* const told = &telling;
        if (story == course->stories.front() && course->days.front() < telling.today &&
            telling.today < course->days.back()) {
            auto const lately = at(telling.days.counted_from(telling.today - 1, 0), 13, 5);
            telling.diary.on(lately, course->deliverer, [told, course, story, is_there](Visit& visit) {
                if (!is_there(visit)) return;
                course->number % 2 == 0 ? ask(*told, visit, story, course->deliverer)
                                        : write_to_parent(*told, visit, story);
            });
        }
        enter(35, 13, [told, course, story](Visit& visit) { ask(*told, visit, story, course->deliverer); });
        enter(25, 14, [told, story](Visit& visit) { write_to_parent(*told, visit, story); });
        enter(40, 15, [told, story](Visit& visit) { note(*told, visit, *story); });
        enter(4, 16, [told, story](Visit& visit) {
            point_to_cpoms(visit, story->of(told->school).id, story->chance);
        });
    }
}

}  // namespace demonstration
