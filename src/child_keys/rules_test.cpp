#include "child_keys/rules.hpp"

#include <gtest/gtest.h>

#include "db/vault.hpp"

namespace child_keys {
namespace {

constexpr SchoolId school{1};
constexpr std::string_view words = "He said that nobody waits for him";

class ChildKeys : public testing::Test {
protected:
    std::optional<std::string> opened_by(NewKey const& other, std::string const& sealed_words) {
        return words_in(sealed_words, other.key, owner_of(other.row));
    }

    sealed::Key of_school = sealed::new_key();
    NewKey sams = new_key(of_school, school, "sam", std::string(nurture_record));
    std::string text = sealed_text(sams.row, sams.key, words);
};

TEST_F(ChildKeys, words_open_with_their_own_key_and_hold_no_letter_of_what_was_said) {
    EXPECT_EQ(opened_by(sams, text), std::string(words));
    EXPECT_EQ(text.find("nobody"), std::string::npos);
    EXPECT_EQ(key_named_in(text), sams.row.id);
    EXPECT_TRUE(db::is_sealed(text));
}

TEST_F(ChildKeys, the_same_words_look_different_each_time) {
    EXPECT_NE(sealed_text(sams.row, sams.key, words), text);
}

TEST_F(ChildKeys, another_key_opens_nothing) {
    auto const amiras = new_key(of_school, school, "amira", std::string(nurture_record));
    EXPECT_EQ(opened_by(amiras, text), std::nullopt);
}

TEST_F(ChildKeys, the_right_key_opens_nothing_for_another_child_school_or_record) {
    auto other = sams;
    other.row.whom = "amira";
    EXPECT_EQ(opened_by(other, text), std::nullopt);
    other = sams;
    other.row.school = {2};
    EXPECT_EQ(opened_by(other, text), std::nullopt);
    other = sams;
    other.row.record = safeguarding_record;
    EXPECT_EQ(opened_by(other, text), std::nullopt);
}

TEST_F(ChildKeys, a_changed_letter_anywhere_is_found) {
    for (std::size_t at = db::sealed_mark.size() + sams.row.id.size(); at < text.size(); ++at) {
        auto changed = text;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        // Before padding the last letter may hold bits that stand for nothing.
        if (at + 5 > text.size() && opened_by(sams, changed) == std::string(words)) continue;
        EXPECT_EQ(opened_by(sams, changed), std::nullopt) << at;
    }
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const cut = text.substr(0, size);
        if (!key_named_in(cut).empty()) {
            EXPECT_EQ(opened_by(sams, cut), std::nullopt) << size;
        }
    }
}

TEST_F(ChildKeys, a_key_is_unwrapped_by_its_own_school_and_for_its_own_row_alone) {
    EXPECT_EQ(unwrapped(of_school, sams.row), sams.key);
    EXPECT_EQ(unwrapped(sealed::new_key(), sams.row), std::nullopt);
    auto moved = sams.row;
    moved.whom = "amira";
    EXPECT_EQ(unwrapped(of_school, moved), std::nullopt);
    moved = sams.row;
    moved.id = new_key(of_school, school, "sam", std::string(nurture_record)).row.id;
    EXPECT_EQ(unwrapped(of_school, moved), std::nullopt);
}

TEST_F(ChildKeys, what_is_too_short_names_no_key) {
    EXPECT_EQ(key_named_in("Alone at playtimes"), "");
    EXPECT_EQ(key_named_in(""), "");
    EXPECT_EQ(key_named_in(text.substr(0, 10)), "");
}

TEST(SchoolsKey, is_the_same_for_one_school_and_another_for_each) {
    auto const installation = sealed::new_key();
    EXPECT_EQ(sealed::key_for(installation, 1), sealed::key_for(installation, 1));
    EXPECT_NE(sealed::key_for(installation, 1), sealed::key_for(installation, 2));
    EXPECT_NE(sealed::key_for(installation, 1), sealed::key_for(sealed::new_key(), 1));
    EXPECT_NE(sealed::key_for(installation, 1), installation);
}

}  // namespace
}  // namespace child_keys
