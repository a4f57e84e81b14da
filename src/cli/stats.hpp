#pragma once

#include <CLI/App.hpp>

#include "cli/commands.hpp"

// The commands of `withy stats`: what the statistical methods find, shown to whoever wants to check them.
namespace cli {

void add_cases(CLI::App& stats, Session& session);
void add_simulate(CLI::App& stats, Session& session);

}  // namespace cli
