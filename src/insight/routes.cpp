#include "insight/routes.hpp"

#include <algorithm>
#include <charconv>

#include "insight/actions.hpp"
#include "insight/pages.hpp"
#include "insight/store.hpp"
#include "visits/saving.hpp"
#include "visits/visit.hpp"

namespace insight {
namespace {

std::optional<int> year_in(http::Request const& request) {
    auto const text = request.segment("year");
    int year = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    bool const is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number ? std::optional(year) : std::nullopt;
}

pages::Asked asked_in(http::Request const& request) {
    return {
        .provision = std::string(request.query.value("provision")),
        .dimension = from_word<Dimension>(request.query.value("by")).value_or(Dimension::everyone),
        .part = std::string(request.query.value("part"))};
}

// Nobody is led to what they may not make.
std::vector<int> years_to_make(Visit const& visit) {
    return visit.who.may(Permission::make_outcomes) ? actions::years_to_make(visit) : std::vector<int>{};
}

http::Response shown(Visit& visit, Release release, std::vector<int> years, pages::Asked asked) {
    pages::Year const year{
        .release = std::move(release),
        .years = std::move(years),
        .asked = std::move(asked),
        .years_to_make = years_to_make(visit),
        .may_make = visit.who.may(Permission::make_outcomes),
        .may_decide_on_ethnicity = visit.who.may(Permission::decide_on_ethnicity)};
    return visit.page(pages::year(visit.frame.guard, year));
}

http::Response get_insight(Visit& visit, http::Request const& request) {
    auto years = store::years(visit.db, visit.school);
    if (years.empty()) return visit.page(pages::none_yet(years_to_make(visit)));
    auto release = store::find(visit.db, visit.school, years.front()).value();
    return shown(visit, std::move(release), std::move(years), asked_in(request));
}

// Before a year's figures are made for good: what could still be entered.
http::Response get_year_to_make(Visit& visit, int year) {
    auto const years = years_to_make(visit);
    if (std::ranges::find(years, year) == years.end()) return http::not_found();
    bool const coordinates = visit.who.may(Permission::coordinate);
    return visit.page(pages::to_make(visit.frame.guard, year, actions::on_record(visit, year), coordinates));
}

http::Response get_year(Visit& visit, http::Request const& request) {
    auto const year = year_in(request);
    if (!year) return http::not_found();
    auto release = store::find(visit.db, visit.school, *year);
    if (!release) return get_year_to_make(visit, *year);
    return shown(visit, std::move(*release), store::years(visit.db, visit.school), asked_in(request));
}

http::Response get_csv(Visit& visit, http::Request const& request) {
    auto const year = year_in(request);
    auto const release = year ? store::find(visit.db, visit.school, *year) : std::nullopt;
    if (!release) return http::not_found();
    auto const name = "Outcomes " + std::to_string(*year) + "-" + std::to_string(*year + 1) + ".csv";
    return http::file(pages::as_csv(*release), "text/csv; charset=utf-8", name);
}

http::Response post_year(Visit& visit, http::Request const& request) {
    auto const year = year_in(request);
    if (!year) return http::not_found();
    if (actions::make(visit, *year)) return visits::saved(path_of(*year), Saved::outcomes);
    return store::find(visit.db, visit.school, *year) ? http::see_other(path_of(*year)) : http::not_found();
}

http::Response post_county(Visit& visit, http::Request const& request) {
    auto const year = year_in(request);
    if (!year || !store::find(visit.db, visit.school, *year)) return http::not_found();
    if (actions::give_to_the_county(visit, *year))
        return visits::saved(path_of(*year), Saved::outcomes_given);
    return http::see_other(path_of(*year));
}

}  // namespace

visits::Routes routes() {
    return {
        {"GET", "/insight", Permission::see_insight, get_insight},
        {"GET", "/insight/{year}", Permission::see_insight, get_year},
        {"GET", "/insight/{year}/outcomes.csv", Permission::see_insight, get_csv},
        {"POST", "/insight/{year}", Permission::make_outcomes, post_year},
        {"POST", "/insight/{year}/county", Permission::make_outcomes, post_county},
    };
}

}  // namespace insight
