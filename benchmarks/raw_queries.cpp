// The floor below a page: the same look-ups through sqlite3 alone, without a server, on one thread.
//     raw_queries DATABASE SCHOOL CLASS SECONDS
// Prints "class_list N" and "save N": how often a second it read a class, and committed one change with its
// record.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

void fail(sqlite3* db, char const* what) {
    std::fprintf(stderr, "raw_queries: %s: %s\n", what, sqlite3_errmsg(db));
    std::exit(1);
}

sqlite3_stmt* prepared(sqlite3* db, char const* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK) fail(db, sql);
    return statement;
}

template <class Work>
double a_second(double seconds, Work const& work) {
    auto const began = Clock::now();
    long done = 0;
    std::chrono::duration<double> taken{};
    do {
        work();
        ++done;
        taken = Clock::now() - began;
    } while (taken.count() < seconds);
    return static_cast<double>(done) / taken.count();
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) {
        std::fprintf(stderr, "use raw_queries DATABASE SCHOOL CLASS SECONDS\n");
        return 2;
    }
    sqlite3* db = nullptr;
    if (sqlite3_open(arguments[1], &db) != SQLITE_OK) fail(db, "open");
    auto const seconds = std::atof(arguments[4]);
    sqlite3_exec(
        db,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=268435456",
        nullptr,
        nullptr,
        nullptr
    );

    auto* const list = prepared(db, R"(
        SELECT p.id, p.legal_forename, p.legal_surname, p.year_group FROM class_membership m
          JOIN pupil p ON p.school_id = m.school_id AND p.id = m.pupil_id
         WHERE m.school_id = ?1 AND m.class_id = ?2 AND m.ends_on IS NULL ORDER BY p.legal_surname)");
    std::printf("class_list %.0f\n", a_second(seconds, [&] {
                    sqlite3_bind_int(list, 1, std::atoi(arguments[2]));
                    sqlite3_bind_text(list, 2, arguments[3], -1, SQLITE_STATIC);
                    while (sqlite3_step(list) == SQLITE_ROW) sqlite3_column_text(list, 1);
                    sqlite3_reset(list);
                }));
    sqlite3_finalize(list);

    sqlite3_exec(
        db,
        "CREATE TABLE IF NOT EXISTS bench_floor (id INTEGER PRIMARY KEY, words TEXT)",
        nullptr,
        nullptr,
        nullptr
    );
    auto* const save = prepared(
        db, "INSERT INTO bench_floor (words) VALUES ('Asked to join a game, waited, took the no well.')"
    );
    std::printf("save %.0f\n", a_second(seconds, [&] {
                    if (sqlite3_step(save) != SQLITE_DONE) fail(db, "save");
                    sqlite3_reset(save);
                }));
    sqlite3_finalize(save);
    sqlite3_exec(db, "DROP TABLE bench_floor", nullptr, nullptr, nullptr);
    sqlite3_close(db);
}
