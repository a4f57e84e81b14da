#include "data_requests/routes.hpp"

#include <algorithm>

#include "data_requests/actions.hpp"
#include "data_requests/confided_actions.hpp"
#include "data_requests/confided_routes.hpp"
#include "data_requests/confided_store.hpp"
#include "data_requests/forms.hpp"
#include "data_requests/lines_rules.hpp"
#include "data_requests/pages.hpp"
#include "data_requests/rules.hpp"
#include "data_requests/store.hpp"
#include "design/form.hpp"
#include "need_to_know/actions.hpp"
#include "pupils/contact_store.hpp"
#include "schools/store.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace data_requests {
namespace {

using http::Request;
using http::Response;
using DataRequest = data_requests::Request;
using Taken = Expected<void, FormErrors>;

constexpr std::string_view today_path = "/";

std::vector<pages::Dated> dated(Visit const& visit, std::vector<DataRequest> requests) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    std::vector<pages::Dated> all;
    for (auto& request : requests) {
        auto const due = due_on(request, open);
        all.push_back({std::move(request), due});
    }
    return all;
}

std::vector<DataRequest> of_others_children(Visit const& visit) {
    auto requests = store::all(visit.db, visit.school);
    need_to_know::Duty const duty(visit, visits::Permission::open_data_requests);
    std::vector<need_to_know::Listed> children;
    std::erase_if(requests, [&](auto const& one) {
        if (!one.asked.pupil) return false;
        if (tells_of_ones_own(visit, one, duty)) return true;
        auto const child = duty.names(*one.asked.pupil, one.whom);
        if (child) children.emplace_back(*child);
        return !child;
    });
    need_to_know::note_list(visit, children);
    return requests;
}

design::Page all_page(Visit const& visit, Answers const& answers) {
    return pages::all(
        visit.frame.guard,
        dated(visit, of_others_children(visit)),
        staff::store::names(visit.db, visit.school, visit.today),
        visit.who.may(Permission::prepare_data_requests),
        visit.today,
        answers
    );
}

Response get_all(Visit& visit, Request const&) {
    auto const typed = forms::new_request(visit.today);
    return visit.page(all_page(visit, {typed, {}}));
}

Response post_about_staff(Visit& visit, Request const& request) {
    auto asked = forms::read_about_staff(request.form, visit.today);
    auto const people = staff::store::names(visit.db, visit.school, visit.today);
    if (asked && std::ranges::find(people, *asked->staff, &staff::Named::id) == people.end())
        asked = refuse(FormErrors{{"whom", "Choose whose data is asked for"}});
    if (!asked) return visit.form_again(all_page(visit, {request.form, asked.error()}));
    return visits::saved(path_of(receive(visit, *asked)), Saved::data_request);
}

struct AboutChild {
    need_to_know::Seen child;
    std::vector<pupils::Contact> contacts;
};

std::optional<AboutChild> child_addressed(Visit const& visit, Request const& request) {
    auto child = need_to_know::see_progress_of(visit, request.id<PupilId>("pupil"));
    if (!child) return std::nullopt;
    auto contacts = pupils::contact_store::contacts_of(visit.db, visit.school, child->pupil.id);
    return AboutChild{std::move(*child), std::move(contacts)};
}

design::Page child_page(Visit const& visit, AboutChild const& about, Answers const& answers) {
    return pages::about_child(
        visit.frame.guard,
        about.child,
        about.contacts,
        dated(visit, store::of_pupil(visit.db, visit.school, about.child.pupil.id)),
        visit.today,
        answers
    );
}

Response get_about_child(Visit& visit, Request const& request) {
    auto const about = child_addressed(visit, request);
    if (!about) return http::not_found();
    auto const typed = forms::new_request(visit.today);
    return visit.page(child_page(visit, *about, {typed, {}}));
}

Response post_about_child(Visit& visit, Request const& request) {
    auto const about = child_addressed(visit, request);
    if (!about) return http::not_found();
    auto const asked =
        forms::read_about_child(request.form, about->child.pupil.id, about->contacts, visit.today);
    if (!asked) return visit.form_again(child_page(visit, *about, {request.form, asked.error()}));
    return visits::saved(path_of(receive(visit, *asked)), Saved::data_request);
}

