#include "design/lists.hpp"

#include "design/notices.hpp"

namespace design {
namespace {

std::string_view cell_css(Align align) { return align == Align::number ? "number" : ""; }

h::Node heading_cell(Column const& column) {
    return h::th(h::scope("col"), h::attribute_if("class", cell_css(column.align)), column.heading);
}

h::Node table_row(std::vector<Column> const& columns, std::vector<h::Node> const& cells) {
    std::vector<h::Node> made;
    for (std::size_t i = 0; i < cells.size() && i < columns.size(); ++i) {
        auto const css = cell_css(columns[i].align);
        // The roles are said because a narrow screen shows cells as blocks, which takes their meaning away.
        if (i == 0) {
            made.push_back(
                h::th(h::scope("row"), h::role("rowheader"), h::attribute_if("class", css), cells[i])
            );
        } else {
            made.push_back(h::td(
                h::role("cell"),
                h::attribute_if("class", css),
                h::attribute("data-heading", columns[i].heading),
                cells[i]
            ));
        }
    }
    return h::tr(h::role("row"), made);
}

h::Node summary_row(SummaryRow const& row) {
    auto const change = [&]() -> h::Node {
        return h::dd(
            h::css("facts__change"), h::a(h::href(row.change_path), row.change_text, unseen(" " + row.key))
        );
    };
    return h::div(
        h::css("facts__row"),
        h::dt(h::css("facts__key"), row.key),
        h::dd(h::css("facts__value"), row.value),
        h::when(!row.change_path.empty(), change)
    );
}

h::Node act_in_place(WorkItem const& item) {
    if (item.act.empty()) return {};
    if (item.act_text.empty()) return h::div(h::css("work__act"), item.act);
    return h::details(
        h::css("work__act"),
        h::summary(h::css("work__open"), item.act_text, unseen(": " + item.title)),
        h::div(h::css("work__form"), item.act)
    );
}

h::Node title_of(WorkItem const& item) {
    if (item.path.empty()) return h::span(h::css("work__title"), item.title);
    return h::a(h::css("work__title"), h::href(item.path), item.title);
}

h::Node work_item(WorkItem const& item) {
    auto const detail = [&]() -> h::Node { return h::div(h::css("work__detail"), item.detail); };
    return h::li(
        h::css("work__item"),
        h::div(
            h::css("work__line"),
            h::div(h::css("work__words"), title_of(item), h::when(!item.detail.empty(), detail)),
            item.tag
        ),
        act_in_place(item)
    );
}

h::Node timeline_entry(TimelineEntry const& entry) {
    auto const detail = [&]() -> h::Node { return h::div(h::css("timeline__detail"), entry.detail); };
    auto const who = [&]() -> h::Node { return h::span(h::css("timeline__who"), entry.who); };
    return h::li(
        h::css("timeline__entry"),
        h::div(h::css("timeline__when"), entry.when, h::when(!entry.who.empty(), who)),
        h::div(h::css("timeline__what"), entry.what),
        h::when(!entry.detail.empty(), detail)
    );
}

h::Node filter(Filter const& choice) {
    auto const count = [&]() -> h::Node { return h::span(h::css("filters__count"), choice.count); };
    return h::li(h::a(
        h::href(choice.path),
        h::attribute_if("aria-current", choice.current ? "true" : ""),
        choice.text,
        h::when(!choice.count.empty(), count)
    ));
}

h::Node page_link(Pagination const& pagination, int number, std::string_view text) {
    auto const separator = pagination.path.find('?') == std::string::npos ? "?page=" : "&page=";
    auto const path = pagination.path + separator + std::to_string(number);
    return h::a(h::css("govuk-button govuk-button--secondary"), h::href(path), text);
}

}  // namespace

h::Node table(Table const& table) {
    if (table.rows.empty() && !table.if_empty.empty()) return empty_state(table.if_empty);
    auto const row = [&](std::vector<h::Node> const& cells) { return table_row(table.columns, cells); };
    return h::table(
        h::css("table"),
        h::role("table"),
        h::caption(h::css(table.caption_unseen ? "govuk-visually-hidden" : "table__caption"), table.caption),
        h::thead(h::role("rowgroup"), h::tr(h::role("row"), h::each(table.columns, heading_cell))),
        h::tbody(h::role("rowgroup"), h::each(table.rows, row))
    );
}

h::Node summary_list(std::vector<SummaryRow> const& rows) {
    return h::dl(h::css("facts"), h::each(rows, summary_row));
}

h::Node work_list(WorkList const& list) {
    if (list.items.empty() && list.if_empty.empty()) return {};
    auto const items = [&]() -> h::Node { return h::ul(h::css("work"), h::each(list.items, work_item)); };
    return h::section(
        h::css("work-list"),
        h::h2(list.heading),
        h::when(!list.items.empty(), items),
        h::when(list.items.empty(), [&]() -> h::Node { return empty_state(list.if_empty); })
    );
}

h::Node timeline(std::vector<TimelineEntry> const& entries) {
    return h::ol(h::css("timeline"), h::each(entries, timeline_entry));
}

h::Node filters(std::string_view label, std::vector<Filter> const& choices) {
    return h::nav(h::css("filters"), h::attribute("aria-label", label), h::ul(h::each(choices, filter)));
}

h::Node pagination(Pagination const& pagination) {
    if (pagination.pages < 2) return {};
    auto const before = [&] { return page_link(pagination, pagination.current - 1, "Previous page"); };
    auto const after = [&] { return page_link(pagination, pagination.current + 1, "Next page"); };
    auto const where =
        "Page " + std::to_string(pagination.current) + " of " + std::to_string(pagination.pages);
    return h::nav(
        h::css("pagination"),
        h::attribute("aria-label", "Pages"),
        h::when(pagination.current > 1, before),
        h::span(h::css("pagination__where"), where),
        h::when(pagination.current < pagination.pages, after)
    );
}

h::Node beside(h::Node const& left, h::Node const& right) {
    return h::div(h::css("beside"), h::div(left), h::div(right));
}

}  // namespace design
