#include "heads/looking_actions.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "heads/rules.hpp"
#include "heads/tree_actions.hpp"
#include "readings/log_actions.hpp"
#include "readings/rules.hpp"
#include "readings/store.hpp"
#include "records/clearing_rules.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"

namespace heads {
namespace {

struct Stretch {
    std::optional<std::int64_t> fault;
    records::Clearings clearings;
    std::string last_hash;
    merkle::Tree tree;
    std::map<merkle::Size, merkle::Tree> at;  // as it was at sizes of the log within it
};

// The entries after so many, and where they follow the entry before them by its stored hash.
void look_at_changes(
    db::Connection& db,
    SchoolId school,
    std::int64_t before,
    std::int64_t most,
    Stretch& stretch,
    std::vector<std::string>& hashes
) {
    auto const entries = records::store::from(db, school, before + 1, most);
    auto const previous = before == 0 ? records::first_hash()
                                      : store::hash(db, school, Log::changes, before).value_or(std::string());
    stretch.fault = records::first_fault_after(school, before, previous, entries);
    for (auto const& entry : entries) {
        stretch.clearings.note(entry);
        hashes.push_back(entry.hash);
    }
}

void look_at_reads(
    db::Connection& db,
    SchoolId school,
    std::int64_t before,
    std::int64_t most,
    Stretch& stretch,
    std::vector<std::string>& hashes
) {
    auto const entries = readings::store::from(db, school, before + 1, most);
    readings::Head const head{
        before,
        before == 0 ? readings::before_the_first().hash
                    : store::hash(db, school, Log::reads, before).value_or(std::string())};
    stretch.fault = readings::first_fault(school, head, entries);
    if (auto const list = readings::first_changed_list(db, school, entries))
        stretch.fault = std::min(stretch.fault.value_or(*list), *list);
    for (auto const& entry : entries) hashes.push_back(entry.hash);
}

Stretch look_at(
    db::Connection& db,
    SchoolId school,
    Log log,
    merkle::Size first,
    merkle::Size last,
    std::set<merkle::Size> const& sizes
) {
    Stretch stretch;
    std::vector<std::string> hashes;
    auto const before = static_cast<std::int64_t>(first);
    auto const most = static_cast<std::int64_t>(last - first);
    switch (log) {
        case Log::changes: look_at_changes(db, school, before, most, stretch, hashes); break;
        case Log::reads: look_at_reads(db, school, before, most, stretch, hashes); break;
    }
    // Rows that are missing at the end of a stretch are seen by nobody else.
    if (!stretch.fault && hashes.size() < last - first)
        stretch.fault = before + static_cast<std::int64_t>(hashes.size()) + 1;
    if (!hashes.empty()) stretch.last_hash = hashes.back();
    for (auto const& hash : hashes) {
        stretch.tree.add(leaf_of(hash));
        auto const size = first + stretch.tree.size();
        if (sizes.contains(size)) stretch.at.emplace(size, stretch.tree);
    }
    return stretch;
}

// Takes one stretch after another until none is left.
class Work {
public:
    Work(
        SchoolId school,
        Log log,
        merkle::Size size,
        std::set<merkle::Size> const& sizes,
        merkle::Size in_a_stretch
    )
        : school_(school),
          log_(log),
          size_(size),
          sizes_(sizes),
          in_a_stretch_(in_a_stretch),
          stretches_(static_cast<std::size_t>((size + in_a_stretch - 1) / in_a_stretch)) {}

    void take_part(db::Connection& db) {
        try {
            db::Transaction const transaction(db, db::Mode::read);
            db.enter(school_);
            for (auto at = next_++; at < stretches_.size(); at = next_++) {
                auto const first = at * in_a_stretch_;
                auto const last = std::min(size_, first + in_a_stretch_);
                stretches_[at] = look_at(db, school_, log_, first, last, sizes_);
            }
        } catch (...) {
            std::lock_guard const lock(mutex_);
            failure_ = std::current_exception();
            next_ = stretches_.size();
        }
    }

