#include "retention/routes.hpp"

#include <algorithm>
#include <map>

#include "design/form.hpp"
#include "need_to_know/actions.hpp"
#include "openings/rules.hpp"
#include "retention/actions.hpp"
#include "retention/forms.hpp"
#include "retention/pages.hpp"
#include "retention/rules.hpp"
#include "retention/store.hpp"
#include "visits/saving.hpp"

namespace retention {
namespace {

using http::Request;
using http::Response;

constexpr auto because = "You see this because you end records.";

// With whose record it is, until that is erased; empty where it is a child of the visitor's own.
std::optional<pages::Signed> named(
    Visit const& visit, need_to_know::Duty const& duty, Erasure const& erasure
) {
    if (!erasure.pupil) return pages::Signed{erasure, std::nullopt};
    auto child = duty.reads(visit, *erasure.pupil, erasure.pupil_name, because);
    if (!child) return std::nullopt;
    return pages::Signed{erasure, std::move(child)};
}

std::size_t signed_for_together(pages::Leavers const& leavers) {
    return leavers.due.size() + leavers.for_you.size() + leavers.for_another.size();
}

// Whoever is signed for and not among the records came back to the roll.
pages::Leavers leavers_among(
    Visit const& visit, std::vector<Record> const& records, std::vector<Period> const& periods
) {
    pages::Leavers leavers;
    need_to_know::Duty const duty(visit, visits::Permission::end_records);
    std::map<PupilId, std::optional<Refusal>> objections;
    for (auto const& record : records)
        objections.emplace(
            record.pupil, objection_to_erasing(record, Category::on_the_roll, periods, visit.today)
        );
    for (auto const& one : store::to_sign(visit.db, visit.school)) {
        if (one.category != Category::on_the_roll) continue;
        auto const found = objections.extract(one.pupil.value());
        auto child = duty.names(*one.pupil, one.pupil_name);
        if (!child) continue;
        auto const objection = found ? found.mapped() : Refusal::not_due;
        if (objection)
            leavers.stopped.push_back({{one, std::move(child)}, *objection});
        else if (objection_to_second(one, visit.staff()))
            leavers.for_another.push_back({one, std::move(child)});
        else
            leavers.for_you.push_back({one, std::move(child)});
    }
    for (auto const& record : records) {
        auto const found = objections.find(record.pupil);
        if (found == objections.end() || found->second) continue;
        if (auto child = duty.names(record.pupil, record.name))
            leavers.due.push_back({record, dues_of(record, periods).front(), std::move(*child)});
    }
    return leavers;
}

// Names and why a record is held are read with the list; of one's own child there is nothing.
pages::Overview overview_of(Visit const& visit) {
    pages::Overview overview;
    auto const periods = store::periods(visit.db, visit.school);
    need_to_know::Duty const duty(visit, visits::Permission::end_records);
    auto const erasures = store::erasures(visit.db, visit.school);
    auto const is_signed_for = [&](Record const& record, Category category) {
        return std::ranges::any_of(erasures, [&](Erasure const& one) {
            return one.pupil == record.pupil && one.category == category;
        });
    };
    auto const records = store::records(visit.db, visit.school);
    overview.leavers = signed_for_together(leavers_among(visit, records, periods));
    for (auto const& record : records)
        for (auto const& due : dues_of(record, periods)) {
            if (record.held || duty.is_own(record.pupil)) continue;
            if (due.on > visit.today)
                overview.due_in_a_year += due.on <= calendar::years_later(visit.today, 1) ? 1 : 0;
            else if (due.category != Category::on_the_roll && !is_signed_for(record, due.category))
                if (auto child = duty.reads(visit, record.pupil, record.name, because))
                    overview.due.push_back({record, due, std::move(*child)});
        }
    std::ranges::stable_sort(overview.due, {}, [](auto const& listed) { return listed.due.on; });
    for (auto& hold : store::holds(visit.db, visit.school))
        if (auto child = duty.reads(visit, hold.pupil, hold.pupil_name, because)) {
            visit.db.open_words_of(hold);
            overview.holds.push_back({std::move(hold), std::move(*child)});
        }
    for (auto const& erasure : erasures) {
        if (erasure.category == Category::on_the_roll && !erasure.erased_at) continue;  // among the leavers
        if (auto signed_for = named(visit, duty, erasure))
            overview.erasures.push_back(std::move(*signed_for));
    }
    return overview;
}

Response get_overview(Visit& visit, Request const&) {
    return visit.page(pages::overview(overview_of(visit), {}));
}

std::optional<Hold> hold_in_force(Visit const& visit, PupilId const& pupil) {
    for (auto& one : store::holds_of(visit.db, visit.school, pupil))
        if (!one.ended_at) return std::move(one);
    return std::nullopt;
}

// What is read before anybody signs; of one's own child, and of what is not held or not due, there is
// nothing.
std::optional<pages::ToSignFirst> to_sign_first(Visit const& visit, forms::ToErase const& chosen) {
    auto const record = store::record(visit.db, visit.school, chosen.pupil);
    if (!record) return std::nullopt;
    auto const dues = dues_of(*record, store::periods(visit.db, visit.school));
    auto const due = std::ranges::find(dues, chosen.category, &Due::category);
    if (due == dues.end() || due->on > visit.today) return std::nullopt;
    auto child = need_to_know::Duty(visit, visits::Permission::end_records)
                     .reads(visit, chosen.pupil, record->name, because);
    if (!child) return std::nullopt;
    return pages::ToSignFirst{
        .pupil = chosen.pupil,
        .due = *due,
        .child = std::move(*child),
        .objection = objection_to_first(visit, chosen.pupil, chosen.category),
        .hold = hold_in_force(visit, chosen.pupil)};
}

Response get_first_signature(Visit& visit, Request const& request) {
    auto const chosen = forms::read_to_erase(request.query);
    auto const asked = chosen ? to_sign_first(visit, *chosen) : std::nullopt;
    if (!asked) return http::not_found();
    return visit.page(pages::first_signature(visit.frame.guard, *asked, {}));
}

Response post_first_signature(Visit& visit, Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::overview(overview_of(visit), errors));
    };
    auto const chosen = forms::read_to_erase(request.form);
    if (!chosen) return again(chosen.error());
    if (need_to_know::own_children(visit).contains(chosen->pupil)) return http::not_found();
    auto const done = sign_first(visit, chosen->pupil, chosen->category);
    if (done) return visits::saved(path_of(*done), Saved::erasure_signed);
    FormErrors const errors{{"main", in_words(done.error())}};
    auto const asked = to_sign_first(visit, *chosen);
    if (!asked) return again(errors);
    return visit.form_again(pages::first_signature(visit.frame.guard, *asked, errors));
}

