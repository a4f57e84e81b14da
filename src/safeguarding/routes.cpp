#include "safeguarding/routes.hpp"

#include "need_to_know/actions.hpp"
#include "safeguarding/actions.hpp"
#include "safeguarding/forms.hpp"
#include "safeguarding/handover_routes.hpp"
#include "safeguarding/handover_rules.hpp"
#include "safeguarding/handover_store.hpp"
#include "safeguarding/pages.hpp"
#include "safeguarding/store.hpp"
#include "visits/saving.hpp"

namespace safeguarding {
namespace {

design::Page page_about(Visit const& visit, need_to_know::Seen const& child, Answers const& answers) {
    return pages::pointers(
        child,
        {store::of_pupil(visit.db, visit.school, child.pupil.id),
         store::handovers_of(visit.db, visit.school, child.pupil.id),
         store::cpoms_address(visit.db, visit.school)},
        visit.who.may(Permission::set_up_cpoms),
        visit.frame.guard,
        answers
    );
}

// Where the mend of a refusal stands on the form.
std::string field_of(Refusal refusal) { return refusal == Refusal::in_the_future ? "time" : "reference"; }

http::Response get_pointers(Visit& visit, http::Request const& request) {
    auto const child = need_to_know::see(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();
    auto const typed = forms::at(visit.now);
    return visit.page(page_about(visit, *child, {typed, {}}));
}

http::Response post_pointer(Visit& visit, http::Request const& request) {
    auto const child = need_to_know::see(visit, request.id<PupilId>("pupil"));
    if (!child) return http::not_found();

    auto const entered = forms::read(request.form, visit.today, visit.now);
    if (!entered) return visit.form_again(page_about(visit, *child, {request.form, entered.error()}));

    auto const noted = note(visit, child->pupil.id, *entered);
    if (!noted) {
        FormErrors const errors{{field_of(noted.error()), in_words(noted.error())}};
        return visit.form_again(page_about(visit, *child, {request.form, errors}));
    }
    return visits::saved(pages::path_of(child->pupil.id), Saved::safeguarding_pointer);
}

// One address for every page, so that none of them needs to know where the school's CPOMS is.
http::Response get_cpoms(Visit& visit, http::Request const&) {
    auto const address = store::cpoms_address(visit.db, visit.school);
    if (address.starts_with("https://")) return http::see_other(address);
    return visit.page(pages::no_cpoms_address());
}

}  // namespace

Routes routes() {
    Routes all{
        {"GET", "/cpoms", Permission::raise_concern, get_cpoms},
        {"GET", "/pupils/{pupil}/safeguarding", Permission::raise_concern, get_pointers},
        // A reference alone is taken, so there is no text to ask about.
        {.method = "POST",
         .path = "/pupils/{pupil}/safeguarding",
         .needs = Permission::raise_concern,
         .handle = post_pointer,
         .free_text = FreeText::not_about_a_child},
    };
    auto const more = handover_routes();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace safeguarding
