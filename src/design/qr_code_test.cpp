#include "design/qr_code.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace design {
namespace {

TEST(QrCode, is_a_picture_with_words_for_who_does_not_see_it_and_a_margin_to_scan_it_by) {
    auto const markup =
        qr_code("otpauth://totp/Withy:ada?secret=MZXW6YTBOI", "The code for your app").markup();
    EXPECT_TRUE(markup.starts_with("<svg viewBox=\"0 0 37 37\"")) << markup.substr(0, 80);
    EXPECT_NE(markup.find("role=\"img\" aria-label=\"The code for your app\""), std::string::npos);
    EXPECT_NE(markup.find("d=\"M4 4h1v1h-1z"), std::string::npos) << "the first corner, behind four modules";
    EXPECT_EQ(markup.find("MZXW6YTBOI"), std::string::npos);
}

TEST(QrCode, holds_no_more_than_scanners_read) {
    EXPECT_THROW((void)qr_code(std::string(4000, 'x'), ""), std::runtime_error);
}

}  // namespace
}  // namespace design