    std::vector<Stretch> const& done() const {
        if (failure_) std::rethrow_exception(failure_);
        return stretches_;
    }

private:
    SchoolId school_;
    Log log_;
    merkle::Size size_;
    std::set<merkle::Size> const& sizes_;
    merkle::Size in_a_stretch_;
    std::vector<Stretch> stretches_;
    std::atomic<std::size_t> next_ = 0;
    std::mutex mutex_;
    std::exception_ptr failure_;
};

// The larger parts first, as a tree keeps them.
void add_all(merkle::Tree& tree, merkle::Tree const& part) {
    auto left = part.size();
    for (auto const& subtree : part.subtrees()) {
        auto const level = static_cast<int>(std::bit_width(left)) - 1;
        tree.add_subtree(subtree, level);
        left -= merkle::Size{1} << level;
    }
}

void put_together(Found& found, std::vector<Stretch> const& stretches, merkle::Size in_a_stretch) {
    merkle::Tree tree;
    for (auto const& stretch : stretches) {
        if (!found.first_fault) found.first_fault = stretch.fault;
        found.last_hash = stretch.last_hash;
        // What follows a stretch with rows missing is no part of the tree any more.
        if (tree.size() % in_a_stretch != 0) continue;
        for (auto const& [size, part] : stretch.at) {
            auto whole = tree;
            add_all(whole, part);
            if (whole.size() == size) found.roots.emplace(size, whole.root());
        }
        add_all(tree, stretch.tree);
    }
}

// An erasure may come while a log is looked through, and take details of entries before they are looked at.
void note_what_came_since(
    db::Connection& db, SchoolId school, merkle::Size size, records::Clearings& clearings
) {
    constexpr std::int64_t at_once = std::int64_t{1} << level_of_a_stretch;
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school);
    for (auto next = static_cast<std::int64_t>(size) + 1;; next += at_once) {
        auto const entries = records::store::from(db, school, next, at_once);
        for (auto const& entry : entries) clearings.note(entry);
        if (static_cast<std::int64_t>(entries.size()) < at_once) return;
    }
}

records::LostDetails lost_details(
    db::Connection& db, SchoolId school, merkle::Size size, std::vector<Stretch> const& stretches
) {
    records::Clearings clearings;
    for (auto const& stretch : stretches) clearings.add(stretch.clearings);
    auto const lost = clearings.lost();
    if (lost.unaccounted == 0) return lost;
    note_what_came_since(db, school, size, clearings);
    return clearings.lost();
}

// The parts of this log's entry, with the hash of the one before.
std::optional<Parts> parts_of(db::Connection& db, Head const& head, std::int64_t number) {
    switch (head.log) {
        case Log::changes: {
            auto const entries = records::store::from(db, head.school, number, 1);
            if (entries.empty() || entries[0].number != number) return std::nullopt;
            return records::parts_of(head.school, entries[0]);
        }
        case Log::reads: {
            auto const entries = readings::store::from(db, head.school, number, 1);
            if (entries.empty() || entries[0].number != number) return std::nullopt;
            auto const previous = store::hash(db, head.school, Log::reads, number - 1);
            return readings::parts_of(
                head.school, previous.value_or(readings::before_the_first().hash), entries[0]
            );
        }
    }
    return std::nullopt;
}

}  // namespace

Found look_through(
    Connect const& connect, SchoolId school, Log log, std::set<merkle::Size> const& sizes, int level
) {
    auto const in_a_stretch = merkle::Size{1} << level;
    Found found;
    auto const connection = connect();
    {
        db::Transaction const transaction(*connection, db::Mode::read);
        connection->enter(school);
        found.entries = store::size(*connection, school, log);
        found.first_fault = store::before_the_first(*connection, school, log);
    }
    Work work(school, log, found.entries, sizes, in_a_stretch);
    auto const processors = std::max(1U, std::thread::hardware_concurrency());
    auto const helpers = std::min<merkle::Size>(processors - 1, found.entries / in_a_stretch);
    std::vector<std::thread> threads;
    for (merkle::Size at = 0; at < helpers; ++at) threads.emplace_back([&] { work.take_part(*connect()); });
    work.take_part(*connection);
    for (auto& thread : threads) thread.join();
    put_together(found, work.done(), in_a_stretch);
    if (log == Log::changes) found.lost = lost_details(*connection, school, found.entries, work.done());
    return found;
}

std::optional<Proof> prove(
    db::Connection& db, std::int64_t number, Head const& head, std::optional<Head> const& earlier
) {
    if (number < 1 || static_cast<merkle::Size>(number) > head.size) return std::nullopt;
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(head.school);
    auto entry = parts_of(db, head, number);
    if (!entry) return std::nullopt;
    auto const root = [&](merkle::Size first, merkle::Size last) {
        return root_of(db, head.school, head.log, first, last);
    };
    Proof proof{.entry = std::move(*entry), .leaf = static_cast<merkle::Size>(number - 1), .head = head};
    proof.inclusion = merkle::inclusion_proof(proof.leaf, head.size, root);
    if (!earlier) return proof;
    proof.earlier = earlier;
    proof.consistency = merkle::consistency_proof(earlier->size, head.size, root);
    return proof;
}

}  // namespace heads
