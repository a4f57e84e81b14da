#include "readings/routes.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "need_to_know/actions.hpp"
#include "readings/pages.hpp"
#include "readings/refused_pages.hpp"
#include "readings/refused_store.hpp"
#include "readings/rules.hpp"
#include "readings/store.hpp"

namespace readings {
namespace {

constexpr int on_a_page = 50;

// The first page where the address names none, the last where it names one beyond.
int page_in(std::string_view text, int pages) {
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp(page, 1, pages);
}

int pages_for(std::int64_t count) {
    return std::max(1, static_cast<int>((count + on_a_page - 1) / on_a_page));
}

std::int64_t after(int page) { return std::int64_t{page - 1} * on_a_page; }

pages::Shown shown_by(http::Request const& request) {
    auto const of = request.query.value("of");
    if (of == "lists") return pages::Shown::lists;
    return of == "refused" ? pages::Shown::refused : pages::Shown::own_pages;
}

std::int64_t count_of(pages::Looks const& looks) {
    switch (looks.shown) {
        case pages::Shown::own_pages: return looks.on_own_pages_in_all;
        case pages::Shown::lists: return looks.on_lists_in_all;
        case pages::Shown::refused: return looks.refused_in_all;
    }
    return 0;
}

auto reader_of(pages::Shown shown) {
    switch (shown) {
        case pages::Shown::own_pages: break;
        case pages::Shown::lists: return store::of_lists_with;
        case pages::Shown::refused: return store::refusals_of;
    }
    return store::of_pupil;
}

http::Response get_reads(Visit& visit, http::Request const& request) {
    auto const child = need_to_know::see(visit, request.id<pupils::PupilId>("pupil"));
    if (!child || !sees_who_looked(visit.who, child->access)) return http::not_found();
    auto const& pupil = child->pupil.id;
    pages::Looks looks{
        .reads = {},
        .refusals = {},
        .shown = shown_by(request),
        .on_own_pages_in_all = store::count_of_pupil(visit.db, visit.school, pupil),
        .on_lists_in_all = store::count_of_lists_with(visit.db, visit.school, pupil),
        .refused_in_all = store::count_of_refusals(visit.db, visit.school, pupil)};
    looks.pages = pages_for(count_of(looks));
    looks.page = page_in(request.query.value("page"), looks.pages);
    auto const read = reader_of(looks.shown);
    auto entries = read(visit.db, visit.school, pupil, on_a_page, after(looks.page));
    if (looks.shown == pages::Shown::refused)
        looks.refusals = std::move(entries);
    else
        looks.reads = together(std::move(entries));
    return visit.page(pages::looks(*child, looks));
}

// Of the children of these entries, those of whom the reader may know. The list is a read of each of them.
std::map<std::string, need_to_know::Named> named_children(
    Visit const& visit, Instant since, std::vector<Entry> const& entries
) {
    std::set<std::string> meant;
    for (auto const& entry : entries) meant.insert(entry.pupil_id);
    need_to_know::Sight const sight(visit);
    std::map<std::string, need_to_know::Named> children;
    std::vector<need_to_know::Listed> listed;
    for (auto const& pupil : refused_store::children_since(visit.db, visit.school, since, visit.today)) {
        auto child = meant.contains(std::string(pupil.id.text())) ? sight.names(pupil) : std::nullopt;
        if (!child) continue;
        listed.emplace_back(*child);
        children.emplace(pupil.id.text(), std::move(*child));
    }
    need_to_know::note_list(visit, listed);
    return children;
}

http::Response get_refused(Visit& visit, http::Request const& request) {
    auto const since = visit.now - weeks_shown * (7 * (24 * hours));
    bool const runs_school = visit.who.may(Permission::run_school);
    pages::Refusals refusals{
        .entries = {},
        .children = {},
        .back = runs_school ? design::Place{"School", "/school"} : design::Place{"Today", "/"}};
    refusals.pages = pages_for(refused_store::count_since(visit.db, visit.school, since));
    refusals.page = page_in(request.query.value("page"), refusals.pages);
    refusals.entries = refused_store::since(visit.db, visit.school, since, on_a_page, after(refusals.page));
    refusals.children = named_children(visit, since, refusals.entries);
    return visit.page(pages::refusals(refusals));
}

}  // namespace

// Headteacher and administrator review the policy, and answer together for how the school keeps to it.
Routes routes() {
    return {
        {"GET", "/pupils/{pupil}/reads", Permission::decide_dispute, get_reads},
        {"GET", refusals_path, Permission::review_policy, get_refused}};
}

}  // namespace readings
