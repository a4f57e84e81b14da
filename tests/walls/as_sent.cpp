#include "db/as_sent.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iostream>
#include <map>
#include <mutex>
#include <string>
#include <utility>

// The application's wall taken away: of every statement that reads, changes or removes, the condition that
// names the visitor's school.
namespace db {
namespace {

constexpr std::string_view condition = "school_id = $";

// These say to which school somebody or something leads, before a school is entered, so row-level security
// leaves them open (row_level_security_test says why of each). Nothing of a child stands in them, and the
// application's wall is all that they have: a condition of theirs stays, and those of the tables that are
// read with them go.
constexpr std::array<std::string_view, 5> open_to_every_school{
    "account_school", "consent_link", "invitation", "moving_link", "sign_in"};

bool is_part_of_a_name(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '.';
}

bool has_words(std::string_view text, std::string_view words) {
    for (auto at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
        auto const after = at + words.size();
        bool const begins = at == 0 || !is_part_of_a_name(text[at - 1]);
        bool const ends = after == text.size() || !is_part_of_a_name(text[after]);
        if (begins && ends) return true;
    }
    return false;
}

struct Brackets {
    std::size_t from;
    std::size_t until;
};

Brackets brackets_around(std::string_view statement, std::size_t at) {
    Brackets around{.from = at, .until = at};
    for (int depth = 0; around.from > 0; --around.from) {
        auto const letter = statement[around.from - 1];
        if (letter == '(' && depth == 0) break;
        depth += letter == ')' ? 1 : letter == '(' ? -1 : 0;
    }
    for (int depth = 0; around.until < statement.size(); ++around.until) {
        auto const letter = statement[around.until];
        if (letter == ')' && depth == 0) break;
        depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
    }
    return around;
}

// Without what stands in further brackets.
std::string words_between(std::string_view statement, Brackets const& brackets) {
    std::string words;
    int depth = 0;
    for (auto const letter : statement.substr(brackets.from, brackets.until - brackets.from)) {
        if (letter == ')') --depth;
        if (depth == 0) words += letter;
        if (letter == '(') ++depth;
    }
    return words;
}

// Of a condition that names no table: whether the select or update that it stands in is of an open one.
bool stands_beside_what_is_open(std::string_view statement, std::size_t at) {
    for (;;) {
        auto const brackets = brackets_around(statement, at);
        auto const words = words_between(statement, brackets);
        if (has_words(words, "FROM") || has_words(words, "UPDATE"))
            return std::ranges::any_of(open_to_every_school, [&](auto table) {
                return has_words(words, table);
            });
        if (brackets.from == 0) return true;
        at = brackets.from - 1;
    }
}

// By "l." or "", and where it stands.
bool is_of_what_is_open(std::string_view statement, std::string_view named, std::size_t at) {
    if (named.empty()) return stands_beside_what_is_open(statement, at);
    auto const name = std::string(named.substr(0, named.size() - 1));
    return std::ranges::any_of(open_to_every_school, [&](auto table) {
        auto const open = std::string(table);
        return name == table || has_words(statement, open + ' ' + name) ||
               has_words(statement, open + " AS " + name);
    });
}

// What became of each statement that names a school, said when all tests are over.
class Statements : public testing::Environment {
public:
    void note(std::string_view statement, int taken, int left) {
        std::lock_guard const lock(mutex_);
        if (taken + left > 0) conditions_[std::string(statement)] = {taken, left};
    }

    void TearDown() override {
        int open = 0, in_part = 0, as_they_were = 0;
        std::lock_guard const lock(mutex_);
        for (auto const& [statement, conditions] : conditions_) {
            auto& kind = conditions.second == 0 ? open : conditions.first > 0 ? in_part : as_they_were;
            ++kind;
        }
        std::cout << open << " statements were sent without the application's wall, " << in_part
                  << " without a part of it, and " << as_they_were
                  << " as they were, of tables that row-level security leaves open\n";
        EXPECT_GT(open, in_part + as_they_were) << "the application's wall still stands";
    }

private:
    std::mutex mutex_;
    std::map<std::string, std::pair<int, int>> conditions_;  // taken away, and left
};

// Owned by the tests' framework.
Statements& statements() {
    static auto* const all = new Statements;
    static auto const* const registered = testing::AddGlobalTestEnvironment(all);
    static_cast<void>(registered);
    return *all;
}

// Before any test begins, so that it is told when they end.
[[maybe_unused]] auto const& begun = statements();

}  // namespace

std::string as_sent(std::string_view statement) {
    std::string open(statement);
    int taken = 0, left = 0;
    for (auto at = open.find(condition); at != open.npos; at = open.find(condition, at + 1)) {
        auto from = at;
        while (from > 0 && is_part_of_a_name(open[from - 1])) --from;
        if (is_of_what_is_open(open, std::string_view(open).substr(from, at - from), from)) {
            ++left;
            continue;
        }
        auto until = at + condition.size();
        while (until < open.size() && std::isdigit(static_cast<unsigned char>(open[until])) != 0) ++until;
        auto const parameter = open.substr(at + condition.size() - 1, until - at - condition.size() + 1);
        auto const anything = parameter + " IS NOT NULL";
        open.replace(from, until - from, anything);
        ++taken;
        at = from + anything.size();
        if (at >= open.size()) break;
    }
    statements().note(statement, taken, left);
    return open;
}

}  // namespace db
