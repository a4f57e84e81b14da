// What an old backup says once a child's record was erased: nothing (V4).
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "child_keys/about.hpp"
#include "child_keys/destroying.hpp"
#include "child_keys/rules.hpp"
#include "child_keys/vault.hpp"
#include "data_map/sealing_store.hpp"
#include "db/migrations.hpp"
#include "records/actions.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"
#include "retention/actions.hpp"
#include "retention/store.hpp"
#include "story/running_case_test.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace retention {
namespace {

namespace files = std::filesystem;

constexpr std::string_view sams_word = "Quagmirewort";
constexpr std::string_view amiras_word = "Bellflowerish";

std::string bytes_of(files::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct AsItStands {
    std::string text;
    auto columns() { return std::tuple{db::AsStored{text}}; }
};

class SealedRecord : public testing::Test {
protected:
    SealedRecord() {
        files::create_directories(folder_);
        database_.database().opens_with(
            std::make_shared<child_keys::Vault>(folder_ + "/child-keys.db", installation_)
        );
    }
    ~SealedRecord() override { files::remove_all(folder_); }

    // A case that ended four years ago, with the word in two of its tables and in the log.
    void has_a_closed_case(db::Connection& db, support::Child const& child, std::string_view word) {
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school_.school);
        auto const the_case = "case of " + child.name;
        auto const about = child_keys::about_child(db, school_.school, child.id.text());
        db.run(
            "INSERT INTO nurture_case (school_id, id, pupil_id, opened_at) VALUES ($1, $2, $3, 1)",
            school_.school,
            the_case,
            child.id
        );
        db.run(
            R"(INSERT INTO step (school_id, id, case_id, step, taken_at, taken_on, taken_by, reason)
               VALUES ($1, $2, $2, 'referral', 1, '2022-01-10', $3, $4))",
            school_.school,
            the_case,
            school_.senco.staff,
            about(word)
        );
        db.run(
            R"(INSERT INTO concern (school_id, id, case_id, pupil_id, source, seen, attachment_figure,
                                    parents_spoken_to, noticed_on, written_by, written_at)
               VALUES ($1, $2, $2, $3, 'staff', $4, 0, 'yes', '2022-01-09', $5, 1))",
            school_.school,
            the_case,
            child.id,
            about(word),
            school_.senco.staff
        );
        db.run(
            R"(INSERT INTO liaison (school_id, id, case_id, with_whom, held_on, line, written_by, written_at)
               VALUES ($1, $2, $2, 'Mrs Ward', '2022-02-01', $3, $4, 1))",
            school_.school,
            the_case,
            about(word),
            school_.senco.staff
        );
        write_more(db, child, the_case);
        auto visit = school_.visit(db, school_.senco);
        records::write(
            visit,
            {.action = records::Action::changed,
             .subject = "concern",
             .subject_id = the_case,
             .case_id = the_case,
             .why = std::string(word) + " was meant",
             .fields = {{"seen", "less", std::string(word)}}}
        );
        db.run(
            R"(UPDATE nurture_case SET closed_at = CASE school_id WHEN $1 THEN $2 END
                WHERE school_id = $1 AND id = $3)",
            school_.school,
            calendar::start_of(calendar::years_later(school_.today, -4)),
            the_case
        );
        transaction.commit();
    }

    virtual void write_more(db::Connection&, support::Child const&, std::string const&) {}

    void SetUp() override {
        db_ = database_.connect(db::Mode::write);
        has_a_closed_case(*db_, school_.sam, sams_word);
        has_a_closed_case(*db_, school_.amira, amiras_word);
    }

    // Signed by two and committed; the keys are not destroyed yet.
    void is_erased(support::Child const& child) {
        ErasureId signed_first;
        {
            db::Transaction transaction(*db_, db::Mode::write);
            auto visit = school_.visit(*db_, school_.senco);
            signed_first = sign_first(visit, same<PupilId>(child.id), Category::nurture).value();
            transaction.commit();
        }
        db::Transaction transaction(*db_, db::Mode::write);
        auto visit = school_.visit(*db_, school_.headteacher);
        ASSERT_TRUE(sign_second_and_erase(visit, store::erasures(visit.db, visit.school).front()));
        transaction.commit();
    }
    template <class SomeId, class OtherId>
    static SomeId same(OtherId const& id) {
        return SomeId::parse(id.text()).value();
    }

    std::vector<std::string> stored(db::Sql sql) {
        db::Transaction const transaction(*db_, db::Mode::read);
        db_->enter(school_.school);
        std::vector<std::string> texts;
        for (auto& row : db_->all<AsItStands>(sql, school_.school)) texts.push_back(std::move(row.text));
        return texts;
    }
    // As the operator copies the keys' file, over the copy of before.
    void copy_keys_to(std::string const& path) {
        auto const keys = db::Database::open("sqlite:" + folder_ + "/child-keys.db");
        db::back_up_sqlite(*keys, path);
    }
    // What a backup says of Sam and of Amira with this file of keys.
    std::vector<std::string> seen_in(std::string const& backup, std::string const& keys) {
        auto const restored = db::Database::open("sqlite:" + backup);
        restored->opens_with(std::make_shared<child_keys::Vault>(keys, installation_));
        auto const reader = restored->connect(db::Mode::read);
        return reader->all<std::string>("SELECT seen FROM concern WHERE school_id = 1 ORDER BY case_id DESC");
    }
    void in_school(auto const& act) {
        db::Transaction transaction(*db_, db::Mode::write);
        db_->enter(school_.school);
        act(*db_);
        transaction.commit();
    }
    void amiras_is_merged_into_sams() {
        in_school([&](db::Connection& db) {
            db.run(
                R"(INSERT INTO merging (school_id, id, stays_id, stays_version, former_id, made_by, made_at)
                   VALUES ($1, 'one', $2, 2, $3, $4, 1))",
                school_.school,
                school_.sam.id,
                school_.amira.id,
                school_.senco.staff
            );
        });
    }
    std::string opened(std::string const& text) { return database_.vault()->open(text, school_.school); }

    std::string folder_ = testing::TempDir() + "withy_sealed_" + std::to_string(getpid());
    sealed::Key installation_ = sealed::new_key();
    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    std::unique_ptr<db::Connection> db_;
};

