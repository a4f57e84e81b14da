#include "child_keys/destroying.hpp"

#include <chrono>

namespace child_keys {
namespace {

constexpr std::chrono::seconds between_looks{5};

std::vector<std::string> noted(db::Connection& db) {
    constexpr db::Sql sql = "SELECT key_id FROM key_to_destroy ORDER BY key_id";
    db::Transaction const transaction(db, db::Mode::read);
    return db.all<std::string>(sql);
}

void note(db::Connection& db, db::Owner const& owner) {
    constexpr db::Sql sql = R"(
        INSERT INTO key_to_destroy (key_id) VALUES ($1) ON CONFLICT (key_id) DO NOTHING)";
    for (auto const& key : db.vault().keys_of(owner)) db.run(sql, key);
}

std::vector<std::string> programmes_of_nobody_else(
    db::Connection& db, SchoolId school, std::string_view pupil
) {
    constexpr db::Sql sql = R"(
        SELECT DISTINCT p.programme_id
          FROM place p
         WHERE p.school_id = $1 AND p.pupil_id = $2
           AND NOT EXISTS (SELECT 1 FROM place o
                            WHERE o.school_id = p.school_id AND o.programme_id = p.programme_id
                              AND o.pupil_id <> p.pupil_id))";
    return db.all<std::string>(sql, school, pupil);
}

// The next look does it.
void destroy_unless_others_write(db::Connection& db) {
    try {
        destroy_noted(db);
    } catch (db::Busy const&) {
        db.rollback();
    }
}

}  // namespace

std::vector<std::string> records_merged_into(db::Connection& db, SchoolId school, std::string_view pupil) {
    constexpr db::Sql sql = R"(
        SELECT m.former_id
          FROM merging m
         WHERE m.school_id = $1 AND m.stays_id = $2 AND m.undone_at IS NULL)";
    return db.all<std::string>(sql, school, pupil);
}

void note_for_destroying(
    db::Connection& db, SchoolId school, std::string_view pupil, std::string_view record
) {
    note(db, {.school = school, .whom = std::string(pupil), .record = std::string(record)});
    for (auto& former : records_merged_into(db, school, pupil))
        note(db, {.school = school, .whom = std::move(former), .record = std::string(record)});
    if (record != nurture_record) return;
    note_for_destroying(db, school, pupil, confided_record);
    for (auto& programme : programmes_of_nobody_else(db, school, pupil))
        note(db, {.school = school, .whom = std::move(programme), .record = std::string(programme_record)});
}

int destroy_noted(db::Connection& db) {
    constexpr db::Sql done = "DELETE FROM key_to_destroy WHERE key_id = $1";
    auto const keys = noted(db);
    if (keys.empty()) return 0;
    db.vault().destroy(keys);
    db::Transaction transaction(db, db::Mode::write);
    for (auto const& key : keys) db.run(done, key);
    transaction.commit();
    return static_cast<int>(keys.size());
}

Destroyer::Destroyer(std::unique_ptr<db::Connection> connection, db::Rounds::Tell tell)
    : rounds_(
          std::move(connection),
          {.before_the_first = {}, .between = between_looks},
          [](db::Connection& db) { destroy_unless_others_write(db); },
          std::move(tell)
      ) {}

}  // namespace child_keys
