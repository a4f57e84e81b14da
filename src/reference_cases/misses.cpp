#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cmath>

#include "reference_cases/reference_cases.hpp"

namespace reference_cases {
namespace {

namespace json = boost::json;

// How far a number may lie from what is expected; none: it has to be the same.
using Tolerance = std::optional<double>;

class Comparison {
public:
    std::vector<std::string> misses;

    void compare(
        std::string const& place, json::value const& expected, json::value const* found, Tolerance tolerance
    ) {
        if (found == nullptr) return miss(place, json::serialize(expected) + " expected, nothing found");
        if (expected.is_number()) return compare_numbers(place, expected, *found, tolerance);
        if (expected.is_array()) return compare_lists(place, expected.get_array(), *found, tolerance);
        if (expected.is_object()) return compare_objects(place, expected.get_object(), *found, tolerance);
        if (expected != *found) differ(place, expected, *found);
    }

private:
    void miss(std::string const& place, std::string const& what) { misses.push_back(place + ": " + what); }
    void differ(std::string const& place, json::value const& expected, json::value const& found) {
        miss(place, json::serialize(expected) + " expected, " + json::serialize(found) + " found");
    }

    void compare_numbers(
        std::string const& place, json::value const& expected, json::value const& found, Tolerance tolerance
    ) {
        if (!found.is_number()) return differ(place, expected, found);
        auto const wanted = expected.to_number<double>();
        auto const apart = std::abs(found.to_number<double>() - wanted);
        // Written so that what is no number is a miss.
        if (!(apart <= tolerance.value_or(0) * std::max(1.0, std::abs(wanted))))
            differ(place, expected, found);
    }

    void compare_lists(
        std::string const& place, json::array const& expected, json::value const& found, Tolerance tolerance
    ) {
        auto const* const list = found.if_array();
        if (list == nullptr || list->size() != expected.size())
            return differ(place, json::value(expected), found);
        for (std::size_t i = 0; i < expected.size(); ++i)
            compare(place + "[" + std::to_string(i) + "]", expected[i], &(*list)[i], tolerance);
    }

    void compare_objects(
        std::string const& place, json::object const& expected, json::value const& found, Tolerance tolerance
    ) {
        auto const* const object = found.if_object();
        if (object == nullptr) return differ(place, json::value(expected), found);
        for (auto const& [key, value] : expected)
            compare(place + "." + std::string(key), value, object->if_contains(key), tolerance);
    }
};

Tolerance tolerance_of(Case const& one, std::string_view key) {
    auto const* const given = one.tolerances.if_contains(key);
    if (given == nullptr || !given->is_number()) return std::nullopt;
    return given->to_number<double>();
}

}  // namespace

std::vector<std::string> misses(Case const& one, json::object const& found) {
    Comparison comparison;
    for (auto const& [key, value] : one.expected)
        comparison.compare(std::string(key), value, found.if_contains(key), tolerance_of(one, key));
    return comparison.misses;
}

}  // namespace reference_cases
