#include "readings/routes.hpp"

#include <algorithm>
#include <charconv>

#include "need_to_know/actions.hpp"
#include "readings/pages.hpp"
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

http::Response get_reads(Visit& visit, http::Request const& request) {
    auto const child = need_to_know::see(visit, request.id<pupils::PupilId>("pupil"));
    if (!child || !sees_who_looked(visit.who, child->access)) return http::not_found();
    pages::Looks looks{
        .entries = {},
        .on_lists = request.query.value("of") == "lists",
        .on_own_pages_in_all = store::count_of_pupil(visit.db, visit.school, child->pupil.id),
        .on_lists_in_all = store::count_of_lists_with(visit.db, visit.school, child->pupil.id)};
    auto const count = looks.on_lists ? looks.on_lists_in_all : looks.on_own_pages_in_all;
    looks.pages = std::max(1, static_cast<int>((count + on_a_page - 1) / on_a_page));
    looks.page = page_in(request.query.value("page"), looks.pages);
    auto const after = std::int64_t{looks.page - 1} * on_a_page;
    auto const read = looks.on_lists ? store::of_lists_with : store::of_pupil;
    looks.entries = read(visit.db, visit.school, child->pupil.id, on_a_page, after);
    return visit.page(pages::looks(*child, looks));
}

}  // namespace

Routes routes() { return {{"GET", "/pupils/{pupil}/reads", Permission::decide_dispute, get_reads}}; }

}  // namespace readings
