// The floor below a page: the statements that it runs, through sqlite3 alone, on one thread, without a
// server. They are recorded from the product itself, so that they are the page's own.
//     floor DATABASE DAYS SECONDS [each] <PAGES
// Each line of PAGES is "name<TAB>path<TAB>school<TAB>person", of the demonstration's people; DAYS from today
// the page is asked for. Prints "name<TAB>statements a page<TAB>pages a second", and how often a second one
// change is committed. With "each" it prints what every statement takes of a page instead, the dearest first.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>

#include "app/application.hpp"
#include "base/secret.hpp"
#include "child_keys/vault.hpp"
#include "http/parse.hpp"
#include "support/recording_database.hpp"

namespace {

using Steady = std::chrono::steady_clock;
using Bound = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Statement {
    std::string sql;
    std::vector<Bound> values;
};
using Statements = std::vector<Statement>;

Bound kept(db::Value const& value) {
    struct Keep {
        Bound operator()(db::Null) const { return std::monostate{}; }
        Bound operator()(bool flag) const { return std::int64_t{flag}; }
        Bound operator()(std::int64_t number) const { return number; }
        Bound operator()(double number) const { return number; }
        Bound operator()(std::string_view text) const { return std::string(text); }
        Bound operator()(db::BytesView bytes) const { return std::string(bytes.data); }
    };
    return std::visit(Keep{}, value);
}

Statements* recorded_into = nullptr;  // while a page is asked for; one page at a time

void record(db::Sql sql, std::span<db::Value const> values) {
    if (!recorded_into) return;
    Statement statement{std::string(sql.text()), {}};
    for (auto const& value : values) statement.values.push_back(kept(value));
    recorded_into->push_back(std::move(statement));
}

[[noreturn]] void fail(std::string const& what) {
    std::cerr << "floor: " << what << '\n';
    std::exit(1);
}

http::Request request_for(std::string method, std::string_view path) {
    auto const target = http::parse_target(path);
    if (!target) fail("no path: " + std::string(path));
    http::Request request;
    request.method = std::move(method);
    request.path = target->path;
    request.query = target->query;
    request.remote_address = "127.0.0.1";
    return request;
}

std::string signed_in(app::Application& application, std::string const& school, std::string const& person) {
    auto request = request_for("POST", "/demonstration");
    request.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    request.body = "school=" + school + "&person=" + person;
    for (auto const& [name, value] : application.handle(std::move(request)).headers)
        if (name == "Set-Cookie") return value.substr(0, value.find(';'));
    fail("nobody could be signed in");
}

Statements statements_of(app::Application& application, std::string const& path, std::string const& cookie) {
    auto request = request_for("GET", path);
    request.headers = {{"cookie", cookie}};
    Statements statements;
    recorded_into = &statements;
    auto const status = application.handle(std::move(request)).status;
    recorded_into = nullptr;
    if (status != 200) fail(path + " answered " + std::to_string(status));
    return statements;
}

class Replay {
public:
    explicit Replay(std::string const& path)
        : handle_(db::open_sqlite(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)) {
        run("PRAGMA synchronous = FULL");
        run("PRAGMA mmap_size = 0");
        run("PRAGMA cache_size = -65536");
    }
    ~Replay() {
        for (auto& [sql, statement] : prepared_) sqlite3_finalize(statement);
    }
    Replay(Replay const&) = delete;
    Replay& operator=(Replay const&) = delete;

