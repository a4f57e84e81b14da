#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/secret.hpp"
#include "cli/commands.hpp"
#include "db/script.hpp"
#include "readings/log_actions.hpp"
#include "records/actions.hpp"
#include "records/clearing_rules.hpp"
#include "retention/actions.hpp"
#include "retention/store.hpp"
#include "support/small_school.hpp"

namespace {

struct AuditCommand : testing::Test {
    support::TestDatabase database;
    support::SmallSchool school{database};
    db::Connection& db = database.connection();
    std::string folder = std::filesystem::temp_directory_path() / ("withy-audit-" + secret::new_token());
    int files = 0;

    AuditCommand() {
        std::filesystem::create_directory(folder);
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

    ~AuditCommand() override { std::filesystem::remove_all(folder); }

    // What it says, and its exit code.
    std::pair<std::string, int> ran(std::vector<std::string> const& arguments) {
        std::vector<char const*> words{"withy", "audit"};
        for (auto const& argument : arguments) words.push_back(argument.c_str());
        std::ostringstream out, err;
        auto const code = cli::run(static_cast<int>(words.size()), words.data(), {out, err});
        return {out.str() + err.str(), code};
    }
    std::pair<std::string, int> ran_on_the_data(std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--database", database.url(), "--data", folder});
        return ran(arguments);
    }
    std::pair<std::string, int> verified(std::vector<std::string> const& heads = {}) {
        std::vector<std::string> words{"verify"};
        for (auto const& head : heads) words.insert(words.end(), {"--head", head});
        return ran_on_the_data(words);
    }
    // A file with what the command wrote.
    std::string written(std::vector<std::string> const& arguments) {
        auto const [text, code] = ran_on_the_data(arguments);
        EXPECT_EQ(code, 0) << text;
        auto const path = folder + "/" + std::to_string(++files);
        std::ofstream(path) << text;
        return path;
    }
    void writes_another_change() {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        records::write(visit, {.action = records::Action::made, .subject = "concern", .subject_id = "d"});
        transaction.commit();
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

// The chain holds without them: it is made over their digests.
TEST_F(AuditCommand, finds_details_that_were_set_to_nothing) {
    tampers("UPDATE record SET detail = NULL WHERE number <> 1");
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "each follows the one before")) << words;
    EXPECT_TRUE(holds(
        words, "2 entries have lost the detail without an erasure that accounts for it, the first is entry 2"
    )) << words;
}

// Entries 4 and 5 lose their detail, of the child and of a parent; 6 and 7 are the signatures.
struct AuditAfterAnErasure : AuditCommand {
    AuditAfterAnErasure() {
        in_a_visit(school.senco, [&](Visit& visit) {
            db.run(
                "UPDATE pupil SET left_on = $1 WHERE school_id = $2 AND id = $3",
                calendar::years_later(school.today, -4),
                school.school,
                school.sam.id
            );
            for (auto const& [subject, id] :
                 {std::pair{"pupil", school.sam.id.text()}, {"contact", school.sam.mother.text()}})
                records::write(
                    visit,
                    {.action = records::Action::changed,
                     .subject = subject,
                     .subject_id = std::string(id),
                     .fields = {{.field = "address", .from = "", .to = "a"}}}
                );
            auto const sam = *PupilId::parse(school.sam.id.text());
            EXPECT_TRUE(retention::sign_first(visit, sam, retention::Category::on_the_roll));
        });
        in_a_visit(school.headteacher, [&](Visit& visit) {
            auto const erasure = retention::store::erasures(db, school.school).at(0);
            EXPECT_TRUE(retention::sign_second_and_erase(visit, erasure));
        });
    }
    template <class Act>
    void in_a_visit(support::Person const& person, Act const& act) {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, person);
        act(visit);
        transaction.commit();
    }
};

TEST_F(AuditAfterAnErasure, finds_the_log_whole_and_counts_the_details_that_went) {
    auto const [words, code] = verified();
    EXPECT_EQ(code, 0) << words;
    EXPECT_TRUE(holds(words, "7 entries, each follows the one before")) << words;
    EXPECT_TRUE(holds(words, "2 entries have lost the detail by an erasure that says so.")) << words;
}

TEST_F(AuditAfterAnErasure, finds_one_more_detail_that_was_set_to_nothing) {
    tampers("UPDATE record SET detail = NULL WHERE number = 3");
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(
        words, "1 entry has lost the detail without an erasure that accounts for it, the first is entry 3"
    )) << words;
}

