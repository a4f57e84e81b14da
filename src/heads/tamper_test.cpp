#include <gtest/gtest.h>

#include <map>
#include <set>

#include "db/script.hpp"
#include "heads/looking_actions.hpp"
#include "heads/rules.hpp"
#include "heads/signing_actions.hpp"
#include "readings/log_actions.hpp"
#include "records/actions.hpp"
#include "records/clearing_rules.hpp"
#include "support/small_school.hpp"

// V2: whoever holds an earlier head of a log finds whatever was done to what stood before it, also where
// every hash was worked out anew.
namespace heads {
namespace {

constexpr int entries = 9;

// A log, looked through in stretches of 2^level entries: of four, in which the twelve here are three
// stretches, and of the size that is always used.
struct Way {
    Log log{};
    int level = level_of_a_stretch;
};

class Tampering : public testing::TestWithParam<Way> {
protected:
    Tampering() {
        add(entries);
        head_ = sign(db_, key_, school_.school, GetParam().log, school_.now).value();
        add(3);
    }

    void add(int count, std::string const& why = "Mended a slip") {
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, school_.senco);
        readings::Log log;
        for (int at = 0; at < count; ++at)
            if (GetParam().log == Log::changes)
                records::write(
                    visit,
                    {.action = records::Action::changed,
                     .subject = "concern",
                     .subject_id = std::to_string(at),
                     .why = why,
                     .fields = {{"seen", "", "Alone"}}}
                );
            else
                log.add(
                    db_,
                    {.school = school_.school,
                     .at = school_.now,
                     .by_staff_id = "a",
                     .by_name = "Priya Nair",
                     .page = "GET /pupils/{pupil}",
                     .reads = {{.pupil_id = std::to_string(at), .case_id = {}, .zone = {}, .reason = why}}}
                );
        log.keep_ends(db_);
        transaction.commit();
    }

    std::string table() const { return GetParam().log == Log::changes ? "record" : "reading"; }

    // Past row-level security, where a script enters no school by itself.
    std::string into_the_school() const {
        return db_.engine() == db::Engine::sqlite ? "" : "SET withy.school = '1'; ";
    }

    // Somebody with the database in their hands.
    void tampers(std::string const& sql) {
        bool const on_sqlite = db_.engine() == db::Engine::sqlite;
        auto const past_the_triggers =
            on_sqlite ? "DROP TRIGGER IF EXISTS " + table() + "_is_never_changed; DROP TRIGGER IF EXISTS " +
                            table() + "_is_never_deleted; "
                      : into_the_school() + "ALTER TABLE " + table() + " DISABLE TRIGGER USER; ";
        db::run_script(db_, past_the_triggers + sql);
    }
    void changes(std::string const& column, int number) {
        tampers("UPDATE " + table() + " SET " + column + " WHERE number = " + std::to_string(number));
    }

