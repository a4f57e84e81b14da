#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <ostream>
#include <thread>

#include "cli/files.hpp"
#include "cli/stats.hpp"
#include "exchange/csv.hpp"
#include "simulation/tables.hpp"

namespace cli {
namespace {

struct Published {
    double value = 0;
    double rounding = 0;  // half a step of its last digit
};
using Tables = std::map<std::string, Published>;

std::string name_of(simulation::Figure const& figure) {
    return fmt::format(
        "{},{},{},{},{}", figure.table, figure.rule, word(figure.population), figure.pupils, figure.what
    );
}

std::optional<Published> published_in(std::string const& cell) {
    Published published;
    auto const* const end = cell.data() + cell.size();
    auto const read = std::from_chars(cell.data(), end, published.value);
    if (cell.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    auto const point = cell.find('.');
    auto const digits = point == cell.npos ? 0 : cell.size() - point - 1;
    published.rounding = 0.5 * std::pow(10.0, -static_cast<double>(digits)) + 1e-12;
    return published;
}

// What a file with the columns table, rule, population, pupils, figure and value says; none where a row is
// not so.
std::optional<Tables> tables_in(std::string const& text) {
    auto const rows = exchange::read_csv(text, ',');
    if (!rows || rows->size() < 2) return std::nullopt;
    Tables tables;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        if (row->cells.size() != 6) return std::nullopt;
        auto const published = published_in(row->cells[5]);
        if (!published) return std::nullopt;
        tables[fmt::format("{}", fmt::join(row->cells.begin(), row->cells.begin() + 5, ","))] = *published;
    }
    return tables;
}

struct Asked {
    simulation::Wish wish;
    std::string against;
};

void print(std::ostream& out, std::vector<simulation::Figure> const& figures) {
    out << "table,rule,population,pupils,figure,value,standard_error,classes\n";
    for (auto const& figure : figures)
        out << fmt::format(
            "{},{:.4f},{:.4f},{}\n", name_of(figure), figure.value, figure.standard_error, figure.classes
        );
}

// Prints what lies beyond chance, and how many figures of the file were met.
void compare(Session& session, std::vector<simulation::Figure> const& figures, Tables const& tables) {
    auto& out = session.terminal.out;
    int agree = 0, disagree = 0;
    for (auto const& figure : figures) {
        auto const published = tables.find(name_of(figure));
        if (published == tables.end()) continue;
        bool const differs = simulation::differ(figure, published->second.value, published->second.rounding);
        ++(differs ? disagree : agree);
        if (differs)
            out << fmt::format(
                "{}: {} published, {:.4f} found\n", name_of(figure), published->second.value, figure.value
            );
    }
    out << agree << " agree, " << disagree << " differ\n";
    session.exit_code = disagree == 0 && agree > 0 ? 0 : 1;
}

void simulate(Session& session, Asked const& asked) {
    std::optional<Tables> tables;
    if (!asked.against.empty() && !(tables = tables_in(text_of_file(asked.against)))) {
        session.terminal.err << "withy: " << asked.against
                             << " has no columns table, rule, population, pupils, figure and value\n";
        session.exit_code = 2;
        return;
    }
    auto const figures = simulation::figures_of(asked.wish);
    if (figures.empty()) {
        session.terminal.err << "withy: there is no table " << asked.wish.table << "; they are 1a to 6\n";
        session.exit_code = 2;
        return;
    }
    if (tables) return compare(session, figures, *tables);
    print(session.terminal.out, figures);
}

}  // namespace

void add_simulate(CLI::App& stats, Session& session) {
    auto* const command =
        stats.add_subcommand("simulate", "Draw made-up classes, and count where each rule is wrong or right");
    auto const asked = std::make_shared<Asked>();
    asked->wish.threads = std::max(1U, std::thread::hardware_concurrency());
    command->add_option("--table", asked->wish.table, "One table alone, such as 1a or 3");
    command->add_option(
        "--classes", asked->wish.most_classes, "Draw no more than so many classes for each figure"
    );
    command->add_option("--seed", asked->wish.seed, "Where the draws begin")->capture_default_str();
    command->add_option("--against", asked->against, "A CSV file of published figures to hold these against");
    command->callback([asked, &session] { simulate(session, *asked); });
}

}  // namespace cli
