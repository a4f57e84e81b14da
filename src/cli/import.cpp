#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "app/child_keys_file.hpp"
#include "app/start.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "exchange/actions.hpp"
#include "exchange/guess_rules.hpp"
#include "exchange/left_out_rules.hpp"
#include "exchange/pupil_check_rules.hpp"
#include "pupils/ethnicity_store.hpp"

namespace cli {
namespace {

using exchange::Code;

struct ImportArguments {
    std::vector<std::string> files;
    std::vector<std::string> columns;  // "Legal DOB=born_on"
    std::string of_school;
    std::string school;
    std::string dates;
    bool dry_run = false;
    bool json = false;
};

// What an import came to, however it is told.
struct Outcome {
    std::vector<std::string> heading;
    exchange::Columns columns;  // what each heading is taken for
    exchange::Faults faults;
    std::vector<exchange::Doubt> doubts;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t not_in_file = 0;
    std::string refusal;  // why it could not go on; empty: it could
    bool was_read = true;
    bool done = false;
    bool asked_wrongly = false;  // the command, whatever stands in the files
};

struct SchoolRow {
    SchoolId id;
    std::string name;
    auto columns() { return std::tie(id, name); }
};

std::string numbered(std::vector<SchoolRow> const& schools) {
    std::vector<std::string> words;
    for (auto const& school : schools)
        words.push_back(std::to_string(school.id.number) + " (" + school.name + ")");
    return text::listed(words);
}

// By number or by name; the name need not be written in full where it is clear. Else what to do about it.
Expected<SchoolRow, std::string> school_of(db::Connection& db, std::string const& asked) {
    std::vector<SchoolRow> fitting;
    auto const all = db.all<SchoolRow>("SELECT id, name FROM school WHERE kind = 'school' ORDER BY id");
    for (auto const& school : all) {
        bool const is_it = std::to_string(school.id.number) == asked || school.name == asked;
        if (is_it) return school;
        if (text::ascii_lower(school.name).find(text::ascii_lower(asked)) != std::string::npos)
            fitting.push_back(school);
    }
    if (fitting.size() == 1) return fitting.front();
    if (!fitting.empty())
        return refuse(
            "more than one school is called '" + asked + "': " + numbered(fitting) + "; give its number"
        );
    return refuse("there is no school '" + asked + "'; there is " + numbered(all));
}

std::optional<std::string> contents(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// Every file's contents; the name of one that can't be read.
Expected<exchange::Files, std::string> files_of(std::vector<std::string> const& paths) {
    exchange::Files files;
    for (auto const& path : paths) {
        auto bytes = contents(path);
        if (!bytes) return refuse(std::string(path));
        files.push_back({std::filesystem::path(path).filename().string(), std::move(*bytes)});
    }
    return files;
}

void refuse_files(Outcome& outcome, exchange::Fault const& fault) {
    outcome.faults.push_back(fault);
    outcome.refusal = exchange::in_words(fault.code);
    outcome.was_read = false;
}

// Keeps the pupils of one school where the files hold several; says what to add where it can't tell which.
std::string narrow_to_school(exchange::Sheet& sheet, std::string const& asked, std::string const& name) {
    if (sheet.schools.empty()) return {};
    auto const id = exchange::school_called(sheet, asked.empty() ? name : asked);
    if (!id.empty()) {
        sheet = exchange::of_school(std::move(sheet), id);
        return {};
    }
    std::vector<std::string> known;
    for (auto const& school : sheet.schools) known.push_back(school.name + " (" + school.id + ")");
    return "The files hold pupils of several schools: " + text::listed(known) +
           ". Add --of with one of them.";
}

// Gives a heading the meaning that was asked for, which no other column keeps. Says what is wrong otherwise.
std::string give_meaning(exchange::Columns& columns, exchange::Sheet const& sheet, std::string const& asked) {
    auto const equals = asked.rfind('=');
    auto const heading = asked.substr(0, equals);
    auto const meaning =
        equals == asked.npos ? std::nullopt : exchange::column_from(asked.substr(equals + 1));
    auto const allowed = exchange::choices(exchange::Kind::pupils);
    if (!meaning || std::ranges::find(allowed, *meaning) == allowed.end()) {
        std::vector<std::string> meanings;
        for (auto const& one : allowed) meanings.push_back(exchange::as_text(one));
        return "Write --column HEADING=MEANING, where the meaning is one of " + text::listed(meanings) + ".";
    }
    auto const found = std::ranges::find(sheet.heading, heading);
    if (found == sheet.heading.end())
        return "There is no column '" + heading + "'; there are " + text::listed(sheet.heading) + ".";
    std::ranges::replace(columns, *meaning, exchange::Column{});
    columns[static_cast<std::size_t>(found - sheet.heading.begin())] = *meaning;
    return {};
}

// The date of birth beside a year is the school's own where the file has none, and no command shows a child.
exchange::Faults without_what_the_school_holds(exchange::Faults faults) {
    for (auto& fault : faults)
        if (fault.code == Code::year_far_from_age) fault.value.clear();
    return faults;
}

void import_sheet(
    Visit& visit,
    exchange::Sheet& sheet,
    std::string const& file_names,
    ImportArguments const& arguments,
    std::ostream& progress,
    Outcome& outcome
) {
    auto const wrong = [&](std::string why) {
        outcome.refusal = std::move(why);
        outcome.was_read = outcome.refusal.empty();
        return !outcome.was_read;
    };
    if (wrong(narrow_to_school(sheet, arguments.of_school, visit.school_name))) return;
    auto columns = exchange::actions::columns_for(visit, sheet, exchange::Kind::pupils);
    for (auto const& asked : arguments.columns)
        if (wrong(give_meaning(columns, sheet, asked))) {
            outcome.asked_wrongly = true;
            return;
        }
    outcome.heading = sheet.heading;
    outcome.columns = columns;
    if (auto const missing = exchange::missing(columns, exchange::Kind::pupils); !missing.empty()) {
        outcome.faults.push_back({Code::column_missing, 0, {}, {}});
        outcome.refusal = "No column is known for the " + text::listed(missing) +
                          ". Add --column HEADING=MEANING, or import the file on the page once: its columns "
                          "are remembered.";
        outcome.was_read = false;
        return;
    }
    say_line(progress, "Checking " + text::counted(static_cast<long>(sheet.rows.size()), "row", "rows"));
    exchange::AnswersGiven const answers{from_word<exchange::DateOrder>(arguments.dates), {}};
    auto review = exchange::actions::review_pupils(visit, sheet, columns, answers);
    outcome.faults = without_what_the_school_holds(review.faults());
    auto const day_taken_first = exchange::day_taken_first(sheet, columns);
    if (day_taken_first && !answers.dates) outcome.faults.insert(outcome.faults.begin(), *day_taken_first);
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
        say_line(progress, "Saving");
        exchange::actions::carry_out(
            visit,
            review.plan,
            {},
            {.import = visit.new_id<exchange::ImportId>(), .file_name = file_names, .doubts = {}}
        );
        outcome.done = true;
    }
}

// What stands in a file may hold line breaks, and what else moves a terminal's cursor.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (char const c : text) {
        if (c == '\n')
            line += ", ";
        else
            line += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
    return line;
}

void tell_columns(std::ostream& out, Outcome const& outcome) {
    std::vector<std::string> taken, left_out;
    for (std::size_t at = 0; at < outcome.columns.size(); ++at) {
        auto const heading = on_one_line(outcome.heading[at]);
        if (outcome.columns[at].field == exchange::Field::ignored)
            left_out.push_back(heading);
        else
            taken.push_back(heading + "=" + exchange::as_text(outcome.columns[at]));
    }
    if (!taken.empty()) out << "Columns taken: " << text::joined(taken, ", ") << '\n';
    if (!left_out.empty()) out << "Columns left out: " << text::joined(left_out, ", ") << '\n';
}

void tell(std::ostream& out, Outcome const& outcome, bool dry_run) {
    tell_columns(out, outcome);
    for (auto const& fault : outcome.faults) {
        out << exchange::in_code(fault.code) << (exchange::is_warning(fault.code) ? " warning" : " fault");
        if (!fault.file.empty()) out << ", " << fault.file;
        if (fault.row > 0) out << ", row " << fault.row;
        if (!fault.column.empty()) out << ", column " << on_one_line(fault.column);
        out << ": " << exchange::in_words(fault.code);
        if (!fault.value.empty()) out << " (" << on_one_line(fault.value) << ')';
        out << '\n';
    }
    for (auto const& doubt : outcome.doubts)
        out << "Row " << doubt.pupil.row << " may be a child who is here already. "
            << exchange::in_words(doubt.candidates.front().likeness) << ". Decide in the browser.\n";
    if (outcome.was_read)
        out << outcome.added << " to add, " << outcome.changed << " to change, " << outcome.unchanged
            << " the same, " << outcome.not_in_file << " on roll but not in the file\n";
    if (!outcome.refusal.empty())
        out << "Nothing was changed. " << on_one_line(outcome.refusal) << '\n';
    else if (dry_run)
        out << "Nothing was changed: this was a dry run.\n";
    else
        out << (outcome.added + outcome.changed == 0 ? "Nothing had to change.\n" : "Done.\n");
}

void tell_json(std::ostream& out, Outcome const& outcome) {
    out << "{\"done\":" << (outcome.done ? "true" : "false")
        << ",\"refusal\":" << json::quoted(outcome.refusal) << ",\"added\":" << outcome.added
        << ",\"changed\":" << outcome.changed << ",\"unchanged\":" << outcome.unchanged
        << ",\"not_in_file\":" << outcome.not_in_file << ",\"columns\":[";
    std::string_view comma;
    for (std::size_t at = 0; at < outcome.columns.size(); ++at) {
        out << comma << "{\"heading\":" << json::quoted(outcome.heading[at])
            << ",\"meaning\":" << json::quoted(exchange::as_text(outcome.columns[at])) << '}';
        comma = ",";
    }
    out << "],\"doubts\":[";
    comma = {};
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
            << ",\"value\":" << json::quoted(fault.value) << ",\"file\":" << json::quoted(fault.file)
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
    auto const files = files_of(arguments.files);
    if (!files) return wrong("there is no file " + files.error() + " that can be read");

    auto const database = app::open_in_use(session.configuration);
    app::open_child_keys(session.configuration, *database);
    auto const connection = database->connect(db::Mode::write);
    db::Transaction transaction(*connection, db::Mode::write);
    auto const school = school_of(*connection, arguments.school);
    if (!school) return wrong(school.error());

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
    auto& progress = session.terminal.err;
    say_line(progress, "Reading " + exchange::names_of(*files));
    auto sheet = exchange::read_files(*files, exchange::Kind::pupils);
    if (sheet)
        *sheet = exchange::without_what_is_left_out(
            std::move(*sheet), pupils::ethnicity_store::is_kept(visit.db, visit.school)
        );
    if (sheet)
        import_sheet(visit, *sheet, exchange::names_of(*files), arguments, progress, outcome);
    else
        refuse_files(outcome, sheet.error());
    if (outcome.done) transaction.commit();
    if (arguments.json)
        tell_json(session.terminal.out, outcome);
    else
        tell(session.terminal.out, outcome, arguments.dry_run);
    session.exit_code = outcome.asked_wrongly ? 2 : outcome.refusal.empty() ? 0 : 1;
}

}  // namespace

void add_import(CLI::App& withy, Session& session) {
    auto* const command = withy.add_subcommand("import", "Bring data in from files of school systems");
    command->require_subcommand(1);
    auto* const pupils = command->add_subcommand("pupils", "Import pupils, classes and contacts from CSV");
    auto const arguments = std::make_shared<ImportArguments>();
    add_data_options(*pupils, session);
    pupils->add_option("files", arguments->files, "The CSV file, or the files of a bundle")->required();
    pupils->add_option("--school", arguments->school, "The school's number or name")->required();
    pupils
        ->add_option(
            "--dates",
            arguments->dates,
            "How 4/3/2017 is read, where the file does not tell: day_first unless you say month_first"
        )
        ->check(CLI::IsMember({"day_first", "month_first"}));
    pupils->add_option("--of", arguments->of_school, "Which school's pupils, where the files hold several");
    pupils->add_option("--column", arguments->columns, "What a column means, such as \"Legal DOB=born_on\"")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    pupils->add_flag("--dry-run", arguments->dry_run, "Say what would change, and change nothing");
    pupils->add_flag("--json", arguments->json, "Answer as one JSON object");
    pupils->callback([&session, arguments] { import_pupils(session, *arguments); });
}

}  // namespace cli
