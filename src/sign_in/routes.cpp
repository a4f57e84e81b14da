#include "sign_in/routes.hpp"

#include "base/secret.hpp"
#include "html/url.hpp"
#include "schools/store.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/app_actions.hpp"
#include "sign_in/app_store.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/device_routes.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/joining_routes.hpp"
#include "sign_in/lock_routes.hpp"
#include "sign_in/openid_actions.hpp"
#include "sign_in/openid_routes.hpp"
#include "sign_in/openid_rules.hpp"
#include "sign_in/own_routes.hpp"
#include "sign_in/pages.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/proving_routes.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/second_way_actions.hpp"
#include "sign_in/second_way_routes.hpp"
#include "sign_in/store.hpp"
#include "sign_in/way_change_actions.hpp"
#include "staff/account_act_actions.hpp"
#include "visits/resubmission.hpp"

namespace sign_in {
namespace {

pages::OtherWays others(Visit const& visit, http::Request const& request) {
    return {passkey_place(visit, request), actions::providers_here(visit)};
}

http::Response get_sign_in(Visit& visit, http::Request const& request) {
    auto const then = local_path(request.query.value("then"));
    if (visit.who.staff) return http::see_other(then);
    if (!schools::store::any_school(visit.db)) return http::see_other("/set-up");
    return visit.page(pages::sign_in(visit.frame.guard, others(visit, request), design::blank(), then));
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
    auto const ways = others(visit, request);
    auto response = visit.form_again(
        resubmission.path.empty()
            ? pages::sign_in(visit.frame.guard, ways, answers, local_path(request.form.value("then")))
            : pages::sign_in_again(visit.frame.guard, ways.passkey, resubmission, answers)
    );
    response.keeps_writes = true;
    return response;
}

// What was typed when the time was over is shown again, under the guard of the new sign-in.
http::Response arrive(
    Visit& visit, http::Request const& request, Account const& account, actions::SignedIn const& signed_in
) {
    auto const resubmission = visits::carried(request.form);
    if (!resubmission.path.empty() && local_path(resubmission.path) == resubmission.path) {
        visit.frame.guard.csrf = secret::masked(csrf_of(signed_in.token));
        return visit.page(pages::send_again(visit.frame.guard, resubmission));
    }
    auto const then = actions::going_on(visit, account.id, local_path(request.form.value("then")));
    if (signed_in.workplaces.size() > 1)
        return http::see_other(url::with_query("/sign-in/school", {{"then", then}}));
    return http::see_other(then);
}

// Whoever was signed in here before is no more.
http::Response come_in(
    Visit& visit,
    http::Request const& request,
    Account const& account,
    Attempt const& attempt,
    actions::Code by = actions::Code::of_app
) {
    auto const before = visit.who;
    auto const signed_in = actions::sign_in(visit, account, attempt);
    if (!signed_in) return refused(visit, request, {{"address", in_words(signed_in.error())}});
    if (before.staff) store::end(visit.db, before.account, token_hash_of(request), visit.now);
    auto response = arrive(visit, request, account, *signed_in);
    if (by == actions::Code::of_recovery) {
        visit.who.staff = signed_in->staff;
        staff::actions::tell_recovery_code_used(visit);
        actions::tell_way_changed(visit, account.id, WayChange::recovery_code_used);
    }
    return with_cookies(std::move(response), signed_in->token, attempt);
}

http::Response ask_for_code(Visit& visit, http::Request const& request, Account const& account) {
    return visit.page(
        pages::enter_code(visit.frame.guard, {actions::await_code(visit, account), interrupted_in(request)})
    );
}

http::Response post_sign_in(Visit& visit, http::Request const& request) {
    auto const typed = forms::credentials(request.form);
    if (!typed) return refused(visit, request, typed.error());
    auto const attempt = attempt_of(visit, request, typed->address);
    auto const account = actions::prove(visit, attempt, request.prepared);
    if (!account) return refused(visit, request, {{"address", in_words(account.error())}});
    if (actions::asks_for_code(visit, account->id)) return ask_for_code(visit, request, *account);
    if (actions::asks_for_passkey(visit, account->id))
        return refused(visit, request, {{"password", in_words(Refused{Refusal::passkey_demanded})}});
    return come_in(visit, request, *account, attempt);
}

http::Response post_code(Visit& visit, http::Request const& request) {
    auto const token = std::string(request.form.value("token"));
    auto const account = actions::who_is_awaited(visit, token);
    // Looking for the telephone took too long: the password again.
    if (!account)
        return refused(visit, request, {{"address", "That took longer than 10 minutes. Sign in again"}});
    auto const again = [&](FormErrors const& errors) {
        auto response = visit.form_again(
            pages::enter_code(visit.frame.guard, {token, interrupted_in(request)}, {request.form, errors})
        );
        response.keeps_writes = true;
        return response;
    };
    auto const typed = forms::code(request.form);
    if (!typed) return again(typed.error());
    auto const attempt = attempt_of(visit, request, account->address);
    auto const proven = actions::prove_code(visit, *account, attempt, *typed);
    if (!proven) return again({{"code", in_words(proven.error())}});
    store::end_awaiting(visit.db, account->id);
    return come_in(visit, request, *account, attempt, *proven);
}

http::Response post_passkey(Visit& visit, http::Request const& request) {
    auto const account = actions::prove_passkey(visit, forms::passkey_use(request.form), Purpose::sign_in);
    if (!account) return refused(visit, request, {{"passkey", in_words(account.error())}});
    return come_in(visit, request, *account, attempt_of(visit, request, account->address));
}

http::Response post_sign_out(Visit& visit, http::Request const& request) {
    if (visit.who.staff) store::end(visit.db, visit.who.account, token_hash_of(request), visit.now);
    return leaving(http::see_other(visit.frame.demonstration ? "/demonstration" : "/sign-in"));
}

// Where whoever came in by a provider goes on, the school takes that provider's word too.
std::vector<Workplace> workplaces_of(Visit& visit, http::Request const& request) {
    auto const account = store::account(visit.db, visit.who.account);
    if (!visit.who.staff || !account) return {};
    auto all = actions::workplaces(visit, *account);
    auto const by = store::vouched_by(visit.db, token_hash_of(request));
    std::erase_if(all, [&](auto const& one) { return !takes_word(visit.providers.get(), one.school, by); });
    return all;
}

http::Response get_school_choice(Visit& visit, http::Request const& request) {
    if (!visit.who.staff) return http::see_other("/sign-in");
    return visit.page(pages::choose_school(
        visit.frame.guard, workplaces_of(visit, request), local_path(request.query.value("then"))
    ));
}

http::Response post_school_choice(Visit& visit, http::Request const& request) {
    auto const then = local_path(request.form.value("then"));
    for (auto const& workplace : workplaces_of(visit, request)) {
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
        {"POST", "/sign-in/code", Permission::anyone, post_code},
        {"POST", "/sign-in/passkey", Permission::anyone, post_passkey},
        {"POST", "/sign-out", Permission::anyone, post_sign_out},
        {"GET", "/sign-in/school", Permission::anyone, get_school_choice},
        {"POST", "/sign-in/school", Permission::anyone, post_school_choice},
    };
    for (auto const& more :
         {lock_routes(),
          proving_routes(),
          own_routes(),
          second_way_routes(),
          openid_routes(),
          device_routes(),
          joining_routes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace sign_in
