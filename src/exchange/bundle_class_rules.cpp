#include "exchange/bundle_class_rules.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace exchange {
namespace {

// Two classes tell already that nobody can say which is the child's own.
constexpr int classes_told = 10;

void add_line(std::string& lines, std::string const& line) {
    auto const known = text::split(lines, '\n');
    if (known.size() == classes_told || std::ranges::find(known, line) != known.end()) return;
    lines += (lines.empty() ? "" : "\n") + line;
}

}  // namespace

void join_classes(Bundle const& bundle, JoinedRows& rows) {
    auto const* places = bundle.one(Part::places);
    auto const* classes = bundle.one(Part::classes);
    if (!places || !classes) return;
    auto const name = classes->column({"title", "sectionname"}).value();
    auto const of_class = places->column({"classsourcedid", "sectionid"}).value();
    auto const role = places->column({"role"});
    auto const own_id = classes->column({"sourcedid", "id"});
    auto const known = classes->by(own_id);
    rows.refuse_ids_twice(*classes, own_id, same_cells);
    auto const places_of = places->by(places->column({"usersourcedid", "id"}));
    std::vector<SaidInRow> cells;
    for (auto const* pupil : rows.pupils()) {
        auto& cell = cells.emplace_back();
        auto const found = places_of.find(rows.id_of(pupil));
        if (found == places_of.end()) continue;
        for (auto const* row : found->second) {
            auto const& as = places->cell(*row, role);
            if (!as.empty() && !is_pupil(as)) continue;
            auto const known_class = known.find(places->cell(*row, of_class));
            if (known_class == known.end()) {
                rows.add_fault(unknown_id(*places, *row, of_class));
                continue;
            }
            if (cell.row == 0) cell.row = row->number;
            add_line(cell.text, classes->cell(*known_class->second.front(), name));
        }
    }
    rows.add("Class title", {places->file, places->sheet.heading[of_class]}, std::move(cells));
}

}  // namespace exchange
