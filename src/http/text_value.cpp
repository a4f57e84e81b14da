#include "http/text_value.hpp"

#include "base/text.hpp"

namespace http {
namespace {

std::string with_plain_line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
            continue;
        }
        out += '\n';
        if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    }
    return out;
}

}  // namespace

Expected<std::string, Malformed> text_value(std::string_view bytes, std::size_t most_bytes) {
    if (bytes.size() > most_bytes) return refuse(Malformed::too_long);
    if (!text::is_utf8(bytes) || text::has_control_characters(bytes)) return refuse(Malformed::encoding);
    return with_plain_line_ends(bytes);
}

}  // namespace http
