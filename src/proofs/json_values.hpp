#pragma once

#include <boost/json/object.hpp>
#include <optional>
#include <string_view>

// Values of JSON that strangers wrote (RFC 8259): what is of another kind than it should be is absent.
namespace proofs {

// The object that the text is; none where it is anything else, or nested beyond all need.
std::optional<boost::json::object> object_in(std::string_view text);

// Empty where there is no such text.
std::string_view text_in(boost::json::object const& object, std::string_view name);

// Seconds since 1970, as tokens give times; whole ones alone.
std::optional<std::int64_t> number_in(boost::json::object const& object, std::string_view name);

bool is_true_in(boost::json::object const& object, std::string_view name);

}  // namespace proofs
