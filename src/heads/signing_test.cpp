#include <gtest/gtest.h>

#include <thread>

#include "heads/rules.hpp"
#include "heads/signing_actions.hpp"
#include "merkle/rules.hpp"
#include "records/actions.hpp"
#include "support/small_school.hpp"

namespace heads {
namespace {

class SigningHeads : public testing::Test {
protected:
    void change_something() {
        db::Transaction transaction(db_, db::Mode::write);
        auto visit = school_.visit(db_, school_.senco);
        records::write(visit, {.action = records::Action::made, .subject = "concern", .subject_id = "a"});
        transaction.commit();
    }
    std::vector<store::Kept> kept() {
        db::Transaction const transaction(db_, db::Mode::read);
        db_.enter(school_.school);
        return store::all(db_, school_.school, Log::changes);
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Connection& db_ = database_.connection();
    signature::Key key_ = signature::Key::make();
    Instant now_ = school_.now;
};

TEST_F(SigningHeads, is_due_once_a_day_for_a_log_that_grew) {
    EXPECT_EQ(sign_where_due(db_, key_, now_), 0) << "an empty log";
    change_something();
    EXPECT_EQ(sign_where_due(db_, key_, now_), 1);
    change_something();
    EXPECT_EQ(sign_where_due(db_, key_, now_ + 1 * hours), 0) << "the same day";
    EXPECT_EQ(sign_where_due(db_, key_, now_ + 24 * hours), 1);
    EXPECT_EQ(sign_where_due(db_, key_, now_ + 48 * hours), 0) << "nothing new";
    ASSERT_EQ(kept().size(), 2U);
    EXPECT_EQ(kept()[1].head.size, 2U);
    EXPECT_EQ(kept()[1].head.public_key, key_.public_key());
    EXPECT_TRUE(is_signed(kept()[1].head));
}

TEST_F(SigningHeads, goes_on_from_the_tree_of_the_last_head_to_the_same_root) {
    for (int at = 0; at < 5; ++at) change_something();
    sign(db_, key_, school_.school, Log::changes, now_);
    for (int at = 0; at < 6; ++at) change_something();
    auto const grown = sign(db_, key_, school_.school, Log::changes, now_ + 1);
    merkle::Tree whole;
    db::Transaction const transaction(db_, db::Mode::read);
    db_.enter(school_.school);
    for (auto const& hash : store::hashes(db_, school_.school, Log::changes, 1, 100))
        whole.add(leaf_of(hash));
    ASSERT_EQ(whole.size(), 11U);
    EXPECT_EQ(grown->root, whole.root());
}

TEST_F(SigningHeads, of_what_is_signed_already_gives_that_head) {
    change_something();
    auto const first = sign(db_, key_, school_.school, Log::changes, now_);
    auto const again = sign(db_, key_, school_.school, Log::changes, now_ + 1);
    EXPECT_EQ(again->signature, first->signature);
    EXPECT_EQ(kept().size(), 1U);
}

TEST_F(SigningHeads, happens_by_itself) {
    change_something();
    Signer const signer(
        database_.connect(db::Mode::write), key_, [this] { return now_; }, [](std::string const&) {}, {}
    );
    for (int wait = 0; wait < 500 && kept().empty(); ++wait)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    EXPECT_EQ(kept().size(), 1U);
}

}  // namespace
}  // namespace heads