// More than a school loses in a year. Who comes after them stands there once these are signed for.
constexpr std::size_t most_leavers_together = 300;

template <class List>
void show_first_of(List& list, std::size_t& later) {
    if (list.size() <= most_leavers_together) return;
    later += list.size() - most_leavers_together;
    list.erase(list.begin() + most_leavers_together, list.end());
}

void note_leavers(Visit const& visit, pages::Leavers const& leavers) {
    std::vector<need_to_know::Listed> named;
    for (auto const& one : leavers.due) named.emplace_back(one.child);
    for (auto const* const some : {&leavers.for_you, &leavers.for_another})
        for (auto const& one : *some) named.emplace_back(one.child.value());
    for (auto const& one : leavers.stopped) named.emplace_back(one.signed_for.child.value());
    need_to_know::note_list(visit, named);
}

pages::Leavers leavers_of(Visit const& visit) {
    auto leavers =
        leavers_among(visit, store::records(visit.db, visit.school), store::periods(visit.db, visit.school));
    show_first_of(leavers.due, leavers.later);
    show_first_of(leavers.for_you, leavers.later);
    show_first_of(leavers.for_another, leavers.later);
    note_leavers(visit, leavers);
    return leavers;
}

Response get_leavers(Visit& visit, Request const&) {
    return visit.page(pages::leavers(visit.frame.guard, leavers_of(visit), {}));
}