TEST_F(SealedRecord, is_erased_in_what_was_copied_before) {
    auto const copied = stored("SELECT seen FROM concern WHERE school_id = $1 ORDER BY case_id DESC");
    ASSERT_EQ(copied.size(), 2U);
    EXPECT_EQ(opened(copied[0]), sams_word);
    is_erased(school_.sam);
    EXPECT_EQ(child_keys::destroy_noted(*db_), 1);
    EXPECT_EQ(opened(copied[0]), child_keys::erased);
    EXPECT_EQ(opened(copied[1]), amiras_word) << "the other child's stay";
}

TEST_F(SealedRecord, is_erased_also_where_the_process_died_before_its_key_was_destroyed) {
    auto const copied = stored("SELECT seen FROM concern WHERE school_id = $1 ORDER BY case_id DESC");
    is_erased(school_.sam);
    ASSERT_EQ(opened(copied[0]), sams_word);
    // What the next start does before it serves.
    database_.database().opens_with(
        std::make_shared<child_keys::Vault>(folder_ + "/child-keys.db", installation_)
    );
    auto const next = database_.connect(db::Mode::write);
    EXPECT_EQ(child_keys::destroy_noted(*next), 1);
    EXPECT_EQ(opened(copied[0]), child_keys::erased);
}

TEST_F(SealedRecord, leaves_its_log_whole_and_without_a_word) {
    is_erased(school_.sam);
    child_keys::destroy_noted(*db_);
    db::Transaction const transaction(*db_, db::Mode::read);
    db_->enter(school_.school);
    EXPECT_EQ(
        records::first_fault(school_.school, records::store::from(*db_, school_.school, 1, 1'000)),
        std::nullopt
    );
    auto const entries = records::store::all(*db_, school_.school);
    EXPECT_EQ(entries[0].why, child_keys::erased);
    EXPECT_EQ(entries[0].detail, std::nullopt);
    EXPECT_EQ(entries[1].why, std::string(amiras_word) + " was meant");
}

// V6: what was written of the record that was merged into this one is sealed with a key of its own.
class MergedRecord : public SealedRecord {
protected:
    void that_is_taken_back() {
        in_school([&](db::Connection& db) {
            db.run(
                R"(UPDATE merging SET undone_by = made_by, undone_at = 2, undone_why = 'Two children'
                    WHERE school_id = $1)",
                school_.school
            );
        });
    }
    std::string amiras_copied_word() {
        return stored("SELECT seen FROM concern WHERE school_id = $1 ORDER BY case_id").at(0);
    }
};

TEST_F(MergedRecord, is_erased_with_the_one_that_stays) {
    auto const copied = amiras_copied_word();
    amiras_is_merged_into_sams();
    is_erased(school_.sam);
    EXPECT_EQ(child_keys::destroy_noted(*db_), 2);
    EXPECT_EQ(opened(copied), child_keys::erased);
}

TEST_F(MergedRecord, stays_where_the_merging_was_taken_back) {
    auto const copied = amiras_copied_word();
    amiras_is_merged_into_sams();
    that_is_taken_back();
    is_erased(school_.sam);
    EXPECT_EQ(child_keys::destroy_noted(*db_), 1);
    EXPECT_EQ(opened(copied), amiras_word);
}

// The bytes of everything that there is: database, log, index, the keys' file, a backup from before.
TEST_F(SealedRecord, has_no_word_in_any_byte_and_its_backup_opens_to_nobody) {
    if (database_.database().engine() != db::Engine::sqlite) return;
    auto const backup = folder_ + "/backup.db";
    db::back_up_sqlite(database_.database(), backup);
    auto const path = database_.url().substr(std::string_view("sqlite:").size());
    auto const everything = [&] {
        std::string all;
        for (std::string const suffix : {"", "-wal", "-shm"}) all += bytes_of(path + suffix);
        for (auto const& entry : files::directory_iterator(folder_)) all += bytes_of(entry.path());
        return all;
    };
    EXPECT_EQ(everything().find(sams_word), std::string::npos) << "before the erasure already";
    EXPECT_EQ(everything().find(amiras_word), std::string::npos);
    is_erased(school_.sam);
    child_keys::destroy_noted(*db_);
    EXPECT_EQ(everything().find(sams_word), std::string::npos);

    EXPECT_EQ(
        seen_in(backup, folder_ + "/child-keys.db"),
        (std::vector<std::string>{std::string(child_keys::erased), std::string(amiras_word)})
    );
}

// The limit of it (decision 24): Withy destroys keys in its own file alone. Whoever has an old backup and a
// copy of the keys from before reads on, until the next copy takes that one's place.
TEST_F(SealedRecord, opens_in_an_old_backup_with_a_copy_of_the_keys_from_before_and_not_with_the_next) {
    if (database_.database().engine() != db::Engine::sqlite) return;
    auto const backup = folder_ + "/backup.db";
    auto const copy = folder_ + "/child-keys.copy";
    db::back_up_sqlite(database_.database(), backup);
    copy_keys_to(copy);
    is_erased(school_.sam);
    ASSERT_EQ(child_keys::destroy_noted(*db_), 1);
    EXPECT_EQ(
        seen_in(backup, copy), (std::vector<std::string>{std::string(sams_word), std::string(amiras_word)})
    );
    copy_keys_to(copy);
    EXPECT_EQ(
        seen_in(backup, copy),
        (std::vector<std::string>{std::string(child_keys::erased), std::string(amiras_word)})
    );
}

// What was confided ends with the nurture record, though it has a key of its own.
TEST_F(SealedRecord, ends_with_what_was_confided) {
    {
        db::Transaction transaction(*db_, db::Mode::write);
        db_->enter(school_.school);
        auto const about = child_keys::about_child(*db_, school_.school, school_.sam.id.text());
        EXPECT_NE(about.confided()("Alone").text, "");
        transaction.commit();
    }
    is_erased(school_.sam);
    EXPECT_EQ(child_keys::destroy_noted(*db_), 2) << "the record's key, and that of what was confided";
}

// V4: what was written before there were keys.
class WordsOfBefore : public SealedRecord {
protected:
    void write_more(db::Connection& db, support::Child const& child, std::string const& the_case) override {
        auto const& school = school_.school;
        db.run("UPDATE concern SET seen = 'Alone' WHERE school_id = $1 AND case_id = $2", school, the_case);
        if (child.name != school_.sam.name) return;
        db.run(
            R"(INSERT INTO letter (school_id, id, case_id, contact_id, way, title, words, made_by, made_at)
               VALUES ($1, 'a', $2, $3, 'paper', 'Letter', 'Dear Mrs Ward', $4, 1))",
            school,
            the_case,
            child.mother,
            school_.senco.staff
        );
        db.run(
            "INSERT INTO letter_sheet (school_id, letter_id, pdf) VALUES ($1, 'a', $2)",
            school,
            db::Bytes{"%PDF of before"}
        );
    }
    std::int64_t seal(support::Child const& child) {
        db::Transaction transaction(*db_, db::Mode::write);
        db_->enter(school_.school);
        auto const values =
            data_map::seal_words_of_before(*db_, school_.school, std::string(child.id.text()));
        transaction.commit();
        return values;
    }
    std::int64_t unsealed() {
        db::Transaction const transaction(*db_, db::Mode::read);
        db_->enter(school_.school);
        std::int64_t count = 0;
        for (auto const& standing : data_map::how_words_stand(*db_, school_.school))
            count += standing.unsealed;
        return count;
    }
};

