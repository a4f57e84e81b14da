#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace {

// Mostly letters that fold, apostrophes, spaces and marks; now and then anything, also what is not UTF-8.
std::string any_name() {
    static std::vector<std::string> const pieces{
        "A", "z",       " ",      "\u00A0", "-",  "’",          "ß",    "Æ",    "Ł",    "İ",
        "ı", "e\u0301", "\u0308", "Ж",      "王", "\U0001F600", "\xC3", "\xA9", "\xFF", "\xE2\x80"};
    std::string name;
    for (auto const& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)))
        name += piece;
    return name;
}

}  // namespace

RC_GTEST_PROP(TextProperties, folding_twice_changes_nothing, ()) {
    auto const once = text::folded(any_name());
    RC_ASSERT(text::folded(once) == once);
}

RC_GTEST_PROP(TextProperties, what_is_folded_is_utf_8_whatever_came_in, (std::string const& bytes)) {
    RC_ASSERT(text::is_utf8(text::folded(bytes)));
    RC_ASSERT(text::is_utf8(text::folded(any_name())));
}

RC_GTEST_PROP(TextProperties, what_windows_wrote_becomes_utf_8, (std::string const& bytes)) {
    auto const read = text::utf8_from_windows_1252(bytes);
    RC_ASSERT(text::is_utf8(read));
    RC_ASSERT(text::length(read) == bytes.size());
}

RC_GTEST_PROP(TextProperties, joining_undoes_splitting, (std::string const& bytes)) {
    std::vector<std::string> parts;
    for (auto const part : text::split(bytes, ',')) parts.emplace_back(part);
    RC_ASSERT(text::joined(parts, ",") == bytes);
}

RC_GTEST_PROP(TextProperties, trimming_twice_changes_nothing, ()) {
    auto const name = any_name();
    auto const once = text::trimmed(name);
    RC_ASSERT(text::trimmed(once) == once);
    RC_ASSERT(name.find(once) != std::string::npos);
}
