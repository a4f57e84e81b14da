#include "cli/audit.hpp"

#include <CLI/CLI.hpp>

#include "cli/files.hpp"
#include "db/connection.hpp"
#include "heads/documents.hpp"

namespace cli {

std::string_view in_words(heads::Log log) {
    switch (log) {
        case heads::Log::changes: return "the log of changes";
        case heads::Log::reads: return "the log of reads";
    }
    return {};
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
