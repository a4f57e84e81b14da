#pragma once

#include <openssl/types.h>

#include <memory>
#include <string>
#include <string_view>

namespace support {

// A key by which a provider of a test signs its tokens, and by which somebody else forges them.
class TokenKey {
public:
    enum class Kind { rs256, es256 };
    TokenKey(Kind kind, std::string id);

    // As a provider publishes it (RFC 7517); `more` stands in it too, such as ",\"use\":\"sig\"".
    std::string published(std::string_view more = "") const;
    // A document of these keys.
    static std::string all(std::initializer_list<std::string> keys);

    // The claims, as JSON, in a token that this key signs.
    std::string token(std::string_view claims) const;
    // The same under another header, whatever that says.
    std::string token_under(std::string_view header, std::string_view claims) const;
    // "alg": "none", without a signature.
    static std::string unsigned_token(std::string_view claims);
    // By HS256, with the public key as the shared secret: what a careless reader takes for signed.
    std::string confused_token(std::string_view claims) const;

private:
    std::string signature(std::string_view text) const;

    Kind kind_;
    std::string id_;
    std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace support
