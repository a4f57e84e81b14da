#include "child_keys/vault.hpp"

#include <algorithm>

#include "child_keys/rules.hpp"
#include "child_keys/store.hpp"

namespace child_keys {

Vault::Known::Known(ChildKey its_row, sealed::Key const& its_key)
    : row(std::move(its_row)), key(its_key), belonging_to(owner_of(row)) {}

Vault::Vault(std::string const& path, sealed::Key const& of_installation, std::size_t most)
    : of_installation_(of_installation),
      most_(most),
      file_(db::Database::open("sqlite:" + path)),
      connection_(file_->connect(db::Mode::write)),
      file_id_(store::prepare(*connection_)) {}

Vault::~Vault() { sealed::wipe(of_installation_); }

std::string Vault::seal(db::Owner const& owner, std::string_view words) {
    if (words.empty()) return {};
    auto const found = key_for(owner);
    return sealed_text(found->row, found->key, words);
}

std::string Vault::open(std::string_view text, std::optional<SchoolId> within, db::Permit* permit) {
    auto const id = key_named_in(text);
    if (id.empty()) return std::string(unreadable);
    auto const found = known(id);
    if (!found) return std::string(erased);
    if (within && found->row.school != *within) return std::string(unreadable);
    if (permit && !permit->opens(found->row.whom, found->row.record)) return std::string(text);
    auto words = words_in(text, found->key, found->belonging_to);
    return words ? std::move(*words) : std::string(unreadable);
}

void Vault::keep() {
    if (!some_were_made_) return;
    std::lock_guard const file(file_mutex_);
    std::vector<ChildKey> rows;
    rows.reserve(made_.size());
    for (auto const& one : made_) rows.push_back(one->row);
    store::add(*connection_, rows);
    made_.clear();
    some_were_made_ = false;
}

std::vector<std::string> Vault::keys_of(db::Owner const& owner) {
    keep();
    std::lock_guard const file(file_mutex_);
    std::vector<std::string> ids;
    for (auto& row : store::of_record(*connection_, owner.school, owner.whom, owner.record))
        ids.push_back(std::move(row.id));
    return ids;
}

void Vault::destroy(std::span<std::string const> keys) {
    std::lock_guard const file(file_mutex_);
    store::remove(*connection_, keys);
    std::lock_guard const mind(mind_mutex_);
    for (auto const& id : keys) mind_.erase(id);
}

// The file is asked each time: another process may have destroyed the key, and what were sealed with it then
// would be lost.
Vault::Shared Vault::key_for(db::Owner const& owner) {
    std::lock_guard const file(file_mutex_);
    for (auto const& one : made_)
        if (one->row.school == owner.school && one->row.whom == owner.whom && one->row.record == owner.record)
            return one;
    auto const rows = store::of_record(*connection_, owner.school, owner.whom, owner.record);
    if (rows.empty()) return made_for(owner);
    if (auto found = in_mind(rows.front().id)) return found;
    auto const key = unwrapped(of_school(owner.school), rows.front());
    if (!key)
        throw db::Broken(
            "a child's key does not open with this installation's sealing key, so "
            "nothing is sealed"
        );
    return keep_in_mind(rows.front(), *key);
}

Vault::Shared Vault::made_for(db::Owner const& owner) {
    auto made = new_key(of_school(owner.school), owner.school, owner.whom, owner.record);
    auto shared = keep_in_mind(std::move(made.row), made.key);
    sealed::wipe(made.key);
    made_.push_back(shared);
    some_were_made_ = true;
    return shared;
}

Vault::Shared Vault::known(std::string_view id) {
    if (auto found = in_mind(id)) return found;
    std::lock_guard const file(file_mutex_);
    for (auto const& one : made_)
        if (one->row.id == id) return one;
    auto row = store::find(*connection_, id);
    if (!row) return nullptr;
    auto const key = unwrapped(of_school(row->school), *row);
    // Another installation's key: what it stands for is there and can't be read, and nothing is sealed with
    // it.
    if (!key) return std::make_shared<Known const>(std::move(*row), sealed::Key{});
    return keep_in_mind(std::move(*row), *key);
}

Vault::Shared Vault::in_mind(std::string_view id) {
    std::shared_lock const mind(mind_mutex_);
    auto const found = mind_.find(id);
    return found == mind_.end() ? nullptr : found->second;
}

// Which one leaves for another is chance, since ids are.
Vault::Shared Vault::keep_in_mind(ChildKey row, sealed::Key const& key) {
    auto shared = std::make_shared<Known const>(std::move(row), key);
    std::lock_guard const mind(mind_mutex_);
    auto& place = mind_[shared->row.id];
    place = shared;
    if (mind_.size() > most_) {
        auto const first = mind_.begin();
        mind_.erase(first->second == shared ? std::next(first) : first);
    }
    return shared;
}

sealed::Key Vault::of_school(SchoolId school) const { return key_of_school(of_installation_, school); }

}  // namespace child_keys
