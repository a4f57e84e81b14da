#include "http/compress.hpp"

#include <gtest/gtest.h>
#include <libdeflate.h>

#include <memory>
#include <thread>
#include <vector>

namespace {

std::string unpacked(std::string const& packed, std::size_t size) {
    std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> const decompressor(
        libdeflate_alloc_decompressor(), libdeflate_free_decompressor
    );
    std::string out(size, '\0');
    auto const result = libdeflate_gzip_decompress(
        decompressor.get(), packed.data(), packed.size(), out.data(), out.size(), nullptr
    );
    return result == LIBDEFLATE_SUCCESS ? out : "broken";
}

}  // namespace

TEST(Gzip, what_is_packed_is_unpacked_as_it_was) {
    for (auto const& data :
         {std::string(), std::string("a"), std::string(300'000, 'x'), std::string("\0\xFF\x1B", 3)})
        EXPECT_EQ(unpacked(http::gzip(data), data.size()), data);
    EXPECT_LT(http::gzip(std::string(300'000, 'x')).size(), 3'000U);
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
