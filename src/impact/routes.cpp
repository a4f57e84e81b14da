#include "impact/routes.hpp"

#include <algorithm>

#include "cases/store.hpp"
#include "impact/actions.hpp"
#include "impact/forms.hpp"
#include "impact/pages.hpp"
#include "impact/store.hpp"
#include "need_to_know/actions.hpp"
#include "referrals/concern_rules.hpp"
#include "referrals/concern_store.hpp"
#include "strategies/store.hpp"
#include "visits/saving.hpp"

namespace impact {
namespace {

std::optional<pages::ReviewView> review_view(Visit& visit, http::Request const& request) {
    auto const id = request.id<PlaceId>("place");
    auto place = id ? programmes::store::place(visit.db, visit.school, *id, visit.today) : std::nullopt;
    auto const due = place ? due_for(visit, *id) : std::nullopt;
    if (!due) return std::nullopt;
    auto child = need_to_know::see_progress_of(visit, place->the_case);
    if (!child) return std::nullopt;
    auto const programme = programmes::store::find(visit.db, visit.school, place->programme);
    pages::ReviewView view{.child = std::move(*child)};
    view.targets = programmes::store::targets(visit.db, visit.school, *id);
    view.measured_before = store::who_measured_before(visit.db, visit.school, *id);
    view.written = store::review_of(visit.db, visit.school, *id);
    view.due = view.written ? due->seen_on(view.written->reviewed_on) : *due;
    view.programme_name = programme ? programme->name : std::string();
    view.may_write = place->pupil.class_id && visit.who.teaches(*place->pupil.class_id) &&
                     !store::delivered(visit.db, visit.school, *id, visit.staff());
    view.place = std::move(*place);
    return view;
}

http::Response get_review(Visit& visit, http::Request const& request) {
    auto const view = review_view(visit, request);
    if (!view) return http::not_found();
    return visit.page(pages::review(visit.frame.guard, *view, design::blank()));
}

http::Response post_review(Visit& visit, http::Request const& request) {
    auto const view = review_view(visit, request);
    if (!view) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::review(visit.frame.guard, *view, {request.form, errors}));
    };
    if (view->written) return again({{"main", in_words(Refusal::reviewed_already)}});
    auto const written = forms::review(request.form, view->targets);
    if (!written) return again(written.error());
    if (auto const sent = review(visit, view->place, *written); !sent)
        return again({{"main", in_words(sent.error())}});
    return visits::saved(review_path(view->place.id), Saved::impact_review);
}

std::optional<pages::NextView> next_view(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return std::nullopt;
    pages::NextView view{.child = std::move(*child), .the_case = *the_case};
    if (auto const place =
            programmes::store::latest_place_of(visit.db, visit.school, *the_case, visit.today)) {
        view.targets = programmes::store::targets(visit.db, visit.school, place->id);
        view.measured_before = store::who_measured_before(visit.db, visit.school, place->id);
        view.review = store::review_of(visit.db, visit.school, place->id);
        view.weeks = store::weeks_of(visit.db, visit.school, place->id);
    }
    view.check_ins = store::check_ins(visit.db, visit.school, *the_case);
    view.decided = store::next_step_of(visit.db, visit.school, *the_case);
    view.since_referral = referrals::after_referral(
        referrals::concern_store::of_case(visit.db, visit.school, *the_case),
        cases::store::steps(visit.db, visit.school, *the_case)
    );
    view.may_decide = visit.who.may(Permission::coordinate);
    view.may_raise_next = view.may_decide && view.decided && view.decided->next == Next::another_programme &&
                          !cases::store::open_case_of(visit.db, visit.school, view.child.pupil.id);
    return view;
}

http::Response get_next(Visit& visit, http::Request const& request) {
    auto const view = next_view(visit, request);
    if (!view) return http::not_found();
    return visit.page(pages::next_step(visit.frame.guard, *view, design::blank()));
}

http::Response post_next(Visit& visit, http::Request const& request) {
    auto const view = next_view(visit, request);
    if (!view) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::next_step(visit.frame.guard, *view, {request.form, errors}));
    };
    if (view->decided) return again({{"main", in_words(Refusal::decided_already)}});
    auto const decision = forms::decision(request.form);
    auto const errors = referrals::with_unread(
        decision ? FormErrors{} : decision.error(), "main", request.form, view->since_referral
    );
    if (!errors.empty()) return again(errors);
    if (auto const decided =
            decide_next(visit, view->the_case, decision->next, decision->reason, decision->what);
        !decided)
        return again({{"main", in_words(decided.error())}});
    return visits::saved("/pupils/" + std::string(view->child.pupil.id.text()), Saved::next_step);
}

