#include "agencies/actions.hpp"

#include "agencies/rules.hpp"
#include "agencies/store.hpp"
#include "cases/store.hpp"
#include "pupils/naming_store.hpp"
#include "records/actions.hpp"

namespace agencies {

Expected<AdviceId, Refusal> note(
    Visit& visit, CaseId const& the_case, PupilId const& pupil, AdviceInput const& said
) {
    if (!cases::store::is_open(visit.db, visit.school, the_case)) return refuse(Refusal::case_closed);
    auto const names = pupils::naming_store::names_of(visit.db, visit.school, pupil);
    if (auto const objection = objection_to(said, names, may_share(visit.who), visit.today))
        return refuse(*objection);

    auto const id = visit.new_id<AdviceId>();
    store::add(visit.db, visit.school, the_case, id, said, visit.staff(), visit.now);
    records::write(
        visit,
        {.action = records::Action::made,
         .subject = "agency_advice",
         .subject_id = std::string(id.text()),
         .case_id = std::string(the_case.text()),
         .why = said.sharing_reason,
         .fields =
             {{"agency", "", said.agency},
              {"person", "", said.person},
              {"asked_on", "", calendar::iso(said.asked_on)},
              {"asked", "", said.asked},
              {"advice", "", said.advice},
              {"follows", "", said.follows},
              {"shares_the_name", "", said.shares_the_name ? "yes" : "no"}}}
    );
    return id;
}

}  // namespace agencies
