#include <gtest/gtest.h>

#include "db/script.hpp"
#include "heads/looking_actions.hpp"
#include "heads/rules.hpp"
#include "heads/signing_actions.hpp"
#include "readings/log_actions.hpp"
#include "records/actions.hpp"
#include "support/small_school.hpp"

// V2: whoever holds an earlier head of a log finds whatever was done to what stood before it, also where
// every hash was worked out anew.
namespace heads {
namespace {

constexpr int entries = 9;

class Tampering : public testing::TestWithParam<Log> {
protected:
    Tampering() {
        add(entries);
        head_ = sign(db_, key_, school_.school, GetParam(), school_.now).value();
        add(3);
    }

    void add(int count, std::string const& why = "Mended a slip") {
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, school_.senco);
        readings::Log log;
        for (int at = 0; at < count; ++at)
            if (GetParam() == Log::changes)
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

    std::string table() const { return GetParam() == Log::changes ? "record" : "reading"; }

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
            [this] { return database_.connect(db::Mode::read); }, school_.school, GetParam(), {head_.size}
        );
    }
    bool fits(Found const& found) {
        auto const root = found.roots.find(head_.size);
        return root != found.roots.end() && root->second == head_.root;
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
        GetParam() == Log::changes
            ? "INSERT INTO record SELECT school_id, 13, at, by_staff_id, by_name, action, subject, "
              "subject_id, case_id, why, detail, detail_digest, previous_hash, hash FROM record "
              "WHERE number = 12"
            : "INSERT INTO reading SELECT school_id, 13, at, by_staff_id, by_name, pupil_id, "
              "case_id, zone, reason, page, hash FROM reading WHERE number = 12";
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
    EXPECT_ANY_THROW(sign(db_, key_, school_.school, GetParam(), school_.now));
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
    auto const later = sign(db_, key_, school_.school, GetParam(), school_.now + 1).value();
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

INSTANTIATE_TEST_SUITE_P(OfALog, Tampering, testing::Values(Log::changes, Log::reads), [](auto const& of) {
    return std::string(word(of.param));
});

}  // namespace
}  // namespace heads
