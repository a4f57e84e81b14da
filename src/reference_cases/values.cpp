#include "reference_cases/values.hpp"

#include <stdexcept>

namespace reference_cases {

namespace json = boost::json;

double number(Inputs const& inputs, std::string_view name) { return inputs.at(name).to_number<double>(); }

double number_or(Inputs const& inputs, std::string_view name, double otherwise) {
    auto const* const value = inputs.if_contains(name);
    return value == nullptr || value->is_null() ? otherwise : value->to_number<double>();
}

int whole(Inputs const& inputs, std::string_view name) { return inputs.at(name).to_number<int>(); }

Score score(json::value const& value) {
    return value.is_null() ? std::nullopt : std::optional(value.to_number<double>());
}

std::vector<Score> scores(json::value const& list) {
    std::vector<Score> all;
    for (auto const& value : list.as_array()) all.push_back(score(value));
    return all;
}

std::vector<double> numbers(json::value const& list) {
    std::vector<double> all;
    for (auto const& value : list.as_array()) all.push_back(value.to_number<double>());
    return all;
}

statistics::Alternative alternative(Inputs const& inputs) {
    auto const* const word = inputs.if_contains("alternative");
    auto const known =
        from_word<statistics::Alternative>(word == nullptr ? "less" : std::string_view(word->as_string()));
    if (!known) throw std::invalid_argument("an alternative that is none");
    return *known;
}

statistics::Direction direction(json::value const& word) {
    auto const known = from_word<statistics::Direction>(std::string_view(word.as_string()));
    if (!known) throw std::invalid_argument("a direction that is none");
    return *known;
}

json::value or_null(Score const& value) { return value ? json::value(*value) : json::value(nullptr); }

json::array list_of(std::vector<Score> const& values) {
    json::array list;
    for (auto const& value : values) list.push_back(or_null(value));
    return list;
}

json::array list_of(std::vector<double> const& values) { return json::array(values.begin(), values.end()); }

Found refused(statistics::Refusal refusal) { return {{"error", word(refusal)}}; }

}  // namespace reference_cases
