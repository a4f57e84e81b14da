#include "db/postgresql_connection.hpp"

#include <array>
#include <charconv>

#include "db/as_sent.hpp"
#include "db/postgresql_errors.hpp"

namespace db {
namespace {

constexpr auto settings = R"(
    SET timezone = 'UTC';
    SET lock_timeout = '2s';)";

constexpr auto settings_for_reading = R"(
    SET default_transaction_read_only = on;)";

constexpr auto begin_reading = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
constexpr auto begin_writing = "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE";

// What stands before the address may be set differently in it; what stands after may not.
PGconn* connect_to(std::string const& url) {
    constexpr std::array keys{
        "connect_timeout",
        "tcp_user_timeout",
        "fallback_application_name",
        "dbname",
        "client_encoding",
        static_cast<char const*>(nullptr)};
    std::array const values{"10", "10000", "withy", url.c_str(), "UTF8", static_cast<char const*>(nullptr)};
    return PQconnectdbParams(keys.data(), values.data(), 1);
}

std::int64_t rows_touched(PGresult* result) {
    std::string_view const digits = PQcmdTuples(result);
    std::int64_t rows = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), rows);
    return rows;
}

}  // namespace

PostgresqlConnection::PostgresqlConnection(std::string const& url, Mode mode)
    : mode_(mode), handle_(connect_to(url)) {
    set_up();
}

void PostgresqlConnection::set_up() {
    if (is_broken())
        throw Broken(
            std::string("PostgreSQL can't be reached: ") + PQerrorMessage(handle_.get()) +
            "Check the database's address and that the server runs"
        );
    PQsetNoticeProcessor(
        handle_.get(), [](void*, char const*) {}, nullptr
    );
    command(settings);
    if (mode_ == Mode::read) command(settings_for_reading);
}

void PostgresqlConnection::reconnect() {
    statements_.clear();
    PQreset(handle_.get());
    set_up();
}

void PostgresqlConnection::begin(Mode mode) {
    if (mode == Mode::write && mode_ == Mode::read) throw Broken("a connection for reading can't write");
    auto const* const text = mode == Mode::read ? begin_reading : begin_writing;

    forget_school();
    if (is_broken()) reconnect();
    // That an idle connection broke shows only once it is used.
    PostgresqlResult const result(PQexec(handle_.get(), text));
    if (went_well(result.get())) return;
    if (!is_broken()) throw_postgresql_error(handle_.get(), result.get(), text);
    reconnect();
    command(text);
}

void PostgresqlConnection::commit() {
    keep_keys();
    auto const result = command("COMMIT");
    forget_school();
    // So PostgreSQL answers where a statement had failed before.
    if (std::string_view(PQcmdStatus(result.get())) == "ROLLBACK")
        throw Broken("the transaction had failed before its commit");
}

void PostgresqlConnection::rollback() noexcept {
    forget_school();
    if (PQtransactionStatus(handle_.get()) == PQTRANS_IDLE) return;
    PostgresqlResult const ignored(PQexec(handle_.get(), "ROLLBACK"));
}

void PostgresqlConnection::rollback_to_savepoint() {
    command("ROLLBACK TO SAVEPOINT inner_part");
    // The server has gone back to the school that it knew at the savepoint.
    shown_.reset();
}

std::int64_t PostgresqlConnection::execute(Sql sql, std::span<Value const> values, OnRow on_row) {
    ++statements_run_;
    if (opening_.school != shown_) show_entered_school();

    parameters_.fill(values);
    PostgresqlResult const result(PQexecPrepared(
        handle_.get(),
        prepared(sql).c_str(),
        parameters_.count(),
        parameters_.data(),
        parameters_.lengths(),
        parameters_.formats(),
        0
    ));
    check_postgresql(handle_.get(), result.get(), sql.text());

    for (int number = 0; number < PQntuples(result.get()); ++number)
        on_row(PostgresqlRow(result.get(), number, opening_));
    return rows_touched(result.get());
}

void PostgresqlConnection::forget_school() {
    opening_.school.reset();
    shown_.reset();
}

void PostgresqlConnection::show_entered_school() {
    auto const text =
        "SELECT set_config('withy.school', '" + std::to_string(opening_.school->number) + "', true)";
    command(text.c_str());
    shown_ = opening_.school;
}

std::string const& PostgresqlConnection::prepared(Sql sql) {
    auto const found = statements_.find(sql.key());
    if (found != statements_.end()) return found->second;

    auto name = "s" + std::to_string(statements_.size());
    PostgresqlResult const result(PQprepare(
        handle_.get(), name.c_str(), as_sent(sql.text()).c_str(), parameters_.count(), parameters_.types()
    ));
    check_postgresql(handle_.get(), result.get(), sql.text());
    return statements_.emplace(sql.key(), std::move(name)).first->second;
}

PostgresqlResult PostgresqlConnection::command(char const* text) {
    PostgresqlResult result(PQexec(handle_.get(), text));
    check_postgresql(handle_.get(), result.get(), text);
    return result;
}

}  // namespace db
