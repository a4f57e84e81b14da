#include "child_keys/rules.hpp"

#include "base/base64.hpp"
#include "base/base64url.hpp"
#include "base/secret.hpp"
#include "db/vault.hpp"

namespace child_keys {
namespace {

constexpr std::size_t id_bytes = 16;
constexpr std::size_t id_letters = 22;

std::string place_of(ChildKey const& row) { return "child key " + row.id + " of " + owner_of(row); }

}  // namespace

std::string owner_of(ChildKey const& row) {
    return row.record + " record of " + row.whom + " in school " + std::to_string(row.school.number);
}

NewKey new_key(sealed::Key const& of_school, SchoolId school, std::string whom, std::string record) {
    NewKey made{
        .row =
            {.id = base::base64url(secret::random_bytes(id_bytes)),
             .school = school,
             .whom = std::move(whom),
             .record = std::move(record),
             .wrapped = {}},
        .key = sealed::new_key()};
    made.row.wrapped = wrapped(of_school, made.row, made.key);
    return made;
}

std::string wrapped(sealed::Key const& of_school, ChildKey const& row, sealed::Key const& key) {
    return sealed::seal(of_school, sealed::text_of(key), place_of(row));
}

std::optional<sealed::Key> unwrapped(sealed::Key const& of_school, ChildKey const& row) {
    auto const text = sealed::opened(of_school, row.wrapped, place_of(row));
    return text ? sealed::key_of(*text) : std::nullopt;
}

sealed::Key key_of_school(sealed::Key const& of_installation, SchoolId school) {
    return sealed::key_for(of_installation, static_cast<std::uint64_t>(school.number));
}

std::string sealed_text(ChildKey const& row, sealed::Key const& key, std::string_view words) {
    return std::string(db::sealed_mark) + row.id +
           base::base64(sealed::seal_into_bytes(key, words, owner_of(row))) + db::sealed_end;
}

std::string_view key_named_in(std::string_view text) {
    if (!db::is_sealed(text) || text.size() < db::sealed_mark.size() + id_letters) return {};
    return text.substr(db::sealed_mark.size(), id_letters);
}

std::optional<std::string> words_in(
    std::string_view text, sealed::Key const& key, std::string_view belonging_to
) {
    if (!text.ends_with(db::sealed_end)) return std::nullopt;
    text.remove_suffix(1);
    auto const bytes = base::from_base64(text.substr(db::sealed_mark.size() + id_letters));
    return bytes ? sealed::opened_bytes(key, *bytes, belonging_to) : std::nullopt;
}

}  // namespace child_keys