// A request about a child or a contact opens to whom the child's progress does; and to who signs it once it
// is prepared: that is their duty, and its own reason. What is held of the child is read with it.
std::optional<DataRequest> request_addressed(Visit const& visit, Request const& request) {
    auto const id = request.id<RequestId>("request");
    auto found = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!found || !found->asked.pupil) return found;
    need_to_know::Duty const duty(visit, visits::Permission::open_data_requests);
    if (tells_of_ones_own(visit, *found, duty)) return std::nullopt;
    auto const child = need_to_know::see(visit, *found->asked.pupil);
    if (!child) return std::nullopt;
    visit.db.open_words_of(*found);
    work_with_what_is_held(visit, *found, duty, ItIs::shown);
    if (child->access.sees(need_to_know::Zone::progress)) return found;
    if (!found->prepared_at || !visit.who.may(Permission::sign_data_requests)) return std::nullopt;
    need_to_know::Duty const of_signing(visit, Permission::sign_data_requests);
    if (!of_signing.reads(
            visit, child->pupil.id, child->pupil.name(), "You see this because you sign what is given out."
        ))
        return std::nullopt;
    return found;
}

design::Page request_page(
    Visit const& visit, DataRequest const& request, Answers const& answers, bool all_open = false
) {
    bool const over = is_over(request);
    pages::Held now{.lines = {}, .digest = {}, .all_open = all_open};
    std::vector<KeptBack> kept_back;
    if (over) {
        kept_back = store::kept_back(visit.db, visit.school, request.id);
    } else {
        auto all = held(visit, request);
        if (request.prepared_at) now.since = prepared(visit, request, all).since;
        now.lines = std::move(all.lines);
        kept_back = std::move(all.kept_back);
    }
    now.digest = digest_of(now.lines);
    return pages::request(
        visit.frame.guard,
        dated(visit, {request}).front(),
        now,
        kept_back,
        confided_store::to_whom(visit.db, visit.school, request.id),
        {.prepare = visit.who.may(Permission::prepare_data_requests),
         .sign = visit.who.may(Permission::sign_data_requests)},
        visit.today,
        answers
    );
}

// Each of the page's forms that was not sent asks for today.
Fields with_today(Visit const& visit, Fields typed) {
    auto const day = calendar::iso(visit.today);
    for (std::string const field : {"given_on", "told_on"})
        if (!typed.has(field) && !typed.has(field + "-day")) typed.add(field, day);
    return typed;
}

Response get_request(Visit& visit, Request const& request) {
    auto const found = request_addressed(visit, request);
    if (!found) return http::not_found();
    auto const typed = with_today(visit, {});
    bool const all_open = request.query.value("open") == "all";
    return visit.page(request_page(visit, *found, {typed, {}}, all_open));
}

struct Opened {
    DataRequest request;
    Line line;
};

std::optional<Opened> line_addressed(Visit const& visit, Request const& request) {
    auto found = request_addressed(visit, request);
    if (!found || is_over(*found)) return std::nullopt;
    auto lines = held(visit, *found).lines;
    auto const line = std::ranges::find(lines, request.segment("line"), &Line::id);
    if (line == lines.end()) return std::nullopt;
    return Opened{std::move(*found), std::move(*line)};
}

design::Page line_page(Visit const& visit, Opened const& opened, Answers const& answers) {
    bool const may_decide =
        visit.who.may(Permission::prepare_data_requests) && stage_of(opened.request) == Stage::preparing;
    return pages::line(visit.frame.guard, opened.request, opened.line, may_decide, answers);
}

Response get_line(Visit& visit, Request const& request) {
    auto const opened = line_addressed(visit, request);
    if (!opened) return http::not_found();
    auto const phrases = opened->line.kept_back ? phrases_at(opened->line, opened->line.kept_back->hidden)
                                                : std::vector<std::string>();
    auto const typed = forms::typed(opened->line, phrases);
    return visit.page(line_page(visit, *opened, {typed, {}}));
}

