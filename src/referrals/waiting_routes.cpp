#include "referrals/waiting_routes.hpp"

#include <algorithm>

#include "need_to_know/actions.hpp"
#include "referrals/case_actions.hpp"
#include "referrals/concern_pages.hpp"
#include "referrals/forms.hpp"
#include "referrals/waiting_actions.hpp"
#include "referrals/waiting_pages.hpp"
#include "referrals/waiting_store.hpp"
#include "visits/saving.hpp"

namespace referrals {
namespace {

using http::Request;
using http::Response;
using Form = pages::Refused::Form;

bool may_change(Visit const& visit) { return visit.who.may(Permission::coordinate); }

void open_words_of(Visit const& visit, WaitingLine& line) {
    auto& waiting = line.waiting;
    waiting.position_reason = visit.db.opened(waiting.position_reason);
    waiting.said.meanwhile = visit.db.opened(waiting.said.meanwhile);
    line.weighed.reason = visit.db.opened(line.weighed.reason);
}

Response get_list(Visit& visit, Request const&) {
    auto lines = waiting_list(visit);
    std::vector<need_to_know::Listed> opened;
    std::vector<need_to_know::Listed> shown;
    for (auto const& line : lines) (line.may_open ? opened : shown).emplace_back(line.child.value());
    need_to_know::note_list_of_progress(visit, opened);
    need_to_know::note_list(visit, shown);
    // Of whom this person may open it says what is done meanwhile too.
    for (auto& line : lines)
        if (line.may_open) open_words_of(visit, line);
    auto by_year = times_by_year(lines, visit.today);
    auto by_source = times_by_source(lines, visit.today);
    // A Nurture Assistant reads beside them how long each child has waited, by which one could be told.
    bool const is_senco = may_change(visit);
    auto by_sex = is_senco ? times_by_sex(lines, visit.today) : std::vector<WaitingTimes>{};
    auto by_sen_provision =
        is_senco ? times_by_sen_provision(lines, visit.today) : std::vector<WaitingTimes>{};
    auto by_pupil_premium =
        is_senco ? times_by_pupil_premium(lines, visit.today) : std::vector<WaitingTimes>{};
    return visit.page(pages::waiting_list(
        {.lines = std::move(lines),
         .by_year = std::move(by_year),
         .by_source = std::move(by_source),
         .by_sex = std::move(by_sex),
         .by_sen_provision = std::move(by_sen_provision),
         .by_pupil_premium = std::move(by_pupil_premium),
         .today = visit.today,
         .may_change = is_senco}
    ));
}

design::Page place_page(
    Visit const& visit, OpenedCase const& opened, std::optional<pages::Refused> const& refused
) {
    auto lines = waiting_list(visit);
    auto const header = pages::header_of(opened.child);
    auto const found = std::ranges::find(lines, opened.the_case.id, [](WaitingLine const& line) {
        return line.waiting.the_case;
    });
    if (found == lines.end()) return pages::not_on_list(header, opened.child.pupil.id, refused.has_value());
    open_words_of(visit, *found);
    return pages::place_on_list(
        visit.frame.guard,
        {.header = header,
         .line = *found,
         .place = static_cast<int>(found - lines.begin()) + 1,
         .children = static_cast<int>(lines.size()),
         .keeping = forms::waiting_again(found->waiting.said, visit.today),
         .may_change = may_change(visit)},
        refused
    );
}

Response get_place(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    return visit.page(place_page(visit, *opened, std::nullopt));
}

Response place_again(Visit const& visit, OpenedCase const& opened, pages::Refused const& refused) {
    return visit.form_again(place_page(visit, opened, refused));
}

std::string review_field(WaitingRefusal refusal) {
    return refusal == WaitingRefusal::meanwhile_missing ? "meanwhile" : "review_by_on";
}

Response post_review(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const& the_case = opened->the_case.id;
    auto const waiting = waiting_store::find(visit.db, visit.school, the_case);
    auto const again = [&](FormErrors const& errors, std::optional<WaitingInput> stands = {}) {
        return place_again(
            visit,
            *opened,
            {.form = Form::review, .answers = {request.form, errors}, .stands = std::move(stands)}
        );
    };
    auto const said = forms::read_waiting(request.form, visit.today);
    if (!said) return again(said.error());
    auto const done = review(visit, the_case, *said, forms::read_version(request.form));
    if (done) return visits::saved(pages::waiting_list_path(the_case), Saved::waiting_list);
    bool const changed = done.error() == WaitingRefusal::moved_meanwhile && waiting;
    return again(
        {{review_field(done.error()), in_words(done.error())}},
        changed ? std::optional(waiting->said) : std::nullopt
    );
}

Response post_position(Visit& visit, Request const& request) {
    auto const opened = opened_case(visit, request.id<CaseId>("case"));
    if (!opened) return http::not_found();
    auto const& the_case = opened->the_case.id;
    auto const again = [&](FormErrors const& errors) {
        return place_again(visit, *opened, {.form = Form::move, .answers = {request.form, errors}});
    };
    auto const wish = forms::read_move(request.form);
    if (!wish) return again(wish.error());
    auto const done = move(visit, the_case, *wish);
    if (!done)
        return again(
            {{done.error() == WaitingRefusal::reason_missing ? "reason" : "place", in_words(done.error())}}
        );
    return visits::saved(pages::waiting_list_path(the_case), Saved::waiting_list);
}

}  // namespace

Routes waiting_routes() {
    return {
        {"GET", "/waiting-list", Permission::work_on_cases, get_list},
        {"GET", "/cases/{case}/waiting", Permission::work_on_cases, get_place},
        {"POST", "/cases/{case}/waiting/review", Permission::coordinate, post_review},
        {"POST", "/cases/{case}/position", Permission::coordinate, post_position},
    };
}

}  // namespace referrals
