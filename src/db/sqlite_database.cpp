#include "db/sqlite_database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "db/sqlite_connection.hpp"

namespace db {
namespace {

// SQLite locks no byte of its log, so that opening and closing it anew frees nobody's lock.
void sync_file(std::string const& path) {
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    int const failed = file < 0 || ::fdatasync(file) != 0 ? errno : 0;
    if (file >= 0) ::close(file);
    if (failed != 0)
        throw DiskFailed(
            path + " could not be written to the disk: " + std::system_category().message(failed)
        );
}

}  // namespace

SqliteDatabase::SqliteDatabase(std::string path) : path_(std::move(path)) {
    if (path_.empty())
        throw Broken("the database's address names no file. Write it like sqlite:/path/withy.db");
    // The first connection for writing makes the file, which those for reading need.
    connect(Mode::write);
}

std::unique_ptr<Connection> SqliteDatabase::connect(Mode mode) {
    return std::make_unique<SqliteConnection>(path_, mode);
}

// A commit leaves its pages in the log; the log's own header and every checkpoint are synced by SQLite.
Writer SqliteDatabase::connect_writer() {
    auto connection = std::make_unique<SqliteConnection>(path_, Mode::write);
    connection->run("PRAGMA synchronous = NORMAL");
    return {.connection = std::move(connection), .sync = [log = path_ + "-wal"] { sync_file(log); }};
}

}  // namespace db