    Found found() {
        return look_through(
            [this] { return database_.connect(db::Mode::read); },
            school_.school,
            GetParam().log,
            {head_.size},
            GetParam().level
        );
    }
    bool fits(Found const& found) {
        auto const root = found.roots.find(head_.size);
        return root != found.roots.end() && root->second == head_.root;
    }
    // What somebody might write into each column instead. The number is another test's, and so is the school,
    // in which an entry is missing that was moved to another.
    std::map<std::string, std::string> changes_of_columns() const {
        std::string const somebody = "'0190b6e0-0000-7000-8000-00000000000a'";
        auto const hash = "'" + std::string(64, 'a') + "'";
        if (GetParam().log == Log::reads)
            return {
                {"at", "at + 1"},
                {"by_staff_id", somebody},
                {"by_name", "'Somebody else'"},
                {"pupil_id", somebody},
                {"case_id", somebody},
                {"zone", "'progress'"},
                {"reason", "'Another'"},
                {"page", "'GET /'"},
                {"hash", hash},
                {"contacts", "'names'"},
                {"list_id", hash + ", pupil_id = ''"},
                {"refused",
                 "'role', zone = NULL, reason = '', case_id = NULL, contacts = NULL, list_id = NULL"}};
        return {
            {"at", "at + 1"},
            {"by_staff_id", somebody},
            {"by_name", "'Somebody else'"},
            {"action", "'undone'"},
            {"subject", "'place'"},
            {"subject_id", "'another'"},
            {"case_id", somebody},
            {"why", "'Another'"},
            {"detail", "'{}'"},
            {"detail_digest", hash},
            {"previous_hash", hash},
            {"hash", hash}};
    }
    std::vector<std::string> columns() {
        constexpr db::Sql on_sqlite = "SELECT name FROM pragma_table_info($1)";
        constexpr db::Sql on_postgresql = R"(
            SELECT CAST(column_name AS TEXT) FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name = $1)";
        db::Transaction const transaction(db_, db::Mode::read);
        return db_.engine() == db::Engine::sqlite ? db_.all<std::string>(on_sqlite, table())
                                                  : db_.all<std::string>(on_postgresql, table());
    }

