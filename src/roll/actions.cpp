#include "roll/actions.hpp"

#include "exchange/actions.hpp"
#include "pupils/ethnicity_store.hpp"
#include "records/actions.hpp"

namespace roll::actions {
namespace {

std::string in_words(bool keeps) { return keeps ? "kept" : "not kept"; }

}  // namespace

void decide_on_ethnicity(Visit& visit, bool keeps) {
    bool const kept = pupils::ethnicity_store::is_kept(visit.db, visit.school);
    if (keeps == kept) return;
    if (keeps) {
        pupils::ethnicity_store::keep(visit.db, visit.school);
    } else {
        pupils::ethnicity_store::erase(visit.db, visit.school);
        exchange::actions::leave_those_with_ethnicity(visit);
    }
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "school",
         .subject_id = std::to_string(visit.school.number),
         .fields = {{"ethnicity", in_words(kept), in_words(keeps)}}}
    );
}

}  // namespace roll::actions