// Each step leads back to the request, or elsewhere where told so; or says at a field why it can't be taken.
template <class Step>
Response take(
    Visit& visit, Request const& request, Saved saved, Step const& step, std::string_view leads_to = {}
) {
    auto const found = request_addressed(visit, request);
    if (!found) return http::not_found();
    Taken const taken = step(*found);
    if (!taken) {
        auto const typed = with_today(visit, request.form);
        return visit.form_again(request_page(visit, *found, {typed, taken.error()}));
    }
    return visits::saved(leads_to.empty() ? path_of(found->id) : std::string(leads_to), saved);
}

Taken at_field(std::string_view field, Expected<void, Refusal> const& done) {
    if (!done) return refuse(FormErrors{{std::string(field), in_words(done.error())}});
    return {};
}

// Of a line that is not held so any more, what was decided can only be taken off.
Response post_taking_off(Visit& visit, Request const& request) {
    auto const found = request_addressed(visit, request);
    if (!found || is_over(*found) || !request.form.holds("decision", "given")) return http::not_found();
    auto const all = store::kept_back(visit.db, visit.school, found->id);
    auto const kept = std::ranges::find(all, request.segment("line"), &KeptBack::line);
    if (kept == all.end()) return http::not_found();
    return take(visit, request, Saved::data_request_line, [&](DataRequest const& addressed) {
        return at_field("main", take_off(visit, addressed, *kept));
    });
}

Response post_line(Visit& visit, Request const& request) {
    auto const opened = line_addressed(visit, request);
    if (!opened) return post_taking_off(visit, request);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(line_page(visit, *opened, {request.form, errors}));
    };
    auto const form = forms::read_line(request.form);
    if (!form) return again(form.error());
    LineInput input{.decision = form->decision, .reason = form->reason, .words = form->words, .hidden = {}};
    if (form->decision == Decision::redacted) {
        auto const places = places_of(opened->line, form->phrases);
        if (!places)
            return again(
                {{"phrases", "\"" + places.error() + "\" does not stand in this line as you wrote it"}}
            );
        input.hidden = *places;
    }
    auto const decided = decide(visit, opened->request, opened->line, input);
    if (!decided) return again({{"decision", in_words(decided.error())}});
    return visits::saved(path_of(opened->request.id), Saved::data_request_line);
}

Response post_extension(Visit& visit, Request const& request) {
    return take(visit, request, Saved::data_request_extended, [&](DataRequest const& found) -> Taken {
        auto const extension = forms::read_extension(request.form, visit.today);
        if (!extension) return refuse(extension.error());
        return at_field("told_on", extend(visit, found, extension->why, extension->told_on));
    });
}

Response post_preparation(Visit& visit, Request const& request) {
    return take(visit, request, Saved::data_request_prepared, [&](DataRequest const& found) -> Taken {
        auto const lines_shown = forms::read_preparation(request.form);
        if (!lines_shown) return refuse(lines_shown.error());
        auto const prepared = prepare(visit, found, *lines_shown);
        bool const is_of_the_tick = !prepared && prepared.error() == Refusal::not_all_was_shown;
        return at_field(is_of_the_tick ? "read" : "main", prepared);
    });
}

Response post_preparing_again(Visit& visit, Request const& request) {
    return take(visit, request, Saved::data_request_sent_back, [&](DataRequest const& found) {
        return at_field("main", prepare_again(visit, found));
    });
}

// Who signs sees a request only while it is prepared: sent back, it may be closed to them.
Response post_sending_back(Visit& visit, Request const& request) {
    auto const sending_back = [&](DataRequest const& found) -> Taken {
        auto const why = forms::read_why(request.form);
        if (!why) return refuse(why.error());
        return at_field("why", send_back(visit, found, *why));
    };
    return take(visit, request, Saved::data_request_sent_back, sending_back, today_path);
}

Response post_signature(Visit& visit, Request const& request) {
    return take(visit, request, Saved::data_request_signed, [&](DataRequest const& found) {
        return at_field("main", sign(visit, found));
    });
}