TEST_F(WordsOfBefore, are_sealed_child_by_child_and_read_as_they_were) {
    EXPECT_EQ(unsealed(), 4) << "two concerns, a letter and its sheet";
    EXPECT_EQ(seal(school_.sam), 3);
    EXPECT_EQ(unsealed(), 1);
    EXPECT_EQ(seal(school_.sam), 0) << "once is enough";
    EXPECT_EQ(seal(school_.amira), 1);
    EXPECT_EQ(unsealed(), 0);
    db::Transaction const transaction(*db_, db::Mode::read);
    db_->enter(school_.school);
    auto const& school = school_.school;
    EXPECT_EQ(
        db_->all<std::string>("SELECT seen FROM concern WHERE school_id = $1", school),
        (std::vector<std::string>{"Alone", "Alone"})
    );
    EXPECT_EQ(
        db_->the<std::string>("SELECT words FROM letter WHERE school_id = $1", school), "Dear Mrs Ward"
    );
    EXPECT_EQ(
        db_->the<db::Bytes>("SELECT pdf FROM letter_sheet WHERE school_id = $1", school).data,
        "%PDF of before"
    );
}

// What was confided before that had a key of its own was sealed with the record's.
class ConfidedBefore : public WordsOfBefore {
protected:
    void SetUp() override {
        WordsOfBefore::SetUp();
        auto& db = database_.connection();
        db::Transaction transaction(db, db::Mode::write);
        db.enter(school_.school);
        story::RunningCase const running(db, school_);
        transaction.commit();
    }
    // With the key of this child's record, for whom the child says it.
    void was_sealed_for(support::Child const& child, std::string const& voice_for) {
        db::Transaction transaction(*db_, db::Mode::write);
        db_->enter(school_.school);
        auto const about = child_keys::about_child(*db_, school_.school, child.id.text());
        db_->run(
            R"(UPDATE evaluation SET confidence = $1, own_words = $2, voice_for = $3, version = version + 1
                WHERE school_id = $4)",
            about("Dad has moved out"),
            about("It was loud"),
            voice_for,
            school_.school
        );
        transaction.commit();
    }
    std::string key_of(db::Sql words) {
        auto const text = stored(words).front();
        return std::string(child_keys::key_named_in(text));
    }
    std::string key_of_what_was_confided_by(support::Child const& child) {
        auto const keys = database_.vault()->keys_of(
            {.school = school_.school,
             .whom = std::string(child.id.text()),
             .record = std::string(child_keys::confided_record)}
        );
        return keys.size() == 1 ? keys.front() : "none, or several";
    }

    static constexpr db::Sql confidence = "SELECT confidence FROM evaluation WHERE school_id = $1";
    static constexpr db::Sql own_words = "SELECT own_words FROM evaluation WHERE school_id = $1";
    static constexpr db::Sql noticed = "SELECT noticed FROM evaluation WHERE school_id = $1";
};