    void run(char const* sql) {
        if (sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(sqlite3_errmsg(handle_.get()));
    }

    void page(Statements const& statements) {
        step({"BEGIN", {}});
        for (auto const& statement : statements) step(statement);
        step({"COMMIT", {}});
    }

    void step(Statement const& one) {
        auto*& statement = prepared_[one.sql];
        if (!statement &&
            sqlite3_prepare_v2(handle_.get(), one.sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            fail(sqlite3_errmsg(handle_.get()));
        int at = 0;
        for (auto const& value : one.values) bind(statement, ++at, value);
        int code = 0;
        while ((code = sqlite3_step(statement)) == SQLITE_ROW) sqlite3_column_text(statement, 0);
        if (code != SQLITE_DONE) fail(sqlite3_errmsg(handle_.get()));
        sqlite3_reset(statement);
    }

private:
    static void bind(sqlite3_stmt* statement, int at, Bound const& value) {
        if (auto const* number = std::get_if<std::int64_t>(&value))
            sqlite3_bind_int64(statement, at, *number);
        if (auto const* real = std::get_if<double>(&value)) sqlite3_bind_double(statement, at, *real);
        if (auto const* text = std::get_if<std::string>(&value))
            sqlite3_bind_text(statement, at, text->data(), static_cast<int>(text->size()), SQLITE_STATIC);
    }

    db::SqliteHandle handle_;
    std::map<std::string, sqlite3_stmt*> prepared_;
};

template <class Work>
double a_second(double for_seconds, Work const& work) {
    auto const began = Steady::now();
    std::chrono::duration<double> taken{};
    std::size_t done = 0;
    for (; taken.count() < for_seconds; taken = Steady::now() - began) work(done++);
    return static_cast<double>(done) / taken.count();
}

void print_each(
    Replay& replay, std::string const& name, std::vector<Statements> const& pages, double seconds
) {
    std::map<std::string, double> microseconds;
    std::size_t done = 0;
    for (auto const began = Steady::now(); Steady::now() - began < std::chrono::duration<double>(seconds);
         ++done) {
        for (auto const& statement : pages[done % pages.size()]) {
            auto const before = Steady::now();
            replay.step(statement);
            microseconds[statement.sql] +=
                std::chrono::duration<double, std::micro>(Steady::now() - before).count();
        }
    }
    std::vector<std::pair<double, std::string>> dearest;
    for (auto const& [sql, taken] : microseconds)
        dearest.emplace_back(taken / static_cast<double>(done), sql);
    std::ranges::sort(dearest, std::greater{});
    for (auto const& [taken, sql] : dearest)
        std::printf("%s\t%.1f us\t%s\n", name.c_str(), taken, sql.c_str());
}

}  // namespace

int main(int count, char** arguments) {
    bool const each = count == 5 && arguments[4] == std::string_view("each");
    if (count != 4 && !each) fail("use floor DATABASE DAYS SECONDS [each] <PAGES");
    auto const later = std::atoi(arguments[2]) * 24 * hours;
    auto const long_enough = std::atof(arguments[3]);
    std::map<std::string, std::vector<Statements>> pages;
    {
        support::RecordingDatabase database(arguments[1], record);
        // Which statements a page runs does not depend on what the words say, so no key is needed.
        database.opens_with(std::make_shared<child_keys::Vault>(":memory:", sealed::new_key()));
        app::Application application(database, {.demonstration = true}, [later] {
            return clock_reading() + later;
        });
        for (std::string line; std::getline(std::cin, line);) {
            std::istringstream parts(line);
            std::string name, path, school, person;
            for (auto* part : {&name, &path, &school, &person}) std::getline(parts, *part, '\t');
            pages[name].push_back(statements_of(application, path, signed_in(application, school, person)));
        }
    }
    Replay replay(arguments[1]);
    for (auto const& [name, one] : pages) {
        for (auto const& statements : one) replay.page(statements);  // warms the cache
        if (each) {
            print_each(replay, name, one, long_enough);
            continue;
        }
        auto const rate = a_second(long_enough, [&](std::size_t at) { replay.page(one[at % one.size()]); });
        std::printf("%s\t%zu\t%.0f\n", name.c_str(), one.front().size(), rate);
    }
    if (each) return 0;
    replay.run("CREATE TABLE IF NOT EXISTS bench_floor (id INTEGER PRIMARY KEY, words TEXT)");
    Statement const change{
        "INSERT INTO bench_floor (words) VALUES ('Asked to join a game, waited, took the no well.')", {}};
    std::printf("one change committed\t1\t%.0f\n", a_second(long_enough, [&](std::size_t) {
                    replay.step(change);
                }));
}
