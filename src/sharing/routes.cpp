#include "sharing/routes.hpp"

#include <algorithm>
#include <set>

#include "cases/store.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/share_store.hpp"
#include "sharing/actions.hpp"
#include "sharing/forms.hpp"
#include "sharing/pages.hpp"
#include "sharing/rules.hpp"
#include "sharing/store.hpp"
#include "staff/rules.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace sharing {
namespace {

using http::Request;
using http::Response;

struct Opened {
    need_to_know::Seen child;
    CaseId the_case;
};

// The case, where the visitor sees how the child gets on.
std::optional<Opened> opened(Visit const& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return std::nullopt;
    return Opened{std::move(*child), *the_case};
}

// Whose role lets them see children at all: to nobody else would a yes open anything.
std::set<StaffId> who_see_pupils(Visit const& visit) {
    std::set<StaffId> people;
    for (auto const& held : staff::store::roles(visit.db, visit.school))
        if (staff::holds_on(held, visit.today) && visits::allows(held.role, visits::Permission::see_pupils))
            people.insert(held.staff);
    return people;
}

using People = std::vector<std::pair<StaffId, std::string>>;

People colleagues(Visit const& visit) {
    auto const see_pupils = who_see_pupils(visit);
    People people;
    for (auto const& one : staff::store::names(visit.db, visit.school, visit.today))
        if (see_pupils.contains(one.id) && one.id != visit.staff()) people.emplace_back(one.id, one.name);
    return people;
}

// To a parent of the child who works here nothing opens, whatever the child says.
void leave_out_the_family(People& people, std::vector<StaffId> const& family) {
    std::erase_if(people, [&](auto const& one) {
        return std::ranges::find(family, one.first) != family.end();
    });
}

std::vector<std::string> names_of(People const& people) {
    std::vector<std::string> names;
    for (auto const& [id, name] : people) names.push_back(name);
    return names;
}

// Whom the child is asked about by name already is nobody to name beside.
pages::Asking asking_of(Visit const& visit, Opened const& opened, std::vector<AskedAbout> const& about) {
    auto const& pupil = opened.child.pupil.id;
    auto const family = need_to_know::share_store::family(visit.db, visit.school, pupil);
    auto beside = colleagues(visit);
    std::erase_if(beside, [&](auto const& one) {
        return std::ranges::find(about, std::optional(one.first), &AskedAbout::staff) != about.end();
    });
    leave_out_the_family(beside, family);
    auto raised = store::who_raised_a_concern(visit.db, visit.school, opened.the_case, visit.today);
    leave_out_the_family(raised, family);
    auto know = store::who_know_by_name(visit.db, visit.school, opened.the_case, visit.today);
    leave_out_the_family(know, family);
    std::erase_if(know, [&](auto const& one) { return one.first == visit.staff(); });
    auto last_words = store::last_words(visit.db, visit.school, opened.the_case);
    auto stay_open = last_words;
    bool const understood = understood_before(visit, opened.the_case);
    std::erase_if(stay_open, [&](LastWord const& door) {
        return !understood || !stays_open(door, visit.today);
    });
    return {
        .the_case = opened.the_case,
        .pupil = pupil,
        .about = about,
        .colleagues = std::move(beside),
        .raised_by = names_of(raised),
        .know_already = names_of(know),
        .last_words = std::move(last_words),
        .stay_open = std::move(stay_open),
        .today = visit.today};
}

std::vector<pages::Waiting> waiting_in(std::vector<Agreement> const& agreements) {
    std::vector<pages::Waiting> waiting;
    for (auto const& agreement : agreements)
        if (agreement.stands)
            for (auto& objection : waiting_objections(agreement)) {
                auto possible = possible_outcomes(objection);
                waiting.push_back({std::move(objection), std::move(possible)});
            }
    return waiting;
}

pages::View view_of(Visit const& visit, Opened const& opened) {
    bool const open = cases::store::is_open(visit.db, visit.school, opened.the_case);
    pages::View view{
        .child = opened.child,
        .the_case = opened.the_case,
        .today = visit.today,
        .agreements = store::agreements(visit.db, visit.school, opened.the_case),
        .shares = store::named_shares(visit.db, visit.school, opened.the_case)};
    view.may_ask = open && may_ask_the_child(opened.child.access.relationship());
    view.may_share = open && may_share_by_name(visit.who);
    if (view.may_share) {
        view.colleagues = colleagues(visit);
        view.waiting = waiting_in(view.agreements);
    }
    if (view.may_ask)
        view.time_to_ask = store::time_to_ask(visit.db, visit.school, opened.the_case, visit.today);
    return view;
}

Response show(Visit& visit, Opened const& opened) {
    return visit.page(pages::who_may_know(view_of(visit, opened), visit.frame.guard, design::blank()));
}

Response show_again(Visit& visit, Request const& request, Opened const& opened, FormErrors const& errors) {
    return visit.form_again(
        pages::who_may_know(view_of(visit, opened), visit.frame.guard, {request.form, errors})
    );
}

Response get_sharing(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    return found ? show(visit, *found) : http::not_found();
}

std::optional<Opened> opened_to_ask(Visit const& visit, Request const& request) {
    auto found = opened(visit, request);
    if (!found || !may_ask_the_child(found->child.access.relationship())) return std::nullopt;
    return found;
}

Response get_asking(Visit& visit, Request const& request) {
    auto const found = opened_to_ask(visit, request);
    if (!found) return http::not_found();
    auto const about = whom_to_ask_about(visit, found->child, found->the_case);
    return visit.page(pages::asking(asking_of(visit, *found, about), visit.frame.guard, design::blank()));
}

Response post_asking(Visit& visit, Request const& request) {
    auto const found = opened_to_ask(visit, request);
    if (!found) return http::not_found();
    auto const about = whom_to_ask_about(visit, found->child, found->the_case);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(
            pages::asking(asking_of(visit, *found, about), visit.frame.guard, {request.form, errors})
        );
    };
    auto const said = forms::read_agreement(request.form, about, visit.today);
    if (!said) return again(said.error());
    auto const made = record_agreement(visit, found->the_case, found->child.access.relationship(), *said);
    if (!made) return again({{"main", in_words(made.error())}});
    bool const waits = !waiting_in(store::agreements(visit.db, visit.school, found->the_case)).empty();
    return visits::saved(
        sharing_path(found->the_case), waits ? Saved::sharing_agreement_to_weigh : Saved::sharing_agreement
    );
}

