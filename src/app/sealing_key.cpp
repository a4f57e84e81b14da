#include "app/sealing_key.hpp"

#include "db/connection.hpp"

namespace app {
namespace {

constexpr std::string_view name = "sealing_key";

sealed::Key known_key_in(KeyFile const& file, std::string const& fingerprint) {
    auto const key = sealed::key_of(words_in(file));
    if (!key || (!fingerprint.empty() && sealed::fingerprint(*key) != fingerprint))
        throw db::Broken(
            file.path +
            " is not the sealing key of this Withy. Put the right one back from its backup, or name the one "
            "that "
            "`withy seal --new-key` was given"
        );
    return *key;
}

// The first one to say so is right.
void keep_fingerprint(db::Database& database, sealed::Key const& key) {
    auto const connection = database.connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    constexpr db::Sql sql = R"(
        INSERT INTO installation (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING)";
    connection->run(sql, std::string(name), sealed::fingerprint(key));
    transaction.commit();
}

}  // namespace

std::string known_sealing_key(db::Database& database) {
    auto const connection = database.connect(db::Mode::read);
    db::Transaction const transaction(*connection, db::Mode::read);
    constexpr db::Sql sql = "SELECT value FROM installation WHERE name = $1";
    return connection->one<std::string>(sql, std::string(name)).value_or("");
}

sealed::Key sealing_key_in(KeyFile const& file) {
    auto const key = sealed::key_of(words_in(file));
    if (!key)
        throw db::Broken(
            file.path +
            " holds no key: 43 letters and digits in its first line. Name a file that is not there "
            "yet, and Withy makes it"
        );
    return *key;
}

sealed::Key sealing_key(Configuration const& configuration, db::Database& database) {
    KeyFile const file{configuration.sealing_key_path(), "the sealing key"};
    auto const fingerprint = known_sealing_key(database);
    if (fingerprint.empty()) {
        if (!exists(file)) make(file, sealed::text_of(sealed::new_key()));
        keep_fingerprint(database, known_key_in(file, {}));
    }
    if (!exists(file))
        throw db::Broken(
            "The sealing key " + file.path +
            " can't be read. Put it back from its backup: what was sealed opens with it alone. It may stand "
            "elsewhere: name it in WITHY_SEALING_KEY_FILE"
        );
    return known_key_in(file, known_sealing_key(database));
}

}  // namespace app
