// Where what was said of a child can still be read once their record was erased: in no byte (V4). Every
// sentence that anybody types in a busy school ends in a mark of its own. What a server prints and puts aside
// is looked at by tests/faults/erased_bytes_test.py, and a copy of the keys by src/retention/sealed_test.cpp.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cctype>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "child_keys/destroying.hpp"
#include "data_map/rows_store.hpp"
#include "data_map/sealing_store.hpp"
#include "db/migrations.hpp"
#include "db/script.hpp"
#include "journeys/busy_school.hpp"
#include "retention/actions.hpp"
#include "retention/rules.hpp"
#include "retention/store.hpp"

namespace journeys {
namespace {

namespace files = std::filesystem;
using Marks = std::set<std::string>;

// One of this process alone: PostgreSQL's log is of every database of its server.
std::string const& mark() {
    static auto const made = [] {
        std::string word = "Quag";
        for (char const digit : std::to_string(getpid())) word += static_cast<char>('a' + (digit - '0'));
        return word;
    }();
    return made;
}

// The numbers of the sentences that these bytes hold. A name has the mark, and no number.
Marks marks_in(std::string_view bytes) {
    Marks marks;
    for (auto at = bytes.find(mark()); at != bytes.npos; at = bytes.find(mark(), at)) {
        at += mark().size();
        std::string number;
        while (at < bytes.size() && std::isdigit(static_cast<unsigned char>(bytes[at])) != 0)
            number += bytes[at++];
        if (!number.empty() && at < bytes.size() && bytes[at] == '.') marks.insert(number);
    }
    return marks;
}

// A file that went meanwhile says nothing; one that is there and can't be read proves nothing.
std::string bytes_of(files::path const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file && files::exists(path)) throw std::runtime_error(path.string() + " can't be read");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<files::path> files_in(files::path const& folder, std::string const& beginning = {}) {
    std::vector<files::path> found;
    for (auto const& entry : files::directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().filename().string().starts_with(beginning))
            found.push_back(entry.path());
    return found;
}

// What these files were found to say.
struct FoundInFiles {
    Marks marks;
    bool names_another_child = false;
    bool names_the_room = false;
};
FoundInFiles found_in(std::vector<files::path> const& paths) {
    FoundInFiles found;
    for (auto const& path : paths) {
        auto const bytes = bytes_of(path);
        found.marks.merge(marks_in(bytes));
        found.names_another_child |= bytes.find("Okafor" + mark()) != bytes.npos;
        found.names_the_room |= bytes.find("The Den") != bytes.npos;
    }
    return found;
}

Marks of_both(Marks const& one, Marks const& other) {
    Marks both;
    std::ranges::set_intersection(one, other, std::inserter(both, both.end()));
    return both;
}

class ErasedBytes : public testing::Test {
protected:
    ~ErasedBytes() override { files::remove_all(folder_); }

    bool is_sqlite() { return database_.database().engine() == db::Engine::sqlite; }
    std::string path() const { return database_.url().substr(std::string_view("sqlite:").size()); }

    // Everything that the engine keeps, its log with it, as it lies there with nothing tidied. SQLite keeps
    // what is for a moment in memory; beside its file lie its log and the journal of reads, where there is
    // one.
    FoundInFiles as_it_lies() {
        if (is_sqlite()) return found_in(files_beside_sqlite());
        auto paths = files_of_postgresql();
        auto const log = files_in(data_directory() / "pg_wal");
        paths.insert(paths.end(), log.begin(), log.end());
        return found_in(paths);
    }

    // The same once its rows were tidied, as what was never sealed leaves the files: on SQLite Withy does it
    // within the hour, on PostgreSQL the operator's ANALYZE and VACUUM FULL (its log goes with its next
    // rounds): the first looks at the columns anew, so that their statistics quote nothing that is gone, and
    // the second writes every table without the rows that nobody can see any more.
    FoundInFiles once_tidied() {
        auto& db = busy_.database.connection();
        if (is_sqlite()) {
            // It says first whether another was in its way.
            until_there_are_none("PRAGMA wal_checkpoint(TRUNCATE)");
            return found_in(files_beside_sqlite());
        }
        db::run_script(db, "ANALYZE");
        nobody_sees_what_was();
        db::run_script(db, "VACUUM FULL");
        return found_in(files_of_postgresql());
    }

