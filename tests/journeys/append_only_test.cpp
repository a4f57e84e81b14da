// What was answered and what was logged stays, however somebody writes over it.
#include <set>

#include "db/script.hpp"
#include "journeys/busy_school.hpp"
#include "journeys/racing.hpp"

namespace journeys {
namespace {

class AppendOnly : public Racing {
protected:
    bool on_sqlite = database.database().engine() == db::Engine::sqlite;

    std::string tried(db::Sql sql) { return written(database.connection(), sql, school.school); }
    std::string log() {
        constexpr db::Sql sql = "SELECT max(hash) FROM record WHERE school_id = $1";
        return stands<std::string>(sql, school.school);
    }
};

TEST_F(AppendOnly, an_answer_is_neither_changed_nor_deleted_nor_replaced) {
    is_ready_for_a_place(sam);
    EXPECT_EQ(tried("UPDATE consent_answer SET answer = 'refused' WHERE school_id = $1"), "answers_stay");
    EXPECT_EQ(tried("DELETE FROM consent_answer WHERE school_id = $1"), "answers_stay");
    if (!on_sqlite) return;
    EXPECT_EQ(
        tried("INSERT OR REPLACE INTO consent_answer SELECT * FROM consent_answer WHERE school_id = $1"),
        "answers_stay"
    );
}

TEST_F(AppendOnly, a_record_is_neither_changed_nor_deleted_nor_replaced) {
    raises_a_concern(sam);
    auto const before = log();
    EXPECT_EQ(tried("UPDATE record SET hash = '' WHERE school_id = $1"), "records_stay");
    EXPECT_EQ(tried("DELETE FROM record WHERE school_id = $1"), "records_stay");
    EXPECT_EQ(log(), before);
    if (!on_sqlite) return;
    EXPECT_EQ(
        tried("INSERT OR REPLACE INTO record SELECT * FROM record WHERE school_id = $1"), "records_stay"
    );
    EXPECT_EQ(log(), before);
}

// R1: rows stay.
TEST_F(AppendOnly, what_was_sent_asked_and_decided_stays) {
    is_ready_for_a_place(sam);
    EXPECT_EQ(tried("UPDATE letter SET words = 'Dear all' WHERE school_id = $1"), "letter_stands");
    for (db::Sql const sql :
         {db::Sql("UPDATE letter_sheet SET pdf = $1 WHERE school_id = $2"),
          db::Sql("UPDATE letter_sheet SET kept_pdf = $1 WHERE school_id = $2")})
        EXPECT_EQ(
            written(database.connection(), sql, db::Bytes{"%PDF of another"}, school.school), "letter_stands"
        ) << sql.text();
    EXPECT_EQ(tried("DELETE FROM letter_sheet WHERE school_id = $1"), "letter_stands");
    EXPECT_EQ(tried("DELETE FROM letter WHERE school_id = $1"), "letter_stands");
    EXPECT_EQ(tried("UPDATE consent_request SET asked_at = 0 WHERE school_id = $1"), "request_stands");
    EXPECT_EQ(tried("DELETE FROM consent_request WHERE school_id = $1"), "request_stands");
    EXPECT_EQ(tried("DELETE FROM step WHERE school_id = $1"), "step_stands");
}

TEST_F(AppendOnly, a_letter_that_was_printed_stays_printed) {
    is_ready_for_a_place(sam);
    EXPECT_EQ(tried("UPDATE letter SET printed_at = 1, printed_by = made_by WHERE school_id = $1"), "");
    for (db::Sql const sql :
         {db::Sql("UPDATE letter SET printed_at = NULL WHERE school_id = $1"),
          db::Sql("UPDATE letter SET printed_at = 2 WHERE school_id = $1"),
          db::Sql("UPDATE letter SET printed_by = NULL WHERE school_id = $1")})
        EXPECT_EQ(tried(sql), "letter_stands") << sql.text();
}

// S1: a reference alone.
TEST_F(AppendOnly, what_was_noted_of_cpoms_stays_and_becomes_no_account) {
    raises_a_concern(sam);
    ASSERT_EQ(
        tried(R"(
            INSERT INTO safeguarding_pointer (school_id, id, pupil_id, case_id, put_at, reference, noted_by, noted_at)
            SELECT n.school_id, 'one', n.pupil_id, n.id, 0, '20417',
                   (SELECT min(f.id) FROM staff f WHERE f.school_id = n.school_id), 0
              FROM nurture_case n WHERE n.school_id = $1)"),
        ""
    );
    EXPECT_EQ(
        tried("UPDATE safeguarding_pointer SET reference = 'he said that 2 hit him' WHERE school_id = $1"),
        "reference_alone"
    );
    EXPECT_EQ(tried("UPDATE safeguarding_pointer SET reference = '20418' WHERE school_id = $1"), "");
    EXPECT_EQ(tried("UPDATE safeguarding_pointer SET case_id = NULL WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(tried("UPDATE safeguarding_pointer SET pupil_id = id WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(tried("DELETE FROM safeguarding_pointer WHERE school_id = $1"), "pointer_stands");
}

// Tables of which no row may go, and of which the busy school has none to try it with; their gates have tests
// of their own.
std::set<std::string> const without_rows{
    "account_act_known",
    "address_change_seen",
    "assessment_item",
    "concern_seen",
    "confided_given",
    "data_request_extension",
    "data_request_line",
    "erasure",
    "handover_try",
    "merged_membership",
    "merged_pupil",
    "merged_row",
    "merged_score",
    "merged_tie",
    "merging",
    "norm_band",
    "norm_set",
    "objection_answer",
    "own_norm_set",
    "passkey",
    "programme_change",
    "removed_programme",
    "retention_period",
    "signed_head",
    "training_correction",
    "undone_closing",
    "undone_measure"};

class RowsStay : public testing::Test {
protected:
    // The gate that refused what is then undone; empty where nothing did.
    std::string tried(std::string const& sql) {
        db::Transaction const transaction(db, db::Mode::write);
        db.enter(busy.school.school);
        // Of these the busy school has none.
        db.run(R"(
            INSERT INTO liaison (school_id, id, case_id, with_whom, held_on, line, written_by, written_at)
            SELECT w.school_id, 'one', w.id, 'Mrs Ward', '2026-05-12', 'He asks for help', w.opened_by, 0
              FROM (SELECT n.school_id, n.id, (SELECT min(f.id) FROM staff f) AS opened_by FROM nurture_case n
                     WHERE n.closed_at IS NULL LIMIT 1) w)");
        db.run(R"(
            INSERT INTO check_in (school_id, id, case_id, pupil_id, asked_by, asked_on, made_by, made_at)
            SELECT n.school_id, 'one', n.id, n.pupil_id, 'child', '2026-05-12', '', 0
              FROM nurture_case n WHERE n.closed_at IS NULL LIMIT 1)");
        try {
            db::run_script(db, sql);
        } catch (db::Refused const& refused) {
            return refused.gate;
        }
        return {};
    }

    std::vector<std::string> tables_whose_rows_may_go() {
        constexpr db::Sql on_sqlite = R"(
            SELECT DISTINCT t.name FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND c.name IN ('case_id', 'place_id', 'programme_id', 'session_id', 'target_id')
               AND NOT EXISTS (SELECT 1 FROM sqlite_schema g
                                WHERE g.type = 'trigger' AND g.tbl_name = t.name AND g.sql LIKE '%BEFORE DELETE%')
             ORDER BY t.name)";
        // 11: for each row, before, at a deletion.
        constexpr db::Sql on_postgresql = R"(
            SELECT DISTINCT c.relname::text
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
               AND a.attname IN ('case_id', 'place_id', 'programme_id', 'session_id', 'target_id')
               AND NOT EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgtype & 11 = 11)
             ORDER BY 1)";
        db::Transaction const transaction(db, db::Mode::read);
        return db.all<std::string>(is_sqlite ? on_sqlite : on_postgresql);
    }

