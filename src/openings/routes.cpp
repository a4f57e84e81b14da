#include "openings/routes.hpp"

#include <algorithm>
#include <charconv>

#include "need_to_know/actions.hpp"
#include "openings/actions.hpp"
#include "openings/forms.hpp"
#include "openings/pages.hpp"
#include "openings/rules.hpp"
#include "openings/store.hpp"
#include "sign_in/rules.hpp"
#include "visits/saving.hpp"

namespace openings {
namespace {

using http::Request;
using http::Response;

std::string path_of(PupilId const& pupil) { return "/pupils/" + std::string(pupil.text()); }

// Where the headteacher goes on: to what they were on their way to, or else to the child.
std::string then_after(PupilId const& pupil, std::string_view then) {
    return then.empty() ? path_of(pupil) : sign_in::local_path(then);
}

Response get_opening(Visit& visit, Request const& request) {
    auto const child = need_to_know::see(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    auto const then = std::string(request.query.value("then"));
    if (!may_open(visit.who, child->access)) return http::see_other(then_after(child->pupil.id, then));
    if (stays_closed(visit, *child)) return visit.page(pages::closed(*child));
    return visit.page(pages::opening(*child, visit.frame.guard, design::blank(), then));
}

Response post_opening(Visit& visit, Request const& request) {
    auto const child = need_to_know::see(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    auto const then = std::string(request.form.value("then"));
    auto const next = then_after(child->pupil.id, then);
    if (!may_open(visit.who, child->access)) return http::see_other(next);
    if (stays_closed(visit, *child)) return visit.form_again(pages::closed(*child));
    auto const reason = forms::read_reason(request.form);
    if (!reason)
        return visit.form_again(
            pages::opening(*child, visit.frame.guard, {request.form, reason.error()}, then)
        );
    open(visit, child->pupil.id, *reason);
    return visits::saved(next, Saved::opening);
}

design::Page page_about(Visit const& visit, need_to_know::Seen const& child, Answers const& answers) {
    return pages::overriding(
        child, store::of_pupil(visit.db, visit.school, child.pupil.id), visit.frame.guard, answers
    );
}

Response get_override(Visit& visit, Request const& request) {
    auto const child = need_to_know::see(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    return visit.page(page_about(visit, *child, design::blank()));
}

Response post_override(Visit& visit, Request const& request) {
    auto const child = need_to_know::see(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    auto const said = forms::read_override(request.form);
    if (!said) return visit.form_again(page_about(visit, *child, {request.form, said.error()}));
    override_for_safeguarding(visit, child->pupil.id, *said);
    return visits::saved(path_of(child->pupil.id), Saved::override_);
}

Response get_one(Visit& visit, Request const& request) {
    auto const id = request.id<OverrideId>("override");
    auto const told = id ? override_told(visit, *id) : std::nullopt;
    if (!told) return http::not_found();
    auto const waiting = store::to_read(visit.db, visit.school, visit.staff());
    bool const waits = std::ranges::find(waiting, told->made.id, &Override::id) != waiting.end();
    return visit.page(pages::one_override(*told, visit.frame.guard, waits));
}

Response post_read(Visit& visit, Request const& request) {
    auto const id = request.id<OverrideId>("override");
    if (!id || !has_read(visit, *id)) return http::not_found();
    return visits::saved("/", Saved::override_read);
}

constexpr int on_a_page = 50;

// The first page where the address names none, the last where it names one beyond.
int page_in(std::string_view text, int pages) {
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp(page, 1, pages);
}

Response get_all(Visit& visit, Request const& request) {
    if (!reads_overrides(visit.who)) return http::not_found();
    auto const count = store::count_of_others(visit.db, visit.school, visit.staff());
    auto const pages = std::max(1, static_cast<int>((count + on_a_page - 1) / on_a_page));
    auto const page = page_in(request.query.value("page"), pages);
    auto const told = overrides_told(visit, on_a_page, std::int64_t{page - 1} * on_a_page);
    return visit.page(pages::overrides(told, page, pages));
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/pupils/{pupil}/opening", Permission::decide_dispute, get_opening},
        {"POST", "/pupils/{pupil}/opening", Permission::decide_dispute, post_opening},
        {"GET", "/pupils/{pupil}/override", Permission::open_case, get_override},
        visits::fresh(
            {.method = "POST",
             .path = "/pupils/{pupil}/override",
             .needs = Permission::open_case,
             .handle = post_override,
             .free_text = FreeText::for_safeguarding}
        ),
        {"GET", "/overrides", Permission::open_case, get_all},
        {"GET", "/overrides/{override}", Permission::open_case, get_one},
        {"POST", "/overrides/{override}", Permission::open_case, post_read},
    };
}

}  // namespace openings
