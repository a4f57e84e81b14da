#pragma once

#include <libpq-fe.h>

#include <memory>

#include "db/value.hpp"

namespace db {

struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresqlResult = std::unique_ptr<PGresult, ClearResult>;

// One row of a result in text format, which reads every numeric type alike: SUM(bigint) answers a numeric.
class PostgresqlRow : public Row {
public:
    PostgresqlRow(PGresult const* result, int number, OpeningOfWords const& opening)
        : Row(opening), result_(result), number_(number) {}

    bool is_null(int column) const override { return PQgetisnull(result_, number_, column) != 0; }
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string bytes(int column) const override;

private:
    std::string_view present(int column, std::string_view expected) const;

    PGresult const* result_;
    int number_;
};

}  // namespace db
