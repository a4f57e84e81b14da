#include "exchange/store.hpp"

namespace exchange::store {
namespace {

struct ImportRow : Import {
    auto columns() { return columns_of_row(); }
};

struct FileRow {
    std::string name;
    db::Bytes bytes;
    auto columns() { return std::tie(name, bytes); }
};

struct RememberedRow {
    std::string heading;
    std::string columns_chosen;
    auto columns() { return std::tie(heading, columns_chosen); }
};

}  // namespace

void add(
    db::Connection& db,
    SchoolId school,
    Import const& import,
    visits::StaffId const& started_by,
    std::string_view sheet
) {
    constexpr db::Sql sql = R"(
        INSERT INTO import (school_id, id, kind, state, file_name, columns, decisions, started_by, started_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))";
    constexpr db::Sql keep_file = R"(
        INSERT INTO import_file (school_id, import_id, number, name, bytes) VALUES ($1, $2, $3, $4, $5))";
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
        import.started_at
    );
    db.run(keep_file, school, import.id, 1, import.file_name, db::Bytes{std::string(sheet)});
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

Files files(db::Connection& db, SchoolId school, ImportId const& import) {
    constexpr db::Sql sql = R"(
        SELECT name, bytes FROM import_file WHERE school_id = $1 AND import_id = $2 ORDER BY number)";
    Files files;
    for (auto& row : db.all<FileRow>(sql, school, import))
        files.push_back({std::move(row.name), std::move(row.bytes.data)});
    return files;
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
    constexpr db::Sql forget_files = "DELETE FROM import_file WHERE school_id = $1 AND import_id = $2";
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
    if (saved != 0 && ended) db.run(forget_files, school, import.id);
    return saved != 0;
}

std::vector<Import> unfinished(db::Connection& db, SchoolId school, Instant started_before) {
    constexpr db::Sql sql = R"(
        SELECT i.id, i.kind, i.state, i.file_name, i.columns, i.decisions, s.name, i.started_at, i.done_at, i.summary,
               i.version
          FROM import i
          JOIN staff s ON s.school_id = i.school_id AND s.id = i.started_by
         WHERE i.school_id = $1 AND i.state IN ('columns', 'review') AND i.started_at < $2)";
    auto const rows = db.all<ImportRow>(sql, school, started_before);
    return {rows.begin(), rows.end()};
}

std::map<std::string, std::string> remembered(db::Connection& db, SchoolId school) {
    constexpr db::Sql sql = "SELECT heading, columns FROM import_columns WHERE school_id = $1";
    std::map<std::string, std::string> known;
    for (auto& row : db.all<RememberedRow>(sql, school)) known.emplace(row.heading, row.columns_chosen);
    return known;
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
