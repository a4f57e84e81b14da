#include "data_requests/log_detail_rules.hpp"

#include <algorithm>
#include <optional>

namespace data_requests {
namespace {

// The strings of the detail one after the other: a field, what it was, what it is, and so on.
class Strings {
public:
    explicit Strings(std::string_view detail) : left_(detail) {}

    std::optional<std::string> next() {
        auto const begin = left_.find('"');
        if (begin == std::string_view::npos) return std::nullopt;
        left_.remove_prefix(begin + 1);
        std::string text;
        while (!left_.empty() && left_.front() != '"') {
            if (left_.front() == '\\' && left_.size() > 1)
                add_escaped(text);
            else
                take(text, left_.front(), 1);
        }
        if (!left_.empty()) left_.remove_prefix(1);
        return text;
    }

private:
    void take(std::string& text, char letter, std::size_t read) {
        text += letter;
        left_.remove_prefix(read);
    }

    // The log escapes control characters alone, none of which is a letter.
    void add_escaped(std::string& text) {
        switch (left_[1]) {
            case 'n': return take(text, '\n', 2);
            case 'u': return take(text, ' ', std::min<std::size_t>(6, left_.size()));
            case 'b':
            case 'f':
            case 'r':
            case 't': return take(text, ' ', 2);
            default: return take(text, left_[1], 2);
        }
    }

    std::string_view left_;
};

}  // namespace

std::vector<Before> what_it_was(std::string_view detail) {
    std::vector<Before> all;
    Strings strings(detail);
    while (auto field = strings.next()) {
        auto before = strings.next();
        strings.next();
        if (before && !before->empty()) all.push_back({std::move(*field), std::move(*before)});
    }
    return all;
}

}  // namespace data_requests
