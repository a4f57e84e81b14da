#include "roll/routes.hpp"

#include "need_to_know/actions.hpp"
#include "pupils/actions.hpp"
#include "pupils/ethnicity_store.hpp"
#include "pupils/store.hpp"
#include "roll/actions.hpp"
#include "roll/forms.hpp"
#include "roll/pages.hpp"
#include "visits/saving.hpp"

namespace roll {
namespace {

constexpr std::string_view changed_meanwhile =
    "Someone else changed this child’s roll entry. Check what stands now, and save again if yours is right";

// Whoever runs the school keeps its roll, but for children of their own.
std::optional<pages::Entry> entry_of(Visit& visit, http::Request const& request) {
    auto const pupil = request.id<PupilId>("pupil");
    auto known = pupil ? pupils::store::known(visit.db, visit.school, *pupil) : std::nullopt;
    if (!known) return std::nullopt;
    auto const name = known->details.legal_forename + " " + known->details.legal_surname;
    need_to_know::Duty const duty(visit, Permission::run_school);
    auto child = duty.reads(visit, *pupil, name, "You see this because you keep the school’s roll.");
    if (!child) return std::nullopt;
    return pages::Entry{
        .child = std::move(*child),
        .known = std::move(*known),
        .keeps_ethnicity = pupils::ethnicity_store::is_kept(visit.db, visit.school)};
}

http::Response get_entry(Visit& visit, http::Request const& request) {
    auto const entry = entry_of(visit, request);
    if (!entry) return http::not_found();
    auto const typed = forms::typed(entry->known.details);
    return visit.page(pages::entry(visit.frame.guard, *entry, {typed, FormErrors{}}));
}

http::Response post_entry(Visit& visit, http::Request const& request) {
    auto entry = entry_of(visit, request);
    if (!entry) return http::not_found();
    // The form given back is of what stands, so whatever was wrong with this one, it says what that is.
    entry->is_changed_meanwhile = forms::version(request.form) != entry->known.version;
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(pages::entry(visit.frame.guard, *entry, {request.form, errors}));
    };
    auto const details = forms::entry(request.form, entry->known.details, entry->keeps_ethnicity);
    if (!details) return again(details.error());
    if (!entry->is_changed_meanwhile && pupils::actions::change(visit, entry->known, *details))
        return visits::saved(pages::path_of(entry->known.id), Saved::roll_entry);
    auto now = pupils::store::known(visit.db, visit.school, entry->known.id);
    if (!now) return http::not_found();
    entry->known = std::move(*now);
    entry->is_changed_meanwhile = true;
    return again({{"pupil_premium", std::string(changed_meanwhile)}});
}

http::Response get_ethnicity(Visit& visit, http::Request const&) {
    bool const keeps = pupils::ethnicity_store::is_kept(visit.db, visit.school);
    return visit.page(pages::ethnicity(visit.frame.guard, keeps, {forms::typed(keeps), FormErrors{}}));
}

http::Response post_ethnicity(Visit& visit, http::Request const& request) {
    auto const keeps = forms::keeps_ethnicity(request.form);
    if (!keeps) {
        bool const kept = pupils::ethnicity_store::is_kept(visit.db, visit.school);
        return visit.form_again(pages::ethnicity(visit.frame.guard, kept, {request.form, keeps.error()}));
    }
    actions::decide_on_ethnicity(visit, *keeps);
    return visits::saved("/school/ethnicity", Saved::ethnicity);
}

}  // namespace

Routes routes() {
    return {
        {"GET", "/pupils/{pupil}/roll", Permission::run_school, get_entry},
        {"POST", "/pupils/{pupil}/roll", Permission::run_school, post_entry},
        {"GET", "/school/ethnicity", Permission::decide_on_ethnicity, get_ethnicity},
        visits::fresh({"POST", "/school/ethnicity", Permission::decide_on_ethnicity, post_ethnicity}),
    };
}

}  // namespace roll
