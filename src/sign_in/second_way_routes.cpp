#include "sign_in/second_way_routes.hpp"

#include "http/read_form.hpp"
#include "sign_in/arrival_routes.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/second_way_actions.hpp"
#include "sign_in/second_way_pages.hpp"
#include "sign_in/second_way_store.hpp"
#include "visits/saving.hpp"

namespace sign_in {
namespace {

constexpr std::string_view path_of_demand = "/school/second-way";
constexpr int days_to_get_ready = 14;  // what the form proposes; the administrator chooses
constexpr int days_ahead = 366;

Expected<SecondWayWish, FormErrors> wish_in(Fields const& fields, Date today) {
    http::FormReader form(fields);
    http::DateLimits const limits{.earliest = today + 1, .latest = today + days_ahead, .today = today};
    SecondWayWish wish{
        .roles = form.choices<visits::Role>("roles"),
        .starts_on = form.date("starts_on", "Enter the day from which it is demanded", limits)};
    if (!form.errors().empty()) return refuse(form.errors());
    return wish;
}

// The day that is still to come, where there is one.
Fields typed(std::vector<SecondWayDemand> const& stands, Date today) {
    Fields fields;
    auto day = today + days_to_get_ready;
    for (auto const& demand : stands) {
        fields.add("roles", std::string(word(demand.role)));
        if (demand.starts_on > today) day = demand.starts_on;
    }
    fields.add("starts_on", calendar::iso(day));
    return fields;
}

design::Page demand_page(Visit& visit, std::vector<SecondWayDemand> const& stands, Answers const& answers) {
    auto const without =
        store::without_second_way(visit.db, visit.school, visit.today, actions::passkeys_work_here(visit));
    return pages::demand_second_way(visit.frame.guard, stands, without, answers);
}

http::Response get_demand(Visit& visit, http::Request const&) {
    auto const stands = store::second_way_demands(visit.db, visit.school);
    return visit.page(demand_page(visit, stands, {typed(stands, visit.today), FormErrors{}}));
}

http::Response post_demand(Visit& visit, http::Request const& request) {
    auto const wish = wish_in(request.form, visit.today);
    if (!wish) {
        auto const stands = store::second_way_demands(visit.db, visit.school);
        return visit.form_again(demand_page(visit, stands, {request.form, wish.error()}));
    }
    actions::demand_second_way(visit, *wish);
    return visits::saved(path_of_demand, Saved::second_way);
}

http::Response get_second_way(Visit& visit, http::Request const& request) {
    auto const demand = actions::own_demand(visit, visit.who.account);
    if (!demand) return http::see_other("/sign-ins");
    return visit.page(pages::add_second_way(
        visit.frame.guard, {.demand = *demand, .passkeys = passkey_place(visit, request)}
    ));
}

}  // namespace

http::Response second_way_first(Visit& visit, http::Request const& request) {
    auto const demand = actions::own_demand(visit, visit.who.account);
    bool const only_looks = request.method == "GET" || request.method == "HEAD";
    if (only_looks || !demand) return http::see_other("/sign-ins/second-way");
    return visit.form_again(
        pages::add_second_way_first(visit.frame.guard, *demand, {request.path, request.form})
    );
}

Routes second_way_routes() {
    return {
        {"GET", "/school/second-way", Permission::run_school, get_demand},
        visits::fresh({"POST", "/school/second-way", Permission::run_school, post_demand}),
        {"GET", "/sign-ins/second-way", Permission::signed_in, get_second_way},
    };
}

}  // namespace sign_in
