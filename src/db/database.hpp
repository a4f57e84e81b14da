#pragma once

#include <memory>
#include <string>

#include "db/connection.hpp"

namespace db {

// Where the data lies: "sqlite:/path/withy.db" or "postgresql://…". Opening makes a missing SQLite file.
// Throws Broken with what is wrong and what to do where the place can't be opened.
class Database {
public:
    static std::unique_ptr<Database> open(std::string const& url);
    virtual ~Database() = default;

    virtual Engine engine() const = 0;

    // A connection of its own for one thread. On SQLite a connection for reading can't write, and one for
    // writing holds `synchronous=FULL`: a commit that returned survives a power cut.
    virtual std::unique_ptr<Connection> connect(Mode mode) = 0;
};

}  // namespace db
