#include <algorithm>

#include "data_requests/actions.hpp"
#include "data_requests/confided_store.hpp"
#include "data_requests/rules.hpp"
#include "data_requests/store.hpp"
#include "need_to_know/actions.hpp"
#include "schools/store.hpp"
#include "today/gathering_actions.hpp"

namespace today {
namespace {

using data_requests::Stage;

// Whose move it is, in words; nothing where it is another's. Of one that is prepared, what is held is read
// where it has changed, as the act of signing reads it: what nobody can sign or give out any more waits for
// who prepares it again.
std::string move_of(Visit const& visit, data_requests::Request const& request) {
    using data_requests::Since;
    bool const prepares = visit.who.may(visits::Permission::prepare_data_requests);
    bool const signs = visit.who.may(visits::Permission::sign_data_requests);
    constexpr std::string_view again = "Prepare again what is held about ";
    switch (stage_of(request)) {
        case Stage::preparing: return prepares ? "Prepare what is held about " : "";
        case Stage::prepared: {
            if (!prepares && !signs) return {};
            if (since_prepared_by_what_is_stored(visit, request) != Since::nothing)
                return std::string(prepares ? again : "");
            return signs && request.prepared_by != visit.staff() ? "Sign what is held about " : "";
        }
        case Stage::signed_:
            if (!prepares) return {};
            if (since_prepared_by_what_is_stored(visit, request) == Since::changed) return std::string(again);
            return "Give out what is held about ";
        case Stage::given_out:
        case Stage::withdrawn: break;
    }
    return {};
}

}  // namespace

void add_data_requests(Visit& visit, Day& day) {
    auto requests = data_requests::store::open(visit.db, visit.school);
    if (requests.empty()) return;
    auto const open = schools::store::open_days(visit.db, visit.school);
    for (auto& request : requests) {
        auto const& asked = request.asked;
        auto const child =
            asked.pupil ? day.duty.works_with(visit, *asked.pupil, name_of_child(request)) : std::nullopt;
        if (asked.pupil && (!child || tells_of_ones_own(visit, request, day.duty))) continue;
        visit.db.open_words_of(request);
        work_with_what_is_held(visit, request, day.duty, data_requests::ItIs::compared);
        auto const move = move_of(visit, request);
        if (move.empty()) continue;
        day.items.push_back(
            {.about = child ? About(*child) : About(no_child),
             .title = move + whom_in_words(request),
             .path = path_of(request.id),
             .detail = "Asked for on " + calendar::in_words(asked.received_on) + " by " +
                       asker_in_words(asked) + ".",
             .due_on = data_requests::due_on(request, open),
             .may_begin = true,
             .kind = "Answer requests for data",
             .child = whom_in_words(request)}
        );
    }
}

void add_confided_to_give(Visit& visit, Day& day) {
    auto const requests = data_requests::store::open(visit.db, visit.school);
    if (requests.empty()) return;
    auto const open = schools::store::open_days(visit.db, visit.school);
    for (auto const& request : requests) {
        auto const all = data_requests::confided_store::to_whom(visit.db, visit.school, request.id);
        auto const own = std::ranges::find(all, visit.staff(), &data_requests::Confided::to);
        if (own == all.end() || is_settled(*own)) continue;
        auto const& pupil = request.asked.pupil.value();
        auto const access = need_to_know::access_to(visit, pupil);
        if (!access || !access->sees_confided_to(visit.staff())) continue;
        auto const child =
            day.duty.reads(visit, pupil, request.whom, "You see this because the child confided in you.");
        if (!child) continue;
        day.items.push_back(
            {.about = *child,
             .title = "Give " + child->in_full() + " what was said to you in confidence",
             .path = data_requests::confided_path_of(request.id),
             .detail = request.whom + " asked on " + calendar::in_words(request.asked.received_on) + ".",
             .due_on = data_requests::due_on(request, open),
             .may_begin = true,
             .kind = "Answer requests for data",
             .child = child->in_full()}
        );
    }
}

}  // namespace today
