#include <CLI/CLI.hpp>
#include <ostream>

#include "app/start.hpp"
#include "base/calendar.hpp"
#include "base/instant.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "installation/actions.hpp"
#include "installation/rules.hpp"
#include "installation/store.hpp"

namespace cli {
namespace {

void tell(std::ostream& out, installation::Finding const& finding) {
    for (auto const& line : finding.lines) out << in_words(finding.verdict) << ": " << line << ".\n";
}

// What this installation does not have was looked for, and says nothing of how safe it is.
void tell_that_all_is_well(std::ostream& out, std::vector<installation::Finding> const& found) {
    std::vector<std::string> not_used;
    for (auto const& finding : found)
        if (finding.verdict == installation::Verdict::not_used)
            not_used.emplace_back(in_words(finding.check));
    auto const checks = static_cast<long>(found.size() - not_used.size());
    out << "Nothing unsafe was found by " << text::counted(checks, "check", "checks") << ".\n";
    if (!not_used.empty()) out << "Not used here: " << text::joined(not_used, "; ") << ".\n";
}

void examine(Session& session) {
    auto const& configuration = session.configuration;
    auto const setup = configuration.setup();
    auto const database = app::open_as_it_is(configuration);
    auto const now = clock_reading();
    auto const found = installation::findings({
        .now = now,
        .setup = setup,
        .machine = installation::actions::look_at_machine(setup),
        .database = installation::store::facts_of_all(*database, calendar::local_date(now)),
    });
    auto& out = session.terminal.out;
    for (auto const& finding : found) tell(out, finding);
    if (installation::is_unsafe(found)) {
        session.exit_code = 1;
        return;
    }
    tell_that_all_is_well(out, found);
}

}  // namespace

void add_doctor(CLI::App& withy, Session& session) {
    auto* const command =
        withy.add_subcommand("doctor", "Say what is unsafe about this installation, and what to do");
    add_data_options(*command, session);
    command->callback([&session] { examine(session); });
}

}  // namespace cli
