#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readings/readings.hpp"

namespace app {

// Files beside a SQLite database in which reads stand, while many read, until the writer has put them into
// the log: a page waits for one line here, and not for a commit after which every reader has to look at the
// whole database anew (decision record 30). A process that was killed leaves its files, and the next one
// takes what they hold; one that ends well leaves none. They name no child. Safe to call from any thread.
class ReadJournal {
public:
    // Of the database in this file; where there is none, nothing is taken.
    explicit ReadJournal(std::string database_path);
    ~ReadJournal();
    ReadJournal(ReadJournal const&) = delete;
    ReadJournal& operator=(ReadJournal const&) = delete;

    // What killed processes left, the oldest first. Another process's that still runs is left alone; a file
    // with a line that is no read stays beside the others under another name, once its reads are taken.
    std::vector<readings::OfPage> take_left();
    // What was taken from what others left is not of this database: says so in the log of the server, and
    // leaves it under names that nobody takes.
    void set_aside(std::string_view why);

    // Survives a killed process once it returns, and a power cut once `sync` did. Nothing where the file
    // takes no more, and else how many pages were added since the last turn.
    std::optional<std::size_t> add(readings::OfPage const& page);

    // How many pages were added since the last turn.
    std::size_t added() const { return added_; }
    // The lines of what was added since the last turn, which stand in files of their own from here on.
    std::string turn();
    // Everything that was left or added before the last turn was committed to the log.
    void note_committed();

    // Makes what was added so far survive a power cut, syncs the log by this, and removes the files of what
    // was committed before. Throws DiskFailed, and what the other throws.
    void sync(std::function<void()> const& sync_log);

private:
    class File;
    using Files = std::vector<std::shared_ptr<File>>;

    bool begin_where_none_is_open();

    std::string beginning_;  // of the files' names
    std::mutex mutex_;
    std::string lines_;  // of what was added since the last turn
    std::atomic<std::size_t> added_ = 0;
    Files open_;  // what was added since the last turn; the last of them is written to
    Files turned_;
    Files committed_;
    bool disk_failed_ = false;
};

}  // namespace app
