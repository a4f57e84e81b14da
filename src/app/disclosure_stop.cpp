#include "app/disclosure_stop.hpp"

#include "safeguarding/stop_actions.hpp"
#include "safeguarding/stop_pages.hpp"
#include "safeguarding/stop_rules.hpp"

namespace app::disclosure_stop {

bool holds_words_about_a_child(Request const& request) {
    auto const& route = *request.route;
    return request.method == "POST" && route.free_text == FreeText::by_permission &&
           safeguarding::is_about_a_child(route.needs);
}

void take_out_what_was_asked(Request& request) {
    if (holds_words_about_a_child(request)) request.form = safeguarding::with_marked_taken_out(request.form);
}

bool has_to_ask(Request const& request) {
    return holds_words_about_a_child(request) && !safeguarding::is_confirmed(request.form) &&
           !safeguarding::stopped_texts(request.form).empty();
}

http::Response question(Visit const& visit, Request const& request) {
    return visit.form_again(safeguarding::pages::question(
        visit.frame.guard, request.path, request.form, safeguarding::stopped_texts(request.form)
    ));
}

void note_confirmation(Visit& visit, Request const& request, http::Response const& response) {
    bool const was_asked = holds_words_about_a_child(request) && safeguarding::is_confirmed(request.form);
    if (response.status != 303 || !was_asked || safeguarding::stopped_texts(request.form).empty()) return;
    safeguarding::record_confirmation(visit, request.route->path);
}

}  // namespace app::disclosure_stop
