#include "exchange/sheet_rules.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.hpp"
#include "exchange/guess_rules.hpp"

namespace exchange {
namespace {

constexpr std::size_t most_bytes = std::size_t{20} * 1024 * 1024;
constexpr std::size_t most_rows = 20'000;
constexpr std::size_t title_rows_at_most = 20;
constexpr std::size_t rows_to_guess_by = 50;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A stray mark of control stands in many an export; one in a hundred stands in pictures and archives.
bool is_binary(std::string_view bytes) {
    constexpr std::size_t enough_to_tell = 4096;
    auto const first = bytes.substr(0, enough_to_tell);
    auto const marks = std::ranges::count_if(first, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r';
    });
    return marks > 1 && static_cast<std::size_t>(marks) * 100 > first.size();
}

Expected<std::string, Code> as_utf8(std::string_view bytes) {
    if (bytes.empty()) return refuse(Code::file_empty);
    if (bytes.size() > most_bytes) return refuse(Code::file_too_large);
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        return refuse(Code::is_workbook);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return refuse(Code::is_utf_16);
    if (bytes.find('\0') != bytes.npos || is_binary(bytes) || bytes.starts_with("%PDF"))
        return refuse(Code::not_text);
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return text::is_utf8(bytes) ? std::string(bytes) : text::utf8_from_windows_1252(bytes);
}

std::size_t known_headings(CsvRow const& row, Kind kind) {
    // Tables of ids have no other known heading, and "student" stands in their cells.
    auto const is_id = [](std::string const& plain) {
        return plain.ends_with("sourcedid") || plain == "sectionid";
    };
    auto const known = [&](std::string const& cell) {
        return meaning_of(cell, kind).field != Field::ignored || is_id(plain_heading(cell));
    };
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, known));
}

std::size_t filled(CsvRow const& row) {
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](auto const& cell) {
        return !cell.empty();
    }));
}

// The row among the first with the most headings that are known; where none is, the fullest.
std::size_t place_of_heading(std::vector<CsvRow> const& rows, Kind kind) {
    std::size_t best = 0;
    auto const score = [&](CsvRow const& row) { return std::pair(known_headings(row, kind), filled(row)); };
    auto const last = std::min(rows.size(), title_rows_at_most);
    for (std::size_t at = 1; at < last; ++at)
        if (score(rows[at]) > score(rows[best])) best = at;
    return best;
}

bool has_letter_or_figure(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// "Till PIN" speaks of one and "Shopping" does not, nor "Secretary" of a secret.
bool has_word(std::string_view heading, std::string_view word) {
    for (auto at = heading.find(word); at != heading.npos; at = heading.find(word, at + 1)) {
        auto const end = at + word.size();
        bool const begins = at == 0 || !has_letter_or_figure(heading[at - 1]);
        bool const ends = end == heading.size() || !has_letter_or_figure(heading[end]);
        if (begins && ends) return true;
    }
    return false;
}

bool holds_secrets(std::string_view heading) {
    auto const plain = plain_heading(heading);
    auto const speaks_of = [&](auto part) { return plain.find(part) != plain.npos; };
    auto const names = [&](auto word) { return has_word(text::ascii_lower(heading), word); };
    return std::ranges::any_of(
               std::array<std::string_view, 6>{
                   "password", "passwd", "passcode", "passphrase", "pincode", "pinnumber"},
               speaks_of
           ) ||
           std::ranges::any_of(std::array<std::string_view, 4>{"pin", "pwd", "secret", "secrets"}, names);
}

void take_out(std::vector<std::string>& cells, std::size_t at) {
    if (at < cells.size()) cells.erase(cells.begin() + static_cast<std::ptrdiff_t>(at));
}

// What opens a child's account is nobody's to see, so it goes before anything is shown or kept.
void leave_out_secrets(Sheet& sheet) {
    for (auto at = sheet.heading.size(); at-- > 0;) {
        if (!holds_secrets(sheet.heading[at])) continue;
        sheet.unneeded.insert(sheet.unneeded.begin(), "the column “" + sheet.heading[at] + "”");
        take_out(sheet.heading, at);
        for (auto& row : sheet.rows) take_out(row.cells, at);
    }
    auto const nothing_is_left = [&](CsvRow const& row) {
        return sheet.heading.empty() || row.cells.empty();
    };
    std::erase_if(sheet.rows, nothing_is_left);
}

}  // namespace

Expected<Sheet, Code> read_sheet(std::string_view bytes, Kind kind) {
    auto const text = as_utf8(bytes);
    if (!text) return refuse(text.error());
    auto rows = read_csv(*text, delimiter_of(*text));
    if (!rows) return refuse(rows.error());
    if (rows->empty()) return refuse(Code::file_empty);

    auto const heading = place_of_heading(*rows, kind);
    Sheet sheet{
        .heading = (*rows)[heading].cells,
        .rows =
            {std::make_move_iterator(rows->begin() + static_cast<std::ptrdiff_t>(heading) + 1),
             std::make_move_iterator(rows->end())},
        .heading_row = (*rows)[heading].number};
    if (sheet.rows.size() > most_rows) return refuse(Code::too_many_rows);
    leave_out_secrets(sheet);
    if (sheet.rows.empty()) return refuse(Code::no_rows);
    return sheet;
}

Columns guess(Sheet const& sheet, Kind kind) {
    std::vector<std::vector<std::string>> samples;
    for (std::size_t at = 0; at < std::min(rows_to_guess_by, sheet.rows.size()); ++at)
        samples.push_back(sheet.rows[at].cells);
    return guess(sheet.heading, samples, kind);
}

}  // namespace exchange
