#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace text {

// Without white space at both ends, whether typed or pasted: no-break spaces and marks of no width go too.
std::string_view trimmed(std::string_view text);

// True for well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

// True where a control character other than tab, line feed or carriage return stands in the text.
bool has_control_characters(std::string_view text);

// Reads Windows-1252 bytes as UTF-8; the five undefined bytes become U+FFFD.
std::string utf8_from_windows_1252(std::string_view bytes);

// For finding names as typed in a hurry: lower case, without accents, apostrophes or hyphens, "ß" as "ss",
// "æ" as "ae", "ł" as "l" and so on for Latin script; other scripts stay as they are. White space becomes one
// space between words. "O’Brien-Łukasz" gives "obrienlukasz". Folding twice changes nothing.
std::string folded(std::string_view name);

// How many characters (code points) well-formed UTF-8 holds.
std::size_t length(std::string_view utf8);

// Lower case for ASCII letters only: addresses, header names.
std::string ascii_lower(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);

std::string joined(std::vector<std::string> const& parts, std::string_view separator);

// In quotes, as RFC 4180 has a cell; before what a spreadsheet would take for a formula stands an apostrophe.
std::string csv_cell(std::string_view text);

// "one, two and three"
std::string listed(std::vector<std::string> const& items);

// "5,200"
std::string grouped(long number);

// "1 session", "2 sessions", "1,200 sessions"
std::string counted(long count, std::string_view one, std::string_view many);

}  // namespace text
