#include "db/migration_text.hpp"

#include <algorithm>
#include <cctype>

#include "base/secret.hpp"

namespace db {
namespace {

enum class ScriptPart { both, sqlite, postgresql };

bool is_for(ScriptPart part, Engine engine) {
    switch (part) {
        case ScriptPart::both: return true;
        case ScriptPart::sqlite: return engine == Engine::sqlite;
        case ScriptPart::postgresql: return engine == Engine::postgresql;
    }
    return false;
}

ScriptPart part_after(std::string_view line, ScriptPart part) {
    auto const last = line.find_last_not_of(" \t\r");
    line = line.substr(0, last == std::string_view::npos ? 0 : last + 1);
    if (line == "-- only sqlite") return ScriptPart::sqlite;
    if (line == "-- only postgresql") return ScriptPart::postgresql;
    if (line == "-- both") return ScriptPart::both;
    return part;
}

bool belongs_to_a_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

std::string with_word_replaced(std::string text, std::string_view word, std::string_view replacement) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at)) {
        auto const end = at + word.size();
        bool const whole = (at == 0 || !belongs_to_a_word(text[at - 1])) &&
                           (end == text.size() || !belongs_to_a_word(text[end]));
        if (whole) text.replace(at, word.size(), replacement);
        at += whole ? replacement.size() : word.size();
    }
    return text;
}

}  // namespace

std::string text_for(Engine engine, std::string_view migration) {
    std::string text;
    auto part = ScriptPart::both;
    while (!migration.empty()) {
        auto const line = migration.substr(0, migration.find('\n'));
        part = part_after(line, part);
        if (is_for(part, engine)) text += line;
        text += '\n';
        migration.remove_prefix(std::min(line.size() + 1, migration.size()));
    }
    if (engine == Engine::sqlite) return with_word_replaced(std::move(text), "BYTES", "BLOB");
    text = with_word_replaced(std::move(text), "BYTES", "BYTEA");
    return with_word_replaced(std::move(text), "WITHOUT ROWID", "");
}

std::string checksum_of(std::string_view migration) { return secret::digest({migration}); }

}  // namespace db
