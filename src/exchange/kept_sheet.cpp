#include "exchange/kept_sheet.hpp"

#include "base/packing.hpp"

namespace exchange {
namespace {

// A file of a school's begins with no such line, so that an import begun before sheets were kept is known.
constexpr std::string_view first_line = "withy sheet 1\n";

CsvRow row_from(packing::Reading& from) {
    CsvRow row{.number = from.number(), .cells = {}};
    from.texts(row.cells);
    from.all(row.numbers, [&] { return from.number(); });
    from.texts(row.schools);
    return row;
}

// The texts of one value are read in the order of its members, which braces promise.
Origin origin_from(packing::Reading& from) { return Origin{from.text(), from.text()}; }

SchoolInFiles school_from(packing::Reading& from) {
    return SchoolInFiles{from.text(), from.text(), static_cast<std::size_t>(from.number())};
}

Fault fault_from(packing::Reading& from) {
    return Fault{static_cast<Code>(from.number()), from.number(), from.text(), from.text(), from.text()};
}

}  // namespace

std::string as_bytes(Sheet const& sheet) {
    packing::Writing to;
    to.texts(sheet.heading);
    to.all(sheet.rows, [&](CsvRow const& row) {
        to.number(row.number);
        to.texts(row.cells);
        to.all(row.numbers, [&](int number) { to.number(number); });
        to.texts(row.schools);
    });
    to.number(sheet.heading_row);
    to.text(sheet.leading_file);
    to.all(sheet.origins, [&](Origin const& origin) {
        to.text(origin.file);
        to.text(origin.heading);
    });
    to.all(sheet.schools, [&](SchoolInFiles const& school) {
        to.text(school.id);
        to.text(school.name);
        to.number(school.pupils);
    });
    to.texts(sheet.unneeded);
    to.all(sheet.faults, [&](Fault const& fault) {
        to.number(static_cast<int>(fault.code));
        to.number(fault.row);
        to.text(fault.column);
        to.text(fault.value);
        to.text(fault.file);
    });
    return std::string(first_line) + to.taken();
}

std::optional<Sheet> sheet_from(std::string_view bytes) {
    if (!bytes.starts_with(first_line)) return std::nullopt;
    packing::Reading from(bytes.substr(first_line.size()));
    Sheet sheet;
    from.texts(sheet.heading);
    from.all(sheet.rows, [&] { return row_from(from); });
    sheet.heading_row = from.number();
    sheet.leading_file = from.text();
    from.all(sheet.origins, [&] { return origin_from(from); });
    from.all(sheet.schools, [&] { return school_from(from); });
    from.texts(sheet.unneeded);
    from.all(sheet.faults, [&] { return fault_from(from); });
    if (!from.is_whole()) return std::nullopt;
    return sheet;
}

}  // namespace exchange
