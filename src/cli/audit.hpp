#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "heads/heads.hpp"

// The commands of `withy audit`.
namespace cli {

void add_verify(CLI::App& audit, Session& session);
void add_heads(CLI::App& audit, Session& session);
void add_prove(CLI::App& audit, Session& session);
void add_check(CLI::App& audit, Session& session);

// The heads that such a file holds. Throws Broken where it holds none.
std::vector<heads::Head> heads_of_file(std::string const& path);

// "the log of changes"
std::string_view in_words(heads::Log log);

}  // namespace cli
