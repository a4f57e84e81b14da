#include "cases/actions.hpp"

#include "base/text.hpp"
#include "cases/store.hpp"
#include "records/actions.hpp"

namespace cases {
namespace {

std::string id_of(CaseId const& the_case) { return std::string(the_case.text()); }

}  // namespace

Expected<StepId, Refusal> take(
    Visit& visit, CaseId const& the_case, Step step, std::string reason, std::optional<Date> on
) {
    if (!store::is_open(visit.db, visit.school, the_case)) return refuse(Refusal::closed);
    if (auto const objection = objection_to_taking(store::steps(visit.db, visit.school, the_case), step))
        return refuse(*objection);

    StepTaken taken;
    taken.id = visit.new_id<StepId>();
    taken.step = step;
    taken.taken_at = visit.now;
    taken.taken_on = on.value_or(visit.today);
    taken.taken_by = visit.who.staff;
    taken.reason = std::move(reason);
    store::add_step(visit.db, visit.school, the_case, taken);
    std::vector<records::FieldChange> fields{{"step", "", std::string(word(step))}};
    if (on) fields.push_back({"taken_on", "", calendar::iso(*on)});
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "step",
         .subject_id = std::string(taken.id.text()),
         .case_id = id_of(the_case),
         .why = taken.reason,
         .fields = std::move(fields)}
    );
    return taken.id;
}

CaseId open_for(Visit& visit, PupilId const& pupil) {
    if (auto const open = store::open_case_of(visit.db, visit.school, pupil)) return *open;
    auto const the_case = visit.new_id<CaseId>();
    store::add(visit.db, visit.school, the_case, pupil, visit.now);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "nurture_case",
         .subject_id = id_of(the_case),
         .case_id = id_of(the_case),
         .fields = {{"pupil_id", "", std::string(pupil.text())}}}
    );
    return the_case;
}

void close(Visit& visit, CaseId const& the_case, std::string why) {
    if (!store::is_open(visit.db, visit.school, the_case)) return;
    store::close(visit.db, visit.school, the_case, visit.now, why);
    records::write(
        visit,
        {.action = records::Action::ended,
         .subject = "nurture_case",
         .subject_id = id_of(the_case),
         .case_id = id_of(the_case),
         .why = std::move(why)}
    );
}

}  // namespace cases
