#include "support/passkey_device.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>

#include "base/base64url.hpp"
#include "base/secret.hpp"

namespace support {
namespace {

std::string sha256(std::string_view words) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(reinterpret_cast<unsigned char const*>(words.data()), words.size(), hash.data());
    return {reinterpret_cast<char const*>(hash.data()), hash.size()};
}

std::string big_endian(std::uint32_t number, int bytes) {
    std::string text;
    for (int byte = bytes - 1; byte >= 0; --byte) text += static_cast<char>(number >> (8 * byte) & 0xffU);
    return text;
}

std::string public_key_of(EVP_PKEY* key) {
    std::string bytes(32, '\0');
    std::size_t size = bytes.size();
    EVP_PKEY_get_raw_public_key(key, reinterpret_cast<unsigned char*>(bytes.data()), &size);
    return bytes;
}

}  // namespace

PasskeyDevice::PasskeyDevice(std::string the_origin)
    : origin(std::move(the_origin)),
      name(origin.substr(origin.find("://") + 3)),
      credential_(secret::random_bytes(32)),
      key_(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), &EVP_PKEY_free) {
    name = name.substr(0, name.find(':'));
}

std::string PasskeyDevice::client_data(std::string_view purpose, std::string_view challenge) const {
    return R"({"type":"webauthn.)" + std::string(purpose) + R"(","challenge":")" + std::string(challenge) +
           R"(","origin":")" + origin + R"(","crossOrigin":false})";
}

std::string PasskeyDevice::authenticator_data(unsigned more_flags) const {
    return sha256(name) + big_endian(flags | more_flags, 1) + big_endian(uses, 4);
}

Fields PasskeyDevice::made(std::string_view challenge) const {
    constexpr unsigned makes = 64;
    auto const cose = std::string("\xa4\x01\x01\x03\x27\x20\x06\x21\x58\x20") + public_key_of(key_.get());
    auto const data =
        authenticator_data(makes) + std::string(16, '\0') + big_endian(32, 2) + credential_ + cose;
    auto const attestation =
        "\xa3\x63"
        "fmt\x64none\x67"
        "attStmt\xa0\x68"
        "authData\x58" +
        big_endian(static_cast<std::uint32_t>(data.size()), 1) + data;
    Fields fields;
    fields.add("name", "The key on my ring");
    fields.add("challenge", std::string(challenge));
    fields.add("client_data", base::base64url(client_data("create", challenge)));
    fields.add("attestation", base::base64url(attestation));
    return fields;
}

Fields PasskeyDevice::used(std::string_view challenge) {
    auto const said = client_data("get", challenge);
    auto const data = authenticator_data(0);
    auto const words = data + sha256(said);
    std::string signature(64, '\0');
    std::size_t size = signature.size();
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get());
    EVP_DigestSign(
        context.get(),
        reinterpret_cast<unsigned char*>(signature.data()),
        &size,
        reinterpret_cast<unsigned char const*>(words.data()),
        words.size()
    );
    Fields fields;
    fields.add("challenge", std::string(challenge));
    fields.add("credential", base::base64url(credential_));
    fields.add("person", base::base64url(person));
    fields.add("client_data", base::base64url(said));
    fields.add("authenticator_data", base::base64url(data));
    fields.add("signature", base::base64url(signature));
    return fields;
}

}  // namespace support
