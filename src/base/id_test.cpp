#include "base/id.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace {

using ThingId = Id<struct ThingTag>;

constexpr Instant some_time{1'777'000'000'000};

}  // namespace

TEST(Ids, the_time_stands_first_then_the_version_and_the_variant) {
    base::IdsFromSeed const none_made_before{1};  // or time would not go back to this
    auto const then = Instant{0x0123'4567'89AB};
    auto const text = std::string(ThingId::make(then).text());
    EXPECT_EQ(text.substr(0, 15), "01234567-89ab-7") << text;
    EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
    EXPECT_TRUE(base::is_uuid(text));
}

TEST(Ids, each_is_later_in_order_than_all_before_even_where_the_clock_steps_back) {
    auto last = ThingId::make(some_time);
    for (int i = 0; i < 20'000; ++i) {  // more than the counter of one millisecond holds
        auto const next = ThingId::make(some_time - i % 3);
        ASSERT_LT(last, next);
        last = next;
    }
}

TEST(Ids, threads_never_make_the_same_one) {
    std::vector<std::vector<ThingId>> made(4);
    {
        std::vector<std::jthread> threads;
        for (auto& ids : made)
            threads.emplace_back([&ids] {
                for (int i = 0; i < 2'000; ++i) ids.push_back(ThingId::make(some_time));
            });
    }
    std::set<ThingId> all;
    for (auto const& ids : made) {
        EXPECT_TRUE(std::ranges::is_sorted(ids));
        all.insert(ids.begin(), ids.end());
    }
    EXPECT_EQ(all.size(), 8'000U);
}

std::vector<ThingId> three_ids_from(std::uint64_t seed) {
    base::IdsFromSeed const made_up(seed);
    return {ThingId::make(some_time), ThingId::make(some_time), ThingId::make(some_time + 1)};
}

TEST(Ids, the_same_seed_makes_the_same_ids_in_order) {
    auto const ids = three_ids_from(7);
    EXPECT_EQ(ids, three_ids_from(7));
    EXPECT_NE(ids, three_ids_from(8));
    EXPECT_TRUE(std::ranges::is_sorted(ids));
    EXPECT_TRUE(base::is_uuid(ids.front().text()));
}

TEST(Ids, nothing_of_a_seed_is_left_after_it) {
    three_ids_from(7);
    EXPECT_NE(ThingId::make(some_time), ThingId::make(some_time));
    EXPECT_NE(three_ids_from(7).back(), ThingId::make(some_time));
}

TEST(Ids, only_lower_case_uuids_are_read) {
    auto const id = ThingId::make(some_time);
    EXPECT_EQ(ThingId::parse(id.text()), id);
    EXPECT_EQ(ThingId().text(), "00000000-0000-0000-0000-000000000000");
    for (auto const text :
         {"",
          "0190b6e0-0000-7000-8000-00000000000",
          "0190b6e0-0000-7000-8000-00000000000aa",
          "0190B6E0-0000-7000-8000-00000000000a",
          "0190b6e0-0000-7000-8000-00000000000g",
          "0190b6e000000-7000-8000-00000000000a",
          "0190b6e0-0000-7000-8000-0000000000-a"})
        EXPECT_FALSE(ThingId::parse(text)) << text;
}

TEST(Ids, of_all_bytes_only_digits_stand_where_digits_stand_and_hyphens_where_hyphens_stand) {
    std::string const id = "0190b6e0-0000-7000-8000-00000000000a";
    for (std::size_t at = 0; at < id.size(); ++at)
        for (int code = 0; code < 256; ++code) {
            auto text = id;
            text[at] = static_cast<char>(code);
            auto const allowed = id[at] == '-' ? std::string("-") : std::string("0123456789abcdef");
            EXPECT_EQ(base::is_uuid(text), allowed.find(text[at]) != std::string::npos)
                << text << ' ' << code;
        }
}
