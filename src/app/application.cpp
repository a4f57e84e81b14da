#include "app/application.hpp"

#include <future>
#include <stdexcept>

#include "app/cookies.hpp"
#include "app/refusals.hpp"
#include "app/static_files.hpp"
#include "sign_in/sign_in.hpp"
#include "sign_in/store.hpp"

namespace app {
namespace {

constexpr std::size_t sqlite_readers = 2;
constexpr std::size_t postgresql_readers = 4;
constexpr std::size_t postgresql_writers = 4;
// Each waits for another server for some seconds at the most, and no page waits with it.
constexpr std::size_t callers = 4;
// All who write in one school add to its one log, so of two at once PostgreSQL sends one back to begin anew;
// and a withdrawal has to stand whoever else is writing.
constexpr int most_tries = 12;

// More than one person's browser asks for at a time.
constexpr std::size_t many_requests = 8;

// A whole school may share one network address, on the morning when everybody signs in too.
constexpr Allowance strangers_may{.at_once = 300, .a_minute = 120};
// Who looks for somebody types a name or two; who reads out the school letter by letter needs hundreds.
constexpr Allowance searchers_may{.at_once = 120, .a_minute = 60};

bool is_search(Request const& request) {
    return request.path == "/pupils" && !request.query.value("q").empty();
}

bool changes_something(Request const& request) { return request.method != "GET" && request.method != "HEAD"; }

bool writes(Request const& request) {
    return changes_something(request) || (request.route->writes && request.method == "GET");
}

}  // namespace

Application::Application(db::Database& database, Settings settings, Clock clock)
    : database_(database),
      settings_(std::move(settings)),
      clock_(std::move(clock)),
      routes_(all_routes()),
      forms_of_strangers_(strangers_may),
      searches_(searchers_may) {
    if (database_.engine() == db::Engine::sqlite) {
        checkpoints_ = std::make_unique<db::Checkpoints>(database_.connect(db::Mode::write));
        writer_ = std::make_unique<WriteQueue>(database_.connect_writer());
        readers_ = std::make_unique<WorkerPool>(database_, db::Mode::read, sqlite_readers);
    } else {
        page_queue_ = std::make_unique<PageQueue>(database_.connect(db::Mode::write));
        write_workers_ = std::make_unique<WorkerPool>(database_, db::Mode::write, postgresql_writers);
        readers_ = std::make_unique<WorkerPool>(database_, db::Mode::read, postgresql_readers);
    }
    if (settings_.providers) callers_ = std::make_unique<WorkerPool>(database_, db::Mode::read, callers);
}

// Each hands work to the next, and asks how many wait for a reader, so all of them stand until all have
// ended.
Application::~Application() {
    for (auto* const pool : {callers_.get(), readers_.get(), write_workers_.get()})
        if (pool) pool->end();
}

void Application::take(http::Request plain, http::Answer const& send) {
    if (auto file = static_file(plain)) return send(std::move(*file));
    if (plain.path == "/healthz" && writer_ && !writer_->saves()) return send(refusals::nothing_is_saved());
    on_a_reader(std::move(plain), send, [this](auto& db, auto whole, auto const& reply) {
        auto arrived = received(routes_, std::move(whole));
        if (!arrived) return reply(std::move(arrived.error()));
        if (too_often(*arrived, clock_())) return reply(refusals::too_often());
        read(db, std::make_shared<Request>(std::move(*arrived)), reply);
    });
}

void Application::ask_first(http::Request headers_only, http::Answer const& send) {
    on_a_reader(std::move(headers_only), send, [this](auto& db, auto plain, auto const& finish) {
        auto const asking = addressed(routes_, std::move(plain));
        if (!asking) return finish(asking.error());
        try {
            auto refusal = [&] {
                db::Transaction const transaction(db, db::Mode::read);
                return refused(db, settings_, *asking, clock_());
            }();
            if (refusal) return answer_once_noted(std::move(*refusal), finish);
            finish(http::Response{.status = 100, .headers = {}, .body = {}});
        } catch (...) {
            finish(refusals::broken(std::current_exception(), *asking));
        }
    });
}

void Application::on_a_reader(http::Request plain, http::Answer const& send, Serve serve) {
    if (settings_.secure_cookies) take_cookie_prefixes(plain);
    plain.remote_address = client_address(plain, settings_.trusted_proxies);

    Reply const reply{
        .send = send,
        .accepts = std::string(plain.header("accept-encoding")),
        .secure = settings_.secure_cookies};
    auto shared = std::make_shared<http::Request>(std::move(plain));
    bool const taken = workers_for(*shared).push([shared, reply, serve = std::move(serve)](db::Connection& db
                                                 ) { serve(db, std::move(*shared), reply); });
    if (!taken) reply(refusals::too_busy());
}

WorkerPool& Application::workers_for(http::Request const& request) {
    auto const found = routes_.find(request.method, request.path);
    bool const waits = callers_ && found.route != nullptr && found.route->calls_out;
    return waits ? *callers_ : *readers_;
}

// On a reading worker: answers what only reads, prepares what writes and hands it on.
void Application::read(db::Connection& db, Arrived const& request, Reply const& reply) {
    try {
        if (writes(*request)) {
            if (auto early = prepare(db, settings_, *request, clock_()))
                return answer_once_noted(std::move(*early), reply);
            return write(request, reply);
        }
        auto const now = clock_();
        db::Transaction transaction(db, db::Mode::read);
        auto answered = app::answered(db, settings_, *request, now);
        transaction.commit();
        bool const uses_the_sign_in = answered.uses_the_sign_in;
        answer_once_noted(std::move(answered), reply);
        if (uses_the_sign_in) note_seen(request->token_hash, now);
    } catch (...) {
        db.rollback();
        reply(refusals::broken(std::current_exception(), *request));
    }
}

// It is dressed here, so that whoever writes for everybody has only to send it.
void Application::answer_once_noted(Answered answered, Reply const& reply) {
    if (answered.page.reads.empty() && !answered.refuses) return reply(std::move(answered.response));
    Page page{
        .page = std::move(answered.page),
        .response = reply.dressed(std::move(answered.response)),
        .refuse = [reply](auto const& cause) { return reply.dressed(refusals::read_not_noted(cause)); },
        .answer = reply.send,
        .others_wait = readers_->waiting() >= many_requests};
    if (answered.refuses)
        page.refuse = [same = page.response](auto const& cause) {
            refusals::note_unnoted(cause);
            return same;
        };
    auto const refuse = page.refuse;
    bool const taken = writer_ ? writer_->push(std::move(page)) : page_queue_->push(std::move(page));
    if (!taken) reply.send(refuse(std::make_exception_ptr(std::runtime_error("too many pages wait"))));
}

void Application::write(Arrived const& request, Reply const& reply) {
    if (!writer_) {
        bool const taken = write_workers_->push([this, request, reply](db::Connection& db) {
            write_alone(db, request, reply);
        });
        if (!taken) reply(refusals::too_busy());
        return;
    }
    bool const taken = writer_->push(Write{
        .run = [this, request](db::Connection& db) { return answered(db, settings_, *request, clock_()); },
        .refuse = [request](std::exception_ptr const& cause) { return refusals::broken(cause, *request); },
        .answer = reply,
    });
    if (!taken) reply(refusals::too_busy());
}

// The log of reads is written after the change, not with it: all who read in the school add to its one end,
// and a change that waited for that would begin anew with each of them.
void Application::write_alone(db::Connection& db, Arrived const& request, Reply const& reply) {
    for (int attempt = 1;; ++attempt) {
        try {
            db::Transaction transaction(db, db::Mode::write);
            auto answered = app::answered(db, settings_, *request, clock_());
            if (stays(answered.response)) transaction.commit();
            return answer_once_noted(std::move(answered), reply);
        } catch (db::Busy const&) {
            if (attempt == most_tries) return reply(refusals::broken(std::current_exception(), *request));
        } catch (...) {
            return reply(refusals::broken(std::current_exception(), *request));
        }
    }
}

// What only a token's or a name's guesser does often. Made-up people may be looked for at will.
bool Application::too_often(Request const& request, Instant now) {
    if (settings_.demonstration) return false;
    bool const costs = changes_something(request) || request.route->calls_out;
    if (request.route->needs == Permission::anyone && costs)
        return !forms_of_strangers_.allows(request.remote_address, now);
    return is_search(request) && !searches_.allows(request.token_hash, now);
}

// Keeps `seen_at` true to the minute without a write for every page.
void Application::note_seen(std::string const& token_hash, Instant now) {
    {
        std::lock_guard const lock(seen_mutex_);
        if (seen_.size() > 100'000) seen_.clear();
        auto& last = seen_[token_hash];
        if (now - last < sign_in::seen_every) return;
        last = now;
    }
    auto const note = [token_hash, now](db::Connection& db) {
        sign_in::store::note_seen(db, token_hash, now);
        return Answered{};
    };
    if (writer_) {
        writer_->push(Write{
            .run = note, .refuse = [](auto const&) { return http::Response{}; }, .answer = [](auto const&) {}}
        );
    } else {
        write_workers_->push([note](db::Connection& db) {
            try {
                db::Transaction transaction(db, db::Mode::write);
                note(db);
                transaction.commit();
            } catch (db::Busy const&) {
                // Someone else noted it in the same second.
            }
        });
    }
}

http::Response Application::handle(http::Request request) {
    // The worker keeps the promise alive until it is done with it, which may be after this thread has the
    // answer.
    auto const promise = std::make_shared<std::promise<http::Response>>();
    auto future = promise->get_future();
    take(std::move(request), [promise](http::Response response) { promise->set_value(std::move(response)); });
    return future.get();
}

std::size_t Application::body_limit(http::Request const& headers_only) const {
    auto const found = routes_.find(headers_only.method, headers_only.path);
    return found.route ? found.route->body_bytes : visits::form_bytes;
}

}  // namespace app
