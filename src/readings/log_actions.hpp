#pragma once

#include <map>

#include "readings/store.hpp"

namespace readings {

// The end of each school's log of reads, for one who adds to it again and again and alone. Remembers where
// the logs end; after a rollback, or where somebody else may have added, it has to forget.
class Log {
public:
    // Adds an entry for each child of the page, in the open transaction.
    void add(db::Connection& db, OfPage const& page);
    void forget() { heads_.clear(); }

private:
    std::map<SchoolId, Head> heads_;
};

}  // namespace readings
