#include "proofs/passkey.hpp"

#include <algorithm>

#include "proofs/authenticator_data.hpp"
#include "proofs/client_data.hpp"
#include "proofs/public_key.hpp"

namespace proofs {
namespace {

constexpr std::size_t longest_id = 1023;

// What is wrong with a device's word whether its passkey is made or used.
std::vector<Fault> faults_of(AuthenticatorData const& data, Place const& place) {
    std::vector<Fault> faults;
    if (data.name_hash != sha256(place.name)) faults.push_back(Fault::another_name);
    if (!data.person_present) faults.push_back(Fault::nobody_there);
    if (!data.person_verified) faults.push_back(Fault::person_not_verified);
    if (data.is_copied && !data.may_be_copied) faults.push_back(Fault::copied_without_leave);
    return faults;
}

void add(std::vector<Fault>& all, std::vector<Fault> const& more) {
    all.insert(all.end(), more.begin(), more.end());
}

// Browsers give no passkey to an address of numbers.
bool is_number(std::string_view host) {
    return host.find_first_not_of("0123456789.") == std::string_view::npos || host.starts_with('[');
}

}  // namespace

std::optional<Place> place_of(std::string_view public_address) {
    constexpr std::string_view separator = "://";
    auto const at = public_address.find(separator);
    if (at == std::string_view::npos) return std::nullopt;
    auto const end = public_address.find('/', at + separator.size());
    auto const origin = public_address.substr(0, end);
    auto const authority = origin.substr(at + separator.size());
    auto const host = authority.substr(0, authority.find(':'));
    if (is_number(host)) return std::nullopt;
    if (!origin.starts_with("https://") && host != "localhost") return std::nullopt;
    return Place{std::string(origin), std::string(host)};
}

bool is_of_numbers(std::string_view host) {
    return !host.empty() && is_number(host.substr(0, host.find(':')));
}

Made made(Making const& making, Place const& place, std::string_view challenge) {
    Made result;
    result.faults = faults_of_client_data(making.client_data, "webauthn.create", place, challenge);
    auto const bytes = authenticator_data_in(making.attestation);
    auto const data = bytes ? read_authenticator_data(*bytes) : std::nullopt;
    if (!data || data->passkey_id.empty() || data->passkey_id.size() > longest_id) {
        result.faults.push_back(Fault::unreadable);
        return result;
    }
    add(result.faults, faults_of(*data, place));
    auto const key = key_from_cose(data->cose_key);
    if (!key) result.faults.push_back(Fault::unknown_algorithm);
    result.passkey = {
        .id = data->passkey_id,
        .public_key = key ? key->der : std::string(),
        .algorithm = key ? key->algorithm : 0,
        .uses = data->uses,
        .may_be_copied = data->may_be_copied};
    return result;
}

Used used(Use const& use, Passkey const& passkey, Place const& place, std::string_view challenge) {
    Used result;
    result.faults = faults_of_client_data(use.client_data, "webauthn.get", place, challenge);
    auto const data = read_authenticator_data(use.authenticator_data);
    if (!data) {
        result.faults.push_back(Fault::unreadable);
        return result;
    }
    result.uses = data->uses;
    add(result.faults, faults_of(*data, place));
    if (data->may_be_copied != passkey.may_be_copied) result.faults.push_back(Fault::copied_without_leave);
    auto const signed_words = use.authenticator_data + sha256(use.client_data);
    if (!has_signed(passkey.public_key, passkey.algorithm, signed_words, use.signature))
        result.faults.push_back(Fault::wrong_signature);
    bool const counts = data->uses != 0 || passkey.uses != 0;
    if (counts && data->uses <= passkey.uses) result.faults.push_back(Fault::used_elsewhere);
    return result;
}

}  // namespace proofs
