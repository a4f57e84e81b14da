#include <CLI/CLI.hpp>
#include <charconv>
#include <fstream>
#include <iterator>
#include <ostream>

#include "app/start.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "exchange/actions.hpp"
#include "exchange/guess_rules.hpp"
#include "exchange/pupil_check_rules.hpp"

namespace cli {
namespace {

using exchange::Code;

struct ImportArguments {
    std::string file;
    std::string school;
    std::string dates;
    bool dry_run = false;
    bool json = false;
};

// What an import came to, however it is told.
struct Outcome {
    exchange::Faults faults;
    std::vector<exchange::Doubt> doubts;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t not_in_file = 0;
    std::string refusal;  // why it could not go on; empty: it could
    bool was_read = true;
    bool done = false;
};

struct SchoolRow {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

// By number or by name; the name need not be written in full where it is clear.
std::optional<SchoolRow> school_of(db::Connection& db, std::string const& asked) {
    std::vector<SchoolRow> fitting;
    for (auto const& school : db.all<SchoolRow>("SELECT id, name FROM school ORDER BY id")) {
        bool const is_it = std::to_string(school.id.number) == asked || school.name == asked;
        if (is_it) return school;
        if (text::ascii_lower(school.name).find(text::ascii_lower(asked)) != std::string::npos)
            fitting.push_back(school);
    }
    if (fitting.size() != 1) return std::nullopt;
    return fitting.front();
}

std::optional<std::string> contents(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void refuse_file(Outcome& outcome, Code code) {
    outcome.faults.push_back({code, 0, {}, {}});
    outcome.refusal = exchange::in_words(code);
    outcome.was_read = false;
}

void import_sheet(
    Visit& visit, exchange::Sheet const& sheet, ImportArguments const& arguments, Outcome& outcome
) {
    auto const columns = exchange::actions::columns_for(visit, sheet, exchange::Kind::pupils);
    if (auto const missing = exchange::missing(columns, exchange::Kind::pupils); !missing.empty()) {
        outcome.faults.push_back({Code::column_missing, 0, {}, {}});
        outcome.refusal = "No column is known for the " + text::listed(missing) +
                          ". Import the file on the page once; its columns are remembered.";
        outcome.was_read = false;
        return;
    }
    exchange::AnswersGiven const answers{from_word<exchange::DateOrder>(arguments.dates), {}};
    if (!exchange::order_of_dates(sheet, columns) && !answers.dates) {
        outcome.refusal =
            "Dates such as 4/3/2017 can be read either way. Add --dates day_first or month_first.";
        return;
    }
    auto review = exchange::actions::review_pupils(visit, sheet, columns, answers);
    outcome.faults = review.faults();
    outcome.doubts = review.plan.doubts;
    outcome.added = review.plan.added.size();
    outcome.changed = review.plan.changed.size();
    outcome.unchanged = review.plan.unchanged;
    outcome.not_in_file = review.plan.missing.size();
    if (exchange::stops(outcome.faults))
        outcome.refusal = "Some rows have to be mended first.";
    else if (!outcome.doubts.empty())
        outcome.refusal =
            "Only a person can tell who some rows are. Import the file on the page, which asks.";
    else if (!arguments.dry_run) {
        exchange::actions::carry_out(visit, review.plan, {});
        outcome.done = true;
    }
}

void tell(std::ostream& out, Outcome const& outcome, bool dry_run) {
    for (auto const& fault : outcome.faults) {
        out << exchange::in_code(fault.code) << (exchange::is_warning(fault.code) ? " warning" : " fault");
        if (fault.row > 0) out << ", row " << fault.row;
        if (!fault.column.empty()) out << ", column " << fault.column;
        out << ": " << exchange::in_words(fault.code);
        if (!fault.value.empty()) out << " (" << fault.value << ')';
        out << '\n';
    }
    for (auto const& doubt : outcome.doubts)
        out << "Row " << doubt.pupil.row << " may be "
            << doubt.candidates.front().pupil.details.legal_forename << ' '
            << doubt.candidates.front().pupil.details.legal_surname << ": "
            << exchange::in_words(doubt.candidates.front().likeness) << '\n';
    if (outcome.was_read)
        out << outcome.added << " to add, " << outcome.changed << " to change, " << outcome.unchanged
            << " the same, " << outcome.not_in_file << " on roll but not in the file\n";
    if (!outcome.refusal.empty())
        out << "Nothing was changed. " << outcome.refusal << '\n';
    else if (dry_run)
        out << "Nothing was changed: this was a dry run.\n";
    else
        out << (outcome.added + outcome.changed == 0 ? "Nothing had to change.\n" : "Done.\n");
}

void tell_json(std::ostream& out, Outcome const& outcome) {
    out << "{\"done\":" << (outcome.done ? "true" : "false")
        << ",\"refusal\":" << json::quoted(outcome.refusal) << ",\"added\":" << outcome.added
        << ",\"changed\":" << outcome.changed << ",\"unchanged\":" << outcome.unchanged
        << ",\"not_in_file\":" << outcome.not_in_file << ",\"doubts\":[";
    std::string_view comma;
    for (auto const& doubt : outcome.doubts) {
        out << comma << "{\"row\":" << doubt.pupil.row
            << ",\"why\":" << json::quoted(exchange::in_words(doubt.candidates.front().likeness)) << '}';
        comma = ",";
    }
    out << "],\"faults\":[";
    comma = {};
    for (auto const& fault : outcome.faults) {
        out << comma << "{\"code\":" << json::quoted(exchange::in_code(fault.code))
            << ",\"row\":" << fault.row << ",\"column\":" << json::quoted(fault.column)
            << ",\"value\":" << json::quoted(fault.value)
            << ",\"warning\":" << (exchange::is_warning(fault.code) ? "true" : "false")
            << ",\"message\":" << json::quoted(exchange::in_words(fault.code)) << '}';
        comma = ",";
    }
    out << "]}\n";
}

void import_pupils(Session& session, ImportArguments const& arguments) {
    auto const wrong = [&](std::string const& why) {
        session.terminal.err << "withy: " << why << '\n';
        session.exit_code = 2;
    };
    auto const bytes = contents(arguments.file);
    if (!bytes) return wrong("there is no file " + arguments.file + " that can be read");

    auto const database = app::open_up_to_date(session.configuration);
    auto const connection = database->connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    auto const school = school_of(*connection, arguments.school);
    if (!school)
        return wrong("no school, or more than one, is called '" + arguments.school + "'; give its number");

    auto const now = clock_reading();
    Visit visit{
        .db = *connection,
        .now = now,
        .today = calendar::local_date(now),
        .school = {},
        .school_name = {},
        .who = {},
        .frame = {}};
    visit.enter(school->id, school->name);
    visit.who.name = "withy import";

    Outcome outcome;
    auto const sheet = exchange::read_sheet(*bytes, exchange::Kind::pupils);
    if (sheet)
        import_sheet(visit, *sheet, arguments, outcome);
    else
        refuse_file(outcome, sheet.error());
    if (outcome.done) transaction.commit();
    if (arguments.json)
        tell_json(session.terminal.out, outcome);
    else
        tell(session.terminal.out, outcome, arguments.dry_run);
    session.exit_code = outcome.refusal.empty() ? 0 : 1;
}

}  // namespace

void add_import(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("import", "Bring data in from files of school systems");
    command->require_subcommand(1);
    auto* const pupils = command->add_subcommand("pupils", "Import pupils, classes and contacts from CSV");
    auto const arguments = std::make_shared<ImportArguments>();
    add_data_options(*pupils, session);
    pupils->add_option("file", arguments->file, "The CSV file")->required();
    pupils->add_option("--school", arguments->school, "The school's number or name")->required();
    pupils->add_option("--dates", arguments->dates, "How 4/3/2017 is read, where the file does not tell")
        ->check(CLI::IsMember({"day_first", "month_first"}));
    pupils->add_flag("--dry-run", arguments->dry_run, "Say what would change, and change nothing");
    pupils->add_flag("--json", arguments->json, "Answer as one JSON object");
    pupils->callback([&session, arguments] { import_pupils(session, *arguments); });
}

}  // namespace cli
