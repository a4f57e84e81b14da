#include "reference_cases/values.hpp"
#include "statistics/small_numbers.hpp"

namespace reference_cases {
namespace {

namespace json = boost::json;
using statistics::Count;

std::vector<Count> counts(json::value const& list) {
    std::vector<Count> all;
    for (auto const& value : list.as_array()) all.push_back(value.to_number<Count>());
    return all;
}

statistics::Table table(json::value const& rows) {
    statistics::Table all;
    for (auto const& row : rows.as_array()) all.push_back(counts(row));
    return all;
}

json::array list_of(std::vector<statistics::Cell> const& cells) {
    json::array list;
    for (auto const& cell : cells) list.push_back(json::array{cell.row, cell.column});
    return list;
}

json::array list_of(std::vector<statistics::Bounds> const& bounds) {
    json::array list;
    for (auto const& one : bounds) list.push_back(json::array{one.least, one.most});
    return list;
}

json::array list_of(std::vector<std::size_t> const& places) {
    return json::array(places.begin(), places.end());
}

statistics::SmallNumbers rule(Inputs const& inputs) {
    return {.threshold = whole(inputs, "threshold"), .width = whole(inputs, "min_width")};
}

Found audit(Inputs const& inputs) {
    std::vector<statistics::Cell> hidden;
    for (auto const& cell : inputs.at("suppressed").as_array())
        hidden.push_back(
            {.row = cell.as_array().at(0).to_number<std::size_t>(),
             .column = cell.as_array().at(1).to_number<std::size_t>()}
        );
    return worded(
        statistics::audit(table(inputs.at("table")), hidden),
        [](std::vector<statistics::Bounds> const& bounds) -> Found {
            return {{"intervals", list_of(bounds)}};
        }
    );
}

Found protect_table(Inputs const& inputs) {
    return worded(
        statistics::protect_table(table(inputs.at("table")), rule(inputs)),
        [](auto const& hidden) -> Found {
            return {
                {"primary", list_of(hidden.primary)},
                {"secondary", list_of(hidden.secondary)},
                {"cost", hidden.cost},
                {"intervals_primary", list_of(hidden.bounds)}};
        }
    );
}

Found protect_list(Inputs const& inputs) {
    return worded(
        statistics::protect_list(counts(inputs.at("counts")), rule(inputs)),
        [](auto const& hidden) {
            Found found{
                {"primary", list_of(hidden.primary)},
                {"secondary", list_of(hidden.secondary)},
                {"cost", hidden.cost}};
            if (hidden.bounds) found["interval"] = json::array{hidden.bounds->least, hidden.bounds->most};
            return found;
        }
    );
}

}  // namespace

std::optional<Found> found_of_small_numbers(
    std::string_view method, std::string_view variant, Inputs const& inputs
) {
    if (method != "suppress") return std::nullopt;
    if (variant == "audit_2d") return audit(inputs);
    if (variant == "optimise_2d") return protect_table(inputs);
    if (variant == "optimise_1d") return protect_list(inputs);
    return std::nullopt;
}

}  // namespace reference_cases
