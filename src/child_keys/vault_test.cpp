#include "child_keys/vault.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "child_keys/about.hpp"
#include "child_keys/destroying.hpp"
#include "child_keys/rules.hpp"
#include "child_keys/store.hpp"
#include "support/test_database.hpp"

namespace child_keys {
namespace {

namespace files = std::filesystem;

constexpr SchoolId school{1};
constexpr SchoolId another_school{2};
db::Owner const sam{.school = school, .whom = "sam", .record = std::string(nurture_record)};
db::Owner const amira{.school = school, .whom = "amira", .record = std::string(nurture_record)};

std::string bytes_of(files::path const& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class VaultTest : public testing::Test {
protected:
    VaultTest() { files::create_directories(folder); }
    ~VaultTest() override { files::remove_all(folder); }

    Vault opened_again() { return Vault(file, installation); }

    std::string folder = testing::TempDir() + "withy_vault_" + std::to_string(getpid());
    std::string file = folder + "/child-keys.db";
    sealed::Key installation = sealed::new_key();
};

TEST_F(VaultTest, opens_what_it_sealed_also_after_a_restart) {
    std::string text;
    {
        Vault vault(file, installation);
        text = vault.seal(sam, "Alone at playtimes");
        EXPECT_EQ(vault.open(text, school), "Alone at playtimes");
        vault.keep();
    }
    EXPECT_EQ(opened_again().open(text, school), "Alone at playtimes");
    EXPECT_EQ(opened_again().open(text, std::nullopt), "Alone at playtimes");
}

TEST_F(VaultTest, seals_all_words_of_a_record_with_one_key) {
    Vault vault(file, installation);
    vault.seal(sam, "One");
    vault.seal(sam, "Two");
    vault.seal(amira, "Three");
    EXPECT_EQ(vault.keys_of(sam).size(), 1U);
    auto again = opened_again();
    again.seal(sam, "Four");
    EXPECT_EQ(again.keys_of(sam), vault.keys_of(sam));
    EXPECT_NE(vault.keys_of(sam), vault.keys_of(amira));
}

TEST_F(VaultTest, leaves_no_words_as_they_are) {
    Vault vault(file, installation);
    EXPECT_EQ(vault.seal(sam, ""), "");
    EXPECT_TRUE(vault.keys_of(sam).empty());
}

TEST_F(VaultTest, opens_nothing_in_another_school) {
    Vault vault(file, installation);
    EXPECT_EQ(vault.open(vault.seal(sam, "Alone"), another_school), unreadable);
}

TEST_F(VaultTest, opens_nothing_that_was_changed) {
    Vault vault(file, installation);
    auto text = vault.seal(sam, "Alone at playtimes");
    text[text.size() / 2] = text[text.size() / 2] == 'A' ? 'B' : 'A';
    EXPECT_EQ(vault.open(text, school), unreadable);
    EXPECT_EQ(vault.open(std::string(db::sealed_mark) + "short", school), unreadable);
}

TEST_F(VaultTest, opens_nothing_with_another_installations_key) {
    std::string text;
    {
        Vault vault(file, installation);
        text = vault.seal(sam, "Alone");
        vault.keep();
    }
    Vault other(file, sealed::new_key());
    EXPECT_EQ(other.open(text, school), unreadable);
    EXPECT_THROW(other.seal(sam, "More"), db::Broken) << "words that nobody could open";
}

TEST_F(VaultTest, says_erased_where_the_key_was_destroyed_in_this_process_and_in_the_next) {
    Vault vault(file, installation);
    auto const text = vault.seal(sam, "Alone");
    auto const of_another = vault.seal(amira, "Not alone");
    vault.destroy(vault.keys_of(sam));
    EXPECT_EQ(vault.open(text, school), erased);
    EXPECT_EQ(vault.open(of_another, school), "Not alone");
    EXPECT_EQ(opened_again().open(text, school), erased);
}

TEST_F(VaultTest, seals_later_words_of_the_same_child_with_another_key) {
    Vault vault(file, installation);
    auto const before = vault.seal(sam, "Alone");
    vault.destroy(vault.keys_of(sam));
    auto const after = vault.seal(sam, "With two others");
    EXPECT_EQ(vault.open(after, school), "With two others");
    EXPECT_EQ(vault.open(before, school), erased);
}

TEST_F(VaultTest, seals_nothing_with_a_key_that_another_process_destroyed) {
    Vault vault(file, installation);
    vault.seal(sam, "Alone");
    auto const keys = vault.keys_of(sam);
    opened_again().destroy(keys);
    auto const later = vault.seal(sam, "With two others");
    vault.keep();
    EXPECT_EQ(opened_again().open(later, school), "With two others");
}

// A record of safeguarding is kept for longer.
TEST_F(VaultTest, destroys_the_key_of_one_record_and_keeps_the_other) {
    Vault vault(file, installation);
    db::Owner const safeguarding{school, "sam", std::string(safeguarding_record)};
    auto const kept = vault.seal(safeguarding, "Told the lead");
    auto const text = vault.seal(sam, "Alone");
    vault.destroy(vault.keys_of(sam));
    EXPECT_EQ(vault.open(kept, school), "Told the lead");
    EXPECT_EQ(vault.open(text, school), erased);
}

TEST_F(VaultTest, leaves_nothing_of_a_destroyed_key_in_its_file_or_its_log) {
    Vault vault(file, installation);
    vault.seal(sam, "Alone");
    auto const keys = vault.keys_of(sam);
    ASSERT_EQ(keys.size(), 1U);
    auto const everything = [&] {
        std::string all;
        for (auto const& entry : files::directory_iterator(folder)) all += bytes_of(entry.path());
        return all;
    };
    ASSERT_NE(everything().find(keys.front()), std::string::npos);
    vault.destroy(keys);
    EXPECT_EQ(everything().find(keys.front()), std::string::npos);
}

// Rows that SQLite moved as the file grew lay twice in it, and zeros were written over one of the two.
TEST_F(VaultTest, leaves_nothing_of_destroyed_keys_where_pages_were_split) {
    constexpr std::string_view mark = "Quagmirewort";
    std::vector<std::string> ids;
    {
        auto const database = db::Database::open("sqlite:" + file);
        auto const connection = database->connect(db::Mode::write);
        store::prepare(*connection);
        for (int batch = 0; batch < 20; ++batch) {
            std::vector<ChildKey> rows;
            for (int row = 0; row < 1000; ++row) {
                bool const goes = row % 2 == 0;
                rows.push_back(new_key(installation, school, goes ? std::string(mark) : "kept", "nurture").row
                );
                if (goes) ids.push_back(rows.back().id);
            }
            store::add(*connection, rows);
        }
        store::remove(*connection, ids);
        EXPECT_EQ(connection->the<std::int64_t>("SELECT count(*) FROM child_key"), 10'000);
    }
    for (auto const& entry : files::directory_iterator(folder))
        EXPECT_EQ(bytes_of(entry.path()).find(mark), std::string::npos) << entry.path();
}

TEST_F(VaultTest, opens_also_with_keys_that_it_has_put_out_of_mind) {
    Vault vault(file, installation, 3);
    std::vector<std::string> texts;
    for (int child = 0; child < 20; ++child) {
        auto const words = std::to_string(child);
        texts.push_back(vault.seal({school, words, std::string(nurture_record)}, words));
    }
    for (int twice = 0; twice < 2; ++twice) {
        for (std::size_t child = 0; child < texts.size(); ++child)
            EXPECT_EQ(vault.open(texts[child], school), std::to_string(child));
        vault.keep();
    }
}

// Reading and writing by statements, on both engines.
class SealedColumn : public testing::Test {
protected:
    SealedColumn() {
        db::Transaction transaction(db, db::Mode::write);
        db.run("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL, more TEXT)");
        transaction.commit();
    }

    void put(std::int64_t id, std::string_view words) {
        db::Transaction transaction(db, db::Mode::write);
        auto const about = about_child(db, school, "sam");
        db.run("INSERT INTO note (id, words, more) VALUES ($1, $2, $3)", id, about(words), about("more"));
        transaction.commit();
    }
    template <class As = std::string>
    As read(db::Sql sql) {
        db::Transaction const transaction(db, db::Mode::read);
        return db.the<As>(sql);
    }

    support::TestDatabase database = support::TestDatabase::empty();
    db::Connection& db = database.connection();
};

struct Stored {
    std::string words;
    std::optional<std::string> more;
    auto columns() { return std::tuple{db::AsStored{words}, db::AsStored{more}}; }
};

TEST_F(SealedColumn, is_read_in_its_words_and_stored_without_them) {
    put(1, "Alone at playtimes");
    EXPECT_EQ(read("SELECT words FROM note"), "Alone at playtimes");
    EXPECT_EQ(read<std::optional<std::string>>("SELECT more FROM note"), "more");
    auto const stored = read<Stored>("SELECT words, more FROM note");
    EXPECT_TRUE(db::is_sealed(stored.words));
    EXPECT_TRUE(db::is_sealed(stored.more.value()));
    EXPECT_EQ(stored.words.find("Alone"), std::string::npos);
}

TEST_F(SealedColumn, may_be_put_beside_other_words_by_a_statement) {
    put(1, "Alone");
    EXPECT_EQ(read("SELECT words || '. ' || more FROM note"), "Alone. more");
    EXPECT_EQ(read("SELECT words || ' at playtimes' FROM note"), "Alone at playtimes");
    EXPECT_EQ(read("SELECT 'Sam: ' || words FROM note"), "Sam: Alone");
}

TEST_F(SealedColumn, says_whether_it_is_empty) {
    put(1, "");
    EXPECT_EQ(read<std::int64_t>("SELECT count(*) FROM note WHERE words = ''"), 1);
}

TEST_F(SealedColumn, stays_closed_to_whoever_asks_only_whether_there_are_words) {
    put(1, "Alone");
    std::string words;
    {
        db::WordsStayClosed const closed(db);
        db::WordsStayClosed const within(db);
        words = read("SELECT words FROM note");
    }
    EXPECT_TRUE(db::is_sealed(words));
    EXPECT_EQ(db.opened(words), "Alone") << "once it is known of whom they may be told";
    EXPECT_EQ(db.opened("Not sealed"), "Not sealed");
    EXPECT_EQ(read("SELECT words FROM note"), "Alone");
}

class AllBut : public db::Permit {
public:
    explicit AllBut(std::string whom) : whom_(std::move(whom)) {}
    bool opens(std::string_view whom, std::string_view record) override {
        EXPECT_EQ(record, nurture_record);
        return whom != whom_;
    }

private:
    std::string whom_;
};

TEST_F(SealedColumn, is_opened_where_the_permit_opens_it) {
    put(1, "Alone");
    AllBut nobody_of_hers("amira");
    AllBut nobody_of_his("sam");
    {
        db::WordsByPermit const permitted(db, nobody_of_hers);
        EXPECT_EQ(read("SELECT words FROM note"), "Alone");
    }
    {
        db::WordsByPermit const permitted(db, nobody_of_his);
        auto const words = read("SELECT words FROM note");
        EXPECT_TRUE(db::is_sealed(words));
        EXPECT_EQ(db.opened(words), words);
    }
    EXPECT_EQ(read("SELECT words FROM note"), "Alone") << "for who comes by no visit";
}

TEST_F(SealedColumn, stays_closed_as_before_once_a_permit_within_another_is_over) {
    put(1, "Alone");
    AllBut nobody_of_hers("amira");
    AllBut nobody_of_his("sam");
    db::WordsByPermit const permitted(db, nobody_of_his);
    {
        db::WordsByPermit const within(db, nobody_of_hers);
        EXPECT_EQ(read("SELECT words FROM note"), "Alone");
    }
    EXPECT_TRUE(db::is_sealed(read("SELECT words FROM note")));
}

TEST_F(SealedColumn, is_not_sealed_again_as_it_is_stored) {
    put(1, "Alone");
    db::WordsStayClosed const closed(db);
    auto const words = read("SELECT words FROM note");
    EXPECT_THROW(about_child(db, school, "sam")(words), db::Broken);
}

TEST_F(SealedColumn, reads_what_was_written_before_there_were_keys) {
    db.run("INSERT INTO note (id, words) VALUES (1, 'Alone, as it was')");
    EXPECT_EQ(read("SELECT words FROM note"), "Alone, as it was");
}

TEST_F(SealedColumn, is_closed_to_whoever_entered_another_school) {
    put(1, "Alone");
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(another_school);
    EXPECT_EQ(db.the<std::string>("SELECT words FROM note"), unreadable);
}

TEST_F(SealedColumn, has_its_key_on_the_disk_before_it_is_committed) {
    auto const folder = testing::TempDir() + "withy_keys_" + std::to_string(getpid());
    files::create_directories(folder);
    auto const installation = sealed::new_key();
    database.database().opens_with(std::make_shared<Vault>(folder + "/child-keys.db", installation));
    auto const writer = database.connect(db::Mode::write);
    db::Transaction transaction(*writer, db::Mode::write);
    writer->run("INSERT INTO note (id, words) VALUES (1, $1)", about_child(*writer, school, "sam")("Alone"));
    EXPECT_TRUE(Vault(folder + "/child-keys.db", installation).keys_of(sam).empty());
    transaction.commit();
    auto const stored = read<Stored>("SELECT words, more FROM note");
    EXPECT_EQ(Vault(folder + "/child-keys.db", installation).open(stored.words, school), "Alone");
    files::remove_all(folder);
}

TEST_F(SealedColumn, of_bytes_is_read_as_the_bytes_that_they_were) {
    std::string const pdf("%PDF\0\1\2\3", 8);
    bool const is_sqlite = database.database().engine() == db::Engine::sqlite;
    db.run(is_sqlite ? db::Sql("CREATE TABLE sheet (pdf BLOB)") : db::Sql("CREATE TABLE sheet (pdf BYTEA)"));
    db.run("INSERT INTO sheet (pdf) VALUES ($1)", about_child(db, school, "sam").bytes(pdf));
    EXPECT_EQ(read<db::Bytes>("SELECT pdf FROM sheet").data, pdf);
}

TEST(KeysToDestroy, are_destroyed_once_the_erasure_is_committed_and_the_note_goes_last) {
    support::TestDatabase database;
    auto& db = database.connection();
    auto const text = database.vault()->seal(sam, "Alone");
    {
        db::Transaction transaction(db, db::Mode::write);
        note_for_destroying(db, school, "sam", nurture_record);
        // Rolled back: nothing was erased.
    }
    EXPECT_EQ(destroy_noted(db), 0);
    EXPECT_EQ(database.vault()->open(text, school), "Alone");
    {
        db::Transaction transaction(db, db::Mode::write);
        note_for_destroying(db, school, "sam", nurture_record);
        transaction.commit();
    }
    EXPECT_EQ(database.vault()->open(text, school), "Alone") << "as if the process had died here";
    EXPECT_EQ(destroy_noted(db), 1);
    EXPECT_EQ(database.vault()->open(text, school), erased);
    EXPECT_EQ(destroy_noted(db), 0);
}

TEST(KeysToDestroy, are_destroyed_by_whoever_serves_soon_after_it_started) {
    support::TestDatabase database;
    auto& db = database.connection();
    auto const text = database.vault()->seal(sam, "Alone");
    {
        db::Transaction transaction(db, db::Mode::write);
        note_for_destroying(db, school, "sam", nurture_record);
        transaction.commit();
    }
    Destroyer const destroyer(database.connect(db::Mode::write), [](std::string const& fault) {
        ADD_FAILURE() << fault;
    });
    for (int waited = 0; waited < 1000 && database.vault()->open(text, school) != erased; ++waited)
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    EXPECT_EQ(database.vault()->open(text, school), erased);
}

TEST(KeysToDestroy, that_are_gone_already_are_no_fault) {
    support::TestDatabase database;
    auto& db = database.connection();
    database.vault()->seal(sam, "Alone");
    {
        db::Transaction transaction(db, db::Mode::write);
        note_for_destroying(db, school, "sam", nurture_record);
        transaction.commit();
    }
    database.vault()->destroy(database.vault()->keys_of(sam)
    );  // and the process died before it took the note away
    EXPECT_EQ(destroy_noted(db), 1);
    EXPECT_EQ(destroy_noted(db), 0);
}

}  // namespace
}  // namespace child_keys
