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
            records::write(
                visit,
                {.action = records::Action::changed,
                 .subject = "concern",
                 .subject_id = id,
                 .fields = {{.field = "seen", .from = "", .to = id}}}
            );
        transaction.commit();
    }

    // What it says, and its exit code.
    std::pair<std::string, int> verified(std::vector<std::string> const& heads = {}) {
        std::vector<char const*> words{"withy", "audit", "verify", "--database", database.url().c_str()};
        for (auto const& head : heads) words.insert(words.end(), {"--head", head.c_str()});
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {out.str() + err.str(), code};
    }
    // The end of the log, as a look at it tells.
    std::string head() {
        auto const words = verified().first;
        auto const at = words.find("The last is ");
        return at == words.npos ? words : words.substr(at + 12, words.find('\n', at) - at - 12);
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
    EXPECT_TRUE(holds(words, "3 entries, each follows the one before. The last is 3:")) << words;
    EXPECT_FALSE(holds(words, "detail")) << words;
}

TEST_F(AuditCommand, counts_the_details_that_were_erased) {
    tampers("UPDATE record SET detail = NULL WHERE number <> 2");
    auto const [words, code] = verified();
    EXPECT_EQ(code, 0) << "the chain holds without them";
    EXPECT_TRUE(holds(words, "2 entries have lost the detail")) << words;
}

TEST_F(AuditCommand, finds_an_earlier_end_in_a_log_that_went_on) {
    auto const earlier = head();
    db::Transaction transaction(db, db::Mode::write);
    auto visit = school.visit(db, school.senco);
    records::write(visit, {.action = records::Action::made, .subject = "concern", .subject_id = "d"});
    transaction.commit();
    auto const [words, code] = verified({earlier, head()});
    EXPECT_EQ(code, 0) << words;
}

TEST_F(AuditCommand, misses_an_earlier_end_in_a_log_that_was_cut_with_its_head) {
    auto const earlier = head();
    tampers(
        "DELETE FROM record WHERE number = 3; UPDATE record_head SET number = 2, hash = (SELECT hash FROM "
        "record "
        "WHERE school_id = 1 AND number = 2) WHERE school_id = 1"
    );
    EXPECT_EQ(verified().second, 0) << "the log alone can't tell";
    auto const [words, code] = verified({earlier});
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "No log holds " + earlier)) << words;
}

TEST_F(AuditCommand, says_what_a_head_is) {
    for (auto const* const head : {"3", "x:00", "3:00", "0:0"}) {
        auto const [words, code] = verified({head});
        EXPECT_EQ(code, 2) << head;
        EXPECT_TRUE(holds(words, "--head takes a number and a hash")) << words;
    }
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
