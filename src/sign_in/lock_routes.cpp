#include "sign_in/lock_routes.hpp"

#include "sign_in/arrival_routes.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/proving_routes.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"

namespace sign_in {
namespace {

bool is_locked(Visit& visit, http::Request const& request) {
    auto const presence = store::presence(visit.db, token_hash_of(request));
    return presence && presence->locked_at;
}

http::Response post_lock(Visit& visit, http::Request const& request) {
    auto const then = local_path(request.query.value("then"));
    if (!visit.who.staff) return http::see_other(pages::path_then(then));
    store::lock(visit.db, token_hash_of(request), visit.now);
    return without_traces(http::see_other(pages::locked_then(then)));
}

http::Response get_locked(Visit& visit, http::Request const& request) {
    auto const then = request.query.value("then");
    if (!visit.who.staff) return http::see_other(pages::path_then(local_path(then)));
    if (!is_locked(visit, request)) return http::see_other(local_path(then));
    return visit.page(
        pages::locked(visit.frame.guard, ways_to_prove(visit, request), {.then = local_path(then)})
    );
}

// The sign-in's time may be over meanwhile; what was sent waits for the next one.
http::Response sign_in_anew(Visit const& visit, http::Request const& request) {
    auto const resubmission = visits::carried(request.form);
    if (!resubmission.path.empty())
        return visit.form_again(
            pages::sign_in_again(visit.frame.guard, passkey_place(visit, request), resubmission)
        );
    return http::see_other(pages::path_then(local_path(request.form.value("then"))));
}

http::Response post_going_on(Visit& visit, http::Request const& request) {
    if (!visit.who.staff) return sign_in_anew(visit, request);
    if (!is_locked(visit, request)) return go_on(visit, request);
    if (auto const errors = faults_of_proof(visit, request); !errors.empty()) {
        auto response = visit.form_again(pages::locked(
            visit.frame.guard, ways_to_prove(visit, request), interrupted_in(request), {request.form, errors}
        ));
        response.keeps_writes = true;
        return response;
    }
    store::unlock(visit.db, token_hash_of(request), visit.now);
    return go_on(visit, request);
}

}  // namespace

http::Response locked_first(Visit& visit, http::Request const& request) {
    if (request.method == "GET" || request.method == "HEAD")
        return http::see_other(pages::locked_then(request.path));
    pages::Interrupted const interrupted{"/", {request.path, request.form}};
    return visit.form_again(pages::locked(visit.frame.guard, ways_to_prove(visit, request), interrupted));
}

Routes lock_routes() {
    return {
        {"POST", "/lock", Permission::anyone, post_lock},
        {"GET", "/locked", Permission::anyone, get_locked},
        {"POST", "/locked", Permission::anyone, post_going_on, visits::form_bytes, prepare_proof},
    };
}

}  // namespace sign_in
