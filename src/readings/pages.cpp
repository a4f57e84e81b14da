#include "readings/pages.hpp"

#include "base/calendar.hpp"
#include "design/lists.hpp"
#include "need_to_know/pages.hpp"
#include "readings/page_names.hpp"
#include "readings/refused_pages.hpp"

namespace readings::pages {
namespace {

std::string in_words(visits::ReadContacts contacts) {
    switch (contacts) {
        case visits::ReadContacts::names: return "Who the contacts are";
        case visits::ReadContacts::all: return "Contacts, with addresses and parental responsibility";
        case visits::ReadContacts::with_orders: return "Contacts, with what a court forbids";
    }
    return {};
}

std::string how_far(Entry const& entry) {
    if (entry.contacts) return in_words(*entry.contacts);
    switch (entry.zone.value()) {
        case visits::ReadZone::headline: return "That there is support, when and where";
        case visits::ReadZone::progress: return "Progress";
        case visits::ReadZone::confidence: return "Progress, and what was said in confidence to them";
    }
    return {};
}

std::string path_showing(std::string const& path, Shown shown) {
    switch (shown) {
        case Shown::own_pages: return path;
        case Shown::lists: return path + "?of=lists";
        case Shown::refused: return path + "?of=refused";
    }
    return path;
}

// "You see this because you teach 4B." is what its reader was told.
std::string why(Entry const& entry) { return "They were told: " + entry.reason; }

h::Node table_of(std::vector<Repeated> const& reads) {
    design::Table table{
        .caption = "The newest first",
        .columns = {{"When"}, {"Who"}, {"Which page"}, {"How far they could see"}, {"Why they could"}},
        .rows = {},
        .if_empty = "Nobody has looked here yet."};
    for (auto const& [entry, times] : reads)
        table.rows.push_back(
            {calendar::in_words(entry.at) + (times > 1 ? ", " + std::to_string(times) + " times" : ""),
             entry.by_name,
             page_in_words(entry.page),
             how_far(entry),
             why(entry)}
        );
    return design::table(table);
}

h::Node choice(std::string const& path, Looks const& looks) {
    auto const one = [&](std::string text, Shown shown, std::int64_t count) -> design::Filter {
        return {
            .text = std::move(text),
            .path = path_showing(path, shown),
            .current = looks.shown == shown,
            .count = std::to_string(count)};
    };
    return design::filters(
        "What was opened",
        {one("Pages", Shown::own_pages, looks.on_own_pages_in_all),
         one("Lists", Shown::lists, looks.on_lists_in_all),
         one("Refused", Shown::refused, looks.refused_in_all)}
    );
}

std::string what_stands_here(std::string const& name, Shown shown) {
    if (shown == Shown::refused)
        return "Every page about " + name +
               " that somebody asked for and was refused, once in ten minutes. They were told that there is "
               "nothing to see. Somebody may have followed an old link: ask them before you think worse.";
    if (shown == Shown::lists)
        return "Every list on which somebody read that " + name +
               " has support or how far it is: Today, referrals, the waiting list, class lists, what a "
               "search "
               "found, changed addresses, and pupils in an import. A list that only names " +
               name + " is not here.";
    return "Every page about " + name + " and about " + name +
           "'s contacts that somebody opened, and every form that they sent from one. Opening this page is "
           "noted here too. What one person opened several times within a minute is one line.";
}

}  // namespace

design::Page looks(need_to_know::Seen const& child, Looks const& looks) {
    auto const header = need_to_know::pages::header(child);
    auto const path = path_of(child.pupil.id);
    auto const title = "Who has looked at " + child.pupil.forename;
    return {
        .title = title,
        .back = {.text = header.name, .path = header.path},
        .layout = design::Layout::wide,
        .main = h::group(
            design::pupil_header(header),
            design::heading(title),
            choice(path, looks),
            h::p(what_stands_here(child.pupil.forename, looks.shown)),
            looks.shown == Shown::refused ? refusals_of_child(looks.refusals) : table_of(looks.reads),
            design::pagination(
                {.path = path_showing(path, looks.shown), .current = looks.page, .pages = looks.pages}
            )
        )};
}

}  // namespace readings::pages
