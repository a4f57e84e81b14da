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
    : mode_(mode), session_{.handle = {connect_to(url), {}}, .statements = {}} {
    set_up();
}

void PostgresqlConnection::set_up() {
    if (is_broken())
        throw Broken(
            std::string("PostgreSQL can't be reached: ") + PQerrorMessage(handle()) +
            "Check the database's address and that the server runs"
        );
    PQsetNoticeProcessor(
        handle(), [](void*, char const*) {}, nullptr
    );
    command(settings);
    if (mode_ == Mode::read) command(settings_for_reading);
}

void PostgresqlConnection::reconnect() {
    session_.statements.clear();
    PQreset(handle());
    set_up();
}

void PostgresqlConnection::begin(Mode mode) {
    if (mode == Mode::write && mode_ == Mode::read) throw Broken("a connection for reading can't write");
    auto const* const text = mode == Mode::read ? begin_reading : begin_writing;

    forget_school();
    if (is_broken()) reconnect();
    // That an idle connection broke shows only once it is used.
    PostgresqlResult const result(PQexec(handle(), text));
    if (went_well(result.get())) return;
    if (!is_broken()) throw_postgresql_error(handle(), result.get(), text);
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
    if (PQtransactionStatus(handle()) == PQTRANS_IDLE) return;
    PostgresqlResult const ignored(PQexec(handle(), "ROLLBACK"));
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
        handle(),
        prepared(sql).c_str(),
        parameters_.count(),
        parameters_.data(),
        parameters_.lengths(),
        parameters_.formats(),
        0
    ));
    check_postgresql(handle(), result.get(), sql.text());

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
    auto const found = session_.statements.find(sql.key());
    if (found != session_.statements.end()) return found->second;

    auto name = "s" + std::to_string(session_.statements.size());
    PostgresqlResult const result(PQprepare(
        handle(), name.c_str(), as_sent(sql.text()).c_str(), parameters_.count(), parameters_.types()
    ));
    check_postgresql(handle(), result.get(), sql.text());
    return session_.statements.emplace(sql.key(), std::move(name)).first->second;
}

PostgresqlResult PostgresqlConnection::command(char const* text) {
    PostgresqlResult result(PQexec(handle(), text));
    check_postgresql(handle(), result.get(), text);
    return result;
}

}  // namespace db
