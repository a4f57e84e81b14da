#include "visits/reads.hpp"

#include <gtest/gtest.h>

#include <array>

// Stands in for the one room that decides.
namespace need_to_know {
struct Deciding {
    static visits::Decision made() { return {}; }
};
}  // namespace need_to_know

namespace visits {
namespace {

void note(Reads& reads, Read read) { reads.note(need_to_know::Deciding::made(), std::move(read)); }

Read of_contacts(ReadContacts contacts) {
    return {.pupil_id = "sam", .case_id = {}, .zone = {}, .reason = {}, .contacts = contacts};
}

Read of_list(std::vector<std::string> children) {
    return {.pupil_id = {}, .case_id = {}, .zone = {}, .reason = {}, .listed = std::move(children)};
}

TEST(Reads, of_contacts_are_noted_once_with_the_most_that_was_seen_and_beside_the_case) {
    Reads reads;
    note(reads, {.pupil_id = "sam", .case_id = {}, .zone = ReadZone::progress, .reason = {}});
    note(reads, of_contacts(ReadContacts::names));
    note(reads, of_contacts(ReadContacts::with_orders));
    note(reads, of_contacts(ReadContacts::all));
    ASSERT_EQ(reads.all().size(), 2U);
    EXPECT_EQ(reads.all()[0].contacts, std::nullopt);
    EXPECT_EQ(reads.all()[1].contacts, ReadContacts::with_orders);
}

TEST(Reads, of_a_list_name_each_child_once_in_their_order_and_none_is_noted_of_nobody) {
    Reads reads;
    note(reads, of_list({}));
    EXPECT_TRUE(reads.all().empty());
    note(reads, of_list({"tom", "amira", "tom"}));
    note(reads, of_list({"amira", "tom"}));
    note(reads, of_list({"amira"}));
    ASSERT_EQ(reads.all().size(), 2U);
    EXPECT_EQ(reads.all()[0].listed, (std::vector<std::string>{"amira", "tom"}));
    EXPECT_EQ(reads.all()[1].listed, std::vector<std::string>{"amira"});
}

TEST(Reads, by_one_duty_of_several_children_make_one_list) {
    auto const by_duty = [](std::string const& child, std::string duty) {
        return Read{
            .pupil_id = child,
            .case_id = {},
            .zone = ReadZone::progress,
            .reason = std::move(duty),
            .listed = {child}};
    };
    Reads reads;
    note(reads, by_duty("tom", "asked"));
    note(reads, by_duty("sam", "answers"));
    for (auto const* child : {"amira", "tom", "ben", "amira"}) note(reads, by_duty(child, "asked"));
    ASSERT_EQ(reads.all().size(), 2U);
    EXPECT_EQ(reads.all()[0].pupil_id, "");
    EXPECT_EQ(reads.all()[0].listed, (std::vector<std::string>{"amira", "ben", "tom"}));
    EXPECT_EQ(reads.all()[0].reason, "asked");
    EXPECT_EQ(reads.all()[1].pupil_id, "sam") << "alone, and named";
}

TEST(Reads, of_children_who_were_opened_by_themselves_name_each_of_them) {
    auto const opened = [](std::string child) {
        return Read{
            .pupil_id = std::move(child),
            .case_id = {},
            .zone = ReadZone::progress,
            .reason = "You see this because you are SENCo."};
    };
    Reads reads;
    for (auto const* child : {"sam", "amira", "sam"}) note(reads, opened(child));
    ASSERT_EQ(reads.all().size(), 2U);
    EXPECT_EQ(reads.all()[0].pupil_id, "sam");
    EXPECT_EQ(reads.all()[1].pupil_id, "amira");
    auto by_duty = opened("sam");
    by_duty.listed = {"sam"};
    note(reads, by_duty);
    EXPECT_EQ(reads.all().size(), 2U) << "once for each child";
}

TEST(Reads, open_words_as_near_as_was_decided) {
    constexpr std::array all{WordsOf::the_roll, WordsOf::progress, WordsOf::confidence};
    auto const opened_by = [&](auto const& decide) {
        Reads reads;
        decide(reads);
        std::size_t opened = 0;
        for (auto const words : all) {
            EXPECT_FALSE(reads.may_open(words, "tom") && !reads.may_open(WordsOf::the_roll, "tom"));
            if (reads.may_open(words, "sam")) ++opened;
        }
        return opened;
    };
    for (auto const& [zone, opened] :
         {std::pair{ReadZone::headline, 1U}, {ReadZone::progress, 2U}, {ReadZone::confidence, 3U}})
        EXPECT_EQ(
            opened_by([near = zone](Reads& reads) {
                note(reads, {.pupil_id = "sam", .case_id = {}, .zone = near, .reason = {}});
            }),
            opened
        );
    auto const decision = need_to_know::Deciding::made();
    EXPECT_EQ(opened_by([](Reads&) {}), 0U);
    EXPECT_EQ(opened_by([&](Reads& reads) { reads.allow(decision, "sam"); }), 2U);
    EXPECT_EQ(opened_by([&](Reads& reads) { reads.allow_with_confidence(decision, "sam"); }), 3U);
    EXPECT_EQ(opened_by([&](Reads& reads) { reads.allow_the_roll(decision); }), 1U);
    EXPECT_EQ(opened_by([](Reads& reads) { note(reads, of_contacts(ReadContacts::names)); }), 1U);
}

}  // namespace
}  // namespace visits