TEST_F(AuditAfterAnErasure, finds_that_what_the_erasure_said_was_set_to_nothing) {
    tampers("UPDATE record SET detail = NULL WHERE number = 7");
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(
        words, "3 entries have lost the detail without an erasure that accounts for it, the first is entry 4"
    )) << words;
}

TEST_F(AuditAfterAnErasure, finds_that_another_entry_was_put_into_what_the_erasure_said) {
    tampers(
        "UPDATE record SET detail = NULL WHERE number = 3; UPDATE record SET detail = replace(detail, '4-5', "
        "'3-5') WHERE number = 7"
    );
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "The log is broken at entry 7")) << words;
}

// Such an erasure said how many details went, and not of which entries.
TEST_F(AuditCommand, takes_as_many_details_as_erasures_counted_before_they_named_the_entries) {
    tampers("UPDATE record SET detail = NULL WHERE number < 3");
    {
        db::Transaction transaction(db, db::Mode::write);
        auto visit = school.visit(db, school.senco);
        records::write(
            visit,
            {.action = records::Action::ended,
             .subject = "erasure",
             .subject_id = "a",
             .fields = {{.field = "counts", .from = "", .to = "letter 1, record 2"}}}
        );
        transaction.commit();
    }
    auto const [words, code] = verified();
    EXPECT_EQ(code, 0) << words;
    EXPECT_TRUE(
        holds(words, "2 entries have lost the detail by an erasure that says how many went, and not which")
    ) << words;
    db::run_script(
        db,
        std::string(db.engine() == db::Engine::sqlite ? "" : "SET withy.school = '1'; ") +
            "UPDATE record SET detail = NULL WHERE number = 3"
    );
    auto const [more, found] = verified();
    EXPECT_EQ(found, 1);
    EXPECT_TRUE(
        holds(more, "1 entry has lost the detail without an erasure that accounts for it: it was taken out")
    ) << more;
}

TEST_F(AuditCommand, finds_an_earlier_end_in_a_log_that_went_on) {
    auto const earlier = head();
    writes_another_change();
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

// V2: since the last signed head, which the log would otherwise be held against.
TEST_F(AuditCommand, finds_that_the_last_reads_were_cut_off) {
    {
        db::Transaction transaction(db, db::Mode::write);
        readings::Log log;
        for (std::string const pupil : {"a", "b", "c"})
            log.add(
                db,
                {.school = school.school,
                 .at = school.now,
                 .by_staff_id = "a",
                 .by_name = "Priya Nair",
                 .page = "GET /pupils/{pupil}",
                 .reads = {{.pupil_id = pupil, .case_id = {}, .zone = {}, .reason = ""}}}
            );
        log.keep_ends(db);
        transaction.commit();
    }
    EXPECT_EQ(verified().second, 0);
    bool const on_sqlite = db.engine() == db::Engine::sqlite;
    db::run_script(
        db,
        std::string(
            on_sqlite ? "DROP TRIGGER reading_is_never_deleted; "
                      : "SET withy.school = '1'; ALTER TABLE reading DISABLE TRIGGER USER; "
        ) + "DELETE FROM reading WHERE number = 3"
    );
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "the log of reads: 2 entries. The log is broken at entry 3")) << words;
}

// A refusal stands in the same chain: neither its reason nor its child can be changed unseen.
TEST_F(AuditCommand, finds_that_a_refusal_was_changed) {
    {
        db::Transaction transaction(db, db::Mode::write);
        readings::Log log;
        for (std::string const pupil : {"a", "b"})
            log.add(
                db,
                {.school = school.school,
                 .at = school.now,
                 .by_staff_id = "a",
                 .by_name = "Rob Ellis",
                 .page = "GET /cases/{case}/consent",
                 .reads = {},
                 .refusals = {{.pupil_id = pupil, .why = readings::Refused::no_tie}}}
            );
        log.keep_ends(db);
        transaction.commit();
    }
    EXPECT_EQ(verified().second, 0);
    bool const on_sqlite = db.engine() == db::Engine::sqlite;
    db::run_script(
        db,
        std::string(
            on_sqlite ? "DROP TRIGGER reading_is_never_changed; "
                      : "SET withy.school = '1'; ALTER TABLE reading DISABLE TRIGGER USER; "
        ) + "UPDATE reading SET refused = 'own_child' WHERE number = 2"
    );
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "The log is broken at entry 2")) << words;
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

