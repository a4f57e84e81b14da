#include "http/compress.hpp"

#include <gtest/gtest.h>
#include <isa-l/igzip_lib.h>

#include <random>
#include <thread>
#include <vector>

namespace {

std::string unpacked(std::string packed, std::size_t size) {
    std::string out(size + 1, '\0');  // one more, so that too much is seen
    inflate_state state;
    isal_inflate_init(&state);
    state.crc_flag = ISAL_GZIP;
    state.next_in = reinterpret_cast<std::uint8_t*>(packed.data());
    state.avail_in = static_cast<std::uint32_t>(packed.size());
    state.next_out = reinterpret_cast<std::uint8_t*>(out.data());
    state.avail_out = static_cast<std::uint32_t>(out.size());
    if (isal_inflate_stateless(&state) != ISAL_DECOMP_OK) return "broken";
    out.resize(state.total_out);
    return out;
}

}  // namespace

TEST(Gzip, what_is_packed_is_unpacked_as_it_was) {
    for (auto const& data :
         {std::string(), std::string("a"), std::string(300'000, 'x'), std::string("\0\xFF\x1B", 3)})
        EXPECT_EQ(unpacked(http::gzip(data), data.size()), data);
    EXPECT_LT(http::gzip(std::string(300'000, 'x')).size(), 4'000U);
}

// The codes are made for pages, and serve whatever else is packed.
TEST(Gzip, a_page_becomes_a_fourth_of_its_size) {
    std::string page = "<ul>";
    for (int week = 1; week <= 40; ++week)
        page += "<li class=\"timeline__entry\"><div class=\"timeline__what\">Session " +
                std::to_string(week) + " was held</div><p><strong>Noticed:</strong> Waited for a turn, " +
                std::to_string(week * 37) + " seconds.</p></li>";
    page += "</ul>";
    auto const packed = http::gzip(page);
    EXPECT_LT(packed.size(), page.size() / 4);
    EXPECT_EQ(unpacked(packed, page.size()), page);
}

TEST(Gzip, what_cannot_be_packed_grows_by_little) {
    std::mt19937 chance{20261126};  // NOLINT: the same bytes each time
    std::string noise(200'000, '\0');
    for (auto& byte : noise) byte = static_cast<char>(chance());
    auto const packed = http::gzip(noise);
    EXPECT_LT(packed.size(), noise.size() + 100);
    EXPECT_EQ(unpacked(packed, noise.size()), noise);
}

TEST(Gzip, threads_pack_side_by_side) {
    std::vector<std::string> packed(4);
    {
        std::vector<std::jthread> threads;
        for (auto& one : packed)
            threads.emplace_back([&one] {
                for (int i = 0; i < 100; ++i) one = http::gzip(std::string(10'000, 'y'));
            });
    }
    for (auto const& one : packed) EXPECT_EQ(unpacked(one, 10'000), std::string(10'000, 'y'));
}

TEST(Gzip, is_only_sent_to_those_who_accept_it) {
    for (auto const header :
         {"gzip", "gzip, deflate, br", "br;q=1.0, GZIP;q=0.8", "*", "deflate , x-gzip", "gzip;q=0.001"})
        EXPECT_TRUE(http::accepts_gzip(header)) << header;
    for (auto const header :
         {"", "br", "identity", "gzip;q=0", "gzip; q=0.000, *", "*;q=0", "notgzip", ",,;"})
        EXPECT_FALSE(http::accepts_gzip(header)) << header;
}
