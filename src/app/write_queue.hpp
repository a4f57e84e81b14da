#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "app/committed_writes.hpp"
#include "app/read_journal.hpp"
#include "app/write.hpp"
#include "db/database.hpp"
#include "readings/log_actions.hpp"

namespace app {

// When the journal of reads is moved into the log. A reader fetches what it needs of a large database in some
// 10 ms after each commit (docs/performance.md), so the writer rests between moves; a long journal is moved
// earlier, since saves wait as long as that takes, some 20 us a page; and where the writer falls so far
// behind, pages wait for it again.
struct JournalPace {
    std::chrono::milliseconds rest{5000};
    std::size_t long_from = 10'000;
    std::size_t most = 20'000;
};

// The one writer of a SQLite database. Takes all writes that wait, up to 64, runs each in its savepoint,
// commits them together, and goes on with the next while the disk writes these: they are answered once they
// survive a power cut, and one fsync serves many people. In the same commit it writes the log of reads for
// them and for the pages that wait; those are answered at once, and the disk has their entries within 100 ms.
// While many read, a page's reads stand in a journal, so that its answer leaves, and come into the log some
// seconds later: each commit makes every reader look at the database anew (decision record 30).
class WriteQueue {
public:
    explicit WriteQueue(db::Writer writer, JournalPace pace = {});
    ~WriteQueue();

    // Returns at once. False where too many wait already; then nothing will be answered.
    bool push(Write write);
    bool push(Page page);

    // Whether saving goes on: it does until the disk fails.
    bool saves() const { return !committed_.failed(); }

private:
    struct Taken {
        std::deque<Write> writes;
        std::deque<Page> pages;
        std::string journaled;
    };

    void move_what_was_left();
    void add_what_was_left(std::vector<readings::OfPage> const& left);
    void work();
    bool is_full() const;
    bool goes_by_the_journal(Page const& page);
    void wake_the_writer();
    bool something_waits() const;
    bool journal_is_long() const;
    bool something_is_journaled() const;
    std::optional<Taken> take_waiting();
    void commit_together(Taken taken);
    void undo(Taken taken, std::exception_ptr const& cause);
    std::vector<Answered> run_all(Taken const& taken);
    void refuse(std::deque<Write> const& writes, std::exception_ptr const& cause);
    void refuse(std::deque<Page> const& pages, std::exception_ptr const& cause);
    void wait_again(std::deque<Page> pages, std::exception_ptr const& cause);
    void keep_in_journal(std::string journaled);
    void add_to_log(std::string_view journaled);
    void note_moved();
    Answered run_alone(Write const& write);

    std::unique_ptr<db::Connection> connection_;
    JournalPace pace_;
    readings::Log log_;
    ReadJournal journal_;
    CommittedWrites committed_;
    std::mutex mutex_;
    std::condition_variable something_waits_;
    std::deque<Write> waiting_;
    std::deque<Page> waiting_pages_;
    std::string not_moved_;   // of the journal, where it was tried
    bool many_read_ = false;  // others waited for a worker while a page was made, in this rest or the last
    bool others_waited_ = false;                      // in this rest
    bool could_not_move_ = false;                     // the journal, when it was tried last
    bool gave_up_ = false;                            // moving it, since the server ends
    std::chrono::steady_clock::time_point moved_at_;  // when the journal was last moved into the log
    bool stopping_ = false;
    std::thread thread_;
};

// Whether what a handler wrote stays: it does unless the answer refuses.
bool stays(http::Response const& response);

}  // namespace app
