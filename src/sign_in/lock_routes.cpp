#include "sign_in/lock_routes.hpp"

#include "sign_in/actions.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"

namespace sign_in {
namespace {

bool is_locked(Visit& visit, http::Request const& request) {
    auto const presence = store::presence(visit.db, token_hash_of(request));
    return presence && presence->locked_at;
}

pages::Lock lock_of(Visit const& visit, std::string_view then, visits::Resubmission resubmission = {}) {
    return {
        .person_name = visit.who.name,
        .then = local_path(then),
        .resubmission = std::move(resubmission),
        .asks_password = !store::people_are_made_up(visit.db)};
}

http::Response post_lock(Visit& visit, http::Request const& request) {
    auto const then = local_path(request.query.value("then"));
    if (!visit.who.staff) return http::see_other(pages::path_then(then));
    store::lock(visit.db, token_hash_of(request), visit.now);
    auto response = http::see_other(pages::locked_then(then));
    // Back must show nothing that was open before.
    response.with("Clear-Site-Data", "\"cache\"");
    return response;
}

http::Response get_locked(Visit& visit, http::Request const& request) {
    auto const then = request.query.value("then");
    if (!visit.who.staff) return http::see_other(pages::path_then(local_path(then)));
    if (!is_locked(visit, request)) return http::see_other(local_path(then));
    return visit.page(pages::locked(visit.frame.guard, lock_of(visit, then)));
}

// The sign-in's time may be over meanwhile; what was sent waits for the next one.
http::Response sign_in_anew(Visit const& visit, http::Request const& request) {
    auto const resubmission = visits::carried(request.form);
    if (!resubmission.path.empty())
        return visit.form_again(pages::sign_in_again(visit.frame.guard, resubmission));
    return http::see_other(pages::path_then(local_path(request.form.value("then"))));
}

http::Response go_on(Visit const& visit, http::Request const& request) {
    auto const resubmission = visits::carried(request.form);
    if (!resubmission.path.empty() && local_path(resubmission.path) == resubmission.path)
        return visit.page(pages::send_again(visit.frame.guard, resubmission));
    return http::see_other(local_path(request.form.value("then")));
}

std::optional<http::Response> prepare_going_on(Visit& visit, http::Request& request) {
    auto const typed = forms::password(request.form);
    if (!typed || !visit.who.staff) return std::nullopt;
    auto const account = store::account(visit.db, visit.who.account);
    if (!account) return std::nullopt;
    auto const attempt = attempt_of(visit, request, account->address);
    if (actions::paused(visit, attempt)) return std::nullopt;
    request.prepared = actions::fitting_hash(visit, attempt, *typed);
    return std::nullopt;
}

// Why the lock stays; empty where this person may go on.
FormErrors faults(Visit& visit, http::Request const& request) {
    if (store::people_are_made_up(visit.db)) return {};
    if (auto const typed = forms::password(request.form); !typed) return typed.error();
    auto const account = store::account(visit.db, visit.who.account);
    auto const attempt = attempt_of(visit, request, account ? account->address : std::string());
    auto const proven = actions::prove(visit, attempt, request.prepared);
    if (proven) return {};
    bool const wrong = proven.error().refusal == Refusal::wrong;
    return {{"password", wrong ? "This is not the password of " + visit.who.name : in_words(proven.error())}};
}

http::Response post_going_on(Visit& visit, http::Request const& request) {
    if (!visit.who.staff) return sign_in_anew(visit, request);
    if (!is_locked(visit, request)) return go_on(visit, request);
    if (auto const errors = faults(visit, request); !errors.empty()) {
        auto const lock = lock_of(visit, request.form.value("then"), visits::carried(request.form));
        auto response = visit.form_again(pages::locked(visit.frame.guard, lock, {request.form, errors}));
        response.keeps_writes = true;
        return response;
    }
    store::unlock(visit.db, token_hash_of(request), visit.now);
    return go_on(visit, request);
}

}  // namespace

http::Response locked_first(Visit const& visit, http::Request const& request) {
    if (request.method == "GET" || request.method == "HEAD")
        return http::see_other(pages::locked_then(request.path));
    auto const lock = lock_of(visit, "/", {request.path, request.form});
    return visit.form_again(pages::locked(visit.frame.guard, lock));
}

Routes lock_routes() {
    return {
        {"POST", "/lock", Permission::anyone, post_lock},
        {"GET", "/locked", Permission::anyone, get_locked},
        {"POST", "/locked", Permission::anyone, post_going_on, visits::form_bytes, prepare_going_on},
    };
}

}  // namespace sign_in
