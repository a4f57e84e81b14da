#include <CLI/CLI.hpp>
#include <cstdlib>
#include <ostream>

#include "cli/commands.hpp"
#include "cli/version.hpp"

namespace cli {
namespace {

std::optional<std::string> from_environment(std::string const& name) {
    auto const* const value = std::getenv(name.c_str());
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

}  // namespace

void add_data_options(CLI::App& command, Session& session) {
    command.add_option("--data", session.configuration.data, "Folder that holds the data (withy.db)")
        ->capture_default_str();
    command.add_option(
        "--database", session.configuration.database, "postgresql://… instead of the data folder"
    );
}

int run(int count, char const* const* arguments, Terminal terminal) {
    auto configuration = app::read_configuration(from_environment);
    if (!configuration) {
        for (auto const& mistake : configuration.error()) terminal.err << "withy: " << mistake << '\n';
        return 2;
    }
    Session session{terminal, *configuration};

    CLI::App withy("Withy runs nurture support: from a first concern to measured impact.", "withy");
    withy.set_version_flag("--version", std::string("withy ") + version, "Say which version this is");
    withy.require_subcommand(1);
    add_serve(withy, session);
    add_migrate(withy, session);
    add_demo(withy, session);
    add_import(withy, session);
    add_audit(withy, session);
    add_seal(withy, session);
    add_doctor(withy, session);
    add_stats(withy, session);
    add_instrument(withy, session);
    add_county(withy, session);
    try {
        withy.parse(count, arguments);
    } catch (CLI::ParseError const& error) {
        auto const code = withy.exit(error, terminal.out, terminal.err);
        return code == 0 ? 0 : 2;
    } catch (std::exception const& fault) {
        terminal.err << "withy: " << fault.what() << '\n';
        return 1;
    }
    return session.exit_code;
}

}  // namespace cli
