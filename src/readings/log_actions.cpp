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
    grown_.insert(page.school);
}

void Log::keep_ends(db::Connection& db) {
    for (auto const school : grown_) {
        db.enter(school);
        store::move_head(db, school, heads_.at(school));
    }
    grown_.clear();
}

void Log::forget() {
    heads_.clear();
    grown_.clear();
}

}  // namespace readings
