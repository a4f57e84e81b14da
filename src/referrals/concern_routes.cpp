#include "referrals/concern_routes.hpp"

#include <algorithm>

#include "cases/rules.hpp"
#include "comparison/actions.hpp"
#include "need_to_know/actions.hpp"
#include "need_to_know/rules.hpp"
#include "need_to_know/words_actions.hpp"
#include "pupils/class_store.hpp"
#include "pupils/search_actions.hpp"
#include "pupils/store.hpp"
#include "referrals/case_actions.hpp"
#include "referrals/concern_actions.hpp"
#include "referrals/concern_pages.hpp"
#include "referrals/concern_rules.hpp"
#include "referrals/concern_store.hpp"
#include "referrals/discussion_pages.hpp"
#include "referrals/forms.hpp"
#include "schools/store.hpp"
#include "strategies/store.hpp"
#include "visits/saving.hpp"

namespace referrals {
namespace {

using http::Request;
using http::Response;

// A concern with what this reader may know of the case around it.
struct Opened {
    Concern concern;
    std::vector<Concern> of_the_case;  // it and those beside it
    cases::store::Case the_case;
    std::optional<need_to_know::Seen> child;  // none: the case is closed, and only the writer reads on
};

// Whose they are is read before it is known who may be told.
std::vector<Concern> closed_with_those_beside(Visit const& visit, ConcernId const& id) {
    db::WordsStayClosed const closed(visit.db);
    return concern_store::with_those_beside(visit.db, visit.school, id, visit.staff());
}

std::optional<Opened> opened(Visit const& visit, std::optional<ConcernId> const& id) {
    if (!id) return std::nullopt;
    auto all = closed_with_those_beside(visit, *id);
    auto const concern = std::ranges::find(all, *id, &Concern::id);
    if (concern == all.end()) return std::nullopt;
    auto child = need_to_know::see_case(visit, concern->the_case);
    auto const access = child ? std::optional(child->access) : std::nullopt;
    if (!may_read(access, visit.staff(), concern->written_by)) return std::nullopt;
    bool const is_near = access && access->sees(need_to_know::Zone::progress);
    if (!is_near) need_to_know::decide_for_writer(visit, concern->pupil);
    for (auto& one : all) visit.db.open_words_of(one);
    auto the_case = cases::store::find(visit.db, visit.school, concern->the_case, visit.today);
    if (!the_case) return std::nullopt;
    return Opened{*concern, std::move(all), std::move(*the_case), std::move(child)};
}

bool knows_progress(Opened const& opened) {
    return opened.child && opened.child->access.sees(need_to_know::Zone::progress);
}

// Who only raised the concern hears that it is in good hands, and nothing of what was said or decided.
std::string where_it_stands(Opened const& opened, cases::Status const& status, StaffId const& reader) {
    auto const by = status.due_on ? " by " + calendar::weekday_day_month(*status.due_on) : "";
    if (status.stage == cases::Stage::concern_raised && knows_progress(opened))
        return status.sentence.substr(0, status.sentence.size() - 1) + (by.empty() ? "" : "," + by) + ".";
    if (knows_progress(opened)) return status.sentence;
    if (cases::was_declined(opened.the_case.facts) && opened.concern.written_by == reader)
        return status.sentence + " Raise a new concern if you see more.";
    if (status.stage == cases::Stage::closed)
        return "This has come to an end; the SENCo knows more. Raise a new concern if you see more.";
    if (status.stage == cases::Stage::concern_raised)
        return "The SENCo decides" + by + ", and talks with the class teacher about what comes next.";
    return "The school has taken this up. The class teacher and the SENCo know more.";
}

void add_next_step(pages::ConcernView& view, Visit const& visit, cases::Status const& status) {
    if (!visit.who.may(Permission::coordinate)) return;
    auto const& the_case = view.concern.the_case;
    if (status.next == cases::Step::discussion) {
        view.next_path = pages::discussion_path(the_case);
        view.next_text = "Talk it through";
    }
    if (status.next == cases::Step::prioritisation) {
        view.next_path = pages::prioritisation_path(the_case);
        view.next_text = "Prioritise";
    }
}

pages::ConcernView view_of(
    Visit const& visit,
    Opened const& opened,
    Answers const& answering,
    Answers const& referring,
    Answers const& declining = design::blank()
) {
    using need_to_know::Relationship;
    auto const& concern = opened.concern;
    auto const status = cases::status_of(opened.the_case.facts, visit.today);
    auto const written_on = calendar::local_date(concern.written_at);
    auto const areas = strategies::store::areas(visit.db, visit.school);
    pages::ConcernView view{
        .concern = concern,
        .header =
            opened.child ? pages::header_of(*opened.child) : pages::header_for_writer(opened.the_case.pupil),
        .of_the_case = opened.of_the_case,
        .area_names = pages::names_of(concern.said.areas, areas),
        .shelves = strategies::store::shelves_of(visit.db, visit.school, concern.said.areas),
        .stands = where_it_stands(opened, status, visit.staff()),
        .sees_child = opened.child.has_value(),
        .may_change = !objection_to_changing(visit.staff(), concern.written_by, written_on, visit.today),
        .answering = answering,
        .referring = referring,
        .declining = declining};
    if (opened.child) {
        auto const relationship = opened.child->access.relationship();
        bool const speaks = need_to_know::speaks_with_parents(visit.who, opened.child->pupil);
        view.may_answer = !objection_to_answering(speaks, concern.said.source, !concern.answer.empty());
        view.may_refer = status.next == cases::Step::referral && !objection_to_referring(relationship, true);
        view.is_senco = relationship == Relationship::senco;
        bool const coordinates = visit.who.may(Permission::coordinate);
        view.may_decline = coordinates && status.stage == cases::Stage::concern_raised;
        view.may_take_up = coordinates && cases::was_declined(opened.the_case.facts);
        auto const& steps = opened.the_case.facts.steps;
        view.joined = came_after_referral(concern.written_at, steps);
        view.reworded_since = reworded_after_referral(concern.written_at, concern.reworded_at, steps);
        view.waits_to_be_seen = relationship == Relationship::deliverer && !concern.seen_by_reader &&
                                concern.written_by != visit.staff() &&
                                is_told_to_who_delivers(concern.written_at, steps, visit.today);
        view.waits_to_be_read =
            view.is_senco && concern.written_by != visit.staff() &&
            waits_to_be_read(concern.written_at, concern.read_at, steps, concern.reworded_at);
    }
    if (waits_for_answer(concern))
        view.parent_answered_by =
            parent_answered_by(concern.written_at, schools::store::open_days(visit.db, visit.school));
    view.decision_to_know =
        concern.written_by == visit.staff() && !visit.who.may(Permission::coordinate) &&
        cases::was_declined(opened.the_case.facts) &&
        waits_to_be_known(*opened.the_case.facts.closed_at, concern.decision_read_at, visit.today);
    view.talk_with_parents = talk_with_parents(opened.the_case.facts.steps);
    if (opened.child && !opened.the_case.facts.closed_at)
        view.comparison = comparison::actions::comparison_of(visit, *opened.child);
    if (status.stage == cases::Stage::concern_raised) view.decided_by_on = status.due_on;
    add_next_step(view, visit, status);
    return view;
}

Response get_choice(Visit& visit, Request const& request) {
    pages::Choice choice{.typed = std::string(request.query.value("q")), .found = {}, .own_classes = {}};
    auto found = pupils::actions::search(visit.db, visit.school, choice.typed, visit.today);
    choice.found = std::move(found.pupils);
    choice.more = found.more;
    for (auto const& held : visit.who.roles)
        if (held.role == Role::class_teacher && held.class_id)
            choice.own_classes.push_back(
                {held.class_name, pupils::class_store::pupils_of(visit.db, visit.school, *held.class_id)}
            );
    return visit.page(pages::choose_pupil(choice));
}

std::optional<pages::Writing> writing_about(Visit const& visit, std::optional<PupilId> const& id) {
    auto const pupil = id ? pupils::store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!pupil) return std::nullopt;
    return pages::Writing{.pupil = *pupil, .areas = strategies::store::areas(visit.db, visit.school)};
}

// With how the child stands beside the class, for a writer who sees how the child gets on.
pages::Writing with_comparison(Visit const& visit, pages::Writing writing) {
    if (auto const child = need_to_know::see_progress_of(visit, writing.pupil.id))
        writing.comparison = comparison::actions::comparison_of(visit, *child, comparison::Worry::told);
    return writing;
}

// Where the mend of a refusal stands on the form.
std::string field_of(Refusal refusal) {
    if (refusal == Refusal::noticed_in_the_future) return "noticed_on";
    return refusal == Refusal::unknown_area ? "areas" : "seen";
}

Response get_new_concern(Visit& visit, Request const& request) {
    auto const writing = writing_about(visit, request.id<PupilId>("pupil"));
    if (!writing) return http::not_found();
    auto const typed = forms::new_concern(visit.today);
    return visit.page(pages::write_concern(visit.frame.guard, with_comparison(visit, *writing), {typed, {}}));
}

Response post_concern(Visit& visit, Request const& request) {
    auto const writing = writing_about(visit, request.id<PupilId>("pupil"));
    if (!writing) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::write_concern(visit.frame.guard, *writing, {request.form, errors}));
    };
    auto const said = forms::read_concern(request.form, visit.today);
    if (!said) return again(said.error());
    auto const concern = raise(visit, writing->pupil.id, *said);
    if (!concern) return again({{field_of(concern.error()), in_words(concern.error())}});
    return visits::saved(pages::path_of(*concern), Saved::concern);
}

