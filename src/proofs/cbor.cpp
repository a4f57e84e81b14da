#include "proofs/cbor.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace proofs {
namespace {

std::optional<std::int64_t> number_of(cbor_item_t const* item) {
    if (!cbor_isa_uint(item) && !cbor_isa_negint(item)) return std::nullopt;
    auto const value = cbor_get_int(item);
    if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    auto const number = static_cast<std::int64_t>(value);
    return cbor_isa_negint(item) ? -1 - number : number;
}

std::optional<std::string> bytes_of(cbor_item_t* item) {
    if (!cbor_isa_bytestring(item) || !cbor_bytestring_is_definite(item)) return std::nullopt;
    return std::string(
        reinterpret_cast<char const*>(cbor_bytestring_handle(item)), cbor_bytestring_length(item)
    );
}

bool is_named(cbor_item_t* key, std::string_view name) {
    if (!cbor_isa_string(key) || !cbor_string_is_definite(key)) return false;
    return name ==
           std::string_view(reinterpret_cast<char const*>(cbor_string_handle(key)), cbor_string_length(key));
}

// Null where nothing fits.
template <class Fits>
cbor_item_t* value_in(cbor_item_t* map, Fits const& fits) {
    std::span<cbor_pair> const pairs(cbor_map_handle(map), cbor_map_size(map));
    auto const found = std::ranges::find_if(pairs, [&](cbor_pair const& pair) { return fits(pair.key); });
    return found == pairs.end() ? nullptr : found->value;
}

cbor_item_t* numbered(cbor_item_t* map, std::int64_t number) {
    return value_in(map, [&](cbor_item_t const* key) { return number_of(key) == number; });
}

}  // namespace

std::optional<CborMap> CborMap::read(std::string_view bytes) {
    cbor_load_result result{};
    Item item(cbor_load(reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(), &result));
    if (item == nullptr || result.error.code != CBOR_ERR_NONE) return std::nullopt;
    if (!cbor_isa_map(item.get()) || !cbor_map_is_definite(item.get())) return std::nullopt;
    return CborMap(std::move(item), result.read);
}

std::optional<std::string> CborMap::bytes(std::string_view name) const {
    auto* const value = value_in(item_.get(), [&](cbor_item_t* key) { return is_named(key, name); });
    return value == nullptr ? std::nullopt : bytes_of(value);
}

std::optional<std::string> CborMap::bytes(std::int64_t number) const {
    auto* const value = numbered(item_.get(), number);
    return value == nullptr ? std::nullopt : bytes_of(value);
}

std::optional<std::int64_t> CborMap::number(std::int64_t number) const {
    auto const* const value = numbered(item_.get(), number);
    return value == nullptr ? std::nullopt : number_of(value);
}

}  // namespace proofs
