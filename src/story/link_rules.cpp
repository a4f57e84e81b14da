#include "story/link_rules.hpp"

#include <algorithm>

#include "assessments/assessments.hpp"
#include "cases/rules.hpp"
#include "change/measured.hpp"
#include "comparison/comparison.hpp"
#include "impact/impact.hpp"
#include "moving/moving.hpp"
#include "openings/rules.hpp"
#include "readings/rules.hpp"
#include "sharing/sharing.hpp"
#include "story/rules.hpp"

namespace story {
namespace {

using need_to_know::Relationship;
using visits::Permission;

std::string of_pupil(need_to_know::Seen const& seen, std::string_view form) {
    return "/pupils/" + std::string(seen.pupil.id.text()) + "/" + std::string(form);
}

std::string of_case(CaseTold const& told, std::string_view form) {
    return "/cases/" + std::string(told.id.text()) + "/" + std::string(form);
}

bool has_open_place(CaseTold const& told) {
    auto const* const place = told.latest_place();
    return place && !place->ended_on;
}

bool is_completed(CaseTold const& told) {
    return cases::standing(told.facts.steps, cases::Step::completion) != nullptr;
}

bool has_answered(CaseTold const& told, ContactId const& contact) {
    return std::ranges::any_of(told.facts.answers, [&](auto const& received) {
        return received.by == contact;
    });
}

// After one parent's no, another can still be asked, where the page of letters has one.
void add_others_to_ask(std::vector<Link>& links, CaseTold const& told) {
    if (told.status.stage != cases::Stage::consent_refused) return;
    if (std::ranges::any_of(told.to_be_asked, [&](auto const& contact) {
            return !has_answered(told, contact);
        }))
        links.push_back({Matter::parents, "Ask another parent or carer", of_case(told, "letters")});
}

// Where nobody has referred the child, what there is to close is the concern, on its own page.
std::optional<std::string> concern_to_decide(CaseTold const& told) {
    if (told.status.stage != cases::Stage::concern_raised) return std::nullopt;
    auto const latest = std::ranges::find(told.happenings, Kind::concern, &Happening::kind);
    if (latest == told.happenings.end()) return std::nullopt;
    return "/concerns/" + latest->id;
}

// Once the child, started, stood on a register, that support began is not taken back: it goes on, the place
// is ended, or another is given.
bool stands_once_recorded(CaseTold const& told, cases::StepTaken const& furthest) {
    auto const* const latest = told.latest_place();
    if (furthest.step != cases::Step::start || !latest) return false;
    if (latest->ended_on && !(latest->end_reason && may_lead_to_another_place(*latest->end_reason)))
        return false;
    return std::ranges::any_of(latest->sessions, [&](SessionTold const& session) {
        return session.held_on && *session.held_on >= furthest.taken_on;
    });
}

void add_for_senco(std::vector<Link>& links, CaseTold const& told) {
    add_others_to_ask(links, told);
    if (cases::standing(told.facts.steps, cases::Step::prioritisation)) {
        links.push_back({Matter::parents, "Consent and its answers", of_case(told, "consent")});
        links.push_back({Matter::parents, "Letters to parents", of_case(told, "letters")});
    }
    links.push_back({Matter::staff, "Ask the class teacher", of_case(told, "questions")});
    links.push_back({Matter::staff, "Note a talk between staff", of_case(told, "liaison")});
    if (auto const* const place = told.latest_place())
        links.push_back({Matter::support, "The programme", programmes::path_of(place->programme)});
    if (has_open_place(told))
        links.push_back(
            {Matter::support, "End the place", programmes::path_of(told.latest_place()->id) + "/end"}
        );
    else if (auto const concern = concern_to_decide(told))
        links.push_back({Matter::support, "Refer, or not now", *concern});
    else
        links.push_back({Matter::support, "Close the case", of_case(told, "closing")});
    auto const* const furthest = cases::furthest(told.facts.steps);
    if (furthest && !stands_once_recorded(told, *furthest))
        links.push_back(
            {Matter::undoing,
             "Undo the last step: " + std::string(in_words(furthest->step)),
             of_case(told, "steps/" + std::string(word(furthest->step)) + "/undoing")}
        );
}

void add_undoing_of_closing(std::vector<Link>& links, CaseTold const& told) {
    if (cases::standing(told.facts.steps, cases::Step::next_step))
        links.push_back(
            {Matter::undoing, "Undo the last step: Next step", of_case(told, "steps/next_step/undoing")}
        );
    else if (cases::was_declined(told.facts))
        links.push_back({Matter::undoing, "Take the concern up after all", of_case(told, "closing/undoing")});
    else
        links.push_back({Matter::undoing, "Undo the closing", of_case(told, "closing/undoing")});
}

// They go on after the next step; a case that was closed otherwise has none to come.
void add_check_ins(std::vector<Link>& links, CaseTold const& told) {
    if (!is_completed(told)) return;
    if (told.facts.closed_at && !cases::standing(told.facts.steps, cases::Step::next_step)) return;
    links.push_back({Matter::support, "Check-ins", impact::check_ins_path(told.id)});
}

void add_for_deliverer(std::vector<Link>& links, CaseTold const& told) {
    if (auto const* const place = told.latest_place())
        links.push_back({Matter::support, "The programme", programmes::path_of(place->programme)});
    if (has_open_place(told))
        links.push_back(
            {Matter::support,
             "Targets in the child's words",
             programmes::path_of(told.latest_place()->id) + "/targets"}
        );
    links.push_back({Matter::staff, "Ask the class teacher", of_case(told, "questions")});
    links.push_back({Matter::parents, "Write a message for a parent", of_case(told, "parent-messages")});
    links.push_back({Matter::staff, "Note a talk between staff", of_case(told, "liaison")});
    add_check_ins(links, told);
}

// The class teacher refers as well as the SENCo, whoever wrote the concern.
void add_concern_to_refer(std::vector<Link>& links, CaseTold const& told) {
    if (told.status.next != cases::Step::referral) return;
    auto const latest = std::ranges::find(told.happenings, Kind::concern, &Happening::kind);
    if (latest != told.happenings.end())
        links.push_back({Matter::child, "Read the concern, and refer", "/concerns/" + latest->id});
}

void add_for_class_teacher(std::vector<Link>& links, CaseTold const& told) {
    add_concern_to_refer(links, told);
    if (has_open_place(told))
        links.push_back(
            {Matter::support,
             "The measure before the programme",
             programmes::path_of(told.latest_place()->id) + "/measure"}
        );
    add_check_ins(links, told);
    links.push_back({Matter::staff, "Questions and answers", of_case(told, "questions")});
    links.push_back({Matter::staff, "Note a talk between staff", of_case(told, "liaison")});
}

void add_for_headteacher(std::vector<Link>& links, CaseTold const& told) {
    if (cases::standing(told.facts.steps, cases::Step::letter))
        links.push_back({Matter::parents, "Consent and its answers", of_case(told, "consent")});
}

// Whoever reads how the child gets on reads who may know of it.
void add_who_may_know(std::vector<Link>& links, CaseTold const& told) {
    links.push_back({Matter::child, "Who may know", sharing::sharing_path(told.id)});
}

void add_ratings(std::vector<Link>& links, CaseTold const& told) {
    links.push_back({Matter::child, "Assessments", assessments::assessments_path(told.id)});
    links.push_back({Matter::child, "What has changed", change::change_path(told.id)});
}

void add_of_case(std::vector<Link>& links, Relationship relationship, CaseTold const& told) {
    if (relationship == Relationship::senco) add_for_senco(links, told);
    if (relationship == Relationship::deliverer) add_for_deliverer(links, told);
    if (relationship == Relationship::class_teacher) add_for_class_teacher(links, told);
    if (relationship == Relationship::headteacher) add_for_headteacher(links, told);
}

bool sees_contacts(visits::Who const& who, need_to_know::Seen const& seen) {
    return who.holds(visits::Role::senco) || who.holds(visits::Role::administrator) ||
           (seen.pupil.class_id && who.teaches(*seen.pupil.class_id));
}

}  // namespace

std::vector<Link> links_for(visits::Who const& who, need_to_know::Seen const& seen, CaseTold const* told) {
    std::vector<Link> links;
    if (told && !told->facts.closed_at) add_of_case(links, seen.access.relationship(), *told);
    if (told && who.may(Permission::open_case)) add_who_may_know(links, *told);
    if (told && who.may(Permission::open_case) && seen.access.sees(need_to_know::Zone::progress))
        add_ratings(links, *told);
    if (who.may(Permission::open_case) && seen.access.sees(need_to_know::Zone::progress))
        links.push_back({Matter::child, "Beside the rest of the class", comparison::path_of(seen.pupil.id)});
    if (told && who.may(Permission::coordinate))
        links.push_back({Matter::child, "Moves to another school", moving::moving_path(told->id)});
    if (told && told->facts.closed_at && who.holds(visits::Role::senco)) add_undoing_of_closing(links, *told);
    if (told && told->facts.closed_at && seen.access.relationship() == Relationship::class_teacher)
        add_check_ins(links, *told);
    if (sees_contacts(who, seen)) links.push_back({Matter::parents, "Contacts", of_pupil(seen, "contacts")});
    if (who.may(Permission::run_school))
        links.push_back({Matter::child, "Roll entry", of_pupil(seen, "roll")});
    if (who.may(Permission::prepare_data_requests))
        links.push_back({Matter::parents, "Somebody asks for what is held", of_pupil(seen, "data-requests")});
    if (who.may(Permission::end_records))
        links.push_back({Matter::child, "How long it is held", of_pupil(seen, "retention")});
    if (who.may(Permission::raise_concern)) {
        links.push_back({Matter::child, "Raise a concern", of_pupil(seen, "concerns/new")});
        links.push_back({Matter::child, "Classroom strategies", "/strategies"});
    }
    if (openings::reads_overrides(who))
        links.push_back({Matter::staff, "Opened for safeguarding", std::string(openings::overrides_path)});
    if (who.may(Permission::coordinate))
        links.push_back({Matter::child, "Two records of one child", of_pupil(seen, "merging")});
    if (readings::sees_who_looked(who, seen.access))
        links.push_back(
            {Matter::staff, "Who has looked at " + seen.pupil.forename, readings::path_of(seen.pupil.id)}
        );
    return links;
}

}  // namespace story
