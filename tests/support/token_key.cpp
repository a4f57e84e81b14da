#include "support/token_key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/x509.h>

#include <array>

#include "base/base64url.hpp"

namespace support {
namespace {

constexpr std::size_t coordinate = 32;

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

std::string big_number(EVP_PKEY* key, char const* name, std::size_t least = 1) {
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    auto const size = std::max(least, static_cast<std::size_t>(BN_num_bytes(number)));
    std::string bytes(size, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(size));
    BN_free(number);
    return bytes;
}

// The two numbers of a signature that OpenSSL gives in DER (RFC 7518, section 3.4).
std::string numbers_of(std::string_view der) {
    auto const* at = bytes_of(der);
    std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> const signature(
        d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), &ECDSA_SIG_free
    );
    std::string numbers(2 * coordinate, '\0');
    auto* const into = reinterpret_cast<unsigned char*>(numbers.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), into, coordinate);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), into + coordinate, coordinate);
    return numbers;
}

std::string joined(std::string_view header, std::string_view claims) {
    return base::base64url(header) + "." + base::base64url(claims);
}

EVP_PKEY* made(TokenKey::Kind kind) {
    constexpr std::size_t bits = 2048;
    return kind == TokenKey::Kind::rs256 ? EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", bits)
                                         : EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256");
}

}  // namespace

TokenKey::TokenKey(Kind kind, std::string id)
    : kind_(kind), id_(std::move(id)), key_(made(kind), &EVP_PKEY_free) {}

std::string TokenKey::published(std::string_view more) const {
    auto const text = [&](char const* name, std::size_t least = 1) {
        return base::base64url(big_number(key_.get(), name, least));
    };
    auto const begins = R"({"kid":")" + id_ + R"(",)";
    if (kind_ == Kind::rs256)
        return begins + R"("kty":"RSA","n":")" + text(OSSL_PKEY_PARAM_RSA_N) + R"(","e":")" +
               text(OSSL_PKEY_PARAM_RSA_E) + "\"" + std::string(more) + "}";
    return begins + R"("kty":"EC","crv":"P-256","x":")" + text(OSSL_PKEY_PARAM_EC_PUB_X, coordinate) +
           R"(","y":")" + text(OSSL_PKEY_PARAM_EC_PUB_Y, coordinate) + "\"" + std::string(more) + "}";
}

std::string TokenKey::all(std::initializer_list<std::string> keys) {
    std::string text = R"({"keys":[)";
    for (auto const& key : keys) text += (text.back() == '[' ? "" : ",") + key;
    return text + "]}";
}

std::string TokenKey::token(std::string_view claims) const {
    auto const* const algorithm = kind_ == Kind::rs256 ? "RS256" : "ES256";
    return token_under(
        std::string(R"({"typ":"JWT","alg":")") + algorithm + R"(","kid":")" + id_ + R"("})", claims
    );
}

std::string TokenKey::token_under(std::string_view header, std::string_view claims) const {
    auto const text = joined(header, claims);
    return text + "." + base::base64url(signature(text));
}

std::string TokenKey::unsigned_token(std::string_view claims) {
    return joined(R"({"typ":"JWT","alg":"none"})", claims) + ".";
}

std::string TokenKey::confused_token(std::string_view claims) const {
    unsigned char* der = nullptr;
    auto const size = i2d_PUBKEY(key_.get(), &der);
    auto const text = joined(R"({"typ":"JWT","alg":"HS256","kid":")" + id_ + R"("})", claims);
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned length = 0;
    HMAC(EVP_sha256(), der, size, bytes_of(text), text.size(), hash.data(), &length);
    OPENSSL_free(der);
    return text + "." + base::base64url({reinterpret_cast<char const*>(hash.data()), length});
}

std::string TokenKey::signature(std::string_view text) const {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> const context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get());
    std::size_t size = 0;
    EVP_DigestSign(context.get(), nullptr, &size, bytes_of(text), text.size());
    std::string signature(size, '\0');
    EVP_DigestSign(
        context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(text), text.size()
    );
    signature.resize(size);
    return kind_ == Kind::rs256 ? signature : numbers_of(signature);
}

}  // namespace support
