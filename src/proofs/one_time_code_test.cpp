#include "proofs/one_time_code.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace proofs {
namespace {

constexpr std::string_view secret = "12345678901234567890";

TEST(OneTimeCode, is_what_rfc_6238_says_for_all_its_vectors) {
    std::ifstream file("tests/samples/totp/rfc6238-appendix-b.tsv");
    std::string line;
    std::getline(file, line);  // the headings
    int vectors = 0;
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::int64_t at = 0;
        std::string step;
        std::string code;
        std::string mode;
        std::string seed;
        fields >> at >> step >> code >> mode >> seed;
        auto const hash = mode == "SHA1" ? Hash::sha1 : mode == "SHA256" ? Hash::sha256 : Hash::sha512;
        EXPECT_EQ(std::stoll(step, nullptr, 16), step_at({at * seconds})) << line;
        EXPECT_EQ(one_time_code(seed, step_at({at * seconds}), 8, hash), code) << line;
        ++vectors;
    }
    EXPECT_EQ(vectors, 18);
}

TEST(OneTimeCode, of_an_app_has_the_last_six_digits) {
    EXPECT_EQ(one_time_code(secret, step_at({59 * seconds})), "287082");
    EXPECT_EQ(one_time_code(secret, step_at({1'111'111'109 * seconds})), "081804") << "with its leading zero";
}

TEST(OneTimeCode, counts_in_its_own_half_minute_and_in_those_beside_it) {
    Instant const at{1'000'000 * step_length + 5 * seconds};
    for (std::int64_t const away : {-2, -1, 0, 1, 2}) {
        auto const step = step_at(at) + away;
        auto const found = step_of_code(secret, one_time_code(secret, step), at, 0);
        if (away < -1 || away > 1)
            EXPECT_FALSE(found) << away;
        else
            EXPECT_EQ(found, step) << away;
    }
}

TEST(OneTimeCode, counts_once_and_none_before_it_counts_after_it) {
    Instant const at{1'000'000 * step_length};
    auto const here = step_at(at);
    auto const of = [&](std::int64_t step, std::int64_t last_used) {
        return step_of_code(secret, one_time_code(secret, step), at, last_used);
    };
    EXPECT_EQ(of(here, here - 1), here);
    EXPECT_FALSE(of(here, here));
    EXPECT_FALSE(of(here - 1, here));
    EXPECT_EQ(of(here + 1, here), here + 1);
}

TEST(OneTimeCode, is_not_anything_else) {
    Instant const at{1'000'000 * step_length};
    auto const code = one_time_code(secret, step_at(at));
    for (auto const& typed : {std::string(), code.substr(1), code + "0", "0" + code, std::string("abcdef")})
        EXPECT_FALSE(step_of_code(secret, typed, at, 0)) << typed;
    EXPECT_FALSE(step_of_code("another secret......", code, at, 0));
}

// "foobar" is RFC 4648's own example.
TEST(OneTimeCode, its_secret_is_typed_in_groups_of_four) {
    EXPECT_EQ(secret_in_words("foobar"), "MZXW 6YTB OI");
    EXPECT_EQ(
        app_address("foobar", "ada@x.example", "Alder Brook & Co"),
        "otpauth://totp/Alder%20Brook%20%26%20Co:ada%40x.example?secret=MZXW6YTBOI"
        "&issuer=Alder%20Brook%20%26%20Co"
    );
}

}  // namespace
}  // namespace proofs
