#include "app/new_sealing_key.hpp"

#include <cstdint>

#include "app/child_keys_file.hpp"
#include "app/key_file.hpp"
#include "app/keys_in_use.hpp"
#include "app/sealing_key.hpp"
#include "base/text.hpp"
#include "child_keys/wrapping.hpp"
#include "sign_in/app_actions.hpp"

namespace app {
namespace {

std::string keys(std::int64_t count) {
    return text::counted(static_cast<long>(count), "key of a child or group", "keys of children and groups");
}
std::string secrets(std::int64_t count) {
    return text::counted(
        static_cast<long>(count), "secret of an authenticator app", "secrets of authenticator apps"
    );
}

KeyFile new_key_file(std::string const& path) { return {path, "the new sealing key"}; }

bool is_in_force(KeyFile const& file, db::Database& database) {
    return exists(file) && sealed::fingerprint(sealing_key_in(file)) == known_sealing_key(database);
}

std::string in_force_already(KeyFile const& file) {
    return "The key in " + file.path +
           " is the sealing key of this Withy already. The one of before opens nothing.";
}

// All of the database at once, so that it knows one key at each moment.
std::int64_t take_over(db::Database& database, sealed::Key const& now, sealed::Key const& next) {
    constexpr db::Sql known = "UPDATE installation SET value = $1 WHERE name = 'sealing_key' AND value = $2";
    auto const connection = database.connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    auto const apps = sign_in::actions::seal_apps_again(*connection, now, next);
    if (connection->run(known, sealed::fingerprint(next), sealed::fingerprint(now)) != 1)
        throw db::Broken("another process has changed the sealing key meanwhile. Nothing was changed here");
    transaction.commit();
    return apps;
}

// The children's keys may have been put back from a copy of before.
void end_change(Configuration const& configuration, std::string const& path, sealed::Key const& in_force) {
    if (child_keys::keep_wrappings_of(path, in_force)) return;
    auto const before = sealing_key_in({configuration.sealing_key_path(), "the sealing key"});
    child_keys::wrap_with_both(path, before, in_force);
    child_keys::keep_wrappings_of(path, in_force);
}

// What the key of before sealed leaves the log of SQLite's file.
void empty_log(db::Database& database) {
    if (database.engine() == db::Engine::sqlite)
        database.connect(db::Mode::write)->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

void change_sealing_key(
    Configuration const& configuration, db::Database& database, std::string const& new_file, Tell const& tell
) {
    auto const file = new_key_file(new_file);
    auto const path = own_child_keys_file(configuration, database);
    KeysInUse const alone(path, KeysInUse::By::one);
    if (is_in_force(file, database)) {
        end_change(configuration, path, sealing_key_in(file));
        empty_log(database);
        return tell(in_force_already(file));
    }
    auto const now = sealing_key(configuration, database);
    if (!exists(file)) make(file, sealed::text_of(sealed::new_key()));
    auto const next = sealing_key_in(file);

    tell("Wrapped " + keys(child_keys::wrap_with_both(path, now, next)) + " with the new key too");
    tell(
        "Sealed " + secrets(take_over(database, now, next)) +
        " with the new key, which is in force from here on"
    );
    child_keys::keep_wrappings_of(path, next);
    empty_log(database);
    tell("Took away what the key of before had sealed: it opens nothing of this Withy any more");
}

std::string change_of_sealing_key(
    Configuration const& configuration, db::Database& database, std::string const& new_file
) {
    auto const file = new_key_file(new_file);
    auto const path = own_child_keys_file(configuration, database);
    if (is_in_force(file, database)) return in_force_already(file);
    auto const now = sealing_key(configuration, database);
    if (exists(file)) (void)sealing_key_in(file);
    auto const connection = database.connect(db::Mode::read);
    db::Transaction const transaction(*connection, db::Mode::read);
    return std::string(exists(file) ? "The key in " : "A key that would be made in ") + file.path +
           " would wrap " + keys(child_keys::count_keys(path)) + " and seal " +
           secrets(sign_in::actions::count_apps(*connection, now)) + " in the place of the one in " +
           configuration.sealing_key_path() + ". Nothing was changed.";
}

}  // namespace app
