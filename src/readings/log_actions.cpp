#include "readings/log_actions.hpp"

#include "readings/rules.hpp"

namespace readings {

void Log::add(db::Connection& db, OfPage const& page) {
    if (page.reads.empty()) return;
    db.enter(page.school);
    auto found = heads_.find(page.school);
    if (found == heads_.end()) found = heads_.emplace(page.school, store::head(db, page.school)).first;
    auto& head = found->second;
    for (auto const& read : page.reads) {
        auto entry = following(head, page, read);
        entry.hash = hash_of(page.school, head.hash, entry);
        store::add(db, page.school, entry);
        head = {entry.number, std::move(entry.hash)};
    }
}

}  // namespace readings
