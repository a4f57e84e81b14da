#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What lies in the database and may be read only with a key that does not: XChaCha20-Poly1305 by libsodium.
namespace sealed {

struct Key {
    std::array<unsigned char, 32> bytes{};
    friend bool operator==(Key const&, Key const&) = default;
};

// A key that nobody has had before.
Key new_key();

// The key of one of those whom this key stands for, such as one school of an installation: the same again for
// the same number.
Key key_for(Key const& key, std::uint64_t number);

// Leaves nothing of the key where it was.
void wipe(Key& key);

// A key as 43 characters, as they stand in its file, and back; nothing where the text is no key.
std::string text_of(Key const& key);
std::optional<Key> key_of(std::string_view text);

// Tells keys apart without telling anything of them.
std::string fingerprint(Key const& key);

// The words sealed with the key, as text. They open only for what they belong to, such as "authenticator_app
// 0199…": nobody moves them to another row.
std::string seal(Key const& key, std::string_view words, std::string_view belonging_to);

// The words again; nothing where the key, what they belong to, or a single bit is another.
std::optional<std::string> opened(Key const& key, std::string_view text, std::string_view belonging_to);

// The same as bytes.
std::string seal_into_bytes(Key const& key, std::string_view words, std::string_view belonging_to);
std::optional<std::string> opened_bytes(
    Key const& key, std::string_view bytes, std::string_view belonging_to
);

}  // namespace sealed
