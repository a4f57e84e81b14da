#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>
#include <thread>

#include "app/child_keys_file.hpp"
#include "app/new_sealing_key.hpp"
#include "app/start.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "data_map/sealing_store.hpp"

namespace cli {
namespace {

constexpr int most_tries = 50;  // to write while a server does

// A child at a time, so that whoever saves meanwhile waits for no more, and a run that was broken off goes
// on.
std::int64_t seal_child(db::Connection& db, SchoolId school, std::string const& child) {
    for (int attempt = 1;; ++attempt) {
        try {
            db::Transaction transaction(db, db::Mode::write);
            db.enter(school);
            auto const values = data_map::seal_words_of_before(db, school, child);
            transaction.commit();
            return values;
        } catch (db::Busy const&) {
            if (attempt == most_tries) throw;
            std::this_thread::sleep_for(std::chrono::milliseconds{100});
        }
    }
}

std::vector<std::string> children_of(db::Connection& db, SchoolId school) {
    db::Transaction const transaction(db, db::Mode::read);
    db.enter(school);
    return data_map::children_with_words(db, school);
}

std::vector<SchoolId> schools_of(db::Connection& db) {
    db::Transaction const transaction(db, db::Mode::read);
    return db.all<SchoolId>("SELECT id FROM school ORDER BY id");
}

struct Wishes {
    std::string new_key;  // the file of the sealing key that is to be
    bool dry_run = false;
};

void change_key(Session& session, Wishes const& wishes) {
    auto& out = session.terminal.out;
    auto const& configuration = session.configuration;
    auto const database = app::open_in_use(configuration);
    if (wishes.dry_run) {
        out << app::change_of_sealing_key(configuration, *database, wishes.new_key) << '\n';
        return;
    }
    app::change_sealing_key(configuration, *database, wishes.new_key, lines_on(out));
    out << "Before Withy starts again, name " << wishes.new_key << " in WITHY_SEALING_KEY_FILE. Copy it and "
        << configuration.child_keys_path()
        << " away now, and keep the key of before as long as backups of the database from before.\n";
}

void seal_words_of_before(Session& session) {
    auto& out = session.terminal.out;
    auto const database = app::open_in_use(session.configuration);
    app::open_child_keys(session.configuration, *database);
    auto const connection = database->connect(db::Mode::write);
    std::int64_t values = 0;
    std::size_t children = 0;
    for (auto const school : schools_of(*connection))
        for (auto const& child : children_of(*connection, school)) {
            values += seal_child(*connection, school, child);
            ++children;
        }
    out << "Looked at the words about " << text::counted(static_cast<long>(children), "child", "children")
        << " and sealed " << values << " that were not.\n";
}

}  // namespace

void add_seal(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand(
        "seal", "Seal with each child's key what was written before there were such keys"
    );
    add_data_options(*command, session);
    auto const wishes = std::make_shared<Wishes>();
    auto* const new_key = command->add_option(
        "--new-key",
        wishes->new_key,
        "Instead: seal with the key in this file whatever the sealing key seals. It is made where it is "
        "missing; "
        "Withy has to be stopped"
    );
    new_key->check([](std::string const& file) { return std::string(file.empty() ? "names no file" : ""); });
    command->add_flag("--dry-run", wishes->dry_run, "Say what the new key would seal, and change nothing")
        ->needs(new_key);
    command->callback([&session, wishes, new_key] {
        new_key->count() == 0 ? seal_words_of_before(session) : change_key(session, *wishes);
    });
}

}  // namespace cli
