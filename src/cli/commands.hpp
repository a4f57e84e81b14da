#pragma once

#include <CLI/App.hpp>
#include <iosfwd>
#include <optional>

#include "app/configuration.hpp"

namespace cli {

// Where a command speaks; passed in, so that commands are tested like functions.
struct Terminal {
    std::ostream& out;
    std::ostream& err;
    bool is_screen = false;  // whether `out` is one, on which a line may be written over
};

// Adds a command to `withy`. Its callback sets the exit code: 0 done, 1 refused or faults found, 2 wrong use.
struct Session {
    Terminal terminal;
    app::Configuration configuration;
    int exit_code = 0;
};

void add_serve(CLI::App& withy, Session& session);
void add_migrate(CLI::App& withy, Session& session);
void add_demo(CLI::App& withy, Session& session);
void add_import(CLI::App& withy, Session& session);
void add_audit(CLI::App& withy, Session& session);
void add_seal(CLI::App& withy, Session& session);
void add_doctor(CLI::App& withy, Session& session);
void add_stats(CLI::App& withy, Session& session);
void add_instrument(CLI::App& withy, Session& session);
void add_county(CLI::App& withy, Session& session);

// Where to serve, by --listen. Says what is wrong with it otherwise, before anything is made.
std::optional<app::Endpoint> place_to_listen(Session& session);

// Serves what the configuration names until the process is told to end.
void serve(Session& session);

// --data and --database, which every command that touches data takes.
void add_data_options(CLI::App& command, Session& session);

// Runs one command line; says what is wrong with it and how to mend it. Returns the exit code.
int run(int count, char const* const* arguments, Terminal terminal);

}  // namespace cli
