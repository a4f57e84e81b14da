#include <CLI/CLI.hpp>
#include <algorithm>
#include <boost/json/parse.hpp>
#include <memory>
#include <ostream>

#include "cli/files.hpp"
#include "cli/stats.hpp"
#include "exchange/csv.hpp"
#include "reference_cases/reference_cases.hpp"

namespace cli {
namespace {

namespace json = boost::json;

// A row that can't be used, and why.
struct Unreadable {
    std::string why;
};

// Where a file of cases has what.
class Columns {
public:
    explicit Columns(exchange::CsvRow const& headings) : headings_(headings.cells) {}

    std::string const& text(exchange::CsvRow const& row, std::string_view name) const {
        auto const place = std::ranges::find(headings_, name) - headings_.begin();
        static std::string const none;
        return static_cast<std::size_t>(place) < row.cells.size() ? row.cells[static_cast<std::size_t>(place)]
                                                                  : none;
    }

    json::object object(exchange::CsvRow const& row, std::string_view name) const {
        boost::system::error_code failed;
        auto const value = json::parse(text(row, name), failed);
        if (failed || !value.is_object()) throw Unreadable{std::string(name) + " holds no object of JSON"};
        return value.get_object();
    }

private:
    std::vector<std::string> const& headings_;
};

reference_cases::Case case_in(Columns const& columns, exchange::CsvRow const& row) {
    return {
        .id = columns.text(row, "id"),
        .method = columns.text(row, "method"),
        .variant = columns.text(row, "variant"),
        .inputs = columns.object(row, "inputs_json"),
        .expected = columns.object(row, "expected_json"),
        .tolerances = columns.object(row, "tolerance_json")};
}

// What is wrong with what the methods find for one row; nothing where all is as expected.
std::vector<std::string> misses_of(Columns const& columns, exchange::CsvRow const& row) {
    try {
        auto const one = case_in(columns, row);
        auto const found = reference_cases::found(one);
        if (!found) return {"no method is called " + one.method};
        return reference_cases::misses(one, *found);
    } catch (Unreadable const& fault) {
        return {fault.why};
    }
}

void check_cases(Session& session, std::string const& path) {
    auto& out = session.terminal.out;
    auto const rows = exchange::read_csv(text_of_file(path), ',', {.cell_bytes = 1'000'000});
    if (!rows || rows->empty()) {
        session.terminal.err << "withy: " << path << " is no table with a heading for each column\n";
        session.exit_code = 2;
        return;
    }
    Columns const columns(rows->front());
    int passed = 0, failed = 0;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        auto const misses = misses_of(columns, *row);
        ++(misses.empty() ? passed : failed);
        for (auto const& miss : misses)
            out << columns.text(*row, "id") << " (row " << row->number << "): " << miss << '\n';
    }
    out << passed << " passed, " << failed << " failed\n";
    session.exit_code = failed == 0 && passed > 0 ? 0 : 1;
}

}  // namespace

void add_cases(CLI::App& stats, Session& session) {
    auto* const command =
        stats.add_subcommand("cases", "Evaluate a file of reference cases, and print each miss");
    auto const path = std::make_shared<std::string>();
    command->add_option("file", *path, "A CSV file as docs/statistics.md describes it")->required();
    command->callback([path, &session] { check_cases(session, *path); });
}

}  // namespace cli
