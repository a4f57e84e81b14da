#include "cases/another_place_actions.hpp"

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "cases/undoing_store.hpp"
#include "records/actions.hpp"

namespace cases {

void make_way_for_another_place(Visit& visit, CaseId const& the_case) {
    std::string const why = "Another place was given";
    auto const history = store::steps(visit.db, visit.school, the_case);
    for (auto const step : {Step::start, Step::allocation}) {
        auto const* const taken = standing(history, step);
        if (!taken) continue;
        store::undo_step(visit.db, visit.school, *taken, visit.staff(), visit.now, why);
        records::write(
            visit,
            {.action = records::Action::undone,
             .subject = "step",
             .subject_id = std::string(taken->id.text()),
             .case_id = std::string(the_case.text()),
             .why = why,
             .fields = {{"step", std::string(word(step)), ""}}}
        );
    }
}

}  // namespace cases
