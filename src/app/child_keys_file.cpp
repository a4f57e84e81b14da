#include "app/child_keys_file.hpp"

#include <filesystem>
#include <memory>
#include <utility>

#include "app/keys_in_use.hpp"
#include "app/sealing_key.hpp"
#include "child_keys/vault.hpp"
#include "child_keys/wrapping.hpp"

namespace app {
namespace {

namespace files = std::filesystem;

std::string known_file(db::Database& database) {
    auto const connection = database.connect(db::Mode::read);
    db::Transaction const transaction(*connection, db::Mode::read);
    constexpr db::Sql sql = "SELECT value FROM installation WHERE name = 'child_keys'";
    return connection->one<std::string>(sql).value_or("");
}

// As long as words are read by the vault, nobody changes the key that its keys are wrapped with.
struct VaultInUse {
    VaultInUse(std::unique_ptr<KeysInUse> use, std::string const& path, sealed::Key const& key)
        : in_use(std::move(use)), vault(path, key) {}

    std::unique_ptr<KeysInUse> in_use;
    child_keys::Vault vault;
};

// The first one to say so is right.
void know(db::Database& database, std::string const& file) {
    auto const connection = database.connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    constexpr db::Sql sql = R"(
        INSERT INTO installation (name, value) VALUES ('child_keys', $1) ON CONFLICT (name) DO NOTHING)";
    connection->run(sql, file);
    transaction.commit();
}

}  // namespace

std::string own_child_keys_file(Configuration const& configuration, db::Database& database) {
    files::path const path = configuration.child_keys_path();
    auto const known = known_file(database);
    if (!known.empty() && !files::exists(path))
        throw db::Broken(
            "The children's keys " + path.string() +
            " are missing. Put them back from their copy: no word about a child opens without them. They may "
            "stand elsewhere: name the file in WITHY_CHILD_KEYS_FILE"
        );
    std::error_code fault;  // what can't be made is told when it is opened
    if (!path.parent_path().empty()) files::create_directories(path.parent_path(), fault);
    auto const id = child_keys::file_id(path.string());
    if (known.empty()) know(database, id);
    if (known_file(database) != id)
        throw db::Broken(
            path.string() +
            " does not hold the children's keys of this Withy. Put the right file back from its copy"
        );
    return path.string();
}

void open_child_keys(Configuration const& configuration, db::Database& database) {
    (void)sealing_key(configuration, database);  // before anything is made
    auto const path = own_child_keys_file(configuration, database);
    auto in_use = std::make_unique<KeysInUse>(path, KeysInUse::By::several);
    // Asked again now that nobody changes it.
    auto const key = sealing_key(configuration, database);
    if (!child_keys::keep_wrappings_of(path, key))
        throw db::Broken(
            "The children's keys " + path +
            " open with another sealing key than the one of this database. Where one of the two was put back "
            "from "
            "a time before the key was changed, run: WITHY_SEALING_KEY_FILE=OLD withy seal --new-key NEW, "
            "with "
            "the files of the two keys"
        );
    auto const held = std::make_shared<VaultInUse>(std::move(in_use), path, key);
    database.opens_with({held, &held->vault});
}

}  // namespace app
