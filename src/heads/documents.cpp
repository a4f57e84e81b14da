#include "heads/documents.hpp"

#include <boost/json.hpp>

namespace heads::documents {
namespace {

namespace json = boost::json;

json::object object_of(Head const& head) {
    return {
        {"school", head.school.number},
        {"log", word(head.log)},
        {"size", static_cast<std::int64_t>(head.size)},
        {"root", sha256::hexadecimal(head.root)},
        {"signed_at", head.signed_at.milliseconds},
        {"public_key", head.public_key},
        {"signature", head.signature}};
}

json::array array_of(merkle::Proof const& proof) {
    json::array array;
    for (auto const& hash : proof) array.emplace_back(sha256::hexadecimal(hash));
    return array;
}

// What is not as it should be is found at once, and ends the reading of the whole.
struct NotSuch {};

json::value const& at(json::object const& object, std::string_view name) {
    auto const* const found = object.if_contains(name);
    if (!found) throw NotSuch();
    return *found;
}

std::string text_at(json::object const& object, std::string_view name) {
    auto const* const text = at(object, name).if_string();
    if (!text) throw NotSuch();
    return std::string(text->begin(), text->end());
}

std::int64_t number_at(json::object const& object, std::string_view name) {
    auto const* const number = at(object, name).if_int64();
    if (!number || *number < 0) throw NotSuch();
    return *number;
}

merkle::Hash hash_in(json::value const& value) {
    auto const* const text = value.if_string();
    auto const hash = text ? sha256::from_hexadecimal(std::string_view(*text)) : std::nullopt;
    if (!hash) throw NotSuch();
    return *hash;
}

json::array const& array_at(json::object const& object, std::string_view name) {
    auto const* const array = at(object, name).if_array();
    if (!array) throw NotSuch();
    return *array;
}

json::object const& object_in(json::value const& value) {
    auto const* const object = value.if_object();
    if (!object) throw NotSuch();
    return *object;
}

Head head_in(json::value const& value) {
    auto const& object = object_in(value);
    auto const log = from_word<Log>(text_at(object, "log"));
    if (!log) throw NotSuch();
    return {
        .school = {static_cast<std::int32_t>(number_at(object, "school"))},
        .log = *log,
        .size = static_cast<merkle::Size>(number_at(object, "size")),
        .root = hash_in(at(object, "root")),
        .signed_at = {number_at(object, "signed_at")},
        .public_key = text_at(object, "public_key"),
        .signature = text_at(object, "signature")};
}

merkle::Proof hashes_at(json::object const& object, std::string_view name) {
    merkle::Proof proof;
    for (auto const& value : array_at(object, name)) proof.push_back(hash_in(value));
    return proof;
}

Parts parts_at(json::object const& object, std::string_view name) {
    Parts parts;
    for (auto const& value : array_at(object, name)) {
        auto const& part = object_in(value);
        parts.emplace_back(text_at(part, "part"), text_at(part, "value"));
    }
    return parts;
}

json::object object_in_text(std::string_view text) {
    boost::system::error_code fault;
    auto const value = json::parse(json::string_view(text.data(), text.size()), fault);
    if (fault) throw NotSuch();
    return object_in(value);
}

}  // namespace

std::string of_heads(std::vector<Head> const& heads) {
    json::array all;
    for (auto const& head : heads) all.emplace_back(object_of(head));
    return json::serialize(json::object{{"heads", std::move(all)}}) + '\n';
}

std::string of_proof(Proof const& proof) {
    json::array parts;
    for (auto const& [name, value] : proof.entry)
        parts.emplace_back(json::object{{"part", name}, {"value", value}});
    json::object object{
        {"entry", std::move(parts)},
        {"leaf", static_cast<std::int64_t>(proof.leaf)},
        {"head", object_of(proof.head)},
        {"inclusion", array_of(proof.inclusion)}};
    if (proof.earlier) {
        object["earlier"] = object_of(*proof.earlier);
        object["consistency"] = array_of(proof.consistency);
    }
    return json::serialize(object) + '\n';
}

std::optional<std::vector<Head>> heads_in(std::string_view text) {
    try {
        auto const object = object_in_text(text);
        std::vector<Head> heads;
        for (auto const& value : array_at(object, "heads")) heads.push_back(head_in(value));
        return heads;
    } catch (NotSuch const&) {
        return std::nullopt;
    }
}

std::optional<Proof> proof_in(std::string_view text) {
    try {
        auto const object = object_in_text(text);
        Proof proof{
            .entry = parts_at(object, "entry"),
            .leaf = static_cast<merkle::Size>(number_at(object, "leaf")),
            .head = head_in(at(object, "head")),
            .inclusion = hashes_at(object, "inclusion")};
        if (object.contains("earlier")) {
            proof.earlier = head_in(at(object, "earlier"));
            proof.consistency = hashes_at(object, "consistency");
        }
        return proof;
    } catch (NotSuch const&) {
        return std::nullopt;
    }
}

}  // namespace heads::documents
