#include "http/read_form.hpp"
#include "letters/parent_actions.hpp"
#include "letters/parent_pages.hpp"
#include "letters/routes.hpp"
#include "messages/store.hpp"

namespace letters {
namespace {

constexpr std::string_view cookie_name = "withy_letter";

// In years: what lies further back is a slip of the year and costs no try.
constexpr int oldest_child = 25;

std::string path_of(http::Request const& request) {
    return "/consent/" + std::string(request.segment("token"));
}

// Nothing of Withy's staff stands around a parent's page, even in a browser that somebody is signed in with.
design::Frame parents_frame(Visit const& visit, std::string const& school) {
    design::Frame frame;
    frame.school_name = school;
    frame.demonstration = visit.frame.demonstration;
    return frame;
}

// A parent's form is safe to send twice by what it says, so it carries no number of its own.
design::FormGuard parents_guard(Visit const& visit) { return {.csrf = visit.frame.guard.csrf, .once = {}}; }

http::Response shown(
    Visit const& visit, ParentsView const& view, design::Page const& page, int status = 200
) {
    return http::page(design::page(parents_frame(visit, view.link.school_name), page), status);
}

// The same page for a link that is unknown, too old or ended: it gives nothing away.
http::Response over(Visit& visit, http::Request const& request) {
    auto const whom = whom_to_ring(visit, request.segment("token"));
    return http::page(
        design::page(parents_frame(visit, whom.school), pages::link_is_over(whom.school, whom.telephone)), 404
    );
}

pages::ParentsPage page_of(http::Request const& request, ParentsView const& view) {
    return {
        .path = path_of(request),
        .school = view.link.school_name,
        .telephone = view.link.telephone,
        .child = view.child,
        .letter = view.letter,
        .letter_title = view.letter_title,
        .letter_words = view.letter_words,
        .sender = view.sender,
        .answer = view.answer,
        .yes_to_the_other = view.yes_to_the_other,
        .choices = view.choices,
        .form = view.form,
        .would_hold_until = view.would_hold_until,
        .support = view.support,
        .letter_undone = view.letter_undone,
        .closed_on = view.closed_on,
    };
}

std::optional<ParentsView> view_of(Visit& visit, http::Request const& request) {
    return open_link(visit, request.segment("token"), request.cookie(cookie_name));
}

http::Response show_link(Visit& visit, http::Request const& request) {
    auto const guard = parents_guard(visit);
    auto const view = view_of(visit, request);
    if (!view) return over(visit, request);
    auto const page = page_of(request, *view);
    if (!view->is_confirmed) return shown(visit, *view, pages::confirm(guard, page, design::blank()));
    return shown(visit, *view, pages::answer(guard, page, design::blank()));
}

std::string wrong_date(int tries_left) {
    auto const left =
        tries_left == 1 ? std::string("one more try") : std::to_string(tries_left) + " more tries";
    return "That is not the date we have. Check it and try again; this link allows " + left;
}

http::Response ask_again(
    Visit const& visit, http::Request const& request, ParentsView const& view, FormErrors const& errors
) {
    auto page = pages::confirm(parents_guard(visit), page_of(request, view), {request.form, errors});
    page.refused = true;
    return shown(visit, view, page, 422);
}

http::Response post_confirmation(Visit& visit, http::Request const& request) {
    auto const view = view_of(visit, request);
    if (!view) return over(visit, request);
    http::FormReader form(request.form);
    auto const born_on = form.date(
        "born_on",
        "Enter your child’s date of birth, such as 27 3 2017",
        http::within_the_last(oldest_child, visit.today)
    );
    if (!form.errors().empty()) return ask_again(visit, request, *view, form.errors());

    auto const proof = confirm(visit, *view, born_on);
    if (!proof) {
        auto answer = proof.error() == 0
                          ? over(visit, request)
                          : ask_again(visit, request, *view, {{"born_on", wrong_date(proof.error())}});
        answer.keeps_writes = true;
        return answer;
    }
    http::Cookie const cookie{
        .name = std::string(cookie_name),
        .value = *proof,
        .seconds_to_live = confirmation_lasts / seconds,
        .path = path_of(request)};
    return http::see_other(path_of(request)).with("Set-Cookie", cookie.header());
}

// The letter with its slip, to keep or to answer on paper.
http::Response download(Visit& visit, http::Request const& request) {
    auto const view = view_of(visit, request);
    if (!view) return over(visit, request);
    if (!view->is_confirmed) return http::see_other(path_of(request));
    auto pdf = messages::store::pdf(visit.db, visit.school, view->letter);
    if (!pdf) return over(visit, request);
    return http::file(std::move(*pdf), "application/pdf", "Letter.pdf");
}

http::Response post_answer(Visit& visit, http::Request const& request) {
    auto const guard = parents_guard(visit);
    auto const view = view_of(visit, request);
    if (!view) return over(visit, request);
    if (!view->is_confirmed) return http::see_other(path_of(request));

    http::FormReader form(request.form);
    auto const answer = form.choice<consent::Answer>("answer", "Choose one of the two answers");
    auto const words = form.text_if_any("words", 1000);
    bool const parents =
        answer != consent::Answer::decided_to_go_ahead && answer != consent::Answer::decided_not_to;
    if (!parents) form.add_error("answer", "Choose one of the two answers");
    auto errors = form.errors();
    if (auto const newer = that_a_newer_letter_came(*view, request.form.value("letter"), answer))
        errors.push_back(*newer);
    if (errors.empty())
        if (auto const error = answer_by_link(visit, *view, answer, words)) errors.push_back(*error);
    if (errors.empty()) return http::see_other(path_of(request));
    auto page = pages::answer(guard, page_of(request, *view), {request.form, errors});
    page.refused = true;
    return shown(visit, *view, page, 422);
}

}  // namespace

Routes parent_routes() {
    return {
        {"GET", "/consent/{token}", Permission::anyone, show_link},
        {"GET", "/consent/{token}/letter", Permission::anyone, download},
        {"POST", "/consent/{token}/confirmation", Permission::anyone, post_confirmation},
        {"POST", "/consent/{token}/answer", Permission::anyone, post_answer},
    };
}

}  // namespace letters
