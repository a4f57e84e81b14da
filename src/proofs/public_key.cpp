#include "proofs/public_key.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/sha.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <memory>

#include "proofs/cbor.hpp"

namespace proofs {
namespace {

// OpenSSL's objects, each with the function that frees it.
template <auto free>
struct Release {
    template <class Object>
    void operator()(Object* object) const {
        free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Release<EVP_MD_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, Release<BN_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Release<OSSL_PARAM_BLD_free>>;
using Signature = std::unique_ptr<ECDSA_SIG, Release<ECDSA_SIG_free>>;
using Parameters = std::unique_ptr<OSSL_PARAM, Release<OSSL_PARAM_free>>;

// What COSE calls the parts of a key (RFC 9053, sections 7.1 and 7.2, and RFC 8230, section 4).
namespace part {
constexpr std::int64_t kind = 1;
constexpr std::int64_t algorithm = 3;
constexpr std::int64_t curve = -1;
constexpr std::int64_t x = -2;
constexpr std::int64_t y = -3;
constexpr std::int64_t modulus = -1;
constexpr std::int64_t exponent = -2;
}  // namespace part

// One signature algorithm: the kind of key and the curve that it goes with, by COSE's numbers, and OpenSSL's
// names.
struct Algorithm {
    std::int64_t number;
    std::int64_t kind;
    std::int64_t curve;
    char const* group;
    char const* digest;
    std::size_t coordinate;
};
constexpr std::int64_t okp = 1;
constexpr std::int64_t ec = 2;
constexpr std::int64_t rsa = 3;
constexpr std::array known{
    Algorithm{-8, okp, 6, "ED25519", nullptr, 32},
    Algorithm{-7, ec, 1, "P-256", "SHA256", 32},
    Algorithm{-35, ec, 2, "P-384", "SHA384", 48},
    Algorithm{-36, ec, 3, "P-521", "SHA512", 66},
    Algorithm{-257, rsa, 0, nullptr, "SHA256", 0}};
// Shorter ones are broken, and longer ones take their time.
constexpr int least_rsa_bits = 2048;
constexpr int most_rsa_bits = 8192;

Algorithm const* algorithm_of(std::int64_t number) {
    auto const* const found = std::ranges::find(known, number, &Algorithm::number);
    return found == known.end() ? nullptr : found;
}

unsigned char const* bytes_of(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

Key key_of(char const* kind, OSSL_PARAM_BLD* builder) {
    Parameters const parameters(OSSL_PARAM_BLD_to_param(builder));
    KeyContext const context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY* key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) <= 0 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) <= 0)
        return nullptr;
    return Key(key);
}

Key edwards_key(CborMap const& cose, Algorithm const& algorithm) {
    auto const x = cose.bytes(part::x);
    if (!x || x->size() != algorithm.coordinate) return nullptr;
    return Key(EVP_PKEY_new_raw_public_key_ex(nullptr, algorithm.group, nullptr, bytes_of(*x), x->size()));
}

// OpenSSL refuses a point that does not lie on the curve.
Key curve_key(std::string_view x, std::string_view y, Algorithm const& algorithm) {
    if (x.size() != algorithm.coordinate || y.size() != algorithm.coordinate) return nullptr;
    auto const point = '\x04' + std::string(x) + std::string(y);
    Builder const builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, algorithm.group, 0);
    OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
    return key_of("EC", builder.get());
}

Number number_of(std::string_view bytes) {
    return Number(BN_bin2bn(bytes_of(bytes), static_cast<int>(bytes.size()), nullptr));
}

Key rsa_key(std::string_view modulus, std::string_view exponent) {
    if (modulus.size() > most_rsa_bits / 8 || exponent.empty() || exponent.size() > 8) return nullptr;
    auto const n = number_of(modulus);
    auto const e = number_of(exponent);
    if (BN_num_bits(n.get()) < least_rsa_bits) return nullptr;
    Builder const builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    return key_of("RSA", builder.get());
}

Key key_in(CborMap const& cose, Algorithm const& algorithm) {
    if (cose.number(part::kind) != algorithm.kind) return nullptr;
    if (algorithm.kind == rsa)
        return rsa_key(cose.bytes(part::modulus).value_or(""), cose.bytes(part::exponent).value_or(""));
    if (cose.number(part::curve) != algorithm.curve) return nullptr;
    if (algorithm.kind == okp) return edwards_key(cose, algorithm);
    return curve_key(cose.bytes(part::x).value_or(""), cose.bytes(part::y).value_or(""), algorithm);
}

std::string der_of(EVP_PKEY* key) {
    unsigned char* bytes = nullptr;
    auto const size = i2d_PUBKEY(key, &bytes);
    if (size <= 0) return {};
    std::string der(reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

}  // namespace

std::optional<PublicKey> key_from_cose(std::string_view cose) {
    auto const map = CborMap::read(cose);
    if (!map) return std::nullopt;
    auto const number = map->number(part::algorithm);
    auto const* const algorithm = number ? algorithm_of(*number) : nullptr;
    if (algorithm == nullptr) return std::nullopt;
    auto const key = key_in(*map, *algorithm);
    if (!key) return std::nullopt;
    return PublicKey{der_of(key.get()), *number};
}

std::optional<PublicKey> es256_key(std::string_view x, std::string_view y) {
    constexpr std::int64_t es256 = -7;
    auto const key = curve_key(x, y, *algorithm_of(es256));
    if (!key) return std::nullopt;
    return PublicKey{der_of(key.get()), es256};
}

std::optional<PublicKey> rs256_key(std::string_view modulus, std::string_view exponent) {
    constexpr std::int64_t rs256 = -257;
    auto const key = rsa_key(modulus, exponent);
    if (!key) return std::nullopt;
    return PublicKey{der_of(key.get()), rs256};
}

std::string es256_signature(std::string_view numbers) {
    constexpr std::size_t half = 32;
    if (numbers.size() != 2 * half) return {};
    Signature const signature(ECDSA_SIG_new());
    auto r = number_of(numbers.substr(0, half));
    auto s = number_of(numbers.substr(half));
    if (!signature || ECDSA_SIG_set0(signature.get(), r.get(), s.get()) != 1) return {};
    static_cast<void>(r.release());  // they are the signature's now
    static_cast<void>(s.release());
    unsigned char* bytes = nullptr;
    auto const size = i2d_ECDSA_SIG(signature.get(), &bytes);
    if (size <= 0) return {};
    std::string der(reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size));
    OPENSSL_free(bytes);
    return der;
}

bool has_signed(
    std::string_view der, std::int64_t algorithm, std::string_view words, std::string_view signature
) {
    auto const* const how = algorithm_of(algorithm);
    if (how == nullptr) return false;
    auto const* bytes = bytes_of(der);
    Key const key(d2i_PUBKEY(nullptr, &bytes, static_cast<long>(der.size())));
    DigestContext const context(EVP_MD_CTX_new());
    if (!key || !context) return false;
    if (EVP_DigestVerifyInit_ex(context.get(), nullptr, how->digest, nullptr, nullptr, key.get(), nullptr) !=
        1)
        return false;
    return EVP_DigestVerify(
               context.get(), bytes_of(signature), signature.size(), bytes_of(words), words.size()
           ) == 1;
}

std::string sha256(std::string_view words) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> hash{};
    SHA256(bytes_of(words), words.size(), hash.data());
    return {reinterpret_cast<char const*>(hash.data()), hash.size()};
}

}  // namespace proofs
