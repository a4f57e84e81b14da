#include <cstdint>
#include <cstdlib>

#include "base/text.hpp"
#include "exchange/sheet_rules.hpp"

// A file of any bytes is refused with a code or becomes a table of clean text within the limits.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using exchange::Kind;
    auto const kind = size % 2 == 0 ? Kind::pupils : Kind::staff;
    auto const sheet = exchange::read_sheet({reinterpret_cast<char const*>(data), size}, kind);
    if (!sheet) return 0;
    if (sheet->heading.size() > 200 || sheet->rows.empty()) std::abort();
    int last = sheet->heading_row;
    for (auto const& row : sheet->rows) {
        if (row.number <= last || row.cells.empty() || row.cells.size() > 200) std::abort();
        last = row.number;
        for (auto const& cell : row.cells)
            if (!text::is_utf8(cell) || cell.size() > 30'000) std::abort();
    }
    if (exchange::guess(*sheet, kind).size() != sheet->heading.size()) std::abort();
    return 0;
}
