#include "app/write_queue.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "db/patiently.hpp"
#include "readings/line_rules.hpp"

namespace app {
namespace {

constexpr std::size_t most_together = 64;
constexpr std::size_t most_waiting = 4096;
// A page waits so often, 200 ms each time, while another process holds the database.
constexpr int most_tries = 25;

}  // namespace

bool stays(http::Response const& response) { return response.status < 400 || response.keeps_writes; }

WriteQueue::WriteQueue(db::Writer writer, JournalPace pace)
    : connection_(std::move(writer.connection)),
      pace_(pace),
      journal_(std::move(writer.path)),
      committed_([this, sync = std::move(writer.sync)] { journal_.sync(sync); }) {
    move_what_was_left();
    thread_ = std::thread([this] { work(); });
}

WriteQueue::~WriteQueue() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    something_waits_.notify_one();
    thread_.join();
}

bool WriteQueue::push(Write write) {
    {
        std::lock_guard const lock(mutex_);
        if (is_full()) return false;
        waiting_.push_back(std::move(write));
    }
    something_waits_.notify_one();
    return true;
}

// A line is written into the journal outside of the lock, or those who read would wait for each other's.
bool WriteQueue::push(Page page) {
    if (auto const added = goes_by_the_journal(page) ? journal_.add(page.page) : std::nullopt) {
        if (*added == 1 || *added >= pace_.long_from) wake_the_writer();
        committed_.sync_soon();
        page.answer(std::move(page.response));
        return true;
    }
    {
        std::lock_guard const lock(mutex_);
        if (is_full()) return false;
        waiting_pages_.push_back(std::move(page));
    }
    something_waits_.notify_one();
    return true;
}

// Under the lock, so that the writer has either seen what was added or waits already.
void WriteQueue::wake_the_writer() {
    std::lock_guard const lock(mutex_);
    something_waits_.notify_one();
}

bool WriteQueue::goes_by_the_journal(Page const& page) {
    std::lock_guard const lock(mutex_);
    if (is_full()) return false;
    others_waited_ = others_waited_ || page.others_wait;
    if (page.others_wait && !many_read_) {
        many_read_ = true;
        moved_at_ = std::chrono::steady_clock::now();
        something_waits_.notify_one();
    }
    return many_read_ && !could_not_move_ && journal_.added() < pace_.most && saves();
}

bool WriteQueue::is_full() const {
    return stopping_ || waiting_.size() + waiting_pages_.size() + committed_.waiting() >= most_waiting;
}

void WriteQueue::work() {
    while (auto taken = take_waiting()) commit_together(std::move(*taken));
}

// What was taken into the journal waits for the end of the rest, and for nothing else.
bool WriteQueue::something_waits() const {
    return stopping_ || !waiting_.empty() || !waiting_pages_.empty() || journal_is_long();
}

// Not where it could not be moved: that takes a rest.
bool WriteQueue::journal_is_long() const { return !could_not_move_ && journal_.added() >= pace_.long_from; }

bool WriteQueue::something_is_journaled() const {
    return !gave_up_ && (!not_moved_.empty() || journal_.added() > 0);
}

