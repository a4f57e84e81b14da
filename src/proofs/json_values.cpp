#include "proofs/json_values.hpp"

#include <boost/json/parse.hpp>

namespace proofs {
namespace {

namespace json = boost::json;

constexpr std::size_t deepest = 8;

json::value const* value_in(json::object const& object, std::string_view name) {
    return object.if_contains(json::string_view(name.data(), name.size()));
}

}  // namespace

std::optional<json::object> object_in(std::string_view text) {
    json::parse_options options;
    options.max_depth = deepest;
    json::error_code fault;
    auto parsed = json::parse(json::string_view(text.data(), text.size()), fault, {}, options);
    if (fault || !parsed.is_object()) return std::nullopt;
    return std::move(parsed.get_object());
}

std::string_view text_in(json::object const& object, std::string_view name) {
    auto const* const value = value_in(object, name);
    if (value == nullptr || !value->is_string()) return {};
    auto const& text = value->get_string();
    return {text.data(), text.size()};
}

std::optional<std::int64_t> number_in(json::object const& object, std::string_view name) {
    auto const* const value = value_in(object, name);
    if (value == nullptr || !value->is_int64()) return std::nullopt;
    return value->get_int64();
}

bool is_true_in(json::object const& object, std::string_view name) {
    auto const* const value = value_in(object, name);
    return value != nullptr && value->is_bool() && value->get_bool();
}

}  // namespace proofs
