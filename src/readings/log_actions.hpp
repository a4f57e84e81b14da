#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "readings/store.hpp"

namespace readings {

// The end of each school's log of reads, for one who adds to it again and again and alone. Remembers where
// the logs end; after a rollback, or where somebody else may have added, it has to forget.
class Log {
public:
    // Adds an entry for each child of the page and for each list on it, in the open transaction; and for each
    // refusal that does not stand there since a moment ago.
    void add(db::Connection& db, OfPage const& page);
    // Keeps where the logs end that were added to, once for all pages of the transaction and before it
    // commits.
    void keep_ends(db::Connection& db);
    void forget();

private:
    void keep_list(
        db::Connection& db, SchoolId school, std::string const& list, std::vector<std::string> const& children
    );
    void append(db::Connection& db, SchoolId school, Head& head, Entry entry);

    std::map<SchoolId, Head> heads_;
    std::set<SchoolId> grown_;                          // and their ends are not kept yet
    std::set<std::pair<SchoolId, std::string>> lists_;  // whose children are kept
};

// Of these pages, what is not among the last entries of its school's log: they may have been added by a
// process that was killed before it could say so.
std::vector<OfPage> not_in_the_log(db::Connection& db, std::vector<OfPage> pages);

// The number of the first of these entries whose list no longer holds the children that it held; empty where
// all do.
std::optional<std::int64_t> first_changed_list(
    db::Connection& db, SchoolId school, std::span<Entry const> entries
);

}  // namespace readings
