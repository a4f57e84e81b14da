#include <cstddef>
#include <cstdint>
#include <string_view>

#include "proofs/id_token.hpp"

// What a provider, or somebody in its place, sends: documents, keys and tokens.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const keys = proofs::keys_in(text);
    proofs::document_in(text);
    proofs::id_token_in(text);
    proofs::key_named_in(text);
    proofs::read_id_token(
        text, keys, {.issuer = "https://p.example", .client = "c", .nonce = "n", .now = {}}
    );
    return 0;
}
