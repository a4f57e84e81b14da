#include <ostream>

#include "app/start.hpp"
#include "cli/commands.hpp"
#include "db/migrations.hpp"

namespace cli {
namespace {

void migrate(Session& session) {
    auto const database = app::open(session.configuration);
    auto const missing = db::missing_migrations(*database);
    db::migrate(*database);
    for (auto const& name : missing) session.terminal.out << "migrated " << name << '\n';
    if (missing.empty()) session.terminal.out << "The database is up to date.\n";
}

}  // namespace

void add_migrate(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("migrate", "Bring the database up to this version");
    add_data_options(*command, session);
    command->callback([&session] { migrate(session); });
}

}  // namespace cli