Response get_concern(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found) return http::not_found();
    auto const view = view_of(visit, *found, design::blank(), design::blank());
    return visit.page(pages::concern(visit.frame.guard, view));
}

pages::Writing rewriting(Visit const& visit, Opened const& found) {
    return {
        .pupil = found.the_case.pupil,
        .areas = strategies::store::areas(visit.db, visit.school),
        .concern = found.concern.id,
        .version = found.concern.version};
}

Response get_words(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found || found->concern.written_by != visit.staff()) return http::not_found();
    auto const typed = forms::typed(found->concern.said);
    return visit.page(pages::write_concern(visit.frame.guard, rewriting(visit, *found), {typed, {}}));
}

Response post_words(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found || found->concern.written_by != visit.staff()) return http::not_found();
    auto writing = rewriting(visit, *found);
    auto const version = forms::read_version(request.form);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::write_concern(visit.frame.guard, writing, {request.form, errors}));
    };
    if (version != found->concern.version) writing.stands = found->concern;
    auto const said = forms::read_concern(request.form, visit.today);
    if (!said) return again(said.error());
    auto const changed = change(visit, found->concern, *said, version);
    if (!changed) return again({{field_of(changed.error()), in_words(changed.error())}});
    return visits::saved(pages::path_of(found->concern.id), Saved::concern_words);
}