TEST_F(AuditCommand, holds_the_log_against_heads_that_were_kept_elsewhere) {
    auto const kept = written({"heads"});
    writes_another_change();
    auto const [words, code] = ran_on_the_data({"verify", "--heads", kept});
    EXPECT_EQ(code, 0) << words;
    EXPECT_TRUE(holds(words, "1 signed head was held against it, the last of entry 3.")) << words;
}

// Each entry follows the one before again, and the heads in the database are gone too.
TEST_F(AuditCommand, finds_a_log_that_was_written_anew_by_the_heads_that_were_kept_elsewhere) {
    auto const kept = written({"heads"});
    tampers(
        "DELETE FROM record; UPDATE record_head SET number = 0, hash = "
        "'0000000000000000000000000000000000000000000000000000000000000000'"
    );
    bool const on_sqlite = db.engine() == db::Engine::sqlite;
    db::run_script(
        db,
        std::string(
            on_sqlite ? "DROP TRIGGER signed_head_is_never_deleted; "
                      : "ALTER TABLE signed_head DISABLE TRIGGER USER; "
        ) + "DELETE FROM signed_head"
    );
    for (int at = 0; at < 3; ++at) writes_another_change();
    EXPECT_EQ(verified().second, 0) << "the log alone can't tell";
    auto const [words, code] = ran_on_the_data({"verify", "--heads", kept});
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "The head of the log of changes at entry 3 does not fit the log")) << words;
}

TEST_F(AuditCommand, tells_a_head_that_another_key_signed) {
    auto const kept = written({"heads"});
    std::filesystem::remove(folder + "/head-key");
    auto const [words, code] = ran_on_the_data({"verify"});
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "signed by another key")) << words;
    std::string const name = "\"public_key\":\"";
    std::ifstream file(kept);
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    auto const at = text.find(name) + name.size();
    auto const key = text.substr(at, text.find('"', at) - at);
    EXPECT_EQ(ran_on_the_data({"verify", "--public-key", key}).second, 0);
}

TEST_F(AuditCommand, makes_its_key_for_its_own_user_and_uses_no_other) {
    written({"heads"});
    auto const key = folder + "/head-key";
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(key).permissions(), perms::owner_read | perms::owner_write);
    std::filesystem::permissions(key, perms::group_read, std::filesystem::perm_options::add);
    auto const [words, code] = ran_on_the_data({"heads"});
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "chmod 600")) << words;
}

TEST_F(AuditCommand, proves_an_entry_to_who_has_no_database) {
    auto const kept = written({"heads"});
    writes_another_change();
    auto const proof = written({"prove", "2", "--from", kept});
    auto const [words, code] = ran({"check", proof});
    EXPECT_EQ(code, 3) << "whose key it is, is not known: " << words;
    EXPECT_TRUE(holds(words, "Entry 2 stands in the log of changes of school 1")) << words;
    EXPECT_TRUE(holds(words, "It goes on from the head of entry 3.")) << words;
    EXPECT_EQ(ran({"check", kept}).second, 3);
    EXPECT_EQ(ran({"check", kept, "--public-key", "another"}).second, 1);

    std::ifstream file(proof);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    auto const at = text.find("Priya Nair");
    ASSERT_NE(at, text.npos);
    auto const changed = folder + "/changed";
    std::ofstream(changed) << text.replace(at, 5, "Susan");
    EXPECT_EQ(ran({"check", changed}).second, 1);
}

TEST_F(AuditCommand, says_what_it_can_not_prove_or_read) {
    EXPECT_TRUE(holds(ran_on_the_data({"prove", "9"}).first, "has no entry 9"));
    EXPECT_TRUE(holds(ran_on_the_data({"prove", "1", "--log", "reads"}).first, "has no entry 1"));
    EXPECT_EQ(ran_on_the_data({"prove", "1", "--log", "other"}).second, 2);
    EXPECT_EQ(ran({"check", folder + "/absent"}).second, 1);
    auto const nothing = folder + "/nothing";
    std::ofstream(nothing) << "{}";
    EXPECT_TRUE(holds(ran({"check", nothing}).first, "holds no heads"));
}

TEST_F(AuditCommand, notices_that_the_end_was_cut_off) {
    tampers("DELETE FROM record WHERE number = 3");
    auto const [words, code] = verified();
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(holds(words, "broken at entry 3")) << words;
}

}  // namespace
