#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <ostream>

#include "app/start.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
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

// "12:ab34…", the end of a log as an earlier look at it was told.
std::optional<records::store::Head> head_in(std::string_view words) {
    records::store::Head head;
    auto const colon = words.find(':');
    if (colon == words.npos) return std::nullopt;
    auto const* const end = words.data() + colon;
    auto const read = std::from_chars(words.data(), end, head.number);
    if (read.ec != std::errc{} || read.ptr != end || head.number < 1) return std::nullopt;
    head.hash = words.substr(colon + 1);
    return head.hash.size() == records::first_hash().size() ? std::optional(head) : std::nullopt;
}

bool holds(std::vector<records::Entry> const& log, records::store::Head const& earlier) {
    return std::ranges::any_of(log, [&](auto const& entry) {
        return entry.number == earlier.number && entry.hash == earlier.hash;
    });
}

// A detail may lawfully be erased, and the log holds without it; only people can say whether its time was
// over.
void tell_erased(std::ostream& out, std::vector<records::Entry> const& log) {
    auto const erased = std::ranges::count_if(log, [](auto const& entry) {
        return !entry.detail && entry.detail_digest != records::digest_of(records::detail_of({}));
    });
    if (erased > 0)
        out << "  " << text::counted(static_cast<long>(erased), "entry has", "entries have")
            << " lost the detail. It may be erased when its time is over: see that it was.\n";
}

using Heads = std::vector<std::string>;

// Each earlier end has to stand in one school's log.
void tell_lost_heads(Session& session, Heads const& lost) {
    for (auto const& head : lost) {
        session.terminal.out << "No log holds " << head
                             << " any more: it was cut, or written anew, past Withy.\n";
        session.exit_code = 1;
    }
}

void verify(Session& session, Heads heads) {
    for (auto const& words : heads) {
        if (head_in(words)) continue;
        session.terminal.err << "withy: --head takes a number and a hash, such as 12:"
                             << records::first_hash() << '\n';
        session.exit_code = 2;
        return;
    }

    auto const database = app::open_in_use(session.configuration, lines_on(session.terminal.err));
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
            out << ", each follows the one before. The last is " << head.number << ':' << head.hash << '\n';
        }
        tell_erased(out, log);
        std::erase_if(heads, [&](auto const& words) { return holds(log, *head_in(words)); });
    }
    tell_lost_heads(session, heads);
}

}  // namespace

void add_audit(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("audit", "Look into the log of changes");
    command->require_subcommand(1);
    auto* const check = command->add_subcommand("verify", "Say whether the log is whole, school by school");
    add_data_options(*check, session);
    auto const heads = std::make_shared<Heads>();
    check->add_option(
        "--head", *heads, "NUMBER:HASH that an earlier look called the last; may be said again"
    );
    check->callback([&session, heads] { verify(session, *heads); });
}

}  // namespace cli
