#include "app/write_queue.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace app {
namespace {

constexpr std::size_t most_together = 64;
constexpr std::size_t most_waiting = 4096;
// A page waits so often, 200 ms each time, while another process holds the database.
constexpr int most_tries = 25;

}  // namespace

bool stays(http::Response const& response) { return response.status < 400 || response.keeps_writes; }

WriteQueue::WriteQueue(db::Writer writer)
    : connection_(std::move(writer.connection)),
      committed_(std::move(writer.sync)),
      thread_([this] { work(); }) {}

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

bool WriteQueue::push(Page page) {
    {
        std::lock_guard const lock(mutex_);
        if (is_full()) return false;
        waiting_pages_.push_back(std::move(page));
    }
    something_waits_.notify_one();
    return true;
}

bool WriteQueue::is_full() const {
    return stopping_ || waiting_.size() + waiting_pages_.size() + committed_.waiting() >= most_waiting;
}

void WriteQueue::work() {
    for (;;) {
        auto taken = take_waiting();
        if (taken.writes.empty() && taken.pages.empty()) return;
        commit_together(std::move(taken));
    }
}

WriteQueue::Taken WriteQueue::take_waiting() {
    std::unique_lock lock(mutex_);
    something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty() || !waiting_pages_.empty(); });
    Taken taken{.writes = {}, .pages = std::exchange(waiting_pages_, {})};
    while (!waiting_.empty() && taken.writes.size() < most_together) {
        taken.writes.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    return taken;
}

void WriteQueue::commit_together(Taken taken) {
    std::vector<Answered> answers;
    try {
        answers = run_all(taken);
    } catch (db::DiskFailed const&) {
        committed_.fail(std::current_exception());
        refuse(taken.writes, std::current_exception());
        return refuse(taken.pages, std::current_exception());
    } catch (db::Busy const&) {
        refuse(taken.writes, std::current_exception());
        return wait_again(std::move(taken.pages), std::current_exception());
    } catch (db::Refused const&) {
        // Another process has added to a log of reads; its end is looked for anew.
        refuse(taken.writes, std::current_exception());
        return wait_again(std::move(taken.pages), std::current_exception());
    } catch (...) {
        refuse(taken.writes, std::current_exception());
        return refuse(taken.pages, std::current_exception());
    }
    for (auto& page : taken.pages) page.answer(std::move(page.response));
    if (!taken.pages.empty()) committed_.sync_soon();
    std::vector<CommittedWrite> committed;
    for (std::size_t i = 0; i < taken.writes.size(); ++i)
        committed.push_back({std::move(taken.writes[i]), std::move(answers[i].response)});
    if (!committed.empty()) committed_.push(std::move(committed));
}

std::vector<Answered> WriteQueue::run_all(Taken const& taken) {
    if (!saves()) throw NothingIsSaved();
    std::vector<Answered> answers;
    connection_->begin(db::Mode::write);
    for (auto const& write : taken.writes) answers.push_back(run_alone(write));
    for (auto const& answered : answers) log_.add(*connection_, answered.page);
    for (auto const& page : taken.pages) log_.add(*connection_, page.page);
    log_.keep_ends(*connection_);
    connection_->commit();
    return answers;
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
