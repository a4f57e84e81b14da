#include "assessments/routes.hpp"

#include <algorithm>

#include "assessments/actions.hpp"
#include "assessments/forms.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/lead_actions.hpp"
#include "assessments/occasion_rules.hpp"
#include "assessments/occasion_store.hpp"
#include "assessments/pages.hpp"
#include "assessments/pairing_rules.hpp"
#include "assessments/store.hpp"
#include "assessments/viewing_actions.hpp"
#include "need_to_know/actions.hpp"
#include "visits/saving.hpp"

namespace assessments {
namespace {

using http::Request;
using http::Response;

// Who works with the child: the class teacher, who delivers the support, and the SENCo.
bool may_rate(Visit const& visit, need_to_know::Seen const& child) {
    return visit.who.holds(visits::Role::senco) ||
           child.access.relationship() == need_to_know::Relationship::deliverer ||
           (child.pupil.class_id && visit.who.teaches(*child.pupil.class_id));
}

// Why nothing more is rated, agreed to or taken back here; empty of an open case.
std::string why_closed(Visit const& visit, CaseId const& the_case) {
    return is_closed(visit, the_case) ? in_words(Refusal::case_closed) : std::string();
}

pages::Read read_of(Assessment const& assessment, Held const& all) {
    auto const& loaded = all.instruments.at(assessment.instrument);
    return {
        .assessment = assessment,
        .loaded = &loaded,
        .standing = standing_of(assessment, all.assessments),
        .ranges = ranges_of(assessment, loaded),
        .in_need = in_need(assessment, loaded)};
}

void draw(pages::ByInstrument& one, Held const& all) {
    auto const& loaded = *one.loaded;
    auto const* last = drawn_alone(all.assessments, loaded);
    if (auto const beside = before_and_after(all.assessments, loaded)) {
        auto const& [before, after] = *beside;
        last = after;
        one.pair = pages::Pair{
            .before = read_of(*before, all),
            .after = read_of(*after, all),
            .why_not = objection_to_comparing(*before, *after, loaded.instrument),
            .changes = changes_between(*before, *after)};
    }
    if (last == nullptr) return;
    one.alone = read_of(*last, all);
    one.not_drawn = later_and_not_drawn(all.assessments, loaded, *last);
}

std::vector<pages::ByInstrument> by_instrument(Held const& all) {
    std::vector<pages::ByInstrument> made;
    for (auto const& [id, loaded] : all.instruments) {
        pages::ByInstrument one{
            .loaded = &loaded, .assessments = {}, .pair = {}, .alone = {}, .not_drawn = {}};
        for (auto const& assessment : all.assessments)
            if (assessment.instrument == id)
                one.assessments.insert(one.assessments.begin(), read_of(assessment, all));
        draw(one, all);
        made.push_back(std::move(one));
    }
    std::ranges::sort(made, {}, [](auto const& one) { return one.loaded->instrument.name; });
    return made;
}

// What was rated in other cases of the child, each as far as the visitor sees progress in that very case.
std::vector<Held> held_in_other_cases(Visit& visit, need_to_know::Seen const& child, CaseId const& but) {
    std::vector<Held> others;
    for (auto const& other : store::other_rated_cases(visit.db, visit.school, child.pupil.id, but))
        if (need_to_know::see_progress_of(visit, std::optional(other))) others.push_back(held(visit, other));
    return others;
}

std::vector<pages::Read> reads_of(std::vector<Held> const& cases) {
    std::vector<pages::Read> reads;
    for (auto const& all : cases)
        for (auto one = all.assessments.rbegin(); one != all.assessments.rend(); ++one)
            reads.push_back(read_of(*one, all));
    return reads;
}

Response get_overview(Visit& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child) return http::not_found();
    auto const all = held(visit, *the_case);
    auto const others = held_in_other_cases(visit, *child, *the_case);
    auto const closed = why_closed(visit, *the_case);
    bool const rates = closed.empty() && may_rate(visit, *child);
    return visit.page(pages::overview(
        {.child = std::move(*child),
         .the_case = *the_case,
         .held = by_instrument(all),
         .instruments = store::instruments(visit.db, visit.school),
         .may_rate = rates,
         .keeps_instruments = visit.who.may(Permission::keep_instruments),
         .why_closed = closed,
         .earlier = reads_of(others)}
    ));
}

struct Opened {
    pages::One view;
    Held all;
    CaseId the_case;
};

std::optional<Opened> opened(Visit& visit, Request const& request) {
    auto const the_case = request.id<CaseId>("case");
    auto const id = request.id<AssessmentId>("assessment");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child || !id) return std::nullopt;
    Opened found{
        .view = {.child = std::move(*child), .read = {}},
        .all = held(visit, *the_case),
        .the_case = *the_case};
    auto const* const assessment = found.all.find(*id);
    if (assessment == nullptr) return std::nullopt;
    auto& view = found.view;
    view.read = read_of(*assessment, found.all);
    for (auto const& other : found.all.assessments)
        if (other.id != *id && (other.beside == *id || assessment->beside == other.id ||
                                (other.beside && other.beside == assessment->beside)))
            view.beside.push_back(read_of(other, found.all));
    if (!view.read.in_need.first.empty())
        view.ways = ways_on(what_is_there(visit), view.read.loaded->instrument);
    view.why_closed = why_closed(visit, *the_case);
    bool const rates = view.why_closed.empty() && may_rate(visit, view.child);
    view.may_agree = rates && !objection_to_agreeing(*assessment, found.all.assessments, visit.staff());
    view.may_rate_beside = view.may_agree && !assessment->beside && view.beside.empty();
    view.may_take_back = rates && !objection_to_taking_back(*assessment);
    return found;
}

