#include "app/application.hpp"

#include <future>

#include "app/cookies.hpp"
#include "app/refusals.hpp"
#include "app/response_headers.hpp"
#include "app/setup.hpp"
#include "app/static_files.hpp"
#include "sign_in/sign_in.hpp"
#include "sign_in/store.hpp"

namespace app {
namespace {

constexpr std::size_t sqlite_readers = 2;
constexpr std::size_t postgresql_readers = 4;
constexpr std::size_t postgresql_writers = 4;
// All who write in one school add to its one log, so of two at once PostgreSQL sends one back to begin anew;
// and a withdrawal has to stand whoever else is writing.
constexpr int most_tries = 12;

// A whole school may share one network address, on the morning when everybody signs in too.
constexpr Allowance strangers_may{.at_once = 300, .a_minute = 120};
// Who looks for somebody types a name or two; who reads out the school letter by letter needs hundreds.
constexpr Allowance searchers_may{.at_once = 120, .a_minute = 60};

bool is_search(Request const& request) {
    return request.path == "/pupils" && !request.query.value("q").empty();
}

bool changes_something(Request const& request) { return request.method != "GET" && request.method != "HEAD"; }

}  // namespace

Application::Application(db::Database& database, Settings settings, Clock clock)
    : database_(database),
      settings_(std::move(settings)),
      clock_(std::move(clock)),
      routes_(all_routes()),
      forms_of_strangers_(strangers_may),
      searches_(searchers_may) {
    put_in_force(settings_.setup);
    if (database_.engine() == db::Engine::sqlite) {
        checkpoints_ = std::make_unique<db::Checkpoints>(database_.connect(db::Mode::write));
        writer_ = std::make_unique<WriteQueue>(database_.connect_writer());
        readers_ = std::make_unique<WorkerPool>(database_, db::Mode::read, sqlite_readers);
    } else {
        write_workers_ = std::make_unique<WorkerPool>(database_, db::Mode::write, postgresql_writers);
        readers_ = std::make_unique<WorkerPool>(database_, db::Mode::read, postgresql_readers);
    }
}

// Readers hand work to the writer, so they end first.
Application::~Application() { readers_.reset(); }

void Application::take(http::Request plain, http::Answer const& send) {
    if (auto file = static_file(plain)) return send(std::move(*file));
    if (plain.path == "/healthz" && writer_ && !writer_->saves()) return send(refusals::nothing_is_saved());
    on_a_reader(std::move(plain), send, [this](auto& db, auto whole, auto const& finish) {
        auto arrived = received(routes_, std::move(whole));
        if (!arrived) return finish(std::move(arrived.error()));
        if (too_often(*arrived, clock_())) return finish(refusals::too_often());
        read(db, std::make_shared<Request>(std::move(*arrived)), finish);
    });
}

void Application::ask_first(http::Request headers_only, http::Answer const& send) {
    on_a_reader(std::move(headers_only), send, [this](auto& db, auto plain, auto const& finish) {
        auto const asking = addressed(routes_, std::move(plain));
        if (!asking) return finish(asking.error());
        try {
            db::Transaction const transaction(db, db::Mode::read);
            auto refusal = refused(db, settings_, *asking, clock_());
            finish(refusal ? std::move(*refusal) : http::Response{.status = 100, .headers = {}, .body = {}});
        } catch (...) {
            finish(refusals::broken(std::current_exception(), *asking));
        }
    });
}

void Application::on_a_reader(http::Request plain, http::Answer const& send, Serve serve) {
    if (settings_.secure_cookies) take_cookie_prefixes(plain);
    plain.remote_address = client_address(plain, settings_.trusted_proxies);

    auto const finish = [send,
                         accepts = std::string(plain.header("accept-encoding")),
                         secure = settings_.secure_cookies](http::Response response) {
        send(with_headers(std::move(response), accepts, secure));
    };
    auto shared = std::make_shared<http::Request>(std::move(plain));
    bool const taken = readers_->push([shared, finish, serve = std::move(serve)](db::Connection& db) {
        serve(db, std::move(*shared), finish);
    });
    if (!taken) finish(refusals::too_busy());
}

// On a reading worker: answers what only reads, prepares what writes and hands it on.
void Application::read(db::Connection& db, Arrived const& request, http::Answer const& answer_with) {
    try {
        if (changes_something(*request)) {
            if (auto early = prepare(db, settings_, *request, clock_()))
                return answer_with(std::move(*early));
            return write(request, answer_with);
        }
        auto const now = clock_();
        db::Transaction transaction(db, db::Mode::read);
        auto [response, uses_the_sign_in] = answered(db, settings_, *request, now);
        transaction.commit();
        answer_with(std::move(response));
        if (uses_the_sign_in) note_seen(request->token_hash, now);
    } catch (...) {
        db.rollback();
        answer_with(refusals::broken(std::current_exception(), *request));
    }
}

void Application::write(Arrived const& request, http::Answer const& answer_with) {
    if (!writer_) {
        bool const taken = write_workers_->push([this, request, answer_with](db::Connection& db) {
            write_alone(db, request, answer_with);
        });
        if (!taken) answer_with(refusals::too_busy());
        return;
    }
    bool const taken = writer_->push({
        .run = [this, request](db::Connection& db) { return answer(db, settings_, *request, clock_()); },
        .refuse = [request](std::exception_ptr const& cause) { return refusals::broken(cause, *request); },
        .answer = answer_with,
    });
    if (!taken) answer_with(refusals::too_busy());
}

void Application::write_alone(db::Connection& db, Arrived const& request, http::Answer const& answer_with) {
    for (int attempt = 1;; ++attempt) {
        try {
            db::Transaction transaction(db, db::Mode::write);
            auto response = answer(db, settings_, *request, clock_());
            if (stays(response)) transaction.commit();
            return answer_with(std::move(response));
        } catch (db::Busy const&) {
            if (attempt == most_tries)
                return answer_with(refusals::broken(std::current_exception(), *request));
        } catch (...) {
            return answer_with(refusals::broken(std::current_exception(), *request));
        }
    }
}

// What only a token's or a name's guesser does often. Made-up people may be looked for at will.
bool Application::too_often(Request const& request, Instant now) {
    if (settings_.demonstration) return false;
    if (request.route->needs == Permission::anyone && changes_something(request))
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
        return http::Response{};
    };
    if (writer_) {
        writer_->push(
            {.run = note,
             .refuse = [](auto const&) { return http::Response{}; },
             .answer = [](auto const&) {}}
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
