#include <cstdint>
#include <cstdlib>

#include "base/text.hpp"
#include "http/parse.hpp"
#include "http/read_form.hpp"

// A form of any bytes is refused or is clean text within the limits, and every reader answers for each of its
// fields.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    http::FormLimits const limits{.fields = 50, .field_bytes = 500};
    auto const form = http::parse_form({reinterpret_cast<char const*>(data), size}, limits);
    if (!form) return 0;
    if (form->entries().size() > limits.fields) std::abort();

    auto const limits_of_days = http::around(10, 10, *calendar::date(2026, 5, 12));
    http::FormReader reader(*form);
    for (auto const& [name, value] : form->entries()) {
        bool const clean =
            text::is_utf8(value) && !text::has_control_characters(value) && value.size() <= 500;
        if (!clean || value.find('\r') != value.npos) std::abort();
        reader.text(name, "Enter it", 100);
        reader.date(name, "Enter the day", limits_of_days);
        reader.number(name, "Enter how many", -100, 100);
        auto const folded = text::folded(value);
        if (text::folded(folded) != folded) std::abort();
    }
    reader.date("on", "Enter the day", limits_of_days);
    return 0;
}
