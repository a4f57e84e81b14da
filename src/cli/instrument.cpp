#include <CLI/CLI.hpp>
#include <ostream>

#include "assessments/document_rules.hpp"
#include "assessments/instrument_rules.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/files.hpp"

namespace cli {
namespace {

void check_instrument(Session& session, std::string const& path) {
    auto& out = session.terminal.out;
    auto const checked = assessments::checked_document(text_of_file(path));
    for (auto const& fault : checked.faults)
        out << path << (fault.where.empty() ? "" : " ") << fault.where << ": " << fault.what << '\n';
    if (!checked.faults.empty()) {
        out << text::counted(static_cast<long>(checked.faults.size()), "fault", "faults") << " to mend.\n";
        session.exit_code = 1;
        return;
    }
    out << checked.instrument.name << ": no faults.\n";
    auto const to_enter = assessments::scales_without_items(checked.instrument);
    if (!to_enter.empty())
        out << "The school enters the number of items of " << text::listed(to_enter)
            << " when it loads it.\n";
}

}  // namespace

void add_instrument(CLI::App& withy, Session& session) {
    auto* const command =
        withy.add_subcommand("instrument", "Work with files of instruments for assessments");
    command->require_subcommand(1);
    auto* const check = command->add_subcommand("check", "Say what is wrong with the file of an instrument");
    auto const path = std::make_shared<std::string>();
    check
        ->add_option(
            "file", *path, "The JSON file, as docs/instruments.md describes it; - for standard input"
        )
        ->required();
    check->callback([&session, path] { check_instrument(session, *path); });
}

}  // namespace cli
