#pragma once

#include <sqlite3.h>

#include <memory>
#include <span>
#include <string_view>

#include "db/value.hpp"

namespace db {

// A prepared statement. One run of it: bind, then step until false, then rewind.
class SqliteStatement : public Row {
public:
    SqliteStatement(sqlite3* handle, std::string_view text, OpeningOfWords const& opening);

    void bind(std::span<Value const> values);
    // True while there is a row to read.
    bool step();
    void rewind() noexcept { sqlite3_reset(statement_.get()); }
    bool only_reads() const { return sqlite3_stmt_readonly(statement_.get()) != 0; }

    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string bytes(int column) const override;

private:
    void check_placeholders() const;
    std::string_view sql() const { return sqlite3_sql(statement_.get()); }

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* handle_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace db
