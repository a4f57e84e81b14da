#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "statistics/refusal.hpp"
#include "statistics/single_case.hpp"

// Inputs of a case as the methods take them, and what they found as JSON. Inputs of another shape throw
// std::exception, which `found` answers.
namespace reference_cases {

using Inputs = boost::json::object;
using Found = boost::json::object;
using Score = std::optional<double>;

double number(Inputs const& inputs, std::string_view name);
double number_or(Inputs const& inputs, std::string_view name, double otherwise);
int whole(Inputs const& inputs, std::string_view name);
Score score(boost::json::value const& value);
std::vector<Score> scores(boost::json::value const& list);
std::vector<double> numbers(boost::json::value const& list);
statistics::Alternative alternative(Inputs const& inputs);
statistics::Direction direction(boost::json::value const& word);

boost::json::value or_null(Score const& value);
boost::json::array list_of(std::vector<Score> const& values);
boost::json::array list_of(std::vector<double> const& values);
// {"error": "zero_variance"}
Found refused(statistics::Refusal refusal);

// What was found, worded by `words`, or the refusal.
template <class Figures, class Words>
Found worded(statistics::Result<Figures> const& result, Words words) {
    return result ? words(*result) : refused(result.error());
}

// What each family of methods finds; none where it does not know the method.
std::optional<Found> found_of_one_pupil(
    std::string_view method, std::string_view variant, Inputs const& inputs
);
std::optional<Found> found_of_change(std::string_view method, std::string_view variant, Inputs const& inputs);
std::optional<Found> found_of_groups(std::string_view method, std::string_view variant, Inputs const& inputs);
std::optional<Found> found_of_small_numbers(
    std::string_view method, std::string_view variant, Inputs const& inputs
);

}  // namespace reference_cases
