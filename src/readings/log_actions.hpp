#pragma once

#include <map>
#include <set>

#include "readings/store.hpp"

namespace readings {

// The end of each school's log of reads, for one who adds to it again and again and alone. Remembers where
// the logs end; after a rollback, or where somebody else may have added, it has to forget.
class Log {
public:
    // Adds an entry for each child of the page, in the open transaction.
    void add(db::Connection& db, OfPage const& page);
    // Keeps where the logs end that were added to, once for all pages of the transaction and before it
    // commits.
    void keep_ends(db::Connection& db);
    void forget();

private:
    std::map<SchoolId, Head> heads_;
    std::set<SchoolId> grown_;  // and their ends are not kept yet
};

}  // namespace readings
