#include "moving/rules.hpp"

#include <gtest/gtest.h>

namespace moving {
namespace {

using Words = std::vector<sharing::NextSchoolWord>;

constexpr Instant went{1'000'000};

Words words_of(bool views, bool confided, bool understands) {
    sharing::NextSchoolWord word;
    word.views = views;
    word.confided = confided;
    word.understands = understands;
    return {word};
}

// Every pack there can be: each of its facts is there or not.
std::vector<Pack> every_pack() {
    std::vector<Pack> all;
    for (unsigned facts = 0; facts < 128; ++facts) {
        auto const has = [&](unsigned place) { return (facts >> place & 1U) != 0; };
        Pack pack;
        if (has(0)) {
            pack.sent_at = went;
            pack.link_ends_at = went + link_lasts;
        }
        if (has(1)) pack.opened_at = went + 1;
        if (has(2)) pack.received_at = went + 2;
        if (has(3)) pack.taken_back_at = went + 3;
        if (has(4)) pack.link_closed_at = went + 4;
        pack.with_views = has(5);
        pack.with_confided = has(6);
        all.push_back(pack);
    }
    return all;
}

std::vector<Words> every_word() {
    std::vector<Words> all{{}};
    for (bool const views : {false, true})
        for (bool const confided : {false, true})
            for (bool const understands : {false, true})
                all.push_back(words_of(views, confided, understands));
    return all;
}

// The statement of the rule, by itself: the child's word holds for each thing of their own that is in it.
bool the_child_says_yes(Pack const& pack, Words const& words) {
    bool const understood = !words.empty() && words.front().understands;
    if (pack.with_views && !(understood && words.front().views)) return false;
    if (pack.with_confided && !(understood && words.front().confided)) return false;
    return true;
}

TEST(APack, opens_while_it_is_sent_in_its_time_not_ended_and_by_the_childs_word) {
    int opened = 0;
    for (auto const& pack : every_pack())
        for (auto const& words : every_word())
            for (auto const now : {went, went + link_lasts - 1, went + link_lasts}) {
                bool const expected = pack.sent_at && !pack.taken_back_at && !pack.link_closed_at &&
                                      now < went + link_lasts && the_child_says_yes(pack, words);
                EXPECT_EQ(opens(pack, words, now), expected);
                opened += expected ? 1 : 0;
            }
    EXPECT_GT(opened, 10);
}

TEST(APack, that_can_still_be_received_opens_and_one_that_needs_another_does_not) {
    for (auto const& pack : every_pack())
        for (auto const& words : every_word())
            for (auto const now : {went, went + link_lasts}) {
                auto const standing = standing_of(pack, words, now);
                if (standing == Standing::sent || standing == Standing::opened) {
                    EXPECT_TRUE(opens(pack, words, now)) << word(standing);
                }
                if (needs_another(standing)) {
                    EXPECT_FALSE(opens(pack, words, now)) << word(standing);
                }
            }
}

TEST(APack, that_was_received_stays_received_whatever_comes_after) {
    for (auto const& pack : every_pack())
        if (pack.sent_at && pack.received_at) {
            EXPECT_EQ(standing_of(pack, {}, went + 2 * link_lasts), Standing::received);
        }
}

TEST(APack, is_late_after_a_week_without_a_receipt) {
    Pack pack;
    auto const week = days_to_receive * (24 * hours);
    EXPECT_FALSE(is_late(pack, went + week)) << "it has not gone";
    pack.sent_at = went;
    EXPECT_FALSE(is_late(pack, went + week - 1));
    EXPECT_TRUE(is_late(pack, went + week));
    pack.received_at = went + 1;
    EXPECT_FALSE(is_late(pack, went + week));
}

TEST(ACode, is_the_same_however_it_is_typed) {
    for (auto const* typed : {"48217730", "4821 7730", "4821-7730", " 48 21 77 30 "})
        EXPECT_EQ(code_typed(typed), "48217730") << typed;
    for (auto const* typed : {"", "4821", "482177301", "4821773O", "four"}) EXPECT_EQ(code_typed(typed), "");
    EXPECT_EQ(code_typed(code_to_say("48217730")), "48217730");
}

TEST(ACode, of_one_link_says_nothing_at_another) {
    EXPECT_EQ(hash_of_code("one", "48217730"), hash_of_code("one", "48217730"));
    EXPECT_NE(hash_of_code("one", "48217730"), hash_of_code("other", "48217730"));
    EXPECT_NE(hash_of_code("one", "48217730"), hash_of_code("one", "48217731"));
}

TEST(AProof, opens_its_own_link_until_its_end) {
    Link link;
    link.token_hash = "hash";
    link.proof_key = "key";
    auto const proof = proof_until(link, went + 10);
    EXPECT_TRUE(proves(link, proof, went + 9));
    EXPECT_FALSE(proves(link, proof, went + 10));
    EXPECT_FALSE(proves(link, "", went));
    EXPECT_FALSE(proves(link, proof + "x", went));
    EXPECT_FALSE(proves(link, "9" + proof, went)) << "its end is part of it";
    auto other = link;
    other.proof_key = "another";
    EXPECT_FALSE(proves(other, proof, went));
}

}  // namespace
}  // namespace moving
