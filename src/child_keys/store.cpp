#include "child_keys/store.hpp"

#include "base/secret.hpp"

namespace child_keys::store {
namespace {

// The connection writes zeros over what goes, and not over what was left where a page was split; a file
// written anew has none of it. Emptying the write-ahead log takes away the pages that it held.
void leave_nothing_behind(db::Connection& file) {
    file.run("VACUUM");
    file.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

std::string prepare(db::Connection& file) {
    constexpr db::Sql table = R"(
        CREATE TABLE IF NOT EXISTS child_key (
            id         TEXT    NOT NULL PRIMARY KEY,
            school_id  INTEGER NOT NULL,
            whom   TEXT    NOT NULL,
            record     TEXT    NOT NULL,
            wrapped    TEXT    NOT NULL CHECK (wrapped <> '')
        ) WITHOUT ROWID)";
    constexpr db::Sql others = R"(
        CREATE TABLE IF NOT EXISTS other_wrapping (
            id       TEXT NOT NULL PRIMARY KEY REFERENCES child_key (id) ON DELETE CASCADE,
            wrapped  TEXT NOT NULL CHECK (wrapped <> '')
        ) WITHOUT ROWID)";
    constexpr db::Sql index = R"(
        CREATE INDEX IF NOT EXISTS child_key_of_record ON child_key (school_id, whom, record))";
    constexpr db::Sql name = R"(
        CREATE TABLE IF NOT EXISTS key_file (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL))";
    constexpr db::Sql give_a_name = R"(
        INSERT INTO key_file (one, id) VALUES (1, $1) ON CONFLICT (one) DO NOTHING)";
    db::Transaction transaction(file, db::Mode::write);
    file.run(table);
    file.run(others);
    file.run(index);
    file.run(name);
    file.run(give_a_name, secret::new_token());
    auto id = file.the<std::string>("SELECT id FROM key_file");
    transaction.commit();
    return id;
}

std::optional<ChildKey> find(db::Connection& file, std::string_view id) {
    constexpr db::Sql sql = "SELECT id, school_id, whom, record, wrapped FROM child_key WHERE id = $1";
    return file.one<ChildKey>(sql, id);
}

std::vector<ChildKey> of_record(
    db::Connection& file, SchoolId school, std::string_view whom, std::string_view record
) {
    constexpr db::Sql sql = R"(
        SELECT id, school_id, whom, record, wrapped
          FROM child_key
         WHERE school_id = $1 AND whom = $2 AND record = $3
         ORDER BY id)";
    return file.all<ChildKey>(sql, school, whom, record);
}

void add(db::Connection& file, std::span<ChildKey const> keys) {
    constexpr db::Sql sql = R"(
        INSERT INTO child_key (id, school_id, whom, record, wrapped) VALUES ($1, $2, $3, $4, $5))";
    db::Transaction transaction(file, db::Mode::write);
    for (auto const& key : keys) file.run(sql, key.id, key.school, key.whom, key.record, key.wrapped);
    transaction.commit();
}

std::vector<ChildKey> all(db::Connection& file) {
    return file.all<ChildKey>("SELECT id, school_id, whom, record, wrapped FROM child_key ORDER BY id");
}

std::optional<ChildKey> first(db::Connection& file) {
    return file.one<ChildKey>("SELECT id, school_id, whom, record, wrapped FROM child_key ORDER BY id LIMIT 1"
    );
}

std::int64_t count(db::Connection& file) { return file.the<std::int64_t>("SELECT count(*) FROM child_key"); }

void set_beside(db::Connection& file, std::span<OtherWrapping const> wrappings) {
    constexpr db::Sql sql = "INSERT INTO other_wrapping (id, wrapped) VALUES ($1, $2)";
    db::Transaction transaction(file, db::Mode::write);
    file.run("DELETE FROM other_wrapping");
    for (auto const& one : wrappings) file.run(sql, one.id, one.wrapped);
    transaction.commit();
}

std::optional<ChildKey> one_by_other_wrapping(db::Connection& file) {
    constexpr db::Sql sql = R"(
        SELECT k.id, k.school_id, k.whom, k.record, o.wrapped
          FROM other_wrapping o
          JOIN child_key k ON k.id = o.id
         ORDER BY k.id
         LIMIT 1)";
    return file.one<ChildKey>(sql);
}

void end_other_wrappings(db::Connection& file, Others others) {
    constexpr db::Sql put_in_place = R"(
        UPDATE child_key
           SET wrapped = (SELECT o.wrapped FROM other_wrapping o WHERE o.id = child_key.id)
         WHERE id IN (SELECT o.id FROM other_wrapping o))";
    db::Transaction transaction(file, db::Mode::write);
    if (others == Others::kept) file.run(put_in_place);
    file.run("DELETE FROM other_wrapping");
    transaction.commit();
    leave_nothing_behind(file);
}

void remove(db::Connection& file, std::span<std::string const> ids) {
    constexpr db::Sql sql = "DELETE FROM child_key WHERE id = $1";
    db::Transaction transaction(file, db::Mode::write);
    for (auto const& id : ids) file.run(sql, id);
    transaction.commit();
    leave_nothing_behind(file);
}

}  // namespace child_keys::store