Response post_giving_out(Visit& visit, Request const& request) {
    return take(visit, request, Saved::data_request_given, [&](DataRequest const& found) -> Taken {
        auto const given = forms::read_giving(request.form, visit.today);
        if (!given) return refuse(given.error());
        return at_field("given_on", give_out(visit, found, given->on, given->way));
    });
}

Response post_withdrawing(Visit& visit, Request const& request) {
    return take(visit, request, Saved::data_request_withdrawn, [&](DataRequest const& found) -> Taken {
        auto const why = forms::read_withdrawing(request.form);
        if (!why) return refuse(why.error());
        return at_field("withdrawn_why", withdraw(visit, found, *why));
    });
}

Response post_not_given(Visit& visit, Request const& request) {
    return take(visit, request, Saved::data_request_line, [&](DataRequest const& found) -> Taken {
        auto const not_given = forms::read_not_given(request.form);
        if (!not_given) return refuse(not_given.error());
        return at_field("adult", give_up_confided(visit, found, not_given->adult, not_given->why));
    });
}

// Only what was signed is given out, as it was signed and without what came later.
std::optional<Copy> signed_copy(Visit const& visit, Request const& request) {
    auto const found = request_addressed(visit, request);
    if (!found || stage_of(*found) != Stage::signed_) return std::nullopt;
    auto then = prepared(visit, *found, held(visit, *found));
    if (then.since == Since::changed) return std::nullopt;
    return std::move(then.copy);
}

Response get_pdf(Visit& visit, Request const& request) {
    auto const copy = signed_copy(visit, request);
    if (!copy) return http::not_found();
    return http::file(pdf_of(*copy, visit.today), "application/pdf", "What we hold.pdf");
}

Response get_json(Visit& visit, Request const& request) {
    auto const copy = signed_copy(visit, request);
    if (!copy) return http::not_found();
    return http::file(json_of(*copy), "application/json", "What we hold.json");
}

}  // namespace

Routes routes() {
    auto all = confided_routes();
    Routes const of_requests{
        {"GET", "/data-requests", Permission::open_data_requests, get_all},
        {"POST", "/data-requests", Permission::prepare_data_requests, post_about_staff},
        {"GET", "/pupils/{pupil}/data-requests", Permission::prepare_data_requests, get_about_child},
        {"POST", "/pupils/{pupil}/data-requests", Permission::prepare_data_requests, post_about_child},
        {"GET", "/data-requests/{request}", Permission::open_data_requests, get_request},
        {"GET", "/data-requests/{request}/lines/{line}", Permission::open_data_requests, get_line},
        {"POST", "/data-requests/{request}/lines/{line}", Permission::prepare_data_requests, post_line},
        {"POST", "/data-requests/{request}/extension", Permission::prepare_data_requests, post_extension},
        {"POST", "/data-requests/{request}/preparation", Permission::prepare_data_requests, post_preparation},
        {"POST",
         "/data-requests/{request}/preparing-again",
         Permission::prepare_data_requests,
         post_preparing_again},
        {"POST", "/data-requests/{request}/withdrawing", Permission::prepare_data_requests, post_withdrawing},
        {"POST", "/data-requests/{request}/sending-back", Permission::open_data_requests, post_sending_back},
        visits::fresh(
            {"POST", "/data-requests/{request}/signature", Permission::sign_data_requests, post_signature}
        ),
        visits::fresh(
            {"POST",
             "/data-requests/{request}/giving-out",
             Permission::prepare_data_requests,
             post_giving_out}
        ),
        {"POST",
         "/data-requests/{request}/confided/not-given",
         Permission::prepare_data_requests,
         post_not_given},
        visits::fresh({"GET", "/data-requests/{request}/copy.pdf", Permission::open_data_requests, get_pdf}),
        visits::fresh({"GET", "/data-requests/{request}/copy.json", Permission::open_data_requests, get_json}
        ),
    };
    all.insert(all.end(), of_requests.begin(), of_requests.end());
    return all;
}

}  // namespace data_requests