Response post_answer(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found || !found->child) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        auto const view = view_of(visit, *found, {request.form, errors}, design::blank());
        return visit.form_again(pages::concern(visit.frame.guard, view));
    };
    auto const words = forms::read_answer(request.form);
    if (!words) return again(words.error());
    bool const speaks = need_to_know::speaks_with_parents(visit.who, found->child->pupil);
    auto const done = answer(visit, found->concern, speaks, *words);
    if (!done) return again({{"answer", in_words(done.error())}});
    return visits::saved(pages::path_of(found->concern.id), Saved::answer_to_parent);
}

Response post_not_now(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found || !found->child) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        auto const view = view_of(visit, *found, design::blank(), design::blank(), {request.form, errors});
        return visit.form_again(pages::concern(visit.frame.guard, view));
    };
    auto const why = forms::read_declining(request.form);
    auto const errors =
        with_unread(why ? FormErrors{} : why.error(), "reason", request.form, found->of_the_case);
    if (!errors.empty()) return again(errors);
    if (auto const declined = decline(visit, found->the_case.id, *why); !declined)
        return again({{"reason", in_words(declined.error())}});
    return visits::saved(pages::path_of(found->concern.id), Saved::declined);
}

// The page again, with the words as they stand now.
Response read_again(Visit& visit, Opened const& found, Refusal refusal) {
    auto view = view_of(visit, found, design::blank(), design::blank());
    view.not_as_shown = {{std::string(pages::words_id), in_words(refusal)}};
    return visit.form_again(pages::concern(visit.frame.guard, view));
}