constexpr auto another_list =
    "The list has changed since you opened it, and nothing is signed; read it again, then sign";

Response leavers_again(Visit const& visit, FormErrors const& errors) {
    return visit.form_again(pages::leavers(visit.frame.guard, leavers_of(visit), errors));
}

Response post_leavers_first(Visit& visit, Request const& request) {
    auto const leavers = forms::read_leavers(request.form);
    if (!leavers) return leavers_again(visit, leavers.error());
    if (!sign_first_for_leavers(visit, *leavers)) return leavers_again(visit, {{"main", another_list}});
    return visits::saved(leavers_path, Saved::erasure_signed);
}

Response post_leavers_second(Visit& visit, Request const& request) {
    auto const erasures = forms::read_erasures(request.form);
    if (!erasures) return leavers_again(visit, erasures.error());
    if (!sign_second_for_leavers(visit, *erasures)) return leavers_again(visit, {{"main", another_list}});
    return visits::saved(retention_path, Saved::erased);
}

std::vector<Period> in_force(Visit const& visit) {
    auto const set = store::periods(visit.db, visit.school);
    std::vector<Period> all;
    for (auto const category : all_of<Category>()) all.push_back(period_of(category, set));
    return all;
}

Response get_periods(Visit& visit, Request const&) {
    return visit.page(pages::periods(visit.frame.guard, in_force(visit), design::blank()));
}

Response post_period(Visit& visit, Request const& request) {
    auto const period = forms::read_period(request.form);
    if (!period)
        return visit.form_again(
            pages::periods(visit.frame.guard, in_force(visit), {request.form, period.error()})
        );
    set_period(visit, *period);
    return visits::saved(periods_path, Saved::retention_period);
}

design::Page child_page(Visit const& visit, need_to_know::Seen const& child, Answers const& answers) {
    auto const record = store::record(visit.db, visit.school, child.pupil.id);
    return pages::of_child(
        visit.frame.guard,
        child,
        dues_of(record.value(), store::periods(visit.db, visit.school)),
        store::holds_of(visit.db, visit.school, child.pupil.id),
        visit.today,
        answers
    );
}

// The headteacher opens the child's case on the way.
std::optional<Response> opens_first(Visit const& visit, Request const& request) {
    auto const pupil = request.id<PupilId>("pupil");
    if (!pupil || !openings::may_open(visit.who, need_to_know::access_to(visit, *pupil))) return std::nullopt;
    return http::see_other(openings::opening_path_then(*pupil, retention_path_of(*pupil)));
}

