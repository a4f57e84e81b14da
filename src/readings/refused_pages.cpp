#include "readings/refused_pages.hpp"

#include "base/calendar.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "readings/page_names.hpp"

namespace readings::pages {
namespace {

std::string in_words(Refused why) {
    switch (why) {
        case Refused::own_child:
            return "They are a parent or carer of the child, and see nothing of them here";
        case Refused::role: return "Their role opens no such page";
        case Refused::no_tie: return "Nothing brings them near to the child";
        case Refused::only_headline: return "They may know that there is support, and not more";
        case Refused::contacts: return "The child's contacts are not theirs to see or change";
    }
    return {};
}

h::Node which_child(Entry const& entry, std::map<std::string, need_to_know::Named> const& children) {
    if (entry.pupil_id.empty()) return "None";
    auto const child = children.find(entry.pupil_id);
    if (child == children.end()) return "A child of the school";
    return h::a(h::href("/pupils/" + entry.pupil_id), child->second.in_full());
}

}  // namespace

h::Node refusals_of_child(std::vector<Entry> const& entries) {
    design::Table table{
        .caption = "The newest first",
        .columns = {{"When"}, {"Who"}, {"Which page"}, {"Why it was refused"}},
        .rows = {},
        .if_empty = "Nobody was refused anything here."};
    for (auto const& entry : entries)
        table.rows.push_back(
            {calendar::in_words(entry.at),
             entry.by_name,
             page_in_words(entry.page),
             in_words(entry.refused.value())}
        );
    return design::table(table);
}

design::Page refusals(Refusals const& refusals) {
    constexpr std::string_view title = "Who was refused";
    design::Table table{
        .caption = "The newest first",
        .columns = {{"When"}, {"Who"}, {"Which page"}, {"Which child"}, {"Why it was refused"}},
        .rows = {},
        .if_empty = "Nobody was refused anything in these weeks."};
    for (auto const& entry : refusals.entries)
        table.rows.push_back(
            {calendar::in_words(entry.at),
             entry.by_name,
             page_in_words(entry.page),
             which_child(entry, refusals.children),
             in_words(entry.refused.value())}
        );
    return {
        .title = std::string(title),
        .back = refusals.back,
        .layout = design::Layout::wide,
        .main = h::group(
            design::heading(title),
            h::p(
                "Who asked in the last " + std::to_string(weeks_shown) +
                " weeks for a page that is not theirs, each page and child once in ten minutes. They were "
                "told "
                "that there is nothing to see. Somebody may have followed an old link: ask them before you "
                "think worse. Of each child, the SENCo finds all of it under Who has looked at the child."
            ),
            h::p("A child stands here by name where you may know of their support."),
            design::table(table),
            design::pagination(
                {.path = std::string(refusals_path), .current = refusals.page, .pages = refusals.pages}
            )
        )};
}

}  // namespace readings::pages