Response get_one(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found) return http::not_found();
    return visit.page(pages::one(visit.frame.guard, found->view, design::blank()));
}

Response post_agreement(Visit& visit, Request const& request) {
    auto const found = opened(visit, request);
    if (!found || !may_rate(visit, found->view.child)) return http::not_found();
    auto const& assessment = found->view.read.assessment;
    if (auto const agreed = agree(visit, found->the_case, assessment.id); !agreed)
        return visit.form_again(
            pages::one(visit.frame.guard, found->view, {request.form, {{"main", in_words(agreed.error())}}})
        );
    return visits::saved(path_of(found->the_case, assessment.id), Saved::rating_agreed);
}

Response post_taking_back(Visit& visit, Request const& request) {
    auto found = opened(visit, request);
    if (!found || !may_rate(visit, found->view.child)) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        found->view.may_take_back =
            true;  // the reason stays as it was typed, though it may no longer be sent
        return visit.form_again(pages::one(visit.frame.guard, found->view, {request.form, errors}));
    };
    auto const why = forms::why_taken_back(request.form);
    if (!why) return again(why.error());
    auto const& assessment = found->view.read.assessment;
    if (auto const taken = take_back(visit, found->the_case, assessment.id, *why); !taken)
        return again({{"main", in_words(taken.error())}});
    return visits::saved(path_of(found->the_case, assessment.id), Saved::rating_taken_back);
}

// As the last rating of this instrument was made, where there is one; the visitor's own part in the child's
// support otherwise.
Informant view_of(Visit const& visit, need_to_know::Seen const& child, LoadedInstrument const& loaded) {
    auto const& all = loaded.instrument.informants;
    auto own = Informant::senco;
    if (child.pupil.class_id && visit.who.teaches(*child.pupil.class_id)) own = Informant::class_teacher;
    if (child.access.relationship() == need_to_know::Relationship::deliverer)
        own = Informant::nurture_assistant;
    return std::ranges::count(all, own) > 0 ? own : all.front();
}

Occasion occasion_of(Visit const& visit, pages::Rating const& view, Held const& all, Fields const& from) {
    if (view.first) return view.first->occasion;
    if (auto const chosen = from_word<Occasion>(from.value("occasion"));
        chosen && form_for(view.loaded.instrument, *chosen) != nullptr)
        return *chosen;
    return occasion_to_begin_with(
        all.assessments, view.loaded, store::stage_of(visit.db, visit.school, view.the_case)
    );
}

struct Asked {
    pages::Rating view;
    Held all;
};

