#include "heads/rules.hpp"

#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "heads/documents.hpp"
#include "merkle/rules.hpp"
#include "readings/rules.hpp"
#include "records/rules.hpp"

namespace heads {
namespace {

auto const key = signature::Key::make();

std::string entry_hash(merkle::Size at, Parts* parts = nullptr) {
    readings::Entry entry;
    entry.number = static_cast<std::int64_t>(at) + 1;
    if (at == 2) {
        entry.zone.reset();
        entry.refused = readings::Refused::no_tie;
    }
    if (at == 4) entry.list_id = std::string(64, 'a');
    auto const before = std::string(64, '0');
    if (parts) *parts = readings::parts_of({1}, before, entry);
    return readings::hash_of({1}, before, entry);
}

auto const root_of = [](merkle::Size first, merkle::Size last) {
    merkle::Tree tree;
    for (auto at = first; at < last; ++at) tree.add(leaf_of(entry_hash(at)));
    return tree.root();
};

Head head_of(merkle::Size size) {
    return signed_by(
        key,
        {.school = {1},
         .log = Log::reads,
         .size = size,
         .root = root_of(0, size),
         .signed_at = {1'764'000'000'000}}
    );
}

Proof proof_of(merkle::Size leaf, merkle::Size earlier, merkle::Size size) {
    Proof proof{.entry = {}, .leaf = leaf, .head = head_of(size)};
    entry_hash(leaf, &proof.entry);
    proof.inclusion = merkle::inclusion_proof(leaf, size, root_of);
    proof.earlier = head_of(earlier);
    proof.consistency = merkle::consistency_proof(earlier, size, root_of);
    return proof;
}

TEST(Heads, are_signed_in_all_that_they_say) {
    auto const head = head_of(5);
    EXPECT_TRUE(is_signed(head));
    std::vector<Head> changed(6, head);
    changed[0].school.number = 2;
    changed[1].log = Log::changes;
    changed[2].size = 6;
    changed[3].root = root_of(0, 6);
    changed[4].signed_at.milliseconds += 1;
    changed[5].public_key = signature::Key::make().public_key();
    for (auto const& one : changed) EXPECT_FALSE(is_signed(one)) << words_of(one);
}

TEST(Heads, and_proofs_come_back_from_their_documents_as_they_were) {
    auto const heads = documents::heads_in(documents::of_heads({head_of(3), head_of(5)}));
    ASSERT_TRUE(heads);
    ASSERT_EQ(heads->size(), 2U);
    EXPECT_TRUE(is_signed((*heads)[1]));
    EXPECT_EQ((*heads)[1].size, 5U);

    auto const proof = documents::proof_in(documents::of_proof(proof_of(2, 3, 5)));
    ASSERT_TRUE(proof);
    EXPECT_EQ(fault_of(*proof), "");
}

TEST(Heads, are_not_found_in_what_is_no_document) {
    for (auto const* text :
         {"",
          "{",
          "[]",
          "{}",
          R"({"heads":1})",
          R"({"heads":[{}]})",
          R"({"heads":[1]})",
          R"({"heads":[{"school":1,"log":"other","size":1,"root":"","signed_at":1,"public_key":"","signature":""}]})"})
        EXPECT_FALSE(documents::heads_in(text)) << text;
    EXPECT_FALSE(documents::proof_in(documents::of_heads({head_of(3)})));
}

TEST(Proofs, hold_for_their_entry_their_head_and_where_the_log_went_on_from) {
    EXPECT_EQ(fault_of(proof_of(2, 3, 5)), "");
    auto without_earlier = proof_of(4, 3, 5);
    without_earlier.earlier.reset();
    EXPECT_EQ(fault_of(without_earlier), "");
}

TEST(Proofs, do_not_hold_where_anything_in_them_was_changed) {
    auto const changed = [](auto const& change) {
        auto proof = proof_of(2, 3, 5);
        change(proof);
        return fault_of(proof);
    };
    EXPECT_NE(changed([](Proof& proof) { proof.entry[0].second[0] = '1'; }), "");
    EXPECT_NE(changed([](Proof& proof) { proof.entry[2].second = "2"; }), "");
    EXPECT_NE(changed([](Proof& proof) { proof.leaf = 1; }), "");
    EXPECT_NE(changed([](Proof& proof) { proof.inclusion[0][0] ^= 1U; }), "");
    EXPECT_NE(changed([](Proof& proof) { proof.consistency[0][0] ^= 1U; }), "");
    EXPECT_NE(changed([](Proof& proof) { proof.head.size = 6; }), "");
    EXPECT_NE(changed([](Proof& proof) { proof.earlier->root[0] ^= 1U; }), "");
    EXPECT_NE(changed([](Proof& proof) { proof.earlier = head_of(2); }), "");
}

// What a proof carries of an entry makes the entry's own hash.
TEST(Proofs, carry_the_parts_that_the_hash_of_an_entry_covers) {
    auto const digest_of = [](Parts const& parts) {
        std::vector<std::string_view> values;
        for (auto const& part : parts) values.push_back(part.second);
        return secret::digest(values);
    };
    records::Entry const change{
        .number = 7,
        .at = {5},
        .by_staff_id = "a",
        .by_name = "Ms Okafor",
        .action = records::Action::ended,
        .subject = "concern",
        .subject_id = "b",
        .case_id = "c",
        .why = "d",
        .detail_digest = "e",
        .previous_hash = "f"};
    EXPECT_EQ(digest_of(records::parts_of({1}, change)), records::hash_of({1}, change));
    readings::Entry const read{
        .number = 7,
        .at = {5},
        .by_staff_id = "a",
        .by_name = "Ms Okafor",
        .pupil_id = "b",
        .case_id = "c",
        .zone = visits::ReadZone::confidence,
        .reason = "d",
        .page = "e"};
    EXPECT_EQ(digest_of(readings::parts_of({1}, "f", read)), readings::hash_of({1}, "f", read));
    auto refusal = read;
    refusal.zone.reset();
    refusal.refused = readings::Refused::own_child;
    EXPECT_EQ(digest_of(readings::parts_of({1}, "f", refusal)), readings::hash_of({1}, "f", refusal));
}

}  // namespace
}  // namespace heads
