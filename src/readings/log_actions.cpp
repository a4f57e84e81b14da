#include "readings/log_actions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "readings/rules.hpp"

namespace readings {
namespace {

// More than a process puts into the log at once.
constexpr std::int64_t last_entries = 100'000;
constexpr std::size_t most_lists = 10'000;

// What tells two reads apart: the same person sees the same page of the same child once in a millisecond.
using Mark = std::tuple<std::int64_t, std::string, std::string, std::string, std::string, std::string>;

Mark mark_of(Entry const& entry) {
    return {
        entry.at.milliseconds,
        entry.by_staff_id,
        entry.page,
        entry.pupil_id,
        entry.case_id.value_or(""),
        entry.list_id.value_or("")};
}

std::set<Mark> last_of(db::Connection& db, SchoolId school) {
    db.enter(school);
    auto const from = std::max<std::int64_t>(1, store::head(db, school).number - last_entries);
    std::set<Mark> marks;
    for (auto const& entry : store::from(db, school, from, last_entries + 1)) marks.insert(mark_of(entry));
    return marks;
}

}  // namespace

std::vector<OfPage> not_in_the_log(db::Connection& db, std::vector<OfPage> pages) {
    std::map<SchoolId, std::set<Mark>> marks;
    for (auto& page : pages) {
        auto found = marks.find(page.school);
        if (found == marks.end()) found = marks.emplace(page.school, last_of(db, page.school)).first;
        std::erase_if(page.reads, [&](auto const& read) {
            return found->second.contains(mark_of(following(before_the_first(), page, read)));
        });
    }
    return pages;
}

void Log::add(db::Connection& db, OfPage const& page) {
    if (page.reads.empty() && page.refusals.empty()) return;
    db.enter(page.school);
    auto found = heads_.find(page.school);
    if (found == heads_.end()) found = heads_.emplace(page.school, store::head(db, page.school)).first;
    auto& head = found->second;
    for (auto const& read : page.reads) {
        auto entry = following(head, page, read);
        if (entry.list_id) keep_list(db, page.school, *entry.list_id, read.listed);
        append(db, page.school, head, std::move(entry));
    }
    for (auto const& refusal : page.refusals)
        if (!store::stands_since(db, page, refusal, page.at - one_refusal_for))
            append(db, page.school, head, following(head, page, refusal));
}

// Many read one list, and again and again.
void Log::keep_list(
    db::Connection& db, SchoolId school, std::string const& list, std::vector<std::string> const& children
) {
    if (lists_.size() >= most_lists) lists_.clear();
    if (lists_.emplace(school, list).second) store::keep_list(db, school, list, children);
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
    lists_.clear();
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
