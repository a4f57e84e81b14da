#include "programmes/numbering_actions.hpp"

#include "programmes/change_rules.hpp"
#include "programmes/change_store.hpp"
#include "programmes/numbering_rules.hpp"
#include "programmes/store.hpp"
#include "records/actions.hpp"
#include "records/values.hpp"

namespace programmes {

void number_by_day(Visit& visit, ProgrammeId const& programme) {
    auto const before = store::sessions(visit.db, visit.school, programme);
    auto const numbers = numbers_by_day(before);
    if (numbers.empty()) return;
    store::renumber(visit.db, visit.school, programme, numbers);
    auto const after = store::sessions(visit.db, visit.school, programme);
    records::write(
        visit,
        {.action = records::Action::changed,
         .subject = "programme",
         .subject_id = records::text_of(programme),
         .fields = {{"sessions", days_in_words(before), days_in_words(after)}}}
    );
}

}  // namespace programmes
