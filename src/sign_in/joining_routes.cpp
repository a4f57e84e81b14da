#include "sign_in/joining_routes.hpp"

#include "base/secret.hpp"
#include "schools/store.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/invitation_actions.hpp"
#include "sign_in/joining_pages.hpp"
#include "sign_in/openid_actions.hpp"
#include "sign_in/password_rules.hpp"
#include "sign_in/proving_pages.hpp"

namespace sign_in {
namespace {

http::Response get_set_up(Visit& visit, http::Request const&) {
    if (schools::store::any_school(visit.db)) return http::see_other("/");
    return visit.page(pages::set_up(visit.frame.guard, design::blank()));
}

std::optional<http::Response> prepare_set_up(Visit& visit, http::Request& request) {
    auto const typed = forms::set_up(request.form);
    if (!typed || actions::stranger_paused(visit, attempt_of(visit, request, typed->address)))
        return std::nullopt;
    if (!actions::is_set_up_code(visit, typed->code)) return std::nullopt;
    if (password_fault(typed->password, typed->address, typed->school_name)) return std::nullopt;
    request.prepared = secret::hash_of_password(typed->password);
    return std::nullopt;
}

http::Response post_set_up(Visit& visit, http::Request const& request) {
    if (schools::store::any_school(visit.db)) return http::see_other("/");
    auto const again = [&](FormErrors const& errors) {
        auto response = visit.form_again(pages::set_up(visit.frame.guard, {request.form, errors}));
        response.keeps_writes = true;
        return response;
    };
    auto const typed = forms::set_up(request.form);
    if (!typed) return again(typed.error());
    auto const attempt = attempt_of(visit, request, typed->address);
    if (auto const until = actions::stranger_paused(visit, attempt))
        return again({{"code", in_words(Refused{Refusal::paused, *until})}});
    if (!actions::is_set_up_code(visit, typed->code)) {
        actions::count_failure_of_stranger(visit, attempt);
        return again({{"code", in_words(Refused{Refusal::wrong_code})}});
    }
    if (auto const fault = password_fault(typed->password, typed->address, typed->school_name))
        return again({{"password", in_words(*fault)}});
    if (request.prepared.empty()) return again({{"code", in_words(Refused{Refusal::wrong_code})}});

    auto const first = actions::set_up(visit, *typed, request.prepared);
    auto const token = actions::sign_in_at(visit, first.account, first.workplace, attempt);
    return with_cookies(http::see_other("/school"), token, attempt);
}

// A link for a new password takes every other way away, and leads to a password alone.
std::vector<ProviderKind> providers_for(Visit const& visit, actions::Invited const& invited) {
    if (invited.person.account) return {};
    return actions::providers_here(visit);
}

pages::InvitationWords words_of(
    Visit const& visit, actions::Invited const& invited, http::Request const& request
) {
    return {
        .token = std::string(request.segment("token")),
        .name = invited.person.name,
        .address = invited.account ? invited.account->address : invited.person.address,
        .school_name = invited.workplace.school_name,
        .chooses_password = invited.chooses_password(),
        .has_account = invited.account.has_value(),
        .providers = providers_for(visit, invited)};
}

http::Response link_over(Visit& visit) {
    auto response = visit.page(pages::invitation_over());
    response.status = 410;
    return response;
}

http::Response get_invitation(Visit& visit, http::Request const& request) {
    auto const invited = actions::invited(visit, request.segment("token"));
    if (!invited) return http::not_found();
    if (invited->state != staff::InvitationState::open) return link_over(visit);
    return visit.page(
        pages::invitation(visit.frame.guard, words_of(visit, *invited, request), design::blank())
    );
}

// Hashes the chosen password, or finds the hash that the proven one fits.
std::optional<http::Response> prepare_invitation(Visit& visit, http::Request& request) {
    auto const invited = actions::invited(visit, request.segment("token"));
    auto const password = forms::password(request.form);
    if (!invited || !password || invited->state != staff::InvitationState::open) return std::nullopt;
    auto const words = words_of(visit, *invited, request);
    if (invited->chooses_password()) {
        if (!password_fault(*password, words.address, words.school_name))
            request.prepared = secret::hash_of_password(*password);
        return std::nullopt;
    }
    auto const attempt = attempt_of(visit, request, words.address);
    if (!actions::paused(visit, attempt)) request.prepared = actions::fitting_hash(visit, attempt, *password);
    return std::nullopt;
}

std::optional<std::string> refusal_of(
    Visit& visit, http::Request const& request, actions::Invited const& invited, std::string const& password
) {
    auto const words = words_of(visit, invited, request);
    if (invited.chooses_password()) {
        auto const fault = password_fault(password, words.address, words.school_name);
        if (fault) return in_words(*fault);
        return std::nullopt;
    }
    auto const proven = actions::prove(visit, attempt_of(visit, request, words.address), request.prepared);
    if (!proven) return in_words(proven.error());
    return std::nullopt;
}

// Their account is of another school too, and the password that they proved is half of it.
http::Response ask_for_code(Visit& visit, Account const& account) {
    return visit.page(
        pages::enter_code(visit.frame.guard, {actions::await_code(visit, account), pages::Interrupted{}})
    );
}

http::Response post_invitation(Visit& visit, http::Request const& request) {
    auto invited = actions::invited(visit, request.segment("token"));
    if (!invited) return http::not_found();
    if (invited->state != staff::InvitationState::open) return link_over(visit);
    auto const again = [&](FormErrors const& errors) {
        auto response = visit.form_again(
            pages::invitation(visit.frame.guard, words_of(visit, *invited, request), {request.form, errors})
        );
        response.keeps_writes = true;
        return response;
    };
    auto const password = forms::password(request.form);
    if (!password) return again(password.error());
    if (auto const refusal = refusal_of(visit, request, *invited, *password))
        return again({{"password", *refusal}});
    // Someone made the account between preparation and here: the page now asks for what is right.
    if (request.prepared.empty()) return again({{"password", "Enter the password once more"}});

    auto const token = std::string(request.segment("token"));
    if (!actions::accept(visit, *invited, token, request.prepared)) return link_over(visit);
    auto const attempt = attempt_of(visit, request, invited->account->address);
    if (actions::asks_for_code(visit, invited->account->id)) return ask_for_code(visit, *invited->account);
    auto const signed_in = actions::sign_in_at(visit, *invited->account, invited->workplace, attempt);
    return with_cookies(http::see_other("/"), signed_in, attempt);
}

}  // namespace

Routes joining_routes() {
    return {
        {"GET", "/set-up", Permission::anyone, get_set_up},
        {"POST", "/set-up", Permission::anyone, post_set_up, visits::form_bytes, prepare_set_up},
        {"GET", "/invitations/{token}", Permission::anyone, get_invitation},
        {"POST",
         "/invitations/{token}",
         Permission::anyone,
         post_invitation,
         visits::form_bytes,
         prepare_invitation},
    };
}

}  // namespace sign_in
