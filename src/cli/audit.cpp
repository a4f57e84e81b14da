#include "cli/audit.hpp"

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

#include "db/connection.hpp"
#include "heads/documents.hpp"

namespace cli {
namespace {

std::string all_of(std::istream& input) { return {std::istreambuf_iterator<char>(input), {}}; }

}  // namespace

std::string_view in_words(heads::Log log) {
    switch (log) {
        case heads::Log::changes: return "the log of changes";
        case heads::Log::reads: return "the log of reads";
    }
    return {};
}

std::string text_of_file(std::string const& path) {
    if (path == "-") return all_of(std::cin);
    std::ifstream file(path, std::ios::binary);
    if (!file) throw db::Broken(path + " can't be read");
    return all_of(file);
}

std::vector<heads::Head> heads_of_file(std::string const& path) {
    auto const text = text_of_file(path);
    if (auto heads = heads::documents::heads_in(text)) return std::move(*heads);
    throw db::Broken(path + " holds no heads, as withy audit heads writes them");
}

void add_audit(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("audit", "Look into the logs of changes and of reads");
    command->require_subcommand(1);
    add_verify(*command, session);
    add_heads(*command, session);
    add_prove(*command, session);
    add_check(*command, session);
}

}  // namespace cli
