#include <gtest/gtest.h>

#include <sstream>

#include "cli/commands.hpp"
#include "db/script.hpp"
#include "records/actions.hpp"
#include "support/small_school.hpp"

namespace {

struct AuditCommand : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();

    AuditCommand() {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        for (std::string const id : {"a", "b", "c"})
            records::write(visit, {.action = records::Action::made, .subject = "concern", .subject_id = id});
        transaction.commit();
    }

    // What it says, and its exit code.
    std::pair<std::string, int> verified() {
        std::vector<char const*> words{"withy", "audit", "verify", "--database", database.url().c_str()};
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {out.str() + err.str(), code};
    }
    // Somebody with the database in their hands, past the triggers that keep the log.
    void tampers(std::string const& sql) {
        bool const on_sqlite = db.engine() == db::Engine::sqlite;
        db::run_script(
            db,
            on_sqlite ? "DROP TRIGGER record_is_never_changed; DROP TRIGGER record_is_never_deleted; " + sql
                      : "SET withy.school = '1'; ALTER TABLE record DISABLE TRIGGER USER; " + sql
        );
    }
};

bool holds(std::string const& text, std::string_view part) { return text.find(part) != text.npos; }

TEST_F(AuditCommand, counts_the_entries_of_a_log_that_is_whole) {
    auto const [words, code] = verified();
    EXPECT_EQ(code, 0) << words;
    EXPECT_TRUE(holds(words, "3 entries, each follows the one before. The last is 3 ")) << words;
}

TEST_F(AuditCommand, names_the_first_entry_that_was_changed) {
    tampers("UPDATE record SET why = 'other' WHERE number = 2");
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "broken at entry 2")) << words;
}

TEST_F(AuditCommand, notices_that_the_end_was_cut_off) {
    tampers("DELETE FROM record WHERE number = 3");
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "broken at entry 3")) << words;
}

}  // namespace
