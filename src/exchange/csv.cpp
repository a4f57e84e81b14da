#include "exchange/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/text.hpp"
#include "base/unseen.hpp"

namespace exchange {
namespace {

// What libcsv is fed at once: limits are looked at in between.
constexpr std::size_t bite = 4096;
constexpr std::size_t rows_to_judge_by = 40;
constexpr std::size_t bytes_to_judge_by = std::size_t{64} * 1024;

struct Reading {
    CsvLimits limits;
    std::vector<CsvRow> rows;
    CsvRow row;
    std::size_t cells = 0;
    std::size_t columns = 0;  // of this row, empty ones too
    int rows_seen = 0;
    std::optional<Code> fault;
};

std::string cleaned(std::string_view cell) {
    std::string out(text::trimmed(text::without_unseen_marks(cell)));
    if (!text::has_control_characters(out)) return out;
    for (auto& c : out) {
        auto const byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) c = ' ';
    }
    return out;
}

void take_cell(void* data, std::size_t size, void* into) {
    auto& reading = *static_cast<Reading*>(into);
    if (reading.fault) return;
    if (++reading.columns > reading.limits.columns) {
        reading.fault = Code::too_many_columns;
        return;
    }
    if (size > reading.limits.cell_bytes) {
        reading.fault = Code::cell_too_long;
        return;
    }
    reading.row.cells.push_back(cleaned({static_cast<char const*>(data), size}));
}

void end_row(int, void* into) {
    auto& reading = *static_cast<Reading*>(into);
    if (reading.fault) return;
    auto& cells = reading.row.cells;
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    reading.row.number = ++reading.rows_seen;
    reading.cells += cells.size();
    reading.columns = 0;
    if (!cells.empty()) reading.rows.push_back(std::move(reading.row));
    reading.row = {};
    if (reading.rows.size() > reading.limits.rows) reading.fault = Code::too_many_rows;
    if (reading.cells > reading.limits.cells) reading.fault = Code::too_many_cells;
}

// libcsv as an owner, so that its buffer is freed on every way out.
class Parser {
public:
    explicit Parser(char delimiter) {
        csv_init(&parser_, CSV_REPALL_NL);
        csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    }
    ~Parser() { csv_free(&parser_); }
    Parser(Parser const&) = delete;
    Parser& operator=(Parser const&) = delete;

    void feed(std::string_view text, Reading& reading) {
        csv_parse(&parser_, text.data(), text.size(), take_cell, end_row, &reading);
        if (!reading.fault && parser_.entry_pos > reading.limits.cell_bytes + bite)
            reading.fault = Code::cell_too_long;
    }
    void finish(Reading& reading) { csv_fini(&parser_, take_cell, end_row, &reading); }

private:
    csv_parser parser_{};
};

// One kind of line end, so that every row is counted once.
std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r')
            out += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n')
            out += '\n';
    }
    return out;
}

// How much of a table the delimiter makes of the rows: how many have the commonest width, times that width.
std::size_t evenness(std::vector<CsvRow> const& rows) {
    std::map<std::size_t, std::size_t> widths;
    for (auto const& row : rows) ++widths[row.cells.size()];
    std::size_t best = 0;
    for (auto const& [width, count] : widths) best = std::max(best, (width - 1) * count);
    return best;
}

}  // namespace

Expected<std::vector<CsvRow>, Code> read_csv(std::string_view text, char delimiter, CsvLimits const& limits) {
    Reading reading{.limits = limits, .rows = {}, .row = {}, .fault = {}};
    Parser parser(delimiter);
    auto const plain = with_plain_line_ends(text);
    for (std::size_t at = 0; at < plain.size() && !reading.fault; at += bite)
        parser.feed(std::string_view(plain).substr(at, bite), reading);
    if (!reading.fault) parser.finish(reading);
    if (reading.fault) return refuse(*reading.fault);
    return std::move(reading.rows);
}

char delimiter_of(std::string_view text) {
    auto const sample = text.substr(0, bytes_to_judge_by);
    char best = ',';
    std::size_t most = 0;
    for (char const delimiter : {',', ';', '\t'}) {
        auto rows = read_csv(sample, delimiter, {.columns = 10'000});
        if (!rows) continue;
        if (rows->size() > rows_to_judge_by) rows->resize(rows_to_judge_by);
        auto const even = evenness(*rows);
        if (even <= most) continue;
        most = even;
        best = delimiter;
    }
    return best;
}

}  // namespace exchange