std::optional<Asked> asked(Visit& visit, Request const& request, Fields const& from) {
    auto const the_case = request.id<CaseId>("case");
    auto const id = request.id<InstrumentId>("instrument");
    auto child = need_to_know::see_progress_of(visit, the_case);
    if (!child || !id || !may_rate(visit, *child)) return std::nullopt;
    auto loaded = store::instrument(visit.db, visit.school, *id);
    if (!loaded) return std::nullopt;
    Asked found{
        .view =
            {.child = std::move(*child), .the_case = *the_case, .loaded = std::move(*loaded), .norms = {}},
        .all = held(visit, *the_case)};
    auto& view = found.view;
    view.why_closed = why_closed(visit, *the_case);
    if (auto const beside = AssessmentId::parse(from.value("beside")))
        if (auto const* const first = found.all.find(*beside); first != nullptr && first->instrument == *id)
            view.first = *first;
    auto const& assessments = found.all.assessments;
    view.last =
        last_time_for(assessments, view.loaded, visit.staff(), view_of(visit, view.child, view.loaded));
    if (view.first) view.last = nullptr;  // who rates beside another sees nobody's numbers
    view.occasion = occasion_of(visit, view, found.all, from);
    auto const age = age_on(visit, *the_case, forms::rated_on(from, visit.today));
    auto const kept = norms_before(assessments, *id);
    auto const* const form = form_for(view.loaded.instrument, view.occasion);
    for (auto const& norms : view.loaded.norms)
        if (form != nullptr && form->items.empty() &&
            ((age && norms.norms.ages.holds(*age)) || std::ranges::count(kept, norms.id) > 0))
            view.norms.push_back(norms);
    return found;
}

bool is_of_another_view(
    LoadedInstrument const& loaded, std::optional<NormSetId> const& norms, Informant view
) {
    auto const* const held = norms_of(loaded, norms);
    return held != nullptr && held->own && held->own->informant != view;
}

Response get_rating(Visit& visit, Request const& request) {
    auto const found = asked(visit, request, request.query);
    if (!found) return http::not_found();
    auto const& view = found->view;
    auto const* const last = view.first ? &*view.first : view.last;
    auto const schemes = view.loaded.instrument.schemes;
    forms::Begun begun{.today = visit.today, .informant = view_of(visit, view.child, view.loaded)};
    if (!view.first && last != nullptr && last->rater == visit.staff()) begun.informant = last->informant;
    begun.norms = norms_to_begin_with(
        found->all.assessments,
        view.loaded,
        view.norms,
        age_on(visit, view.the_case, visit.today),
        begun.informant
    );
    if (view.first && !is_of_another_view(view.loaded, view.first->norms, begun.informant))
        begun.norms = view.first->norms;
    begun.scheme = last == nullptr || last->scores.empty() ? "" : last->scores.front().scheme;
    if (begun.scheme.empty() && !schemes.empty()) begun.scheme = schemes.front().code;
    begun.last = last;
    return visit.page(pages::rating(visit.frame.guard, view, {forms::begun(begun), {}}));
}

Response post_rating(Visit& visit, Request const& request) {
    auto const found = asked(visit, request, request.form);
    if (!found) return http::not_found();
    auto const& view = found->view;
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::rating(visit.frame.guard, view, {request.form, errors}));
    };
    if (!view.why_closed.empty()) return again({{"main", view.why_closed}});
    auto const entered = forms::rating(request.form, view.loaded, view.occasion, visit.today);
    if (!entered) return again(entered.error());
    auto const kept = rate(visit, view.the_case, view.loaded, *entered);
    if (!kept) return again({{"main", in_words(kept.error())}});
    auto const said = view.occasion == Occasion::weekly ? Saved::weekly_rating : Saved::rating;
    return visits::saved(path_of(view.the_case, *kept), said);
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/cases/{case}/assessments", Permission::open_case, get_overview},
        {"GET", "/cases/{case}/assessments/{assessment}", Permission::open_case, get_one},
        {"POST", "/cases/{case}/assessments/{assessment}/agreement", Permission::open_case, post_agreement},
        {"POST",
         "/cases/{case}/assessments/{assessment}/taking-back",
         Permission::open_case,
         post_taking_back},
        {"GET", "/cases/{case}/assessing/{instrument}", Permission::open_case, get_rating},
        {"POST", "/cases/{case}/assessing/{instrument}", Permission::open_case, post_rating},
    };
}

}  // namespace assessments
