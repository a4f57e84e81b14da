#include "letters/actions.hpp"
#include "letters/forms.hpp"
#include "letters/routes.hpp"
#include "letters/template_pages.hpp"
#include "visits/saving.hpp"

namespace letters {
namespace {

Fields as_typed(Template const& in_use) { return Fields({{"title", in_use.title}, {"words", in_use.words}}); }

http::Response show_template(Visit& visit, http::Request const&) {
    auto const in_use = template_in_use(visit);
    auto const typed = as_typed(in_use);
    return visit.page(pages::letter_template(visit.frame.guard, in_use, {typed, {}}));
}

http::Response save_template(Visit& visit, http::Request const& request) {
    auto const changed = forms::read_template(request.form);
    auto const in_use = template_in_use(visit);
    if (!changed)
        return visit.form_again(
            pages::letter_template(visit.frame.guard, in_use, {request.form, changed.error()})
        );
    if (!change_template(visit, *changed)) {
        FormErrors const errors{{"words", "Somebody else changed the letter. Compare both, then save again"}};
        return visit.form_again(
            pages::letter_template(visit.frame.guard, in_use, {request.form, errors}, in_use)
        );
    }
    return visits::saved("/school/letter", Saved::letter_text);
}

}  // namespace

Routes template_routes() {
    return {
        {"GET", "/school/letter", Permission::edit_letters, show_template},
        visits::fresh({"POST", "/school/letter", Permission::edit_letters, save_template}),
    };
}

}  // namespace letters
