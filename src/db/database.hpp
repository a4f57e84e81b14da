#pragma once

#include <functional>
#include <memory>
#include <string>

#include "db/connection.hpp"
#include "db/disk_failed.hpp"

namespace db {

// A connection for writing whose commits last only once `sync` has returned after them.
struct Writer {
    std::unique_ptr<Connection> connection;
    // Makes everything committed so far survive a power cut. Runs on another thread while the connection goes
    // on. Throws DiskFailed; what was committed since the sync before may be lost then, whatever a later sync
    // says.
    std::function<void()> sync;
    // The file of a SQLite database; empty of others.
    std::string path = {};
};

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

    // For one who saves for many and may go on while the disk writes (decision record 12).
    virtual Writer connect_writer() = 0;

    // From here on connections are made that open and seal words by this vault.
    void opens_with(std::shared_ptr<Vault> vault) { vault_ = std::move(vault); }
    std::shared_ptr<Vault> const& vault() const { return vault_; }

protected:
    std::unique_ptr<Connection> with_vault(std::unique_ptr<Connection> connection) const {
        connection->opens_with(vault_);
        return connection;
    }

private:
    std::shared_ptr<Vault> vault_;
};

}  // namespace db