    // The tables of which no row may go, with this column.
    std::vector<std::string> kept_tables(std::string const& column = "school_id") {
        constexpr db::Sql on_sqlite = R"(
            SELECT DISTINCT t.name FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND c.name = $1
               AND EXISTS (SELECT 1 FROM sqlite_schema g
                            WHERE g.type = 'trigger' AND g.tbl_name = t.name AND g.sql LIKE '%BEFORE DELETE%')
             ORDER BY t.name)";
        constexpr db::Sql on_postgresql = R"(
            SELECT DISTINCT c.relname::text
              FROM pg_class c
              JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attname = $1
               AND EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgtype & 11 = 11)
             ORDER BY 1)";
        db::Transaction const transaction(db, db::Mode::read);
        auto tables = db.all<std::string>(is_sqlite ? on_sqlite : on_postgresql, column);
        std::erase_if(tables, [](auto const& table) { return without_rows.contains(table); });
        return tables;
    }

    // "rows_stay", "letter_stands": not that something else names the row.
    static bool stays(std::string const& gate) {
        return gate.ends_with("stay") || gate.ends_with("stands") || gate.ends_with("settled");
    }

    BusySchool& busy = BusySchool::once();
    db::Connection& db = busy.database.connection();
    bool is_sqlite = busy.database.database().engine() == db::Engine::sqlite;
};

