#include "design/qr_code.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace design {
namespace {

// What a scanner needs around the square (ISO/IEC 18004).
constexpr int quiet = 4;
constexpr int pixels_of_a_module = 4;

struct EndSquare {
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Square = std::unique_ptr<QRcode, EndSquare>;

// One path over all dark modules.
std::string dark_modules(QRcode const& code) {
    std::string path;
    for (int y = 0; y < code.width; ++y)
        for (int x = 0; x < code.width; ++x)
            if ((code.data[y * code.width + x] & 1U) != 0)
                path += "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h1v1h-1z";
    return path;
}

}  // namespace

h::Node qr_code(std::string_view text, std::string_view meaning) {
    Square const code(QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
    if (!code) throw std::runtime_error("The text is too long for a square code");
    int const width = code->width + 2 * quiet;
    auto const side = std::to_string(width);
    auto const pixels = std::to_string(width * pixels_of_a_module);
    return h::element(
        "svg",
        h::attribute("viewBox", "0 0 " + side + " " + side),
        h::attribute("width", pixels),
        h::attribute("height", pixels),
        h::role("img"),
        h::attribute("aria-label", meaning),
        h::element(
            "rect", h::attribute("width", side), h::attribute("height", side), h::attribute("fill", "#fff")
        ),
        h::element("path", h::attribute("fill", "#000"), h::attribute("d", dark_modules(*code)))
    );
}

}  // namespace design
