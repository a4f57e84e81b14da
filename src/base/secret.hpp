#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace secret {

// Bytes that nobody can guess.
std::string random_bytes(std::size_t count);

// A number from 0 to one below the bound, each as likely as any other, that nobody can guess. The bound is
// above 0.
std::size_t random_below(std::size_t bound);

// Compares in constant time; that the lengths differ is no secret.
bool are_equal(std::string_view one, std::string_view other);

// 32 random bytes as 43 characters that are safe in an address (base64url, no padding).
std::string new_token();

// What is stored of a token: its BLAKE2b-256 in hexadecimal. A token is never stored itself.
std::string hash_of_token(std::string_view token);

// Argon2id with libsodium's interactive limits (RFC 9106). Takes about 50 ms and 64 MB; throws where there is
// no such memory.
std::string hash_of_password(std::string_view password);
bool password_matches(std::string const& hash, std::string_view password);

// BLAKE2b-256 in hexadecimal over the parts, each preceded by its length as 8 bytes, so that no two lists of
// parts collide.
std::string digest(std::span<std::string_view const> parts);
std::string digest(std::initializer_list<std::string_view> parts);

// A fresh masking of the secret for every page, so that a compressed page never repeats it (BREACH).
std::string masked(std::string_view token);
// Compares in constant time. Nothing unmasks to an empty token.
bool unmasks_to(std::string_view masked, std::string_view token);

}  // namespace secret