std::optional<WriteQueue::Taken> WriteQueue::take_waiting() {
    std::unique_lock lock(mutex_);
    auto const rests = [this] { return many_read_ || something_is_journaled(); };
    something_waits_.wait(lock, [&] { return something_waits() || rests(); });
    if (rests())
        something_waits_.wait_until(lock, moved_at_ + pace_.rest, [this] { return something_waits(); });
    if (stopping_ && waiting_.empty() && waiting_pages_.empty() && !something_is_journaled())
        return std::nullopt;
    Taken taken{};
    auto const now = std::chrono::steady_clock::now();
    bool const rest_is_over = stopping_ || journal_is_long() || now >= moved_at_ + pace_.rest;
    if (rest_is_over) {
        if (something_is_journaled()) taken.journaled = std::exchange(not_moved_, {}) + journal_.turn();
        many_read_ = std::exchange(others_waited_, false);
        moved_at_ = now;
    }
    // Alone where it failed before, so that nothing that is saved fails with it.
    if (could_not_move_ && !taken.journaled.empty()) return taken;
    taken.pages = std::exchange(waiting_pages_, {});
    while (!waiting_.empty() && taken.writes.size() < most_together) {
        taken.writes.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    return taken;
}

// What waits in the journal has left already, so it is tried again for as long as it takes; pages wait for
// their commit until it went well. What a server that ends could not put into the log, the next one will: all
// that stands in its files, since what was turned is noted as committed together.
void WriteQueue::keep_in_journal(std::string journaled) {
    if (journaled.empty()) return;
    std::lock_guard const lock(mutex_);
    could_not_move_ = true;
    gave_up_ = stopping_;
    not_moved_ = std::move(journaled);
}

void WriteQueue::note_moved() {
    journal_.note_committed();
    std::lock_guard const lock(mutex_);
    could_not_move_ = false;
}

// What a process that was killed had still to put into the log; it may have put some of it there. Another
// process that writes for a moment is waited for. What the log refuses is of other data, such as of a
// database that a backup has replaced: it is set aside, and the server starts.
void WriteQueue::move_what_was_left() {
    auto const left = journal_.take_left();
    if (left.empty()) return;
    try {
        db::patiently([&] { add_what_was_left(left); });
        journal_.note_committed();
        committed_.sync_soon();
    } catch (db::Refused const& refused) {
        journal_.set_aside(refused.what());
    }
}

void WriteQueue::add_what_was_left(std::vector<readings::OfPage> const& left) {
    try {
        connection_->begin(db::Mode::write);
        for (auto const& page : readings::not_in_the_log(*connection_, left)) log_.add(*connection_, page);
        log_.keep_ends(*connection_);
        connection_->commit();
    } catch (...) {
        connection_->rollback();
        log_.forget();
        throw;
    }
}

void WriteQueue::commit_together(Taken taken) {
    if (taken.writes.empty() && taken.pages.empty() && taken.journaled.empty()) return;
    std::vector<Answered> answers;
    try {
        answers = run_all(taken);
    } catch (db::DiskFailed const&) {
        committed_.fail(std::current_exception());
        return undo(std::move(taken), std::current_exception());
    } catch (...) {
        return undo(std::move(taken), std::current_exception());
    }
    if (!taken.journaled.empty()) note_moved();
    for (auto& page : taken.pages) page.answer(std::move(page.response));
    if (!taken.pages.empty() || !taken.journaled.empty()) committed_.sync_soon();
    std::vector<CommittedWrite> committed;
    for (std::size_t i = 0; i < taken.writes.size(); ++i)
        committed.push_back({std::move(taken.writes[i]), std::move(answers[i].response)});
    if (!committed.empty()) committed_.push(std::move(committed));
}

void WriteQueue::undo(Taken taken, std::exception_ptr const& cause) {
    refuse(taken.writes, cause);
    keep_in_journal(std::move(taken.journaled));
    try {
        std::rethrow_exception(cause);
    } catch (db::Busy const&) {
        return wait_again(std::move(taken.pages), cause);
    } catch (db::Refused const&) {
        // Another process has added to a log of reads; its end is looked for anew.
        return wait_again(std::move(taken.pages), cause);
    } catch (...) {
        // refused like the writes
    }
    refuse(taken.pages, cause);
}

std::vector<Answered> WriteQueue::run_all(Taken const& taken) {
    if (!saves()) throw NothingIsSaved();
    std::vector<Answered> answers;
    connection_->begin(db::Mode::write);
    for (auto const& write : taken.writes) answers.push_back(run_alone(write));
    for (auto const& answered : answers) log_.add(*connection_, answered.page);
    add_to_log(taken.journaled);
    for (auto const& page : taken.pages) log_.add(*connection_, page.page);
    log_.keep_ends(*connection_);
    connection_->commit();
    return answers;
}

// One after the other, so that thousands of pages need the room of one.
void WriteQueue::add_to_log(std::string_view journaled) {
    while (!journaled.empty()) {
        auto const end = journaled.find('\n') + 1;
        log_.add(*connection_, readings::page_in(journaled.substr(0, end)).value());
        journaled.remove_prefix(end);
    }
}

void WriteQueue::refuse(std::deque<Write> const& writes, std::exception_ptr const& cause) {
    connection_->rollback();
    log_.forget();
    for (auto const& write : writes) write.answer(write.refuse(cause));
}

void WriteQueue::refuse(std::deque<Page> const& pages, std::exception_ptr const& cause) {
    for (auto const& page : pages) page.answer(page.refuse(cause));
}

// Nobody has to send a page again because a command wrote for a moment.
void WriteQueue::wait_again(std::deque<Page> pages, std::exception_ptr const& cause) {
    std::deque<Page> given_up;
    for (auto& page : pages) ++page.tries;
    auto const tired =
        std::partition(pages.begin(), pages.end(), [](Page const& page) { return page.tries < most_tries; });
    std::move(tired, pages.end(), std::back_inserter(given_up));
    pages.erase(tired, pages.end());
    refuse(given_up, cause);
    std::lock_guard const lock(mutex_);
    std::ranges::move(pages, std::front_inserter(waiting_pages_));
}

// What a write throws undoes it alone. A full disk ends the whole transaction, since SQLite may have undone
// it already; so does a savepoint that can't be gone back to.
Answered WriteQueue::run_alone(Write const& write) {
    connection_->savepoint();
    try {
        auto answered = write.run(*connection_);
        if (!stays(answered.response)) connection_->rollback_to_savepoint();
        connection_->release_savepoint();
        return answered;
    } catch (db::Full const&) {
        throw;
    } catch (db::DiskFailed const&) {
        throw;
    } catch (...) {
        connection_->rollback_to_savepoint();
        connection_->release_savepoint();
        return {.response = write.refuse(std::current_exception())};
    }
}

}  // namespace app