    std::vector<files::path> files_beside_sqlite() const {
        files::path const file = path();
        return files_in(file.parent_path(), file.filename().string());
    }
    static std::unique_ptr<db::Connection> server() {
        return db::Database::open(std::getenv("WITHY_TEST_POSTGRESQL"))->connect(db::Mode::write);
    }
    // What the server does by itself may still look at the rows of before, and they stay as long as it does.
    void nobody_sees_what_was() {
        until_there_are_none(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND (backend_xmin IS NOT NULL OR backend_xid IS NOT NULL)"
        );
    }
    void until_there_are_none(db::Sql others) {
        auto& db = busy_.database.connection();
        for (auto const until = std::chrono::steady_clock::now() + std::chrono::minutes(1);;) {
            if (db.the<std::int64_t>(others) == 0) return;
            if (std::chrono::steady_clock::now() > until) throw std::runtime_error("others are in the way");
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
    }
    static files::path data_directory() {
        return server()->the<std::string>("SELECT current_setting('data_directory')");
    }
    // Of this database, and what the server puts aside for a moment.
    std::vector<files::path> files_of_postgresql() {
        db::run_script(*server(), "CHECKPOINT");
        auto const base = data_directory() / "base";
        auto paths = files_in(
            base / busy_.database.connection().the<std::string>(
                       "SELECT CAST(oid AS TEXT) FROM pg_database WHERE datname = current_database()"
                   )
        );
        if (!files::exists(base / "pgsql_tmp")) return paths;
        auto const aside = files_in(base / "pgsql_tmp");
        paths.insert(paths.end(), aside.begin(), aside.end());
        return paths;
    }

    // What the record of this child says that ends with it: what is sealed, or all of it.
    Marks said_of(Child const& child, bool sealed_alone) {
        auto& db = busy_.database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(busy_.school.school);
        Marks marks;
        for (auto const& row : data_map::rows_about(
                 db, busy_.school.school, data_map::About::child, std::string(child.id.text())
             )) {
            if (row.table->kept != data_map::Retention::nurture_record) continue;
            for (auto const& value : row.values)
                if (value.column->is_sealed() ||
                    (!sealed_alone && value.column->erased.how != data_map::Ending::kept))
                    marks.merge(marks_in(value.text));
        }
        return marks;
    }
    Marks said_of_closed_alone(bool sealed_alone) {
        auto marks = said_of(busy_.closed, sealed_alone);
        for (auto const* other :
             {&busy_.school.sam, &busy_.school.amira, &busy_.school.tom, &busy_.school.grace})
            for (auto const& mark_of_other : said_of(*other, false)) marks.erase(mark_of_other);
        return marks;
    }

    // Signed by two on the day on which its time comes, and its keys destroyed.
    void closed_is_erased() {
        auto& db = busy_.database.connection();
        auto const pupil = PupilId::parse(busy_.closed.id.text()).value();
        auto const by = [&](Person const& person, auto const& act) {
            db::Transaction transaction(db, db::Mode::write);
            auto visit = busy_.school.visit(db, person);
            auto const record = retention::store::record(db, busy_.school.school, pupil).value();
            auto const due = retention::dues_of(record, {}).front();
            visit.today = due.on;
            ASSERT_TRUE(act(visit, due));
            transaction.commit();
        };
        by(busy_.school.senco, [&](Visit& visit, retention::Due const& due) {
            return retention::sign_first(visit, pupil, due.category).has_value();
        });
        by(busy_.school.headteacher, [&](Visit& visit, retention::Due const&) {
            auto const erasure = retention::store::to_sign(visit.db, visit.school).front();
            return retention::sign_second_and_erase(visit, erasure).has_value();
        });
        child_keys::destroy_noted(db);
    }

    std::string folder_ = testing::TempDir() + "withy_erased_bytes_" + std::to_string(getpid());
    support::TestDatabase database_;
    BusySchool busy_{database_, {1}, mark()};
};

TEST_F(ErasedBytes, of_sealed_words_there_were_none_before_the_erasure_either) {
    {
        auto& db = busy_.database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(busy_.school.school);
        for (auto const& standing : data_map::how_words_stand(db, busy_.school.school))
            EXPECT_EQ(standing.unsealed, 0) << standing.table << "." << standing.column;
    }
    auto const sealed = said_of_closed_alone(true);
    EXPECT_GT(sealed.size(), 5U) << "a whole case was written up";
    auto const found = as_it_lies();
    EXPECT_TRUE(found.names_another_child && found.names_the_room) << "what is not sealed is found this way";
    EXPECT_EQ(of_both(sealed, found.marks), Marks{});
}

TEST_F(ErasedBytes, are_none_once_the_record_was_erased_and_an_older_backup_says_nothing) {
    auto const all = said_of_closed_alone(false);
    auto const sealed = said_of_closed_alone(true);
    ASSERT_GT(sealed.size(), 5U);
    files::create_directories(folder_);
    if (is_sqlite())
        db::back_up_sqlite(database_.database(), folder_ + "/backup.db");
    else
        db::run_script(busy_.database.connection(), "ANALYZE");  // as the server does by itself
    ASSERT_NO_FATAL_FAILURE(closed_is_erased());
    EXPECT_EQ(of_both(sealed, as_it_lies().marks), Marks{}) << "whoever tidies, and when";
    auto const tidied = once_tidied();
    EXPECT_TRUE(tidied.names_another_child && tidied.names_the_room) << "what stays is found this way";
    EXPECT_EQ(of_both(all, tidied.marks), Marks{});
    EXPECT_EQ(said_of(busy_.closed, false), Marks{});
    EXPECT_FALSE(said_of(busy_.school.sam, false).empty()) << "the others' words stay";
    if (!is_sqlite()) return;
    EXPECT_EQ(of_both(sealed, marks_in(bytes_of(folder_ + "/backup.db"))), Marks{});
    auto const restored = db::Database::open("sqlite:" + folder_ + "/backup.db");
    restored->opens_with(database_.vault());
    auto const reader = restored->connect(db::Mode::read);
    db::Transaction const transaction(*reader, db::Mode::read);
    Marks opened;
    for (auto const& row : data_map::rows_about(
             *reader, busy_.school.school, data_map::About::child, std::string(busy_.closed.id.text())
         ))
        for (auto const& value : row.values) opened.merge(marks_in(value.text));
    EXPECT_EQ(of_both(sealed, opened), Marks{}) << "the keys are gone that would open them";
}

// Files of SQLite's own for a moment are gone from their folder as soon as they are made, and their bytes
// stay on the disk: no search would find them.
TEST(ErasedBytesPutAside, lie_in_memory_alone_on_sqlite) {
    support::TestDatabase database;
    if (database.database().engine() != db::Engine::sqlite) return;
    for (auto const mode : {db::Mode::read, db::Mode::write})
        EXPECT_EQ(database.connect(mode)->the<std::int64_t>("PRAGMA temp_store"), 2) << "MEMORY";
}

}  // namespace
}  // namespace journeys