TEST_F(ConfidedBefore, is_sealed_with_a_key_of_its_own) {
    was_sealed_for(school_.sam, "only_here");
    EXPECT_GE(seal(school_.sam), 2);
    EXPECT_EQ(seal(school_.sam), 0) << "once is enough";
    EXPECT_EQ(key_of(confidence), key_of_what_was_confided_by(school_.sam));
    EXPECT_EQ(key_of(own_words), key_of_what_was_confided_by(school_.sam));
    EXPECT_NE(key_of(noticed), key_of_what_was_confided_by(school_.sam));
    EXPECT_EQ(opened(stored(confidence).front()), "Dad has moved out");
    EXPECT_EQ(opened(stored(own_words).front()), "It was loud");
}

TEST_F(ConfidedBefore, leaves_what_the_child_shares_with_the_records_key) {
    was_sealed_for(school_.sam, "helpers");
    EXPECT_GE(seal(school_.sam), 1);
    EXPECT_EQ(key_of(confidence), key_of_what_was_confided_by(school_.sam));
    EXPECT_EQ(key_of(own_words), key_of(noticed));
}

TEST_F(ConfidedBefore, is_sealed_too_where_it_came_over_with_another_record) {
    amiras_is_merged_into_sams();
    was_sealed_for(school_.amira, "only_here");
    EXPECT_GE(seal(school_.sam), 2);
    EXPECT_EQ(key_of(confidence), key_of_what_was_confided_by(school_.amira));
    EXPECT_EQ(opened(stored(confidence).front()), "Dad has moved out");
}

TEST_F(WordsOfBefore, leave_the_gates_standing_once_they_are_sealed) {
    seal(school_.sam);
    db::Transaction const transaction(*db_, db::Mode::write);
    db_->enter(school_.school);
    EXPECT_EQ(
        support::refused(*db_, "UPDATE letter SET words = 'Other' WHERE school_id = $1", school_.school),
        "letter_stands"
    );
}

TEST_F(WordsOfBefore, name_whoever_they_are_about) {
    db::Transaction const transaction(*db_, db::Mode::read);
    db_->enter(school_.school);
    auto const children = data_map::children_with_words(*db_, school_.school);
    EXPECT_EQ(children.size(), 2U);
}

}  // namespace
}  // namespace retention
