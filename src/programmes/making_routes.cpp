#include "programmes/making_routes.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "need_to_know/actions.hpp"
#include "programmes/actions.hpp"
#include "programmes/clash_actions.hpp"
#include "programmes/forms.hpp"
#include "programmes/naming_rules.hpp"
#include "programmes/pages.hpp"
#include "programmes/placing.hpp"
#include "programmes/store.hpp"
#include "pupils/naming_store.hpp"
#include "schools/rules.hpp"
#include "schools/store.hpp"
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
        *the_case, seen->access.child(), store::chosen_form(visit.db, visit.school, *the_case)};
}

bool is_named_in(Visit const& visit, std::string const& name, pages::MadeFor const& child) {
    return names_the_child(name, pupils::naming_store::names_of(visit.db, visit.school, child.named.id()));
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

using FieldNames = std::span<std::string_view const>;

constexpr std::array<std::string_view, 10> fields_of_the_page{
    "name",
    "form",
    "places",
    "deliverer",
    "room",
    "starts_on",
    "starts_at_time",
    "minutes",
    "weeks",
    "reason"};
constexpr std::array<std::string_view, 6> what_lays_sessions_out{
    "deliverer", "room", "starts_on", "starts_at_time", "minutes", "weeks"};

// What a rule about a new programme asks for: where that cannot be read, the rule has nothing to say yet.
FieldNames judged_by(Refusal refusal) {
    constexpr static std::array<std::string_view, 2> size{"form", "places"};
    constexpr static std::array<std::string_view, 2> days{"starts_on", "weeks"};
    if (refusal == Refusal::size_needs_reason || field_of(refusal) == "places") return size;
    if (refusal == Refusal::length_needs_reason) return FieldNames(days).last(1);
    if (refusal == Refusal::terms_end_before) return days;
    if (field_of(refusal) == "deliverer") return FieldNames(what_lays_sessions_out).first(1);
    return FieldNames(days).first(1);
}

bool are_read(forms::TypedProgramme const& typed, FieldNames fields) {
    return std::ranges::none_of(typed.errors, [&](FieldError const& error) {
        return std::ranges::find(fields, error.field) != fields.end();
    });
}

FormErrors in_the_order_of_the_page(FormErrors errors) {
    std::ranges::stable_sort(errors, {}, [](FieldError const& error) {
        return std::ranges::find(fields_of_the_page, error.field) - fields_of_the_page.begin();
    });
    return errors;
}

http::Response post_programme(Visit& visit, http::Request const& request) {
    auto const child = child_of(visit, request.form);
    auto const again = [&](FormErrors const& errors, Met const& met) {
        auto choices = choices_for(visit);
        for (auto const& clash : met.clashes) choices.clashes.push_back(in_words(clash));
        choices.untrained_then = met.untrained_then;
        return visit.form_again(
            pages::new_programme(visit.frame.guard, choices, child, {request.form, errors})
        );
    };
    auto const typed = forms::new_programme(request.form, visit.today);
    auto const& input = typed.input;
    auto errors = typed.errors;
    for (auto const refusal : objections_to_making(visit, input))
        if (are_read(typed, judged_by(refusal))) errors.push_back({field_of(refusal), in_words(refusal)});
    if (child && is_named_in(visit, input.name, *child))
        errors.push_back({"name", why_no_child_is_named(child->named.forename())});
    bool const laid_out = are_read(typed, what_lays_sessions_out);
    auto const met = laid_out ? what_the_days_meet(visit, input) : Met{};
    bool const warned = met.nothing() || request.form.has("all_the_same");
    if (!errors.empty() || !warned) return again(in_the_order_of_the_page(errors), met);
    auto const made = make(visit, input);
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
        case Refusal::form_needs_reason:
        case Refusal::few_weeks_need_reason: return "reason";
        case Refusal::length_needs_the_senco:
        case Refusal::terms_end_before:
        case Refusal::not_longer: return "weeks";
        case Refusal::not_trained:
        case Refusal::not_trained_then:
        case Refusal::deliverer_has_left: return "deliverer";
        case Refusal::changes_in_the_past: return "from_on";
        case Refusal::weekday_beyond_the_terms: return "weekday";
        case Refusal::starts_in_the_past:
        case Refusal::starts_that_day_already:
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
