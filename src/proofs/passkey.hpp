#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a browser says of a passkey, checked as WebAuthn level 3 asks (sections 7.1 and 7.2). Bytes are
// strings.
namespace proofs {

// Signatures that Withy can check, by their numbers at IANA, the one to choose first at first.
inline constexpr std::array<std::int64_t, 5> algorithms{-8, -7, -35, -36, -257};

// What a passkey may be used for: the address that pages come from, and the name that it belongs to.
struct Place {
    std::string origin;  // "https://withy.school.example"
    std::string name;    // "withy.school.example"
};

// The place of pages with this public address; none where browsers take no passkeys: on plain http but for
// localhost, and at an address that is a number.
std::optional<Place> place_of(std::string_view public_address);

// Whether a browser that asks at this host, with or without its port, stands at an address of numbers, to
// which it gives no passkeys.
bool is_of_numbers(std::string_view host);

// What Withy keeps of a passkey.
struct Passkey {
    std::string id;
    std::string public_key;  // DER, as SubjectPublicKeyInfo
    std::int64_t algorithm = 0;
    std::int64_t uses = 0;       // as the passkey counts them; 0 for ever where it doesn't
    bool may_be_copied = false;  // to other devices of its person, such as by a password manager
};

enum class Fault {
    unreadable,
    another_purpose,    // made where one is to be used, or the other way round
    another_challenge,  // not the one that Withy gave just now
    another_origin,
    within_another_page,
    another_name,
    nobody_there,         // nobody touched it
    person_not_verified,  // no finger, face or PIN
    unknown_algorithm,
    copied_without_leave,  // says that it is copied though it can't be, or changed whether it can be
    wrong_signature,
    used_elsewhere  // counts no further than before: somebody may have a copy
};

// What the browser hands over when a passkey is made.
struct Making {
    std::string client_data;
    std::string attestation;
};
// Every fault of it; with the passkey as far as it could be read. Who made the device isn't asked, so what it
// says of its maker is not looked at.
struct Made {
    std::vector<Fault> faults;
    Passkey passkey;
};
Made made(Making const& making, Place const& place, std::string_view challenge);

// What the browser hands over when a passkey is used.
struct Use {
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
};
// Every fault of it, and how often the passkey was used by its own count.
struct Used {
    std::vector<Fault> faults;
    std::int64_t uses = 0;
};
Used used(Use const& use, Passkey const& passkey, Place const& place, std::string_view challenge);

}  // namespace proofs
