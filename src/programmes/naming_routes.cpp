#include "programmes/naming_routes.hpp"

#include "need_to_know/actions.hpp"
#include "programmes/forms.hpp"
#include "programmes/making_routes.hpp"
#include "programmes/naming_actions.hpp"
#include "programmes/naming_pages.hpp"
#include "programmes/naming_rules.hpp"
#include "programmes/store.hpp"

namespace programmes {
namespace {

// A programme that goes on, to the SENCo and to who delivers it.
std::optional<Programme> programme_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<ProgrammeId>("programme");
    auto programme = id ? store::find(visit.db, visit.school, *id) : std::nullopt;
    if (!programme || programme->completed_on) return std::nullopt;
    bool const may = visit.who.may(Permission::coordinate) || programme->deliverer == visit.staff();
    return may ? programme : std::nullopt;
}

http::Response get_name(Visit& visit, http::Request const& request) {
    auto const programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    Fields const fields{{{"name", programme->name}}};
    return visit.page(pages::naming(visit.frame.guard, *programme, false, {fields, FormErrors{}}));
}

http::Response post_name(Visit& visit, http::Request const& request) {
    auto programme = programme_of(visit, request);
    if (!programme) return http::not_found();
    // Said with whatever else is wrong, since the page that comes back is of the newer version.
    bool const meanwhile = request.form.value("version") != std::to_string(programme->version);
    auto const again = [&](FormErrors const& errors) {
        return visit.form_again(
            pages::naming(visit.frame.guard, *programme, meanwhile, {request.form, errors})
        );
    };
    auto const input = forms::naming(request.form);
    if (!input) return again(input.error());
    need_to_know::Sight const sight(visit);
    if (auto const child = child_named_in(visit, sight, *programme, input->name))
        return again({{"name", why_no_child_is_named(child->forename())}});
    auto before = *programme;
    before.version = input->version;
    if (auto const renamed = rename(visit, before, input->name); !renamed)
        return again({{"name", in_words(renamed.error())}});
    return http::see_other(path_of(programme->id) + "?renamed=yes");
}

}  // namespace

Routes naming_routes() {
    return {
        {"GET", "/programmes/{programme}/name", Permission::work_on_cases, get_name},
        {"POST", "/programmes/{programme}/name", Permission::work_on_cases, post_name},
    };
}

}  // namespace programmes
