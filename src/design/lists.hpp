#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"

namespace design {

enum class Align { words, number };
struct Column {
    std::string heading = {};
    Align align = Align::words;
};
struct Table {
    std::string caption = {};
    std::vector<Column> columns = {};
    std::vector<std::vector<h::Node>> rows = {};  // the first cell of a row is its heading
    bool caption_unseen = false;                  // where a heading above says the same
    std::string if_empty = {};
};
// On a narrow screen each row becomes a small block with its headings beside the values.
h::Node table(Table const& table);

struct SummaryRow {
    std::string key = {};
    h::Node value = {};
    std::string change_path = {};  // leads to where it is changed
    std::string change_text = "Change";
};
h::Node summary_list(std::vector<SummaryRow> const& rows);

// One thing to do or to know about. With `act` it opens a short form in place.
struct WorkItem {
    std::string title = {};
    std::string path = {};
    h::Node detail = {};  // who, since when
    h::Node tag = {};
    std::string act_text = {};  // "Record the answer"
    h::Node act = {};           // the short form, or a single button where act_text is empty
};
struct WorkList {
    std::string heading = {};
    std::vector<WorkItem> items = {};
    std::string if_empty = {};  // without it an empty list shows nothing at all
};
h::Node work_list(WorkList const& list);

struct TimelineEntry {
    std::string when = {};  // "Tuesday 5 May 2026"
    std::string who = {};
    h::Node what = {};
    h::Node detail = {};
};
// Newest first, as given.
h::Node timeline(std::vector<TimelineEntry> const& entries);

// Filters that are links: one row, the current one marked.
struct Filter {
    std::string text = {};
    std::string path = {};
    bool current = false;
    std::string count = {};
};
h::Node filters(std::string_view label, std::vector<Filter> const& choices);

struct Pagination {
    std::string path = {};  // with its query, to which page=N is added
    int current = 1;
    int pages = 1;
};
// Empty where there is one page.
h::Node pagination(Pagination const& pagination);

// Two things side by side, one under the other where the screen is narrow: the papers and the decision.
h::Node beside(h::Node const& left, h::Node const& right);

}  // namespace design