    void expect_nothing_found() {
        auto const now = found();
        EXPECT_EQ(now.first_fault, std::nullopt);
        EXPECT_EQ(now.lost.unaccounted, 0);
    }
    void expect_found(std::int64_t number) {
        auto const now = found();
        EXPECT_EQ(now.first_fault, number);
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    signature::Key key_ = signature::Key::make();
    Head head_;
};

TEST_P(Tampering, is_not_found_where_nobody_did) {
    auto const now = found();
    EXPECT_EQ(now.first_fault, std::nullopt);
    EXPECT_EQ(now.entries, 12U);
    EXPECT_TRUE(fits(now));
}

TEST_P(Tampering, by_changing_an_entry_is_found_there) {
    changes("by_name = 'Somebody else'", 4);
    expect_found(4);
}

// On both sides of where a stretch of four ends, and at the ends of the log.
TEST_P(Tampering, by_changing_any_column_of_an_entry_is_found_there) {
    for (auto const number : {1, 4, 5, 8, 9, 12})
        for (auto const& [column, value] : changes_of_columns()) {
            SCOPED_TRACE(column + " of " + std::to_string(number));
            auto const where = " WHERE number = " + std::to_string(number);
            tampers("CREATE TABLE as_it_was AS SELECT * FROM " + table() + where);
            changes(column + " = " + value, number);
            expect_found(number);
            tampers(
                "DELETE FROM " + table() + where + "; INSERT INTO " + table() +
                " SELECT * FROM as_it_was; DROP TABLE as_it_was"
            );
        }
    EXPECT_EQ(found().first_fault, std::nullopt) << "each was put back";
    EXPECT_TRUE(fits(found()));
}

TEST_P(Tampering, is_tried_with_every_column_that_there_is) {
    auto tried = changes_of_columns();
    for (auto const* another_tests : {"number", "school_id"}) tried.emplace(another_tests, "");
    auto const all = columns();
    EXPECT_EQ(all.size(), tried.size());
    for (auto const& column : all) EXPECT_TRUE(tried.contains(column)) << column;
}

TEST_P(Tampering, by_taking_any_entry_out_is_found_there) {
    for (auto const number : {12, 9, 8, 5, 4}) {
        tampers("DELETE FROM " + table() + " WHERE number = " + std::to_string(number));
        if (number == 12) {
            EXPECT_EQ(found().entries, 11U) << "a log that is cut shows it from a head alone";
        } else {
            expect_found(number);
        }
    }
}

// Several roots of the tree are worked out from several stretches; they are those that were signed.
TEST_P(Tampering, leaves_every_head_as_it_was_where_nobody_did) {
    std::vector<Head> heads{head_};
    for (int more = 0; more < 6; ++more) {
        add(1);
        heads.push_back(sign(db_, key_, school_.school, GetParam().log, school_.now + 1 + more).value());
    }
    std::set<merkle::Size> sizes;
    for (auto const& head : heads) sizes.insert(head.size);
    auto const now = look_through(
        [this] { return database_.connect(db::Mode::read); },
        school_.school,
        GetParam().log,
        sizes,
        GetParam().level
    );
    for (auto const& head : heads) {
        auto const root = now.roots.find(head.size);
        ASSERT_NE(root, now.roots.end()) << head.size;
        EXPECT_EQ(root->second, head.root) << head.size;
    }
}

TEST_P(Tampering, by_changing_the_last_entry_is_found) {
    changes("by_name = 'Somebody else'", 12);
    expect_found(12);
}

TEST_P(Tampering, by_taking_an_entry_out_is_found_there) {
    tampers("DELETE FROM " + table() + " WHERE number = 1");
    expect_found(1);
}

TEST_P(Tampering, by_moving_entries_is_found) {
    changes("number = 100", 5);
    changes("number = 5", 6);
    changes("number = 6", 100);
    expect_found(5);
}

TEST_P(Tampering, by_adding_an_entry_at_the_end_is_found) {
    auto const copied =
        GetParam().log == Log::changes
            ? "INSERT INTO record SELECT school_id, 13, at, by_staff_id, by_name, action, subject, "
              "subject_id, case_id, why, detail, detail_digest, previous_hash, hash FROM record "
              "WHERE number = 12"
            : "INSERT INTO reading SELECT school_id, 13, at, by_staff_id, by_name, pupil_id, "
              "case_id, zone, reason, page, hash, contacts, list_id, refused FROM reading WHERE number = "
              "12";
    tampers(copied);
    expect_found(13);
}

// The chain alone does not show this.
TEST_P(Tampering, by_cutting_the_log_before_the_head_is_found_from_the_head) {
    tampers("DELETE FROM " + table() + " WHERE number > 7");
    auto const now = found();
    EXPECT_EQ(now.first_fault, std::nullopt);
    EXPECT_FALSE(fits(now));
}

// Nor this.
TEST_P(Tampering, by_writing_the_whole_log_anew_is_found_from_the_head) {
    tampers("DELETE FROM " + table());
    tampers("UPDATE " + table() + "_head SET number = 0, hash = '" + std::string(64, '0') + "'");
    add(entries + 3, "Another reason");
    auto const now = found();
    EXPECT_EQ(now.first_fault, std::nullopt) << "each entry follows the one before";
    EXPECT_EQ(now.entries, 12U);
    EXPECT_FALSE(fits(now));
}

TEST_P(Tampering, with_a_kept_head_ends_the_signing_of_others) {
    bool const on_sqlite = db_.engine() == db::Engine::sqlite;
    db::run_script(
        db_,
        std::string(
            on_sqlite ? "DROP TRIGGER signed_head_is_never_changed; "
                      : "SET withy.school = '1'; ALTER TABLE signed_head DISABLE TRIGGER USER; "
        ) + "UPDATE signed_head SET size = 8"
    );
    EXPECT_ANY_THROW(sign(db_, key_, school_.school, GetParam().log, school_.now));
}

TEST_P(Tampering, is_refused_by_the_database_before_anything_else) {
    for (auto const& sql :
         {"UPDATE signed_head SET size = 8",
          "DELETE FROM signed_head",
          "UPDATE signed_head SET signature = ''"}) {
        try {
            db::run_script(db_, into_the_school() + sql);
            ADD_FAILURE() << sql;
        } catch (db::Refused const& refused) {
            EXPECT_EQ(refused.gate, "heads_stay");
        }
    }
}

TEST_P(Tampering, is_ruled_out_by_a_proof_of_every_entry_and_of_every_later_head) {
    auto const later = sign(db_, key_, school_.school, GetParam().log, school_.now + 1).value();
    ASSERT_EQ(later.size, 12U);
    for (std::int64_t number = 1; number <= 12; ++number) {
        auto const proof = prove(db_, number, later, head_);
        ASSERT_TRUE(proof);
        EXPECT_EQ(fault_of(*proof), "") << number;
    }
    EXPECT_FALSE(prove(db_, 13, later, head_));
    EXPECT_FALSE(prove(db_, 0, later, head_));
    changes("hash = '" + std::string(64, 'a') + "'", 4);
    EXPECT_NE(fault_of(*prove(db_, 5, later, head_)), "")
        << "the log is another than the one that was signed";
}

class TamperingWithLists : public Tampering {};

TEST_P(TamperingWithLists, by_taking_a_child_off_a_list_that_was_read_is_found_there) {
    {
        db::Transaction transaction(db_, db::Mode::write);
        auto const visit = school_.visit(db_, school_.senco);
        readings::Log log;
        log.add(
            db_,
            {.school = school_.school,
             .at = school_.now,
             .by_staff_id = "a",
             .by_name = visit.who.name,
             .page = "GET /referrals",
             .reads = {{.pupil_id = {}, .reason = {}, .listed = {"one", "other"}}}}
        );
        log.keep_ends(db_);
        transaction.commit();
    }
    expect_nothing_found();
    db::run_script(
        db_,
        std::string(
            db_.engine() == db::Engine::sqlite
                ? "DROP TRIGGER reading_list_is_never_deleted; "
                : "SET withy.school = '1'; ALTER TABLE reading_list DISABLE TRIGGER USER; "
        ) + "DELETE FROM reading_list WHERE pupil_id = 'other'"
    );
    expect_found(13);
}

class TamperingWithDetails : public Tampering {};

// The chain is made over the detail's digest and does not show it: no erasure accounts for it.
TEST_P(TamperingWithDetails, by_setting_a_detail_to_nothing_is_found_there) {
    expect_nothing_found();
    std::int64_t lost = 0;
    for (auto const number : {12, 9, 8, 5, 4, 1}) {
        changes("detail = NULL", number);
        auto const now = found();
        EXPECT_EQ(now.lost.unaccounted, ++lost);
        EXPECT_EQ(now.lost.first, number);
    }
}

TEST_P(TamperingWithDetails, beyond_what_an_erasure_accounts_for_is_found_there) {
    for (auto const number : {3, 4, 5}) changes("detail = NULL", number);
    {
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, school_.senco);
        records::write(
            visit,
            {.action = records::Action::ended,
             .subject = "erasure",
             .subject_id = "a",
             .fields = {{std::string(records::cleared_entries), "", records::in_ranges({3, 4, 5})}}}
        );
        transaction.commit();
    }
    expect_nothing_found();
    EXPECT_EQ(found().lost.all, 3);
    changes("detail = NULL", 6);
    EXPECT_EQ(found().lost.unaccounted, 1);
    EXPECT_EQ(found().lost.first, 6);
}

std::string name_of_way(testing::TestParamInfo<Way> const& of) {
    bool const as_always = of.param.level == level_of_a_stretch;
    return std::string(word(of.param.log)) + (as_always ? "" : "_in_stretches_of_four");
}

INSTANTIATE_TEST_SUITE_P(
    OfALog, TamperingWithDetails, testing::Values(Way{Log::changes}, Way{Log::changes, 2}), name_of_way
);

INSTANTIATE_TEST_SUITE_P(
    OfALog, TamperingWithLists, testing::Values(Way{Log::reads}, Way{Log::reads, 2}), name_of_way
);

INSTANTIATE_TEST_SUITE_P(
    OfALog,
    Tampering,
    testing::Values(Way{Log::changes}, Way{Log::reads}, Way{Log::changes, 2}, Way{Log::reads, 2}),
    name_of_way
);

}  // namespace
}  // namespace heads
