#include "records/actions.hpp"

#include "child_keys/about.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"

namespace records {
namespace {

// Whose key seals what the change says; nobody's where it is about nobody.
std::optional<child_keys::About> whose(Visit& visit, Change const& change) {
    if (change.about) return child_keys::about_child(visit.db, visit.school, *change.about, change.record);
    if (!change.case_id) return std::nullopt;
    return child_keys::about_some_case(visit.db, visit.school, *change.case_id, change.record);
}

void seal(Entry& entry, child_keys::About const& about) {
    entry.why = about(entry.why).text;
    if (*entry.detail != detail_of({})) entry.detail = about(*entry.detail).text;
}

}  // namespace

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
    bool const says_something = !change.why.empty() || !change.fields.empty();
    if (auto const words_about = says_something ? whose(visit, change) : std::nullopt)
        seal(entry, *words_about);
    entry.detail_digest = digest_of(*entry.detail);
    entry.hash = hash_of(visit.school, entry);
    store::add(visit.db, visit.school, entry);
}

}  // namespace records
