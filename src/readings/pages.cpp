#include "readings/pages.hpp"

#include "base/calendar.hpp"
#include "design/lists.hpp"
#include "need_to_know/pages.hpp"
#include "readings/page_names.hpp"

namespace readings::pages {
namespace {

std::string in_words(visits::ReadZone zone) {
    switch (zone) {
        case visits::ReadZone::headline: return "That there is support, when and where";
        case visits::ReadZone::progress: return "Progress";
        case visits::ReadZone::confidence: return "Progress, and what was said in confidence to them";
    }
    return {};
}

// "You see this because you teach 4B." is what its reader was told.
std::string why(Entry const& entry) { return "They were told: " + entry.reason; }

h::Node table_of(std::vector<Entry> const& entries) {
    design::Table table{
        .caption = "The newest first",
        .columns = {{"When"}, {"Who"}, {"Which page"}, {"How far they could see"}, {"Why they could"}},
        .rows = {},
        .if_empty = "Nobody has looked yet."};
    for (auto const& entry : entries)
        table.rows.push_back(
            {calendar::in_words(entry.at),
             entry.by_name,
             page_in_words(entry.page),
             in_words(entry.zone),
             why(entry)}
        );
    return design::table(table);
}

}  // namespace

design::Page looks(need_to_know::Seen const& child, Looks const& looks) {
    auto const header = need_to_know::pages::header(child);
    auto const title = "Who has looked at " + child.pupil.forename;
    return {
        .title = title,
        .back = {.text = header.name, .path = header.path},
        .layout = design::Layout::wide,
        .main = h::group(
            design::pupil_header(header),
            design::heading(title),
            h::p(
                "Every page about " + child.pupil.forename +
                " that somebody opened, and every form that they sent from one. Opening this page is noted "
                "here too. Lists that only name children, such as the class list, are not."
            ),
            table_of(looks.entries),
            design::pagination({.path = path_of(child.pupil.id), .current = looks.page, .pages = looks.pages})
        )};
}

}  // namespace readings::pages
