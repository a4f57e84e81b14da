#include "sign_in/device_routes.hpp"

#include "base/secret.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/password_rules.hpp"
#include "sign_in/store.hpp"

namespace sign_in {
namespace {

http::Response post_end(Visit& visit, http::Request const& request) {
    store::end(visit.db, visit.who.account, std::string(request.form.value("device")), visit.now);
    return http::see_other("/sign-ins");
}

http::Response post_end_all(Visit& visit, http::Request const&) {
    store::end_all_but(visit.db, visit.who.account, "", visit.now);
    return leaving(http::see_other("/sign-in"));
}

http::Response get_password(Visit& visit, http::Request const&) {
    return visit.page(pages::change_password(visit.frame.guard, design::blank()));
}

// The old hash that was proven and the new one, on their way from preparation to the writer.
struct Hashes {
    std::string old;
    std::string chosen;
};

std::string joined(Hashes const& hashes) { return hashes.old + '\n' + hashes.chosen; }

Hashes split(std::string const& prepared) {
    auto const end = prepared.find('\n');
    if (end == std::string::npos) return {};
    return {prepared.substr(0, end), prepared.substr(end + 1)};
}

std::optional<PasswordFault> fault_of(
    Visit const& visit, std::string const& password, std::string const& address
) {
    return password_fault(password, address, visit.school_name);
}

std::optional<http::Response> prepare_password(Visit& visit, http::Request& request) {
    auto const typed = forms::new_password(request.form);
    if (!typed || !visit.who.staff) return std::nullopt;
    auto const account = store::account(visit.db, visit.who.account);
    if (!account || fault_of(visit, typed->chosen, account->address)) return std::nullopt;
    auto const attempt = attempt_of(visit, request, account->address);
    if (actions::paused(visit, attempt)) return std::nullopt;
    auto const old = actions::fitting_hash(visit, attempt, typed->old);
    if (!old.empty()) request.prepared = joined({old, secret::hash_of_password(typed->chosen)});
    return std::nullopt;
}

http::Response post_password(Visit& visit, http::Request const& request) {
    auto const again = [&](FormErrors const& errors) {
        auto response = visit.form_again(pages::change_password(visit.frame.guard, {request.form, errors}));
        response.keeps_writes = true;
        return response;
    };
    auto const typed = forms::new_password(request.form);
    if (!typed) return again(typed.error());
    auto const account = store::account(visit.db, visit.who.account);
    if (!account) return http::not_found();
    if (auto const fault = fault_of(visit, typed->chosen, account->address))
        return again({{"password", in_words(*fault)}});

    auto const hashes = split(request.prepared);
    auto const proven = actions::prove(visit, attempt_of(visit, request, account->address), hashes.old);
    if (!proven)
        return again(
            {{"old",
              proven.error().refusal == Refusal::wrong ? "This is not the password that you use now"
                                                       : in_words(proven.error())}}
        );
    actions::forget_failures(visit, attempt_of(visit, request, account->address));
    actions::change_password(visit, *proven, hashes.chosen, token_hash_of(request));
    return http::see_other("/sign-ins");
}

}  // namespace

Routes device_routes() {
    return {
        {"POST", "/sign-ins/end", Permission::signed_in, post_end},
        {"POST", "/sign-ins/end-all", Permission::signed_in, post_end_all},
        {"GET", "/password", Permission::signed_in, get_password},
        {"POST", "/password", Permission::signed_in, post_password, visits::form_bytes, prepare_password},
    };
}

}  // namespace sign_in
