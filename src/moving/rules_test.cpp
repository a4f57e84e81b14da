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
    for (unsigned facts = 0; facts < 256; ++facts) {
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
        if (has(7)) pack.discarded_at = went - 1;
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

Pack sent_pack() {
    Pack pack;
    pack.sent_at = went;
    pack.link_ends_at = went + link_lasts;
    return pack;
}

TEST(APack, opens_while_it_is_sent_in_its_time_not_ended_and_by_the_childs_word) {
    EXPECT_FALSE(opens({}, {}, went)) << "it has not gone";
    auto const sent = sent_pack();
    EXPECT_TRUE(opens(sent, {}, went));
    EXPECT_TRUE(opens(sent, {}, went + link_lasts - 1));
    EXPECT_FALSE(opens(sent, {}, went + link_lasts));

    auto received = sent;
    received.opened_at = went + 1;
    received.received_at = went + 2;
    EXPECT_TRUE(opens(received, {}, went + 3)) << "who has it may read it again";
    received.link_closed_at = went + 4;
    EXPECT_FALSE(opens(received, {}, went + 5)) << "the school has ended its link";

    auto taken_back = sent;
    taken_back.taken_back_at = went + 1;
    EXPECT_FALSE(opens(taken_back, {}, went + 2));
    auto locked = sent;
    locked.link_closed_at = went + 1;
    EXPECT_FALSE(opens(locked, {}, went + 2));
}

TEST(APack, with_words_of_the_child_opens_by_the_childs_latest_yes_that_they_understand) {
    auto views = sent_pack();
    views.with_views = true;
    auto confided = sent_pack();
    confided.with_confided = true;
    auto both = views;
    both.with_confided = true;
    auto const yes = words_of(true, true, true);
    auto const of_views = words_of(true, false, true);
    auto const of_confided = words_of(false, true, true);
    for (auto const& pack : {views, confided, both}) {
        EXPECT_TRUE(opens(pack, yes, went));
        EXPECT_FALSE(opens(pack, {}, went)) << "nobody has asked";
        EXPECT_FALSE(opens(pack, words_of(true, true, false), went)) << "it is not understood";
    }
    EXPECT_TRUE(opens(views, of_views, went));
    EXPECT_FALSE(opens(views, of_confided, went));
    EXPECT_TRUE(opens(confided, of_confided, went));
    EXPECT_FALSE(opens(confided, of_views, went));
    EXPECT_FALSE(opens(both, of_views, went));
    EXPECT_FALSE(opens(both, of_confided, went));
}

TEST(APack, can_be_ended_once_it_went_and_after_a_receipt_while_its_link_would_open) {
    EXPECT_FALSE(can_be_ended({}, went)) << "it has not gone";
    auto pack = sent_pack();
    EXPECT_TRUE(can_be_ended(pack, went));
    EXPECT_TRUE(can_be_ended(pack, went + link_lasts)) << "so that nobody is asked to follow it up";
    pack.received_at = went + 2;
    EXPECT_TRUE(can_be_ended(pack, went + 3));
    EXPECT_FALSE(can_be_ended(pack, went + link_lasts));
    pack.link_closed_at = went + 4;
    EXPECT_FALSE(can_be_ended(pack, went + 5));
    auto taken_back = sent_pack();
    taken_back.taken_back_at = went + 1;
    EXPECT_FALSE(can_be_ended(taken_back, went + 2));
}

TEST(APack, can_be_discarded_until_it_goes_and_once) {
    EXPECT_TRUE(can_be_discarded({}));
    Pack discarded;
    discarded.discarded_at = went;
    EXPECT_FALSE(can_be_discarded(discarded));
    auto sent = sent_pack();
    EXPECT_FALSE(can_be_discarded(sent));
    sent.taken_back_at = went + 1;
    EXPECT_FALSE(can_be_discarded(sent)) << "it went, and what went stays";
    for (auto const& pack : every_pack())
        EXPECT_EQ(can_be_discarded(pack), standing_of(pack, {}, went) == Standing::prepared);
}

TEST(APack, that_is_discarded_opens_nowhere_and_asks_for_nothing_more) {
    auto const yes = words_of(true, true, true);
    for (auto const& pack : every_pack()) {
        if (pack.sent_at || !pack.discarded_at) continue;
        EXPECT_EQ(standing_of(pack, yes, went), Standing::discarded);
        EXPECT_FALSE(opens(pack, yes, went));
        EXPECT_FALSE(can_be_ended(pack, went));
    }
    EXPECT_FALSE(needs_another(Standing::discarded));
    EXPECT_FALSE(is_late(Standing::discarded, {}, went + link_lasts));
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

TEST(APack, is_late_after_a_week_while_a_call_helps) {
    auto const week = days_to_receive * (24 * hours);
    auto const pack = sent_pack();
    for (auto const standing : {Standing::sent, Standing::opened}) {
        EXPECT_FALSE(is_late(standing, pack, went + week - 1));
        EXPECT_TRUE(is_late(standing, pack, went + week));
    }
    for (auto const standing :
         {Standing::received, Standing::taken_back, Standing::locked, Standing::held, Standing::ended})
        EXPECT_FALSE(is_late(standing, pack, went + week)) << word(standing);
    EXPECT_FALSE(is_late(Standing::prepared, {}, went + week));
}

TEST(APack, needs_another_where_it_closed_without_the_school_or_a_receipt) {
    auto const needs = [](Pack const& pack, Words const& words, Instant now) {
        return needs_another(standing_of(pack, words, now));
    };
    auto pack = sent_pack();
    EXPECT_FALSE(needs(pack, {}, went));
    EXPECT_TRUE(needs(pack, {}, went + link_lasts));
    pack.with_views = true;
    EXPECT_FALSE(needs(pack, words_of(true, false, true), went));
    EXPECT_TRUE(needs(pack, words_of(false, false, true), went))
        << "from the child's no on, not a week later";
    pack.link_closed_at = went + 1;
    EXPECT_TRUE(needs(pack, words_of(true, false, true), went + 1));
    auto taken_back = pack;
    taken_back.taken_back_at = went + 2;
    EXPECT_FALSE(needs(taken_back, {}, went + 3));
    pack.received_at = went + 2;
    EXPECT_FALSE(needs(pack, {}, went + 3));
}

TEST(APack, that_is_locked_says_after_how_many_wrong_codes) {
    EXPECT_EQ(wrong_codes(), std::to_string(most_wrong_tries) + " wrong codes");
    EXPECT_EQ(in_words(Standing::locked), "Closed after " + wrong_codes());
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
