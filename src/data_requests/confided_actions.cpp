#include "data_requests/confided_actions.hpp"

#include <algorithm>

#include "child_keys/about.hpp"
#include "data_requests/confided_store.hpp"
#include "data_requests/rules.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace data_requests {
namespace {

using records::text_of;

// Why nothing more can be said of what was confided to this adult.
std::optional<Refusal> objection(Visit const& visit, Request const& request, StaffId const& adult) {
    if (is_over(request)) return Refusal::other_stage;
    auto const all = confided_store::to_whom(visit.db, visit.school, request.id);
    auto const found = std::ranges::find(all, adult, &Confided::to);
    if (found == all.end() || is_settled(*found)) return Refusal::other_stage;
    return std::nullopt;
}

void record(
    Visit& visit, Request const& request, std::vector<records::FieldChange> fields, std::string const& why
) {
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "confided_given",
         .subject_id = text_of(request.id),
         .about = person_of(request.asked),
         .record = child_keys::roll_record,
         .why = why,
         .fields = std::move(fields)}
    );
}

}  // namespace

Expected<void, Refusal> give_confided(Visit& visit, Request const& request, Date on) {
    if (auto const refusal = objection(visit, request, visit.staff())) return refuse(*refusal);
    if (on > visit.today) return refuse(Refusal::in_the_future);
    if (on < request.asked.received_on) return refuse(Refusal::before_it_was_asked);
    confided_store::give(visit.db, visit.school, request.id, visit.staff(), on, visit.now);
    record(
        visit, request, {{"staff_id", "", text_of(visit.staff())}, {"given_on", "", calendar::iso(on)}}, {}
    );
    return {};
}

Expected<void, Refusal> give_up_confided(
    Visit& visit, Request const& request, StaffId const& adult, std::string const& why
) {
    if (auto const refusal = objection(visit, request, adult)) return refuse(*refusal);
    confided_store::give_up(visit.db, visit.school, request.id, adult, why, visit.staff(), visit.now);
    record(visit, request, {{"staff_id", "", text_of(adult)}, {"given_on", "", ""}}, why);
    return {};
}

bool confided_waits(Visit const& visit, Request const& request) {
    return std::ranges::any_of(
        confided_store::to_whom(visit.db, visit.school, request.id),
        [](Confided const& one) { return !is_settled(one); }
    );
}

}  // namespace data_requests
