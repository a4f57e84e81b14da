#include "records/actions.hpp"

#include "records/rules.hpp"
#include "records/store.hpp"

namespace records {

void write(Visit& visit, Change const& change) {
    auto const head = store::head(visit.db, visit.school);
    Entry entry{
        .number = head.number + 1,
        .at = visit.now,
        .by_staff_id = visit.who.staff ? std::optional(std::string(visit.who.staff->text())) : std::nullopt,
        .by_name = visit.who.name,
        .action = change.action,
        .subject = std::string(change.subject),
        .subject_id = change.subject_id,
        .case_id = change.case_id,
        .why = change.why,
        .detail = detail_of(change.fields),
        .previous_hash = head.hash,
    };
    entry.detail_digest = digest_of(*entry.detail);
    entry.hash = hash_of(visit.school, entry);
    store::add(visit.db, visit.school, entry);
}

}  // namespace records
