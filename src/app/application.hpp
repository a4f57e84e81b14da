#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "app/pace.hpp"
#include "app/page_queue.hpp"
#include "app/pipeline.hpp"
#include "app/reply.hpp"
#include "app/route_table.hpp"
#include "app/settings.hpp"
#include "app/worker_pool.hpp"
#include "app/write_queue.hpp"
#include "db/checkpoints.hpp"
#include "db/database.hpp"
#include "http/server.hpp"

namespace app {

using Clock = std::function<Instant()>;

// The product behind its socket: takes requests, answers each from one transaction. Reads run on workers;
// writes on SQLite's one writer, or on PostgreSQL each on a worker, tried again up to three times where
// another was first. What tells of a child leaves once the log of reads says so.
class Application {
public:
    Application(db::Database& database, Settings settings, Clock clock = clock_reading);
    ~Application();

    // Returns at once; answers from another thread.
    void take(http::Request request, http::Answer const& answer);

    // The same, waiting for the answer: how tests and commands visit.
    http::Response handle(http::Request request);

    std::size_t body_limit(http::Request const& headers_only) const;

    // Answers 100 where who sends this may do what it asks for, so that its large body may come. Returns at
    // once.
    void ask_first(http::Request headers_only, http::Answer const& answer);

    RouteTable const& routes() const { return routes_; }

private:
    using Arrived = std::shared_ptr<Request>;
    using Serve = std::function<void(db::Connection&, http::Request, Reply const&)>;

    void on_a_reader(http::Request plain, http::Answer const& send, Serve serve);
    WorkerPool& workers_for(http::Request const& request);
    void read(db::Connection& db, Arrived const& request, Reply const& reply);
    void write(Arrived const& request, Reply const& reply);
    void write_alone(db::Connection& db, Arrived const& request, Reply const& reply);
    void answer_once_noted(Answered answered, Reply const& reply);
    bool too_often(Request const& request, Instant now);
    void note_seen(std::string const& token_hash, Instant now);

    db::Database& database_;
    Settings settings_;
    Clock clock_;
    RouteTable routes_;
    Pace forms_of_strangers_;  // by network address
    Pace searches_;            // by sign-in
    std::mutex seen_mutex_;
    std::unordered_map<std::string, Instant> seen_;
    std::unique_ptr<db::Checkpoints> checkpoints_;  // SQLite
    std::unique_ptr<WriteQueue> writer_;            // SQLite
    std::unique_ptr<PageQueue> page_queue_;         // PostgreSQL
    std::unique_ptr<WorkerPool> write_workers_;     // PostgreSQL
    std::unique_ptr<WorkerPool> readers_;
    std::unique_ptr<WorkerPool> callers_;  // where the operator set a provider
};

}  // namespace app
