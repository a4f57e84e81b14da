#include "staff/training_routes.hpp"

#include <algorithm>

#include "staff/actions.hpp"
#include "staff/form_pages.hpp"
#include "staff/forms.hpp"
#include "staff/store.hpp"
#include "visits/saving.hpp"

namespace staff {
namespace {

std::optional<Person> person_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<StaffId>("person");
    if (!id) return std::nullopt;
    return store::person(visit.db, visit.school, *id);
}

http::Response get_new_training(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    return visit.page(pages::add_training(visit.frame.guard, *person, design::blank()));
}

http::Response post_training(Visit& visit, http::Request const& request) {
    auto const person = person_of(visit, request);
    if (!person) return http::not_found();
    auto const input = forms::training(request.form, visit.today);
    if (!input)
        return visit.form_again(pages::add_training(visit.frame.guard, *person, {request.form, input.error()})
        );
    actions::add_training(visit, person->id, *input);
    return visits::saved(path_of(person->id), Saved::training);
}

std::optional<pages::Correcting> correcting(Visit& visit, http::Request const& request) {
    auto person = person_of(visit, request);
    if (!person) return std::nullopt;
    auto const trainings = store::trainings_of(visit.db, visit.school, person->id);
    auto const found = std::ranges::find(trainings, request.id<TrainingId>("training"), &Training::id);
    if (found == trainings.end()) return std::nullopt;
    return pages::Correcting{.of = std::move(*person), .training = *found};
}

http::Response get_correction(Visit& visit, http::Request const& request) {
    auto const at = correcting(visit, request);
    if (!at) return http::not_found();
    auto const fields = forms::typed(at->training);
    return visit.page(pages::correct_training(visit.frame.guard, *at, {fields, FormErrors{}}));
}

http::Response post_correction(Visit& visit, http::Request const& request) {
    auto at = correcting(visit, request);
    if (!at) return http::not_found();
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::correct_training(visit.frame.guard, *at, {request.form, errors}));
    };
    auto const input = forms::training_correction(request.form, at->training.kind, visit.today);
    if (!input) return again(input.error());
    at->untrained = actions::untrained_by(visit, at->training, *input);
    if (!at->untrained.empty() && !request.form.has("correct_all_the_same")) return again({});
    if (auto const corrected = actions::correct_training(visit, at->training, *input); !corrected)
        return again({{"name", in_words(corrected.error())}});
    return visits::saved(path_of(at->of.id), Saved::training);
}

http::Response post_taking_back(Visit& visit, http::Request const& request) {
    auto at = correcting(visit, request);
    if (!at) return http::not_found();
    auto typed = request.form;
    auto const stands = forms::typed(at->training);
    for (auto const& [name, value] : stands.entries()) typed.add(name, value);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::correct_training(visit.frame.guard, *at, {typed, errors}));
    };
    auto const reason = forms::taking_back(request.form);
    if (!reason) return again(reason.error());
    at->takes_back = true;
    at->untrained = actions::untrained_by(visit, at->training, std::nullopt);
    if (!at->untrained.empty() && !request.form.has("take_back_all_the_same")) return again({});
    actions::take_back_training(visit, at->training, *reason);
    return visits::saved(path_of(at->of.id), Saved::training);
}

}  // namespace

Routes training_routes() {
    return {
        {"GET", "/school/people/{person}/training/new", Permission::run_school, get_new_training},
        visits::fresh({"POST", "/school/people/{person}/training", Permission::run_school, post_training}),
        {"GET",
         "/school/people/{person}/training/{training}/correction",
         Permission::run_school,
         get_correction},
        visits::fresh(
            {"POST",
             "/school/people/{person}/training/{training}/correction",
             Permission::run_school,
             post_correction}
        ),
        visits::fresh(
            {"POST",
             "/school/people/{person}/training/{training}/taking-back",
             Permission::run_school,
             post_taking_back}
        ),
    };
}

}  // namespace staff
