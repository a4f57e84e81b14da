#include "county/routes.hpp"

#include <charconv>

#include "county/actions.hpp"
#include "county/pages.hpp"

namespace county {
namespace {

constexpr std::string_view path = "/county";
constexpr std::string_view path_of_csv = "/county/outcomes.csv";

// Counted from 1, as the page numbers them; the first where none is asked for.
std::size_t measure_in(http::Request const& request) {
    auto const text = request.query.value("measure");
    std::size_t number = 1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number > 0 ? number - 1 : 0;
}

// By kind of support where nothing else is asked for.
insight::Dimension dimension_in(http::Request const& request) {
    return from_word<insight::Dimension>(request.query.value("by")).value_or(insight::Dimension::everyone);
}

http::Response get_outcomes(Visit& visit, http::Request const& request) {
    auto const by = dimension_in(request);
    auto const county = actions::outcomes(visit, by);
    return visit.page(pages::outcomes(
        county, {.measure = measure_in(request), .by = by, .path = path, .csv_path = path_of_csv}
    ));
}

http::Response get_csv(Visit& visit, http::Request const&) {
    auto const csv = pages::as_csv(actions::outcomes(visit));
    return http::file(csv, "text/csv; charset=utf-8", "Outcomes over schools.csv");
}

}  // namespace

visits::Routes routes() {
    return {
        {"GET", path, Permission::see_county, get_outcomes},
        {"GET", path_of_csv, Permission::see_county, get_csv},
    };
}

}  // namespace county
