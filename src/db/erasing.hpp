#pragma once

#include <span>
#include <string_view>

#include "db/connection.hpp"

namespace db {

// While it lives, the gates of these tables that keep rows from going do not ask: for what may not be held
// any longer (V4), for two records of one child that become one (V6), and for what is sealed anew and says
// the same; for nothing else. Foreign keys hold as ever. On PostgreSQL others wait for these tables until the
// transaction ends, and the role must own them, as it does where it migrated.
class Erasing {
public:
    Erasing(Connection& connection, std::span<std::string_view const> tables);
    ~Erasing();
    Erasing(Erasing const&) = delete;
    Erasing& operator=(Erasing const&) = delete;

private:
    void ask_gates(bool ask);

    Connection& connection_;
    std::span<std::string_view const> tables_;
};

// Of rows that go over to another record, none goes.
using Merging = Erasing;

}  // namespace db
