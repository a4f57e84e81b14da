#include "db/sqlite_statement.hpp"

#include "db/connection.hpp"
#include "db/sqlite_errors.hpp"

namespace db {
namespace {

// Binds one placeholder; the placeholders of SQLite are counted from 1.
struct Binder {
    sqlite3_stmt* statement;
    int at;

    int operator()(Null) const { return sqlite3_bind_null(statement, at); }
    int operator()(bool flag) const { return sqlite3_bind_int(statement, at, flag); }
    int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, at, number); }
    int operator()(double number) const { return sqlite3_bind_double(statement, at, number); }
    int operator()(std::string_view text) const {
        // PostgreSQL can't hold it, so neither engine takes it.
        if (text.find('\0') != std::string_view::npos) throw Broken("a text to store holds a zero byte");
        auto const* data = text.data() == nullptr ? "" : text.data();
        return sqlite3_bind_text64(statement, at, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
    int operator()(BytesView bytes) const {
        auto const* data = bytes.data.data() == nullptr ? "" : bytes.data.data();
        return sqlite3_bind_blob64(statement, at, data, bytes.data.size(), SQLITE_STATIC);
    }
};

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* handle, std::string_view text, OpeningOfWords const& opening)
    : Row(opening), handle_(handle) {
    sqlite3_stmt* prepared = nullptr;
    char const* rest = nullptr;
    auto const size = static_cast<int>(text.size());
    auto const code =
        sqlite3_prepare_v3(handle, text.data(), size, SQLITE_PREPARE_PERSISTENT, &prepared, &rest);
    check_sqlite(handle, code, text);
    statement_.reset(prepared);

    auto const tail = text.substr(static_cast<std::size_t>(rest - text.data()));
    if (prepared == nullptr || tail.find_first_not_of(" \t\r\n;") != std::string_view::npos)
        throw Broken("a statement must be exactly one: " + std::string(text));
    check_placeholders();
}

// SQLite counts placeholders as they first appear, PostgreSQL by their number: they must agree.
void SqliteStatement::check_placeholders() const {
    for (int at = 1; at <= sqlite3_bind_parameter_count(statement_.get()); ++at)
        if (sqlite3_bind_parameter_name(statement_.get(), at) != "$" + std::to_string(at))
            throw Broken("placeholders are not first used in the order $1, $2, ...: " + std::string(sql()));
}

void SqliteStatement::bind(std::span<Value const> values) {
    if (sqlite3_bind_parameter_count(statement_.get()) != static_cast<int>(values.size()))
        throw Broken("the number of arguments differs from the placeholders of: " + std::string(sql()));
    int at = 0;
    for (auto const& value : values)
        check_sqlite(handle_, std::visit(Binder{statement_.get(), ++at}, value), sql());
}

bool SqliteStatement::step() {
    auto const code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw_sqlite_error(handle_, sql());
}

bool SqliteStatement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t SqliteStatement::integer(int column) const {
    if (sqlite3_column_type(statement_.get(), column) != SQLITE_INTEGER)
        throw_unreadable(column, "a whole number");
    return sqlite3_column_int64(statement_.get(), column);
}

double SqliteStatement::real(int column) const {
    auto const type = sqlite3_column_type(statement_.get(), column);
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER) throw_unreadable(column, "a number");
    return sqlite3_column_double(statement_.get(), column);
}

std::string_view SqliteStatement::text(int column) const {
    if (sqlite3_column_type(statement_.get(), column) != SQLITE_TEXT) throw_unreadable(column, "text");
    auto const* data = reinterpret_cast<char const*>(sqlite3_column_text(statement_.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string SqliteStatement::bytes(int column) const {
    if (sqlite3_column_type(statement_.get(), column) != SQLITE_BLOB) throw_unreadable(column, "bytes");
    auto const* data = static_cast<char const*>(sqlite3_column_blob(statement_.get(), column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

}  // namespace db
