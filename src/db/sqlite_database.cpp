#include "db/sqlite_database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "db/sqlite_connection.hpp"

namespace db {
namespace {

// The file of the write-ahead log, opened before anything is committed and held: the system tells each who
// holds a file once that writing it failed, and tells nothing to those who open it later.
class Log {
public:
    explicit Log(std::string path)
        : path_(std::move(path)), file_(::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (file_ < 0) throw Broken(path_ + " can't be opened: " + cause());
    }
    ~Log() { ::close(file_); }  // frees nobody's lock: SQLite locks no byte of its log
    Log(Log const&) = delete;
    Log& operator=(Log const&) = delete;

    void sync() const {
        if (::fdatasync(file_) != 0) throw DiskFailed(path_ + " is not on the disk: " + cause());
    }

private:
    static std::string cause() { return std::system_category().message(errno); }

    std::string path_;
    int file_;
};

}  // namespace

SqliteDatabase::SqliteDatabase(std::string path) : path_(std::move(path)) {
    if (path_.empty())
        throw Broken("the database's address names no file. Write it like sqlite:/path/withy.db");
    // The first connection for writing makes the file, which those for reading need.
    connect(Mode::write);
}

std::unique_ptr<Connection> SqliteDatabase::connect(Mode mode) {
    return with_vault(std::make_unique<SqliteConnection>(path_, mode));
}

// A commit leaves its pages in the log; the log's own header and every checkpoint are synced by SQLite.
// Reading makes SQLite open its log.
Writer SqliteDatabase::connect_writer() {
    auto connection = connect(Mode::write);
    connection->run("PRAGMA synchronous = NORMAL");
    connection->the<std::int64_t>("SELECT count(*) FROM sqlite_master");
    auto const log = std::make_shared<Log>(path_ + "-wal");
    return {.connection = std::move(connection), .sync = [log] { log->sync(); }, .path = path_};
}

}  // namespace db