Response get_child(Visit& visit, Request const& request) {
    if (auto opening = opens_first(visit, request)) return std::move(*opening);
    auto const child = need_to_know::see_progress_of(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    return visit.page(child_page(visit, *child, design::blank()));
}

Response post_hold(Visit& visit, Request const& request) {
    auto const child = need_to_know::see_progress_of(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    auto const reason = forms::read_reason(request.form, "Enter why it is put on hold");
    if (!reason) return visit.form_again(child_page(visit, *child, {request.form, reason.error()}));
    hold(visit, child->pupil.id, *reason);
    return visits::saved(retention_path_of(child->pupil.id), Saved::retention_hold);
}

std::optional<pages::Held> hold_addressed(Visit const& visit, Request const& request) {
    auto const id = request.id<HoldId>("hold");
    auto found = id ? store::hold(visit.db, visit.school, *id) : std::nullopt;
    if (!found) return std::nullopt;
    auto child = need_to_know::Duty(visit, visits::Permission::end_records)
                     .reads(visit, found->pupil, found->pupil_name, because);
    if (!child) return std::nullopt;
    visit.db.open_words_of(*found);
    return pages::Held{*found, std::move(*child)};
}

Response get_hold(Visit& visit, Request const& request) {
    auto const found = hold_addressed(visit, request);
    if (!found) return http::not_found();
    return visit.page(pages::hold(visit.frame.guard, *found, design::blank()));
}

Response post_ending(Visit& visit, Request const& request) {
    auto const found = hold_addressed(visit, request);
    if (!found || found->hold.ended_at) return http::not_found();
    auto const why = forms::read_reason(request.form, "Enter why the hold ends");
    if (!why) return visit.form_again(pages::hold(visit.frame.guard, *found, {request.form, why.error()}));
    end_hold(visit, found->hold, *why);
    return visits::saved(path_of(found->hold.id), Saved::retention_hold_ended);
}

std::optional<pages::Signed> erasure_addressed(Visit const& visit, Request const& request) {
    auto const id = request.id<ErasureId>("erasure");
    auto const found = id ? store::erasure(visit.db, visit.school, *id) : std::nullopt;
    return found ? named(visit, need_to_know::Duty(visit, visits::Permission::end_records), *found)
                 : std::nullopt;
}

design::Page erasure_page(Visit const& visit, pages::Signed const& of, FormErrors const& errors) {
    bool const may_sign = !objection_to_second(of.erasure, visit.staff());
    auto const hold = of.erasure.pupil ? hold_in_force(visit, *of.erasure.pupil) : std::nullopt;
    return pages::erasure(visit.frame.guard, visit.school_name, of, hold, may_sign, errors);
}

Response get_erasure(Visit& visit, Request const& request) {
    auto const found = erasure_addressed(visit, request);
    if (!found) return http::not_found();
    return visit.page(erasure_page(visit, *found, {}));
}

Response post_second_signature(Visit& visit, Request const& request) {
    auto const found = erasure_addressed(visit, request);
    if (!found) return http::not_found();
    auto const done = sign_second_and_erase(visit, found->erasure);
    if (!done) return visit.form_again(erasure_page(visit, *found, {{"main", in_words(done.error())}}));
    return visits::saved(path_of(found->erasure.id), Saved::erased);
}

Response post_taking_back(Visit& visit, Request const& request) {
    auto const found = erasure_addressed(visit, request);
    if (!found) return http::not_found();
    auto const done = take_back(visit, found->erasure);
    if (!done) return visit.form_again(erasure_page(visit, *found, {{"main", in_words(done.error())}}));
    return visits::saved(retention_path, Saved::erasure_taken_back);
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/retention", Permission::end_records, get_overview},
        {"GET", first_signature_path, Permission::end_records, get_first_signature},
        visits::fresh({"POST", "/retention/erasures", Permission::end_records, post_first_signature}),
        {"GET", "/retention/erasures/{erasure}", Permission::end_records, get_erasure},
        visits::fresh(
            {"POST",
             "/retention/erasures/{erasure}/second-signature",
             Permission::end_records,
             post_second_signature}
        ),
        {"POST", "/retention/erasures/{erasure}/taking-back", Permission::end_records, post_taking_back},
        {"GET", "/retention/leavers", Permission::end_records, get_leavers},
        visits::fresh(
            {"POST", "/retention/leavers/first-signature", Permission::end_records, post_leavers_first}
        ),
        visits::fresh(
            {"POST", "/retention/leavers/second-signature", Permission::end_records, post_leavers_second}
        ),
        {"GET", "/retention/periods", Permission::end_records, get_periods},
        visits::fresh({"POST", "/retention/periods", Permission::end_records, post_period}),
        {"GET", "/pupils/{pupil}/retention", Permission::end_records, get_child},
        visits::fresh({"POST", "/pupils/{pupil}/retention/holds", Permission::end_records, post_hold}),
        {"GET", "/retention/holds/{hold}", Permission::end_records, get_hold},
        visits::fresh({"POST", "/retention/holds/{hold}/ending", Permission::end_records, post_ending}),
    };
}

}  // namespace retention
