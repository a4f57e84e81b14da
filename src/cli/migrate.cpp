#include <ostream>

#include "app/start.hpp"
#include "cli/commands.hpp"

namespace cli {
namespace {

void migrate(Session& session) {
    auto const database = app::open(session.configuration);
    auto const done = app::bring_up_to_date(session.configuration, *database);
    if (!done.backup.empty()) session.terminal.out << "backed up into " << done.backup << '\n';
    for (auto const& name : done.migrations) session.terminal.out << "migrated " << name << '\n';
    if (done.migrations.empty()) session.terminal.out << "The database is up to date.\n";
}

}  // namespace

void add_migrate(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("migrate", "Bring the database up to this version");
    add_data_options(*command, session);
    command->callback([&session] { migrate(session); });
}

}  // namespace cli