Response post_read(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found || !found->child) return http::not_found();
    auto const noted = note_read(visit, found->concern, forms::read_version(request.form));
    if (!noted) return read_again(visit, *found, noted.error());
    return visits::saved(pages::path_of(found->concern.id), Saved::concern_read);
}

Response post_seen(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found || !found->child) return http::not_found();
    auto const noted = note_seen(visit, found->concern, forms::read_version(request.form));
    if (!noted) return read_again(visit, *found, noted.error());
    auto const from_today = request.form.value("from") == "today";
    return visits::saved(from_today ? "/" : pages::path_of(found->concern.id), Saved::concern_read);
}

Response post_decision_read(Visit& visit, Request const& request) {
    auto const found = opened(visit, request.id<ConcernId>("concern"));
    if (!found || found->concern.written_by != visit.staff()) return http::not_found();
    note_decision_read(visit, found->concern);
    auto const from_today = request.form.value("from") == "today";
    return visits::saved(from_today ? "/" : pages::path_of(found->concern.id), Saved::decision_read);
}

// The concern that the referral was sent from; else the first of the case.
std::optional<ConcernId> concern_on_the_page(
    Visit const& visit, CaseId const& the_case, Request const& request
) {
    auto const named = ConcernId::parse(request.form.value("concern"));
    auto const concerns = concern_store::of_case(visit.db, visit.school, the_case);
    for (auto const& concern : concerns)
        if (concern.id == named) return named;
    return concerns.empty() ? std::nullopt : std::optional(concerns.front().id);
}

Response post_referral(Visit& visit, Request const& request) {
    auto const found = opened_case(visit, request.id<CaseId>("case"));
    if (!found) return http::not_found();
    auto const concern = opened(visit, concern_on_the_page(visit, found->the_case.id, request));
    if (!concern) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        auto const view = view_of(visit, *concern, design::blank(), {request.form, errors});
        return visit.form_again(pages::concern(visit.frame.guard, view));
    };
    auto const reason = forms::read_reason_if_any(request.form);
    auto const errors = with_unread(
        reason ? FormErrors{} : reason.error(), pages::words_id, request.form, concern->of_the_case
    );
    if (!errors.empty()) return again(errors);
    auto const referred = refer(
        visit,
        found->the_case.id,
        found->child.access.relationship(),
        {.parents_spoken_to = forms::read_parents_spoken_to(request.form), .reason = *reason}
    );
    if (!referred) return again({{"parents_spoken_to", referred.error()}});
    return visits::saved(pages::path_of(concern->concern.id), Saved::referral);
}

}  // namespace

Routes concern_routes() {
    return {
        {"GET", "/concerns/new", Permission::raise_concern, get_choice},
        {"GET", "/pupils/{pupil}/concerns/new", Permission::raise_concern, get_new_concern},
        {"POST", "/pupils/{pupil}/concerns", Permission::raise_concern, post_concern},
        {"GET", "/concerns/{concern}", Permission::raise_concern, get_concern},
        {"POST", "/concerns/{concern}", Permission::raise_concern, post_words},
        {"GET", "/concerns/{concern}/words", Permission::raise_concern, get_words},
        {"POST", "/concerns/{concern}/answer", Permission::raise_concern, post_answer},
        {"POST", "/concerns/{concern}/not-now", Permission::coordinate, post_not_now},
        {"POST", "/concerns/{concern}/read", Permission::coordinate, post_read},
        {"POST", "/concerns/{concern}/seen", Permission::deliver, post_seen},
        {"POST", "/concerns/{concern}/decision-read", Permission::raise_concern, post_decision_read},
        {"POST", "/cases/{case}/referral", Permission::open_case, post_referral},
    };
}

}  // namespace referrals
