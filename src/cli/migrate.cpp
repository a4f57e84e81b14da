#include <ostream>

#include "app/start.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"

namespace cli {
namespace {

void migrate(Session& session) {
    app::OnlyServer const only(session.configuration);  // nothing is migrated beneath a server
    auto const database = app::open(session.configuration);
    auto& out = session.terminal.out;
    auto const done = app::bring_up_to_date(session.configuration, *database, lines_on(out));
    if (auto const count = done.migrations.size(); count > 0)
        out << text::counted(static_cast<long>(count), "migration", "migrations") << " done. ";
    out << "The database is up to date.\n";
}

}  // namespace

void add_migrate(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("migrate", "Bring the database up to this version");
    add_data_options(*command, session);
    command->callback([&session] { migrate(session); });
}

}  // namespace cli