// The ordinary form, filled in from the case that another programme is to follow.
http::Response get_next_concern(Visit& visit, http::Request const& request) {
    auto const view = next_view(visit, request);
    if (!view || !view->may_raise_next) return http::not_found();
    auto const typed = forms::next_concern(next_concern(visit, view->the_case, *view->decided));
    auto const areas = strategies::store::areas(visit.db, visit.school);
    return visit.page(pages::next_concern(visit.frame.guard, view->child.pupil, areas, {typed, {}}));
}

std::optional<pages::CheckInsView> check_ins_view(Visit& visit, http::Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto kept = the_case ? need_to_know::see_to_keep_in_touch(visit, *the_case) : std::nullopt;
    if (!kept) return std::nullopt;
    pages::CheckInsView view{.child = std::move(kept->child), .the_case = *the_case};
    view.may_log = kept->theirs || view.child.access.relationship() == need_to_know::Relationship::deliverer;
    view.until = kept->until;
    auto const& class_id = view.child.pupil.class_id;
    view.may_ask =
        may_ask_for_check_in(view.may_log, class_id && visit.who.teaches(*class_id), view.until, visit.today);
    view.check_ins = store::check_ins(visit.db, visit.school, *the_case);
    view.today = visit.today;
    return view;
}

http::Response get_check_ins(Visit& visit, http::Request const& request) {
    auto const view = check_ins_view(visit, request);
    if (!view) return http::not_found();
    Fields today;
    today.add("held_on", calendar::iso(visit.today));
    return visit.page(pages::check_ins(visit.frame.guard, *view, {today, FormErrors{}}));
}

// Nobody need have asked; but what a form names must be a wish of this case.
bool knows_what_was_asked(pages::CheckInsView const& view, std::string_view asked) {
    return asked.empty() ||
           std::ranges::any_of(view.check_ins, [&](auto const& one) { return one.id.text() == asked; });
}

http::Response post_check_in(Visit& visit, http::Request const& request) {
    auto const view = check_ins_view(visit, request);
    if (!view || !view->may_log) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::check_ins(visit.frame.guard, *view, {request.form, errors}));
    };
    if (!knows_what_was_asked(*view, request.form.value("asked"))) return http::not_found();
    auto const held = forms::meeting(request.form, visit.today);
    if (!held) return again(held.error());
    auto const logged =
        log_meeting(visit, view->the_case, view->child.pupil.id, held->asked, held->held_on, held->line);
    if (!logged) return again({{"held_on", in_words(logged.error())}});
    return visits::saved(check_ins_path(view->the_case), Saved::check_in);
}

http::Response post_wish(Visit& visit, http::Request const& request) {
    auto const view = check_ins_view(visit, request);
    if (!view || !view->may_ask) return http::not_found();
    auto const asked_by = forms::wish(request.form, view->may_log);
    if (!asked_by)
        return visit.form_again(pages::check_ins(visit.frame.guard, *view, {request.form, asked_by.error()}));
    ask_to_meet(visit, view->the_case, view->child.pupil.id, *asked_by);
    return visits::saved(check_ins_path(view->the_case), Saved::check_in_wish);
}

http::Response get_contacts(Visit& visit, http::Request const&) {
    std::vector<pages::Contact> contacts;
    std::vector<need_to_know::Listed> children;
    need_to_know::Duty const duty(visit, visits::Permission::deliver);
    for (auto const& one : contacts_of(visit)) {
        auto const child = duty.names(one.contact.pupil, one.contact.name);
        if (!child) continue;
        children.emplace_back(*child);
        contacts.push_back(
            {.the_case = one.contact.the_case,
             .child = *child,
             .completed_on = one.contact.completed_on,
             .last_seen_on = one.contact.last_seen_on,
             .asked_on = one.contact.asked_on,
             .asked_by = one.contact.asked_by,
             .until = one.until,
             .long_unseen = one.long_unseen}
        );
    }
    need_to_know::note_list(visit, children);
    return visit.page(pages::contacts(contacts));
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/places/{place}/impact-review", Permission::open_case, get_review},
        {"POST", "/places/{place}/impact-review", Permission::teach_class, post_review},
        {"GET", "/cases/{case}/next-step", Permission::open_case, get_next},
        {"POST", "/cases/{case}/next-step", Permission::coordinate, post_next},
        {"GET", "/cases/{case}/next-concern", Permission::coordinate, get_next_concern},
        {"GET", "/check-ins", Permission::deliver, get_contacts},
        {"GET", "/cases/{case}/check-ins", Permission::open_case, get_check_ins},
        {"POST", "/cases/{case}/check-ins", Permission::deliver, post_check_in},
        {"POST", "/cases/{case}/check-ins/wishes", Permission::open_case, post_wish},
    };
}

}  // namespace impact
