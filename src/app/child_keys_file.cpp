#include "app/child_keys_file.hpp"

#include <filesystem>

#include "app/sealing_key.hpp"
#include "child_keys/vault.hpp"

namespace app {
namespace {

namespace files = std::filesystem;

std::string known_file(db::Database& database) {
    auto const connection = database.connect(db::Mode::read);
    db::Transaction const transaction(*connection, db::Mode::read);
    constexpr db::Sql sql = "SELECT value FROM installation WHERE name = 'child_keys'";
    return connection->one<std::string>(sql).value_or("");
}

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

void open_child_keys(Configuration const& configuration, db::Database& database) {
    auto const key = sealing_key(configuration, database);
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
    auto const vault = std::make_shared<child_keys::Vault>(path.string(), key);
    if (known.empty()) know(database, vault->file_id());
    if (known_file(database) != vault->file_id())
        throw db::Broken(
            path.string() +
            " does not hold the children's keys of this Withy. Put the right file back from its copy"
        );
    database.opens_with(vault);
}

}  // namespace app
