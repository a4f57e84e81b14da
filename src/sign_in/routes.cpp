#include "sign_in/routes.hpp"

#include "base/secret.hpp"
#include "html/url.hpp"
#include "schools/store.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/device_routes.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/joining_routes.hpp"
#include "sign_in/lock_routes.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"
#include "visits/resubmission.hpp"

namespace sign_in {
namespace {

http::Response get_sign_in(Visit& visit, http::Request const& request) {
    auto const then = local_path(request.query.value("then"));
    if (visit.who.staff) return http::see_other(then);
    if (!schools::store::any_school(visit.db)) return http::see_other("/set-up");
    return visit.page(pages::sign_in(visit.frame.guard, design::blank(), then));
}

// Off the writer: finds out which hash the password fits. Nothing is hashed while trying is paused.
std::optional<http::Response> prepare_sign_in(Visit& visit, http::Request& request) {
    auto const typed = forms::credentials(request.form);
    if (!typed) return std::nullopt;
    auto const attempt = attempt_of(visit, request, typed->address);
    if (actions::paused(visit, attempt)) return std::nullopt;
    request.prepared = actions::fitting_hash(visit, attempt, typed->password);
    return std::nullopt;
}

http::Response refused(Visit& visit, http::Request const& request, FormErrors const& errors) {
    auto const resubmission = visits::carried(request.form);
    Answers const answers{request.form, errors};
    auto response = visit.form_again(
        resubmission.path.empty()
            ? pages::sign_in(visit.frame.guard, answers, local_path(request.form.value("then")))
            : pages::sign_in_again(visit.frame.guard, resubmission, answers)
    );
    response.keeps_writes = true;
    return response;
}

// What was typed when the time was over is shown again, under the guard of the new sign-in.
http::Response go_on(Visit& visit, http::Request const& request, actions::SignedIn const& signed_in) {
    auto const resubmission = visits::carried(request.form);
    if (!resubmission.path.empty() && local_path(resubmission.path) == resubmission.path) {
        visit.frame.guard.csrf = secret::masked(csrf_of(signed_in.token));
        return visit.page(pages::send_again(visit.frame.guard, resubmission));
    }
    auto const then = local_path(request.form.value("then"));
    if (signed_in.workplaces.size() > 1)
        return http::see_other(url::with_query("/sign-in/school", {{"then", then}}));
    return http::see_other(then);
}

http::Response post_sign_in(Visit& visit, http::Request const& request) {
    auto const typed = forms::credentials(request.form);
    if (!typed) return refused(visit, request, typed.error());
    auto const attempt = attempt_of(visit, request, typed->address);
    auto const account = actions::prove(visit, attempt, request.prepared);
    if (!account) return refused(visit, request, {{"address", in_words(account.error())}});
    auto const signed_in = actions::sign_in(visit, *account, attempt);
    if (!signed_in) return refused(visit, request, {{"address", in_words(signed_in.error())}});

    if (visit.who.staff) store::end(visit.db, visit.who.account, token_hash_of(request), visit.now);
    return with_cookies(go_on(visit, request, *signed_in), signed_in->token, attempt);
}

http::Response post_sign_out(Visit& visit, http::Request const& request) {
    if (visit.who.staff) store::end(visit.db, visit.who.account, token_hash_of(request), visit.now);
    return without_cookie(http::see_other(visit.frame.demonstration ? "/demonstration" : "/sign-in"));
}

std::vector<Workplace> workplaces_of(Visit& visit) {
    auto const account = store::account(visit.db, visit.who.account);
    if (!visit.who.staff || !account) return {};
    return actions::workplaces(visit, *account);
}

http::Response get_school_choice(Visit& visit, http::Request const& request) {
    if (!visit.who.staff) return http::see_other("/sign-in");
    return visit.page(
        pages::choose_school(visit.frame.guard, workplaces_of(visit), local_path(request.query.value("then")))
    );
}

http::Response post_school_choice(Visit& visit, http::Request const& request) {
    auto const then = local_path(request.form.value("then"));
    for (auto const& workplace : workplaces_of(visit)) {
        if (std::to_string(workplace.school.number) != request.form.value("school")) continue;
        store::move_to(visit.db, token_hash_of(request), visit.who.account, workplace);
        visit.enter(workplace.school, workplace.school_name);
        return http::see_other(then);
    }
    return http::not_found();
}

}  // namespace

Routes routes() {
    Routes all{
        {"GET", "/sign-in", Permission::anyone, get_sign_in},
        {"POST", "/sign-in", Permission::anyone, post_sign_in, visits::form_bytes, prepare_sign_in},
        {"POST", "/sign-out", Permission::anyone, post_sign_out},
        {"GET", "/sign-in/school", Permission::anyone, get_school_choice},
        {"POST", "/sign-in/school", Permission::anyone, post_school_choice},
    };
    for (auto const& more : {lock_routes(), device_routes(), joining_routes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace sign_in
