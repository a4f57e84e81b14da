#include "app/page_queue.hpp"

#include <utility>

namespace app {
namespace {

constexpr std::size_t most_waiting = 4096;
// As many as a save gets (application.cpp): the school's log is written by every server.
constexpr int most_tries = 12;

}  // namespace

PageQueue::PageQueue(std::unique_ptr<db::Connection> connection)
    : connection_(std::move(connection)), thread_([this] { work(); }) {}

PageQueue::~PageQueue() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    something_waits_.notify_one();
    thread_.join();
}

bool PageQueue::push(Page page) {
    {
        std::lock_guard const lock(mutex_);
        if (stopping_ || waiting_.size() >= most_waiting) return false;
        waiting_.push_back(std::move(page));
    }
    something_waits_.notify_one();
    return true;
}

void PageQueue::work() {
    for (;;) {
        auto pages = take_waiting();
        if (pages.empty()) return;
        write_and_answer(pages);
    }
}

std::vector<Page> PageQueue::take_waiting() {
    std::unique_lock lock(mutex_);
    something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    return std::exchange(waiting_, {});
}

void PageQueue::write_and_answer(std::vector<Page>& pages) {
    std::exception_ptr failure;
    for (int attempt = 1; attempt <= most_tries; ++attempt) {
        failure = nullptr;
        try {
            write(pages);
            break;
        } catch (db::Busy const&) {
            failure = std::current_exception();
        } catch (db::Refused const&) {
            failure = std::current_exception();  // another server has taken this number
        } catch (...) {
            failure = std::current_exception();
            break;
        }
    }
    for (auto& page : pages) page.answer(failure ? page.refuse(failure) : std::move(page.response));
}

void PageQueue::write(std::vector<Page> const& pages) {
    log_.forget();
    db::Transaction transaction(*connection_, db::Mode::write);
    for (auto const& page : pages) log_.add(*connection_, page.page);
    log_.keep_ends(*connection_);
    transaction.commit();
}

}  // namespace app
