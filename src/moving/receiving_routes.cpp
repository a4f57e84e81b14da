#include "moving/forms.hpp"
#include "moving/receiving_actions.hpp"
#include "moving/receiving_pages.hpp"
#include "moving/routes.hpp"
#include "moving/rules.hpp"

namespace moving {
namespace {

using http::Request;
using http::Response;

constexpr std::string_view cookie_name = "withy_pack";

std::string page_path(Request const& request) { return receiving_path(request.segment("token")); }

// Nothing of this school's staff stands around it, even in a browser that somebody is signed in with.
Response shown(Visit const& visit, design::Page const& page, int status = 200) {
    design::Frame frame;
    frame.school_name = visit.school_name;
    frame.demonstration = visit.frame.demonstration;
    return http::page(design::page(frame, page), status);
}

// What is sent twice says the same twice, so a form carries no number of its own.
design::FormGuard guard_of(Visit const& visit) { return {.csrf = visit.frame.guard.csrf, .once = {}}; }

// The same page whatever the cause: it gives nothing away.
Response over(Visit const& visit) { return shown(visit, pages::link_does_not_open(), 404); }

std::optional<Receiving> receiving_by(Visit& visit, Request const& request) {
    return open_link(visit, request.segment("token"), request.cookie(cookie_name));
}

Response code_page(
    Visit const& visit, Request const& request, Receiving const& found, FormErrors const& errors
) {
    // What was typed as a code is not shown again.
    Fields const nothing;
    auto page =
        pages::ask_for_code(guard_of(visit), page_path(request), found.link.school_name, {nothing, errors});
    page.refused = !errors.empty();
    return shown(visit, page, errors.empty() ? 200 : 422);
}

Response pack_page(
    Visit const& visit, Request const& request, Receiving const& found, Answers const& answers
) {
    auto const document = document_in(found.pack.frozen);
    if (!document) return over(visit);
    auto page = pages::received_pack(guard_of(visit), page_path(request), *document, found.pack, answers);
    page.refused = !answers.errors.empty();
    return shown(visit, page, answers.errors.empty() ? 200 : 422);
}

Response get_link(Visit& visit, Request const& request) {
    auto const found = receiving_by(visit, request);
    if (!found) return over(visit);
    if (!found->is_confirmed) return code_page(visit, request, *found, {});
    return pack_page(visit, request, *found, design::blank());
}

std::string wrong_code(int tries_left) {
    return "That is not the code. Check it and try again; this link allows " +
           (tries_left == 1 ? std::string("one more try") : std::to_string(tries_left) + " more tries");
}

Response post_code(Visit& visit, Request const& request) {
    auto const token = request.segment("token");
    auto const found = receiving_by(visit, request);
    if (!found) return over(visit);
    auto const code = forms::read_code(request.form);
    if (!code) return code_page(visit, request, *found, code.error());
    auto const proof = confirm(visit, *found, token, *code);
    if (!proof) {
        auto answer = proof.error() <= 0
                          ? over(visit)
                          : code_page(visit, request, *found, {{"code", wrong_code(proof.error())}});
        answer.keeps_writes = true;
        return answer;
    }
    http::Cookie const cookie{
        .name = std::string(cookie_name),
        .value = *proof,
        .seconds_to_live = confirmation_lasts / seconds,
        .path = page_path(request)};
    return http::see_other(page_path(request)).with("Set-Cookie", cookie.header());
}

Response post_receipt(Visit& visit, Request const& request) {
    auto const found = receiving_by(visit, request);
    if (!found) return over(visit);
    if (!found->is_confirmed) return http::see_other(page_path(request));
    auto const name = forms::read_receipt(request.form);
    if (!name) return pack_page(visit, request, *found, {request.form, name.error()});
    receive(visit, *found, *name);
    return http::see_other(page_path(request));
}

// What the page shows, to keep; nothing to whoever has not given the code.
template <class Make>
Response kept(Visit& visit, Request const& request, Make const& make) {
    auto const found = receiving_by(visit, request);
    if (!found) return over(visit);
    if (!found->is_confirmed) return http::see_other(page_path(request));
    return make(found->pack);
}

Response get_pdf(Visit& visit, Request const& request) {
    return kept(visit, request, [&](Pack const& pack) {
        auto const document = document_in(pack.frozen);
        if (!document) return over(visit);
        return http::file(pdf_of(*document), "application/pdf", "Nurture support.pdf");
    });
}

Response get_json(Visit& visit, Request const& request) {
    return kept(visit, request, [&](Pack const& pack) {
        auto const document = document_in(pack.frozen);
        if (!document) return over(visit);
        return http::file(json_of(*document), "application/json", "Nurture support.json");
    });
}

}  // namespace

Routes receiving_routes() {
    return {
        {"GET", "/moving/{token}", Permission::anyone, get_link},
        {"POST", "/moving/{token}/code", Permission::anyone, post_code},
        {"POST", "/moving/{token}/receipt", Permission::anyone, post_receipt},
        {"GET", "/moving/{token}/pack.pdf", Permission::anyone, get_pdf},
        {"GET", "/moving/{token}/pack.json", Permission::anyone, get_json},
    };
}

}  // namespace moving