Response post_objection(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found || !may_share_by_name(visit.who)) return http::not_found();
    auto const said = forms::read_objection(request.form);
    if (!said) return show_again(visit, request, *found, said.error());
    auto const done = answer_objection(visit, found->the_case, *said);
    if (!done) return show_again(visit, request, *found, {{"outcome", in_words(done.error())}});
    return visits::saved(sharing_path(found->the_case), Saved::objection_answer);
}

Response post_share(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found || !may_share_by_name(visit.who)) return http::not_found();
    auto const said = forms::read_share(request.form, visit.today);
    if (!said) return show_again(visit, request, *found, said.error());
    auto const done = share_by_name(visit, found->the_case, *said);
    if (!done) return show_again(visit, request, *found, {{"staff", in_words(done.error())}});
    return visits::saved(sharing_path(found->the_case), Saved::named_share);
}

Response post_end(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    auto const share = request.id<NamedShareId>("share");
    if (!found || !share || !may_share_by_name(visit.who)) return http::not_found();
    if (!end_share(visit, found->the_case, *share)) return http::not_found();
    return visits::saved(sharing_path(found->the_case), Saved::named_share_ended);
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/cases/{case}/sharing", Permission::open_case, get_sharing},
        {"GET", "/cases/{case}/sharing/asking", Permission::work_on_cases, get_asking},
        {"POST", "/cases/{case}/sharing/asking", Permission::work_on_cases, post_asking},
        visits::fresh({"POST", "/cases/{case}/sharing/objections", Permission::coordinate, post_objection}),
        visits::fresh({"POST", "/cases/{case}/sharing/shares", Permission::coordinate, post_share}),
        {"POST", "/cases/{case}/sharing/shares/{share}/end", Permission::coordinate, post_end},
    };
}

}  // namespace sharing
