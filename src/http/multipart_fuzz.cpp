#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "http/parse.hpp"

// The first line is the content type, or where it is empty one with the boundary "b"; the rest is the body.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    auto const content_type = input.substr(0, input.find('\n'));
    auto const body = input.substr(std::min(content_type.size() + 1, input.size()));
    http::FormLimits const limits{.fields = 50, .field_bytes = 500};
    auto const form = http::parse_multipart(
        content_type.empty() ? "multipart/form-data; boundary=b" : content_type, body, limits
    );
    if (!form) return 0;

    std::size_t bytes = 0;
    for (auto const& [name, value] : form->fields.entries()) {
        if (!text::is_utf8(name + value) || text::has_control_characters(name + value)) std::abort();
        bytes += value.size();
    }
    for (auto const& upload : form->uploads) {
        if (!text::is_utf8(upload.file_name) ||
            upload.file_name.find_first_of("/\\\n\r\t") != std::string::npos)
            std::abort();
        bytes += upload.data.size();
    }
    if (bytes > body.size()) std::abort();
    return 0;
}
