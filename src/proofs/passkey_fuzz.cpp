#include <cstdint>
#include <string_view>

#include "proofs/passkey.hpp"

// What a stranger sends in the name of a passkey: the words of a browser and of a device.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const bytes(reinterpret_cast<char const*>(data), size);
    proofs::Place const place{"https://example.org", "example.org"};
    proofs::Passkey const passkey{.id = "1", .public_key = bytes, .algorithm = -7};
    (void)proofs::made({"{}", bytes}, place, "challenge");
    (void)proofs::used({bytes, bytes, bytes}, passkey, place, "challenge");
    return 0;
}
