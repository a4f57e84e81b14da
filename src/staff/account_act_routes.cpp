#include "staff/account_act_routes.hpp"

#include "staff/account_act_actions.hpp"
#include "staff/account_act_store.hpp"
#include "staff/pages.hpp"
#include "visits/saving.hpp"

namespace staff {
namespace {

http::Response get_account_acts(Visit& visit, http::Request const&) {
    return visit.page(
        pages::account_acts(visit.frame.guard, store::unknown_to(visit.db, visit.school, visit.staff()))
    );
}

std::optional<AccountActId> act_of(Visit& visit, http::Request const& request) {
    auto const id = request.id<AccountActId>("act");
    if (!id || !store::is_act(visit.db, visit.school, *id)) return std::nullopt;
    return id;
}

// Ticked twice, as from two devices, it is known all the same.
http::Response post_known(Visit& visit, http::Request const& request) {
    auto const act = act_of(visit, request);
    if (!act) return http::not_found();
    actions::know(visit, *act);
    return visits::saved(account_acts_path, Saved::account_change_known);
}

http::Response post_all_known(Visit& visit, http::Request const& request) {
    auto const act = act_of(visit, request);
    if (!act) return http::not_found();
    actions::know_all_until(visit, *act);
    return visits::saved("/", Saved::account_change_known);
}

}  // namespace

Routes account_act_routes() {
    return {
        {"GET", "/account-changes", Permission::decide_dispute, get_account_acts},
        {"POST", "/account-changes/{act}/known", Permission::decide_dispute, post_known},
        {"POST", "/account-changes/{act}/all-known", Permission::decide_dispute, post_all_known},
    };
}

}  // namespace staff
