#include "base/json.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace json {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char const c : text) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\x02': throw std::logic_error("words that stayed sealed would be written as JSON");
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    out += fmt::format("\\u{:04x}", c);
                else
                    out += c;
        }
    }
    return out + '"';
}

}  // namespace json
