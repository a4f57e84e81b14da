#include "programmes/making_routes.hpp"

#include "need_to_know/actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/clash_actions.hpp"
#include "programmes/forms.hpp"
#include "programmes/naming_rules.hpp"
#include "programmes/pages.hpp"
#include "programmes/placing.hpp"
#include "programmes/store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
#include "staff/actions.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace programmes {
namespace {

pages::Choices choices_for(Visit& visit) {
    pages::Choices choices;
    for (auto const& person : staff::store::trained_nurture_assistants(visit.db, visit.school, visit.today))
        choices.deliverers.emplace_back(person.id, person.name);
    for (auto const& person : staff::store::untrained_nurture_assistants(visit.db, visit.school, visit.today))
        choices.untrained.push_back(staff::in_words(person));
    choices.rooms = schools::store::rooms(visit.db, visit.school);
    choices.policy =
        schools::policy_in_force(schools::store::policy_versions(visit.db, visit.school), visit.today);
    return choices;
}

// The child for whom the programme is made, where the visitor came from finding a place.
std::optional<pages::MadeFor> child_of(Visit& visit, Fields const& fields) {
    auto const the_case = CaseId::parse(fields.value("case"));
    auto const seen = the_case ? need_to_know::see_case(visit, *the_case) : std::nullopt;
    if (!seen) return std::nullopt;
    return pages::MadeFor{
        *the_case, seen->pupil.forename, store::chosen_form(visit.db, visit.school, *the_case)};
}

std::optional<std::string> named_in(std::string const& name, pages::MadeFor const& child) {
    pupils::Pupil pupil;
    pupil.forename = child.forename;
    return child_named_in(name, std::vector{pupil});
}

http::Response on_from(ProgrammeId const& made, std::optional<pages::MadeFor> const& child) {
    if (!child) return visits::saved(path_of(made), Saved::programme);
    return http::see_other(placing_path(child->the_case) + "?made=" + std::string(made.text()));
}

http::Response get_new(Visit& visit, http::Request const& request) {
    auto const choices = choices_for(visit);
    auto const child = child_of(visit, request.query);
    auto typed = forms::usual(choices.policy.value_or(schools::PolicyVersion{}));
    if (child && child->form) typed.add("form", std::string(word(*child->form)));
    return visit.page(pages::new_programme(visit.frame.guard, choices, child, {typed, FormErrors{}}));
}

// What to say where the training of who delivers it is in force today and not on the day of the last session.
std::string untrained_then(Visit& visit, NewProgramme const& input) {
    auto const open = schools::store::open_days(visit.db, visit.school);
    auto const days = schools::session_days(input.starts_on, input.weeks, open.terms, open.closures);
    auto const trained_on = [&](Date day) { return staff::actions::is_trained(visit, input.deliverer, day); };
    if (days.empty() || !trained_on(visit.today) || trained_on(days.back())) return {};
    auto const person = staff::store::person(visit.db, visit.school, input.deliverer);
    auto const until = staff::actions::trained_until(visit, input.deliverer, visit.today);
    return (person ? person->name : std::string()) + "'s training " +
           (until ? "ends on " + calendar::in_words(*until) : std::string("is not in force then")) +
           ". The last session is on " + calendar::in_words(days.back()) + ".";
}

http::Response post_programme(Visit& visit, http::Request const& request) {
    auto const child = child_of(visit, request.form);
    auto const again =
        [&](FormErrors const& errors, std::vector<Clash> const& clashes, std::string const& training) {
            auto choices = choices_for(visit);
            for (auto const& clash : clashes) choices.clashes.push_back(in_words(clash));
            choices.untrained_then = training;
            return visit.form_again(
                pages::new_programme(visit.frame.guard, choices, child, {request.form, errors})
            );
        };
    auto const input = forms::new_programme(request.form, visit.today);
    if (!input) return again(input.error(), {}, {});
    FormErrors errors;
    for (auto const refusal : objections_to_making(visit, *input))
        errors.push_back({field_of(refusal), in_words(refusal)});
    if (auto const named = child ? named_in(input->name, *child) : std::nullopt)
        errors.push_back({"name", why_no_child_is_named(*named)});
    auto const clashes = clashes_of(visit, *input);
    auto const training = untrained_then(visit, *input);
    bool const warned = (clashes.empty() && training.empty()) || request.form.has("all_the_same");
    if (!errors.empty() || !warned) return again(errors, clashes, training);
    auto const made = make(visit, *input);
    return made ? on_from(*made, child) : http::not_found();
}

}  // namespace

std::string field_of(Refusal refusal) {
    switch (refusal) {
        case Refusal::one_to_one_holds_one:
        case Refusal::group_holds_several:
        case Refusal::group_too_large: return "places";
        case Refusal::size_needs_reason:
        case Refusal::length_needs_reason:
        case Refusal::form_needs_reason: return "reason";
        case Refusal::terms_end_before:
        case Refusal::not_longer: return "weeks";
        case Refusal::not_trained:
        case Refusal::not_trained_then:
        case Refusal::deliverer_has_left: return "deliverer";
        case Refusal::changes_in_the_past: return "from_on";
        case Refusal::weekday_beyond_the_terms: return "weekday";
        case Refusal::starts_in_the_past:
        case Refusal::starts_no_later:
        case Refusal::starts_too_late:
        case Refusal::school_closed_that_day:
        case Refusal::no_policy_in_force: return "starts_on";
        case Refusal::nothing_changes:
        case Refusal::completed:
        case Refusal::no_place_left:
        case Refusal::no_consent_in_force:
        case Refusal::consent_to_another_form:
        case Refusal::has_a_place:
        case Refusal::step_out_of_order:
        case Refusal::not_started:
        case Refusal::started_already:
        case Refusal::starts_later:
        case Refusal::few_children_need_reason:
        case Refusal::nobody_allocated:
        case Refusal::nobody_left_to_start:
        case Refusal::target_without_words:
        case Refusal::last_target:
        case Refusal::sessions_still_planned:
        case Refusal::nothing_delivered:
        case Refusal::somebody_had_a_place:
        case Refusal::session_was_held:
        case Refusal::place_ended:
        case Refusal::changed_meanwhile:
        case Refusal::measured_already: return "main";
    }
    return "main";
}

Routes making_routes() {
    return {
        {"GET", "/programmes/new", Permission::coordinate, get_new},
        {"POST", "/programmes", Permission::coordinate, post_programme},
    };
}

}  // namespace programmes
