// Whom each child lets know, once the adult has asked after the first session, and what the SENCo answers to
// an objection.
#include <algorithm>

#include "demonstration/session_actions.hpp"
#include "programmes/store.hpp"
#include "sharing/actions.hpp"
#include "sharing/rules.hpp"
#include "sharing/store.hpp"

namespace demonstration {
namespace {

using sharing::Zone;
using visits::Role;

// Days of school after which the SENCo has answered an objection: one of the last days still waits.
constexpr int days_until_weighed = 4;

// Children differ: some let their teacher know all, some would rather that the headteacher knew nothing.
enum class Wish { how_it_goes, all_to_the_teacher, not_the_headteacher };

Wish wish_of(Story const& story) {
    switch (story.child % 4) {
        case 1: return Wish::all_to_the_teacher;
        case 3: return Wish::not_the_headteacher;
        default: return Wish::how_it_goes;
    }
}

bool says_yes(Wish wish, sharing::AskedAbout const& about, Zone zone) {
    if (zone == Zone::confidence)
        return wish == Wish::all_to_the_teacher && about.role == Role::class_teacher;
    return !(wish == Wish::not_the_headteacher && about.role == Role::headteacher);
}

sharing::AgreementInput said_by(Wish wish, std::vector<sharing::AskedAbout> const& about) {
    sharing::AgreementInput said{
        .understands = true,
        .why_judged = "Said in their own words what an open and a closed door mean.",
        .until_on = {},
        .answers = {}};
    for (auto const& one : about)
        for (auto const zone : {Zone::progress, Zone::confidence})
            said.answers.push_back(
                {.id = {},
                 .zone = zone,
                 .staff = {},
                 .role = one.role,
                 .yes = says_yes(wish, one, zone),
                 .until_on = {}}
            );
    return said;
}

void weigh(Visit& visit, CaseId const& the_case) {
    for (auto const& agreement : sharing::store::agreements(visit.db, visit.school, the_case)) {
        if (!agreement.stands) continue;
        for (auto const& objection : sharing::waiting_objections(agreement))
            must_hold(
                sharing::answer_objection(
                    visit,
                    the_case,
                    {objection.id,
                     sharing::Outcome::closes,
                     "You decide that. If something is not safe, we talk with you first."}
                ),
                "an objection answered"
            );
    }
}

bool has_a_place(Visit& visit, Story const& story) {
    auto const place = programmes::store::place(visit.db, visit.school, story.place, visit.today);
    return place && place->is_open();
}

void ask(Visit& visit, Story const& story) {
    if (!has_a_place(visit, story)) return;
    auto const place = programmes::store::place(visit.db, visit.school, story.place, visit.today);
    auto const about =
        sharing::store::with_a_duty(visit.db, visit.school, place->pupil.class_id, visit.today);
    must(
        sharing::record_agreement(
            visit, story.the_case, need_to_know::Relationship::deliverer, said_by(wish_of(story), about)
        ),
        "what a child agrees to"
    );
}

// Asked once support has started, and again after the fourth session.
constexpr std::size_t fourth = 3;

}  // namespace

void enter_agreements(Telling& telling, SharedCourse const& course) {
    for (auto const& story : course->stories)
        for (std::size_t const session : {std::size_t{0}, fourth}) {
            if (course->days.size() <= session) break;
            auto const asked_on = telling.days.counted_from(course->days[session], 1);
            telling.diary.on(at(asked_on, 9, 20), course->deliverer, [story](Visit& visit) {
                ask(visit, *story);
            });
            auto const weighed_on = telling.days.counted_from(asked_on, days_until_weighed);
            if (wish_of(*story) != Wish::not_the_headteacher || weighed_on >= telling.today) continue;
            telling.diary.on(at(weighed_on, 15, 40), telling.school.senco, [story](Visit& visit) {
                if (has_a_place(visit, *story)) weigh(visit, story->the_case);
            });
        }
}

}  // namespace demonstration
