#include "data_requests/confided_routes.hpp"

#include <algorithm>

#include "data_requests/confided_actions.hpp"
#include "data_requests/confided_pages.hpp"
#include "data_requests/confided_store.hpp"
#include "data_requests/forms.hpp"
#include "data_requests/rules.hpp"
#include "data_requests/store.hpp"
#include "need_to_know/actions.hpp"
#include "visits/saving.hpp"

namespace data_requests {
namespace {

using http::Request;
using http::Response;
using DataRequest = data_requests::Request;

// What was said to this adult opens to them alone, and while they may still know it.
struct OpenedConfided {
    DataRequest request;
    Confided of_reader;
};

std::optional<OpenedConfided> confided_addressed(Visit const& visit, Request const& request) {
    auto const id = request.id<RequestId>("request");
    auto found = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!found || !found->asked.pupil || is_over(*found)) return std::nullopt;
    auto const all = confided_store::to_whom(visit.db, visit.school, *id);
    auto const own = std::ranges::find(all, visit.staff(), &Confided::to);
    if (own == all.end()) return std::nullopt;
    auto const child = need_to_know::see(visit, *found->asked.pupil);
    if (!child || !child->access.sees_confided_to(visit.staff())) return std::nullopt;
    visit.db.open_words_of(*found);
    return OpenedConfided{std::move(*found), *own};
}

design::Page confided_page(Visit const& visit, OpenedConfided const& opened, Answers const& answers) {
    auto const said = confided_store::said_to(visit.db, visit.school, opened.request.id, visit.staff());
    return pages::confided(visit.frame.guard, opened.request, said, opened.of_reader, answers);
}

Response get_confided(Visit& visit, Request const& request) {
    auto const opened = confided_addressed(visit, request);
    if (!opened) return http::not_found();
    auto const typed = Fields({{"confided_on", calendar::iso(visit.today)}});
    return visit.page(confided_page(visit, *opened, {typed, {}}));
}

Response post_confided(Visit& visit, Request const& request) {
    auto const opened = confided_addressed(visit, request);
    if (!opened) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(confided_page(visit, *opened, {request.form, errors}));
    };
    auto const on = forms::read_confided_given(request.form, visit.today);
    if (!on) return again(on.error());
    auto const done = give_confided(visit, opened->request, *on);
    if (!done) return again({{"confided_on", in_words(done.error())}});
    return visits::saved(confided_path_of(opened->request.id), Saved::data_request_given);
}

}  // namespace

Routes confided_routes() {
    return {
        visits::fresh({"GET", "/data-requests/{request}/confided", Permission::deliver, get_confided}),
        visits::fresh({"POST", "/data-requests/{request}/confided", Permission::deliver, post_confided}),
    };
}

}  // namespace data_requests
