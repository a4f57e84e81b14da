#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "db/connection.hpp"

namespace db {

// Moves what SQLite's write-ahead log holds into the database file, again and again on a thread of its own,
// so that no save waits for it. Without this the writer does it itself once the log is 256 MB long. Source:
// https://www.sqlite.org/wal.html, "Avoiding Excessively Large WAL Files". Once an hour it empties the log's
// file, so that what was erased has left that too.
class Checkpoints {
public:
    static constexpr int rounds_of_an_hour = 36000;
    explicit Checkpoints(std::unique_ptr<Connection> connection, int rounds_to_empty = rounds_of_an_hour);
    ~Checkpoints();
    Checkpoints(Checkpoints const&) = delete;
    Checkpoints& operator=(Checkpoints const&) = delete;

private:
    void work();

    std::unique_ptr<Connection> connection_;
    int rounds_to_empty_;
    std::mutex mutex_;
    std::condition_variable ends_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace db
