#include "proofs/authenticator_data.hpp"

#include "proofs/cbor.hpp"

namespace proofs {
namespace {

constexpr std::size_t hash_size = 32;
constexpr std::size_t maker_size = 16;

enum Flag : unsigned {
    present = 1U,
    verified = 4U,
    copyable = 8U,
    copied = 16U,
    makes = 64U,
    extends = 128U
};

// Reads big-endian numbers and pieces one after another; what is missing makes all that follows empty.
class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {}

    std::string_view take(std::size_t count) {
        if (rest_.size() < count) {
            fits_ = false;
            count = rest_.size();
        }
        auto const taken = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return taken;
    }
    std::uint32_t number(std::size_t count) {
        std::uint32_t value = 0;
        for (char const byte : take(count)) value = value << 8U | static_cast<unsigned char>(byte);
        return value;
    }
    // A CBOR map as it stands; empty where none does.
    std::string_view map() {
        auto const map = CborMap::read(rest_);
        fits_ = fits_ && map;
        return map ? take(map->size()) : std::string_view();
    }
    bool all_fits() const { return fits_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool fits_ = true;
};

}  // namespace

std::optional<AuthenticatorData> read_authenticator_data(std::string_view bytes) {
    Reader reader(bytes);
    AuthenticatorData data;
    data.name_hash = reader.take(hash_size);
    auto const flags = reader.number(1);
    data.person_present = (flags & present) != 0;
    data.person_verified = (flags & verified) != 0;
    data.may_be_copied = (flags & copyable) != 0;
    data.is_copied = (flags & copied) != 0;
    data.uses = reader.number(4);
    if ((flags & makes) != 0) {
        (void)reader.take(maker_size);
        data.passkey_id = reader.take(reader.number(2));
        data.cose_key = reader.map();
    }
    if ((flags & extends) != 0) (void)reader.map();
    if (!reader.all_fits()) return std::nullopt;
    return data;
}

std::optional<std::string> authenticator_data_in(std::string_view attestation) {
    auto const map = CborMap::read(attestation);
    return map ? map->bytes("authData") : std::nullopt;
}

}  // namespace proofs
