#include "score_files/pages.hpp"

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "measures/taking_pages.hpp"

namespace score_files::pages {
namespace {

constexpr std::size_t most_shown = 200;

h::Node table_of(std::vector<Fault> const& faults) {
    design::Table table{
        .caption = "Faults",
        .columns = {{"Where"}, {"Column"}, {"What stands there"}, {"What to do"}, {"Code"}},
        .rows = {},
        .caption_unseen = true};
    for (auto const& fault : faults) {
        if (table.rows.size() == most_shown) break;
        table.rows.push_back(
            {fault.row == 0 ? "The file" : "Row " + std::to_string(fault.row),
             fault.column,
             fault.value,
             in_words(fault.code),
             in_code(fault.code)}
        );
    }
    return design::table(table);
}

}  // namespace

design::Page of_class(design::FormGuard const& guard, measures::ClassPage const& page) {
    return measures::pages::of_class(guard, page);
}

design::Page faults(
    design::FormGuard const& guard,
    measures::ClassOnDay const& on_day,
    std::string const& file_name,
    std::vector<Fault> const& faults
) {
    auto const title = "What to mend in the file";
    auto const path = measures::path_of_class(on_day.class_id, on_day.day);
    return {
        .title = title,
        .back = {.text = "Measures of " + on_day.class_name, .path = path},
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading(title, file_name),
            h::p(
                text::counted(static_cast<long>(faults.size()), "fault was", "faults were"),
                " found, so nothing was filled in. Mend the file, then choose it again."
            ),
            table_of(faults),
            design::upload_form(
                guard,
                measures::path_of_class(on_day.class_id) + "/file",
                design::hidden("on", calendar::iso(on_day.day)),
                design::file_upload(
                    design::blank(), {.name = "file", .label = "CSV file", .accept = ".csv,text/csv"}
                ),
                design::button("Look at the file")
            )
        )};
}

}  // namespace score_files::pages
