#include "readings/log_actions.hpp"

#include <set>

#include "readings/rules.hpp"

namespace readings {

void Log::add(db::Connection& db, OfPage const& page) {
    if (page.reads.empty() && page.refusals.empty()) return;
    db.enter(page.school);
    auto found = heads_.find(page.school);
    if (found == heads_.end()) found = heads_.emplace(page.school, store::head(db, page.school)).first;
    auto& head = found->second;
    for (auto const& read : page.reads) {
        auto entry = following(head, page, read);
        if (entry.list_id) store::keep_list(db, page.school, *entry.list_id, read.listed);
        append(db, page.school, head, std::move(entry));
    }
    for (auto const& refusal : page.refusals)
        if (!store::stands_since(db, page, refusal, page.at - one_refusal_for))
            append(db, page.school, head, following(head, page, refusal));
}

void Log::append(db::Connection& db, SchoolId school, Head& head, Entry entry) {
    entry.hash = hash_of(school, head.hash, entry);
    store::add(db, school, entry);
    head = {entry.number, std::move(entry.hash)};
    grown_.insert(school);
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

std::optional<std::int64_t> first_changed_list(
    db::Connection& db, SchoolId school, std::span<Entry const> entries
) {
    std::set<std::string> whole;
    for (auto const& entry : entries) {
        if (!entry.list_id || whole.contains(*entry.list_id)) continue;
        if (list_id_of(store::children_of_list(db, school, *entry.list_id)) != *entry.list_id)
            return entry.number;
        whole.insert(*entry.list_id);
    }
    return std::nullopt;
}

}  // namespace readings
