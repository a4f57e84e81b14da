#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// The names and values of a form exactly as a person typed them, in order; a name may recur.
class Fields {
public:
    Fields() = default;
    explicit Fields(std::vector<std::pair<std::string, std::string>> entries)
        : entries_(std::move(entries)) {}

    void add(std::string name, std::string value) {
        entries_.emplace_back(std::move(name), std::move(value));
    }

    // The first value under the name, or empty.
    std::string_view value(std::string_view name) const {
        for (auto const& [entry, value] : entries_)
            if (entry == name) return value;
        return {};
    }
    bool has(std::string_view name) const {
        for (auto const& entry : entries_)
            if (entry.first == name) return true;
        return false;
    }
    // True where the name stands with exactly this value: a ticked box, a chosen radio.
    bool holds(std::string_view name, std::string_view value) const {
        for (auto const& entry : entries_)
            if (entry.first == name && entry.second == value) return true;
        return false;
    }
    std::vector<std::string_view> values(std::string_view name) const {
        std::vector<std::string_view> found;
        for (auto const& [entry, value] : entries_)
            if (entry == name) found.emplace_back(value);
        return found;
    }
    std::vector<std::pair<std::string, std::string>> const& entries() const { return entries_; }

private:
    std::vector<std::pair<std::string, std::string>> entries_;
};

// What is wrong with one field, in words that say how to mend it: {"seen", "Enter what you saw"}.
struct FieldError {
    std::string field;
    std::string message;
};

using FormErrors = std::vector<FieldError>;

// The answer to a form that was refused: what was typed stands beside what is wrong with it.
struct Answers {
    Fields const& typed;
    FormErrors const& errors;

    // The message for the field, or empty.
    std::string_view error(std::string_view field) const {
        for (auto const& entry : errors)
            if (entry.field == field) return entry.message;
        return {};
    }
};
