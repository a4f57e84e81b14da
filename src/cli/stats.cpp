#include "cli/stats.hpp"

#include <CLI/CLI.hpp>

namespace cli {

void add_stats(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("stats", "Check the statistical methods");
    command->require_subcommand(1);
    add_cases(*command, session);
    add_simulate(*command, session);
}

}  // namespace cli