TEST_F(RowsStay, whatever_belongs_to_a_childs_way) {
    EXPECT_EQ(tables_whose_rows_may_go(), std::vector<std::string>{"absence"})
        << "who is not here is said anew until the register is taken; a new table says here why its rows may "
           "go";
}

TEST_F(RowsStay, as_what_they_are) {
    auto const kept = kept_tables();
    EXPECT_GT(kept.size(), 20U);
    for (auto const& table : kept) {
        EXPECT_TRUE(stays(tried("DELETE FROM " + table))) << table;
        if (is_sqlite) {
            EXPECT_NE(tried("INSERT OR REPLACE INTO " + table + " SELECT * FROM " + table), "") << table;
        }
    }
}

TEST_F(RowsStay, and_keep_their_keys) {
    for (std::string const column :
         {"id", "case_id", "pupil_id", "place_id", "programme_id", "session_id", "target_id", "contact_id"})
        for (auto const& table : kept_tables(column))
            EXPECT_TRUE(stays(tried("UPDATE " + table + " SET " + column + " = " + column + " || 'x'")))
                << table << ' ' << column;
    for (std::string const column : {"token_hash", "proof_key"})
        EXPECT_EQ(tried("UPDATE consent_link SET " + column + " = " + column + " || 'x'"), "keys_stay");
}

TEST_F(RowsStay, as_does_the_end_of_a_link_and_of_a_sign_in) {
    std::string const revoked =
        "UPDATE consent_link SET wrong_tries = 3, revoked_at = 5 WHERE revoked_at IS NULL; UPDATE "
        "consent_link SET ";
    EXPECT_EQ(tried(revoked + "wrong_tries = wrong_tries"), "");
    for (std::string const act : {"revoked_at = NULL", "revoked_at = 6", "wrong_tries = 0"})
        EXPECT_EQ(tried(revoked + act), "link_stands") << act;
    std::string const tries = "UPDATE consent_link SET revoked_at = NULL, wrong_tries = ";
    std::string const opens = " WHERE revoked_at IS NULL;";
    EXPECT_EQ(tried(tries + "3" + opens + tries + "2" + opens), "link_stands");
    EXPECT_EQ(tried(tries + "3" + opens + tries + "0" + opens), "") << "forgotten with the right one";

    std::string const ended =
        "INSERT INTO account (id, address, made_at) VALUES ('one', 'one@school.example', 0);"
        "INSERT INTO sign_in (token_hash, account_id, school_id, staff_id, started_at, seen_at)"
        "SELECT 'one', 'one', f.school_id, f.id, 0, 0 FROM staff f LIMIT 1;"
        "UPDATE sign_in SET ended_at = 5 WHERE token_hash = 'one'; UPDATE sign_in SET ended_at = ";
    EXPECT_EQ(tried(ended + "ended_at"), "");
    for (std::string const moment : {"NULL", "6"})
        EXPECT_EQ(tried(ended + moment), "sign_in_ended") << moment;
}

// M2: a child's progress is told by them.
TEST_F(RowsStay, as_they_were_measured) {
    for (std::string const act :
         {"DELETE FROM target_measure",
          "DELETE FROM target_measure WHERE occasion = 'after'",
          "UPDATE target_measure SET rating = 10 - rating",
          "UPDATE target_measure SET occasion = 'after'"})
        EXPECT_EQ(tried(act), "measure_stands") << act;
}

// Only PostgreSQL can empty a table without a look at its rows.
TEST_F(AppendOnly, no_table_is_emptied_at_once) {
    if (on_sqlite) return;
    raises_a_concern(sam);
    auto const before = log();
    auto& db = database.connection();
    for (auto const* tables :
         {"record, record_head", "reading, reading_head", "consent_answer", "school CASCADE"}) {
        try {
            db::run_script(db, std::string("TRUNCATE ") + tables);
            ADD_FAILURE() << tables << " was emptied";
        } catch (db::Refused const& refused) {
            EXPECT_EQ(refused.gate, "tables_stay") << tables;
        }
    }
    EXPECT_EQ(log(), before);
    db::Transaction const transaction(db, db::Mode::read);
    EXPECT_EQ(
        db.all<std::string>(R"(
            SELECT relname::text FROM pg_class c
             WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
               AND NOT EXISTS (SELECT 1 FROM pg_trigger t
                                WHERE t.tgrelid = c.oid AND t.tgname = 'is_never_emptied' AND t.tgenabled = 'O'))"
        ),
        std::vector<std::string>{}
    ) << "gets the trigger of 0031 in its own migration";
}

}  // namespace
}  // namespace journeys
