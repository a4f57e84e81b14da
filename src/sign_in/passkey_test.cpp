#include <gtest/gtest.h>

#include "base/secret.hpp"
#include "sign_in/actions.hpp"
#include "sign_in/forms.hpp"
#include "sign_in/passkey_actions.hpp"
#include "sign_in/passkey_store.hpp"
#include "sign_in/rules.hpp"
#include "sign_in/store.hpp"
#include "support/passkey_device.hpp"
#include "support/refused.hpp"
#include "support/small_school.hpp"

namespace sign_in {
namespace {

class APasskey : public testing::Test {
protected:
    APasskey() {
        visit.public_address = "https://withy.example";
        device.person = school.teacher_of_4b.account.text();
    }

    bool adds(support::PasskeyDevice const& with, std::string const& challenge) {
        return actions::add_passkey(visit, *forms::new_passkey(with.made(challenge))).has_value();
    }
    bool adds(support::PasskeyDevice const& with) {
        return adds(with, actions::new_challenge(visit, Purpose::make));
    }
    bool proves(support::PasskeyDevice& with, std::string const& challenge, Purpose purpose) {
        return actions::prove_passkey(visit, forms::passkey_use(with.used(challenge)), purpose).has_value();
    }
    bool proves(support::PasskeyDevice& with, Purpose purpose = Purpose::sign_in) {
        return proves(with, actions::new_challenge(visit, purpose), purpose);
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.teacher_of_4b);
    support::PasskeyDevice device{"https://withy.example"};
};

TEST_F(APasskey, that_was_added_signs_its_person_in) {
    ASSERT_TRUE(adds(device));
    auto nobody = school.visit_of_nobody(db);
    nobody.public_address = visit.public_address;
    auto const challenge = actions::new_challenge(nobody, Purpose::sign_in);
    auto const account =
        actions::prove_passkey(nobody, forms::passkey_use(device.used(challenge)), Purpose::sign_in);
    ASSERT_TRUE(account);
    EXPECT_EQ(account->id, school.teacher_of_4b.account);
    auto const own = store::passkeys(db, account->id);
    ASSERT_EQ(own.size(), 1U);
    EXPECT_EQ(own.front().name, "The key on my ring");
    EXPECT_EQ(own.front().used_at, visit.now);
}

TEST_F(APasskey, signs_nobody_in_before_it_is_added_nor_after_it_is_removed) {
    EXPECT_FALSE(proves(device));
    ASSERT_TRUE(adds(device));
    auto const id = store::passkeys(db, visit.who.account).front().id;
    auto others = school.visit(db, school.teacher_of_5a);
    actions::remove_passkey(others, id);
    EXPECT_TRUE(proves(device)) << "it is not theirs to remove";
    actions::remove_passkey(visit, id);
    EXPECT_FALSE(proves(device));
}

TEST_F(APasskey, is_added_once) {
    ASSERT_TRUE(adds(device));
    EXPECT_FALSE(adds(device));
    auto others = school.visit(db, school.teacher_of_5a);
    others.public_address = visit.public_address;
    auto const challenge = actions::new_challenge(others, Purpose::make);
    EXPECT_FALSE(actions::add_passkey(others, *forms::new_passkey(device.made(challenge))));
}

TEST_F(APasskey, signs_a_challenge_once) {
    auto const to_make = actions::new_challenge(visit, Purpose::make);
    ASSERT_TRUE(adds(device, to_make));
    EXPECT_FALSE(adds(support::PasskeyDevice("https://withy.example"), to_make));
    auto const challenge = actions::new_challenge(visit, Purpose::sign_in);
    EXPECT_TRUE(proves(device, challenge, Purpose::sign_in));
    EXPECT_FALSE(proves(device, challenge, Purpose::sign_in));
}

TEST_F(APasskey, signs_a_challenge_within_five_minutes) {
    ASSERT_TRUE(adds(device));
    auto const challenge = actions::new_challenge(visit, Purpose::sign_in);
    visit.now = visit.now + challenge_stands_for;
    EXPECT_FALSE(proves(device, challenge, Purpose::sign_in));
}

TEST_F(APasskey, signs_a_challenge_of_its_purpose_and_person) {
    ASSERT_TRUE(adds(device));
    for (auto const given : {Purpose::make, Purpose::sign_in, Purpose::prove})
        for (auto const used : {Purpose::sign_in, Purpose::prove})
            EXPECT_EQ(proves(device, actions::new_challenge(visit, given), used), given == used)
                << word(given) << word(used);
    EXPECT_FALSE(proves(device, secret::new_token(), Purpose::sign_in)) << "nobody gave it";

    auto others = school.visit(db, school.teacher_of_5a);
    EXPECT_FALSE(proves(device, actions::new_challenge(others, Purpose::prove), Purpose::prove));
}

TEST_F(APasskey, of_another_proves_nothing_of_the_visitor) {
    ASSERT_TRUE(adds(device));
    visit.who.account = school.teacher_of_5a.account;
    EXPECT_FALSE(proves(device, Purpose::prove));
    device.person = school.teacher_of_5a.account.text();
    EXPECT_FALSE(proves(device, Purpose::prove));
    EXPECT_FALSE(proves(device, Purpose::sign_in)) << "it says that it is somebody else's";
}

TEST_F(APasskey, proves_nothing_where_anything_is_out_of_order) {
    ASSERT_TRUE(adds(device));
    auto const with = [&](auto const& change) {
        auto changed = device;
        change(changed);
        return proves(changed);
    };
    EXPECT_TRUE(with([](auto&) {}));
    EXPECT_FALSE(with([](auto& one) { one.origin = "https://withy.example.org"; }));
    EXPECT_FALSE(with([](auto& one) { one.name = "example"; }));
    EXPECT_FALSE(with([](auto& one) { one.flags = 1; })) << "no finger, face or PIN";
    EXPECT_FALSE(with([](auto& one) { one.flags = 4; })) << "nobody there";
    visit.public_address = "http://127.0.0.1:8080";
    EXPECT_FALSE(proves(device)) << "no passkeys work here";
}

TEST_F(APasskey, that_was_copied_is_noticed_by_its_count) {
    device.uses = 1;
    ASSERT_TRUE(adds(device));
    auto copy = device;
    device.uses = 2;
    EXPECT_TRUE(proves(device));
    copy.uses = 2;
    EXPECT_FALSE(proves(copy));
    device.uses = 3;
    EXPECT_TRUE(proves(device));
    EXPECT_EQ(
        support::refused(db, "UPDATE passkey SET uses = uses - 1 WHERE uses > $1", school.school),
        "passkey_counts_upwards"
    );
    EXPECT_EQ(
        support::refused(db, "UPDATE passkey SET public_key = '' WHERE uses > $1", school.school),
        "passkey_stands"
    );
}

TEST_F(APasskey, of_a_closed_account_signs_nobody_in) {
    ASSERT_TRUE(adds(device));
    db.run("UPDATE account SET closed_at = 1 WHERE id = $1", visit.who.account);
    EXPECT_FALSE(proves(device));
}

TEST(AProof, is_fresh_for_ten_minutes) {
    Presence presence;
    presence.proven_at = {1000};
    EXPECT_TRUE(has_fresh_proof(presence, {1000 + 10 * minutes - 1}));
    EXPECT_FALSE(has_fresh_proof(presence, {1000 + 10 * minutes}));
}

class AProofOnADevice : public testing::Test {
protected:
    Presence presence() { return store::presence(db, token_hash).value(); }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    db::Transaction transaction{db, db::Mode::write};
    Visit visit = school.visit(db, school.senco);
    std::string token_hash = secret::hash_of_token(school.senco.token);
};

TEST_F(AProofOnADevice, is_signing_in_going_on_after_a_lock_and_being_asked) {
    auto const later = visit.now + 5 * minutes;
    store::unlock(db, token_hash, later);
    EXPECT_EQ(presence().proven_at, later);
    store::note_proof(db, token_hash, later + 1);
    EXPECT_EQ(presence().proven_at, later + 1);
    auto const token = actions::sign_in_at(
        visit,
        *store::account(db, school.senco.account),
        {school.school, visit.school_name, school.senco.staff},
        {}
    );
    EXPECT_EQ(store::presence(db, secret::hash_of_token(token))->proven_at, visit.now);
}

// Use after a pause does not bring back the proof from before it.
TEST_F(AProofOnADevice, is_over_after_a_pause_although_the_device_is_used_again) {
    auto const began = presence().seen_at;
    store::note_proof(db, token_hash, began);
    auto used = began;
    for (int i = 0; i < 4; ++i) {
        used = used + (15 * minutes - 1);
        store::note_seen(db, token_hash, used);
        EXPECT_EQ(presence().proven_at, began) << "no pause yet";
    }
    auto const back = used + 15 * minutes;
    store::note_seen(db, token_hash, back);
    EXPECT_EQ(presence().proven_at, Instant{});
    EXPECT_EQ(presence().seen_at, back);
    EXPECT_EQ(standing_proof(presence(), back + 1), Instant{});

    store::note_proof(db, token_hash, back + 1);
    store::note_seen(db, token_hash, back + 1 * minutes);
    EXPECT_EQ(presence().proven_at, back + 1);
}

TEST_F(AProofOnADevice, is_none_while_it_is_locked) {
    auto const before = presence().proven_at;
    store::lock(db, token_hash, visit.now);
    store::note_proof(db, token_hash, visit.now);
    EXPECT_EQ(presence().proven_at, before);
}

}  // namespace
}  // namespace sign_in
