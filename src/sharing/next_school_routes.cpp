#include "need_to_know/actions.hpp"
#include "sharing/next_school_actions.hpp"
#include "sharing/next_school_forms.hpp"
#include "sharing/next_school_pages.hpp"
#include "sharing/next_school_rules.hpp"
#include "sharing/next_school_store.hpp"
#include "sharing/routes.hpp"
#include "sharing/rules.hpp"
#include "visits/saving.hpp"

namespace sharing {
namespace {

using http::Request;
using http::Response;

struct Opened {
    need_to_know::Seen child;
    CaseId the_case;
    bool may_ask = false;
};

// The case, where the visitor sees how the child gets on.
std::optional<Opened> opened(Visit const& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return std::nullopt;
    bool const may_ask = may_ask_the_child(child->access.relationship());
    return Opened{std::move(*child), *the_case, may_ask};
}

std::vector<pages::Going> going_by(std::vector<NextSchoolWord> const& words) {
    std::vector<pages::Going> going;
    for (auto const own : all_of<OwnWords>()) going.push_back({own, may_go(own, words)});
    return going;
}

Response get_next_school(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found) return http::not_found();
    auto const words = next_school_store::words_of(visit.db, visit.school, found->the_case);
    return visit.page(
        pages::next_school(found->child, found->the_case, words, going_by(words), found->may_ask)
    );
}

pages::NextSchoolAsking asking_of(Visit const& visit, Opened const& opened) {
    pages::NextSchoolAsking asking{.the_case = opened.the_case, .pupil = opened.child.pupil.id, .last = {}};
    auto const words = next_school_store::words_of(visit.db, visit.school, opened.the_case);
    if (!words.empty()) asking.last = words.front();
    return asking;
}

Response get_asking(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found || !found->may_ask) return http::not_found();
    return visit.page(pages::next_school_asking(asking_of(visit, *found), visit.frame.guard, design::blank())
    );
}

Response post_asking(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found || !found->may_ask) return http::not_found();
    auto const said = forms::read_next_school(request.form);
    if (!said)
        return visit.form_again(pages::next_school_asking(
            asking_of(visit, *found), visit.frame.guard, {request.form, said.error()}
        ));
    record_next_school_word(visit, found->the_case, *said);
    return visits::saved(next_school_path(found->the_case), Saved::next_school_word);
}

}  // namespace

Routes next_school_routes() {
    return {
        {"GET", "/cases/{case}/sharing/next-school", Permission::open_case, get_next_school},
        {"GET", "/cases/{case}/sharing/next-school/asking", Permission::work_on_cases, get_asking},
        {"POST", "/cases/{case}/sharing/next-school/asking", Permission::work_on_cases, post_asking},
    };
}

}  // namespace sharing
