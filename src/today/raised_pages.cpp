#include "today/raised_pages.hpp"

#include "design/lists.hpp"

namespace today::pages {

design::Page raised_lately(std::vector<Raised> const& all) {
    design::Table table{
        .caption = "In the last two years, the latest first",
        .columns = {{"Child"}, {"Raised"}, {"Where it stands"}},
        .rows = {},
        .if_empty = "You have raised no concern in the last two years."};
    for (auto const& one : all)
        table.rows.push_back(
            {h::a(h::href("/concerns/" + one.concern), one.child.value().in_full()),
             calendar::in_words(calendar::local_date(one.at)),
             where_it_stands_since(one)}
        );
    return {
        .title = "All concerns that you raised",
        .back = {.text = "Today", .path = "/"},
        .main = h::group(
            design::heading("All concerns that you raised"),
            h::when(
                !all.empty(),
                []() -> h::Node { return h::p("Open one to read what you wrote and what was decided."); }
            ),
            design::table(table)
        )};
}

}  // namespace today::pages
