#include "exchange/left_out_rules.hpp"

#include <algorithm>
#include <array>

#include "exchange/guess_rules.hpp"

namespace exchange {
namespace {

bool is_ethnicity(std::string_view heading) {
    return meaning_of(heading, Kind::pupils).field == Field::ethnicity;
}

void take_out(Sheet& sheet, std::size_t at) {
    auto const place = static_cast<std::ptrdiff_t>(at);
    sheet.unneeded.insert(sheet.unneeded.begin(), "the column “" + sheet.heading[at] + "”");
    sheet.heading.erase(sheet.heading.begin() + place);
    if (!sheet.origins.empty()) sheet.origins.erase(sheet.origins.begin() + place);
    for (auto& row : sheet.rows) {
        if (at < row.cells.size()) row.cells.erase(row.cells.begin() + place);
        if (at < row.numbers.size()) row.numbers.erase(row.numbers.begin() + place);
    }
}

}  // namespace

// "Grace" and "Terrace" hold the letters of race, and are none.
bool is_left_out(std::string_view heading) {
    if (is_ethnicity(heading)) return false;
    auto const plain = plain_heading(heading);
    bool const of_race = plain.starts_with("race") || plain == "pupilrace" || plain == "studentrace";
    return of_race || std::ranges::any_of(std::array{"ethnic", "religio"}, [&](std::string_view part) {
               return plain.find(part) != plain.npos;
           });
}

bool holds_ethnicity(Sheet const& sheet) { return std::ranges::any_of(sheet.heading, is_ethnicity); }

Sheet without_what_is_left_out(Sheet sheet, bool keeps_ethnicity) {
    for (auto at = sheet.heading.size(); at-- > 0;) {
        auto const& heading = sheet.heading[at];
        if (is_left_out(heading) || (!keeps_ethnicity && is_ethnicity(heading))) take_out(sheet, at);
    }
    return sheet;
}

}  // namespace exchange
