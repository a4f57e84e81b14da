#include "exchange/store.hpp"

namespace exchange::store {
namespace {

struct ImportRow : Import {
    auto columns() { return columns_of_row(); }
};

}  // namespace

void add(
    db::Connection& db,
    SchoolId school,
    Import const& import,
    visits::StaffId const& started_by,
    std::string const& file
) {
    constexpr db::Sql sql = R"(
        INSERT INTO import (school_id, id, kind, state, file_name, columns, decisions, started_by, started_at, file)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))";
    db.run(
        sql,
        school,
        import.id,
        import.kind,
        import.state,
        import.file_name,
        import.columns,
        import.answers,
        started_by,
        import.started_at,
        db::Bytes{file}
    );
}

std::optional<Import> find(db::Connection& db, SchoolId school, ImportId const& import) {
    constexpr db::Sql sql = R"(
        SELECT i.id, i.kind, i.state, i.file_name, i.columns, i.decisions, s.name, i.started_at, i.done_at, i.summary,
               i.version
          FROM import i
          JOIN staff s ON s.school_id = i.school_id AND s.id = i.started_by
         WHERE i.school_id = $1 AND i.id = $2)";
    return db.one<ImportRow>(sql, school, import);
}

std::string file(db::Connection& db, SchoolId school, ImportId const& import) {
    constexpr db::Sql sql = "SELECT file FROM import WHERE school_id = $1 AND id = $2";
    auto found = db.one<db::Bytes>(sql, school, import);
    return found ? std::move(found->data) : std::string{};
}

std::vector<Import> latest(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = R"(
        SELECT i.id, i.kind, i.state, i.file_name, i.columns, i.decisions, s.name, i.started_at, i.done_at, i.summary,
               i.version
          FROM import i
          JOIN staff s ON s.school_id = i.school_id AND s.id = i.started_by
         WHERE i.school_id = $1 AND i.state <> 'left'
         ORDER BY CASE i.state WHEN 'done' THEN 1 ELSE 0 END, i.started_at DESC
         LIMIT 30)";
    auto const rows = db.all<ImportRow>(sql, school);
    return {rows.begin(), rows.end()};
}

bool save(db::Connection& db, SchoolId school, Import const& import) {
    constexpr db::Sql sql = R"(
        UPDATE import
           SET columns = $1, decisions = $2, state = $3, summary = $4, done_at = $5, version = version + 1
         WHERE school_id = $6 AND id = $7 AND version = $8)";
    constexpr db::Sql forget_file = "UPDATE import SET file = $1 WHERE school_id = $2 AND id = $3";
    auto const saved = db.run(
        sql,
        import.columns,
        import.answers,
        import.state,
        import.summary,
        import.done_at,
        school,
        import.id,
        import.version
    );
    bool const ended = import.state == State::done || import.state == State::left;
    if (saved != 0 && ended) db.run(forget_file, db::Bytes{}, school, import.id);
    return saved != 0;
}

std::optional<std::string> remembered(db::Connection& db, SchoolId school, std::string const& heading_key) {
    constexpr db::Sql sql = "SELECT columns FROM import_columns WHERE school_id = $1 AND heading = $2";
    return db.one<std::string>(sql, school, heading_key);
}

void remember(
    db::Connection& db, SchoolId school, std::string const& heading_key, std::string const& columns
) {
    constexpr db::Sql sql = R"(
        INSERT INTO import_columns (school_id, heading, columns) VALUES ($1, $2, $3)
        ON CONFLICT (school_id, heading) DO UPDATE SET columns = excluded.columns)";
    db.run(sql, school, heading_key, columns);
}

}  // namespace exchange::store
