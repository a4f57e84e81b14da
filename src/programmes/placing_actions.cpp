#include "programmes/placing_actions.hpp"

#include <algorithm>

#include "cases/another_place_rules.hpp"
#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "consent/rules.hpp"
#include "consent/store.hpp"
#include "programmes/rules.hpp"
#include "programmes/store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/store.hpp"

namespace programmes {
namespace {

std::vector<ParentSaid> said_by_parents(Visit& visit, CaseId const& the_case) {
    auto const history = consent::store::history(visit.db, visit.school, the_case);
    std::vector<ParentSaid> said;
    for (auto const& contact : consent::store::respondents(visit.db, visit.school, the_case))
        if (auto const* answer = consent::latest_answer_of(history, contact.id, visit.today))
            said.push_back({contact.name, answer->answer, answer->answered_on, answer->reason});
    return said;
}

// Weeks that are still to come, and the first of them.
void count_weeks(std::vector<Offer>& offers, std::vector<Session> const& sessions, Date today) {
    for (auto& offer : offers) {
        offer.missed_start = missed_its_start(offer.programme, today);
        for (auto const& session : sessions) {
            if (session.programme != offer.programme.id || !is_to_come(session, today)) continue;
            ++offer.weeks_left;
            if (!offer.next_on || session.planned_on < *offer.next_on) offer.next_on = session.planned_on;
        }
    }
}

void count_children(std::vector<Offer>& offers, std::vector<Place> const& places) {
    for (auto& offer : offers)
        for (auto const& place : places) {
            if (place.programme != offer.programme.id) continue;
            ++offer.taken;
            auto const& name = place.pupil.class_name;
            if (!name.empty() && std::ranges::find(offer.classes, name) == offer.classes.end())
                offer.classes.push_back(name);
        }
    for (auto& offer : offers) std::ranges::sort(offer.classes);
}

// Who may be given children today, and who works here and may not.
void say_which_are_closed(Visit& visit, std::vector<Offer>& offers) {
    auto const trained = staff::store::trained_nurture_assistants(visit.db, visit.school, visit.today);
    auto const untrained = staff::store::untrained_nurture_assistants(visit.db, visit.school, visit.today);
    for (auto& offer : offers) {
        auto const is_deliverer = [&](auto const& person) { return person.id == offer.programme.deliverer; };
        bool const may_take = std::ranges::any_of(trained, is_deliverer);
        bool const works_here = may_take || std::ranges::any_of(untrained, is_deliverer);
        offer.closed_because = why_closed(offer.programme.deliverer_name, works_here, may_take);
    }
}

void say_which_leave_few_weeks(Visit& visit, std::vector<Offer>& offers) {
    auto const policy =
        schools::policy_in_force(schools::store::policy_versions(visit.db, visit.school), visit.today);
    if (!policy) return;
    for (auto& offer : offers)
        if (leaves_few_weeks(offer.programme, offer.weeks_left, *policy))
            offer.weeks_least = policy->weeks_least;
}

}  // namespace

std::optional<ToPlace> to_place(Visit& visit, CaseId const& id) {
    auto const found = cases::store::find(visit.db, visit.school, id, visit.today);
    if (!found) return std::nullopt;
    auto const status = cases::status_of(found->facts, visit.today);
    ToPlace child;
    child.the_case = id;
    child.need.form = store::chosen_form(visit.db, visit.school, id);
    child.need.areas = store::agreed_areas(visit.db, visit.school, id);
    child.parents = said_by_parents(visit, id);
    for (auto const form : all_of<Form>())
        if (consent::in_force_to(found->facts.answers, form, visit.today)) child.agreed_to.push_back(form);
    if (auto const* prioritised = cases::standing(found->facts.steps, cases::Step::prioritisation))
        child.since_on = prioritised->taken_on;
    child.asked = found->facts.last_asked_form;
    child.sentence = status.sentence;
    child.is_ready = status.stage == cases::Stage::to_allocate ||
                     cases::may_have_another_place(found->facts, visit.today) ||
                     std::ranges::any_of(child.agreed_to, [&](Form form) {
                         return cases::may_be_placed(found->facts, form, visit.today);
                     });
    return child;
}

bool is_to_be_placed(Visit const& visit, CaseId const& the_case) {
    auto const found = cases::store::find(visit.db, visit.school, the_case, visit.today);
    return found && cases::status_of(found->facts, visit.today).stage == cases::Stage::to_allocate;
}

std::vector<Offer> offers(Visit& visit) {
    std::vector<Offer> offers;
    for (auto& programme : store::all(visit.db, visit.school, visit.today))
        if (!programme.completed_on) offers.push_back({.programme = std::move(programme)});
    count_weeks(offers, store::running_sessions(visit.db, visit.school), visit.today);
    count_children(offers, store::open_places(visit.db, visit.school, visit.today));
    std::erase_if(offers, [](Offer const& offer) {
        return offer.taken >= offer.programme.places || offer.weeks_left == 0;
    });
    say_which_are_closed(visit, offers);
    say_which_leave_few_weeks(visit, offers);
    auto areas = store::areas_in_programmes(visit.db, visit.school);
    for (auto& offer : offers) offer.areas = std::move(areas[offer.programme.id]);
    return offers;
}

}  // namespace programmes
