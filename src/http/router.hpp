#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

using Segments = std::vector<std::pair<std::string, std::string>>;

// A path with named places: "/pupils/{pupil}/concerns".
class Pattern {
public:
    explicit Pattern(std::string_view text);
    // The values of the places where the path fits; a place is never empty.
    std::optional<Segments> match(std::string_view path) const;
    std::string const& text() const { return text_; }

private:
    std::string text_;
    std::vector<std::string> parts_;
};

}  // namespace http
