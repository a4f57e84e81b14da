#include <CLI/CLI.hpp>
#include <ostream>

#include "app/start.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"

namespace cli {
namespace {

struct SchoolRow {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// The number of the entry where the school's log breaks first. An end that was cut off shows by the head
// alone.
std::optional<std::int64_t> first_break(
    SchoolId school, std::vector<records::Entry> const& log, records::store::Head const& head
) {
    if (auto const fault = records::first_fault(school, log)) return fault;
    auto const last = static_cast<std::int64_t>(log.size());
    bool const ends_at_head = head.number == last && (log.empty() || head.hash == log.back().hash);
    if (ends_at_head) return std::nullopt;
    return std::min(head.number, last) + 1;
}

void verify(Session& session) {
    auto const database = app::open_up_to_date(session.configuration);
    auto const connection = database->connect(db::Mode::read);
    auto& out = session.terminal.out;
    for (auto const& school : connection->all<SchoolRow>("SELECT id, name FROM school ORDER BY id")) {
        db::Transaction const transaction(*connection, db::Mode::read);
        connection->enter(school.id);
        auto const log = records::store::all(*connection, school.id);
        auto const head = records::store::head(*connection, school.id);
        out << school.name << ": " << text::counted(static_cast<long>(log.size()), "entry", "entries");
        if (auto const number = first_break(school.id, log, head)) {
            out << ". The log is broken at entry " << *number
                << ": it was changed, taken out or put in past Withy.\n";
            session.exit_code = 1;
        } else {
            out << ", each follows the one before. The last is " << head.number << ' ' << head.hash << '\n';
        }
    }
}

}  // namespace

void add_audit(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("audit", "Look into the log of changes");
    command->require_subcommand(1);
    auto* const check = command->add_subcommand("verify", "Say whether the log is whole, school by school");
    add_data_options(*check, session);
    check->callback([&session] { verify(session); });
}

}  // namespace cli
