#include "merging/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace merging {
namespace {

Record record(int last, Date born_on = *calendar::parse_iso("2017-03-14")) {
    Record record;
    record.known.id = *PupilId::parse("0190b6e0-0000-7000-8000-00000000000" + std::to_string(last));
    record.known.details.born_on = born_on;
    record.known.joined_on = *calendar::parse_iso("2023-09-04");
    return record;
}

TEST(MergingTwoRecords, of_one_child_meets_no_objection) {
    EXPECT_TRUE(objections_to_merging(record(1), record(2)).empty());
    EXPECT_EQ(objections_to_merging(record(1), record(1)), std::vector{Refusal::same_record});
}

// Every way in which two records can stand, against what each objection says of itself.
TEST(MergingTwoRecords, meets_every_objection_that_holds_and_no_other) {
    for (int bits = 0; bits < 64; ++bits) {
        auto const is = [&](int bit) { return (bits >> bit & 1) == 1; };
        auto stays = record(1);
        auto former = record(2, is(0) ? *calendar::parse_iso("2016-03-14") : stays.known.details.born_on);
        stays.has_open_case = is(1);
        former.has_open_case = is(2);
        stays.erasure_is_signed = is(3);
        former.erasure_is_signed = is(4);
        former.others_went_into_it = is(5);
        stays.others_went_into_it = true;
        auto const objections = objections_to_merging(stays, former);
        auto const holds = [&](Refusal refusal) {
            return std::ranges::find(objections, refusal) != objections.end();
        };
        EXPECT_EQ(holds(Refusal::born_on_another_day), is(0)) << bits;
        EXPECT_EQ(holds(Refusal::both_have_an_open_case), is(1) && is(2)) << bits;
        EXPECT_EQ(holds(Refusal::erasure_is_signed), is(3) || is(4)) << bits;
        EXPECT_EQ(holds(Refusal::others_went_into_it), is(5)) << bits;
        EXPECT_EQ(objections.size(), std::size_t(is(0)) + (is(1) && is(2)) + (is(3) || is(4)) + is(5));
    }
}

pupils::Details called(std::string const& forename, std::string const& surname) {
    return {.legal_forename = forename, .legal_surname = surname};
}

TEST(TwoRecordsOfOneName, may_write_it_otherwise_or_one_of_them_by_the_name_the_child_is_called) {
    auto known_as_sam = called("Samuel", "O’Brien");
    known_as_sam.preferred_forename = "Sam";
    EXPECT_TRUE(same_name(known_as_sam, called("SAMUEL", "Obrien")));
    EXPECT_TRUE(same_name(known_as_sam, called("Sam", "O'Brien")));
    EXPECT_FALSE(same_name(called("Samuel", "Okafor"), called("Sam", "Okafor"))) << "it could be a brother";
    EXPECT_FALSE(same_name(called("Sam", "Okafor"), called("Sam", "Haddad")));
    EXPECT_FALSE(same_name(called("Sam", "Okafor"), called("Okafor", "Sam")));
}

// Every way in which two records can say the same, differ, or one of them say nothing.
TEST(TwoRecordsThatDiffer, are_told_apart_by_each_mark_that_both_say_and_confirmed_where_name_or_sex_is_one) {
    std::vector<std::string> const said{"A", "B", ""};
    auto const says = [](pupils::KnownPupil& known, Mark mark, std::string const& value) {
        if (mark == Mark::sex) known.details.sex = value;
        if (mark == Mark::class_of_today) known.class_name = value;
        if (mark == Mark::upn) known.details.upn = value;
        if (mark == Mark::former_upn) known.details.former_upn = value;
        if (mark == Mark::admission_number) known.details.admission_number = value;
    };
    std::vector<Mark> const marks{
        Mark::sex, Mark::class_of_today, Mark::upn, Mark::former_upn, Mark::admission_number};
    for (std::string const forename : {"Sam", "Joe"})
        for (int way = 0; way < 243; ++way) {
            auto stays = record(1).known;
            auto former = record(2).known;
            stays.details.legal_forename = "Sam";
            former.details.legal_forename = forename;
            stays.details.legal_surname = former.details.legal_surname = "Okafor";
            std::vector<Mark> expected;
            if (forename == "Joe") expected.push_back(Mark::name);
            int rest = way;
            for (auto const mark : marks) {
                auto const& value = said[static_cast<std::size_t>(rest % 3)];
                rest /= 3;
                says(stays, mark, "A");
                says(former, mark, value);
                if (value == "B") expected.push_back(mark);
            }
            std::vector<Mark> found;
            auto const differences = differences_of(stays, former);
            for (auto const& difference : differences) found.push_back(difference.mark);
            EXPECT_EQ(found, expected) << forename << way;
            EXPECT_EQ(must_be_confirmed(differences), forename == "Joe" || former.details.sex == "B") << way;
            EXPECT_EQ(differences_of(former, stays).size(), expected.size()) << "either way round";
        }
}

pupils::KnownPupil saying(std::string const& word) {
    auto known = record(1).known;
    for (auto* const field :
         {&known.details.upn,
          &known.details.former_upn,
          &known.details.admission_number,
          &known.details.legal_forename,
          &known.details.legal_surname,
          &known.details.preferred_forename,
          &known.details.preferred_surname,
          &known.details.sex,
          &known.details.year_group,
          &known.details.sen_provision,
          &known.details.pupil_premium})
        *field = word;
    return known;
}

TEST(WhatIsKept, is_the_ethnicity_that_one_of_them_says_and_nobody_is_shown_it) {
    auto stays = saying("this");
    auto former = saying("that");
    former.details.ethnicity = "mixed";
    for (auto const& value : values_of(stays, former)) EXPECT_NE(value.field, "ethnicity");
    EXPECT_EQ(kept(stays, former, {}).details.ethnicity, "mixed");
    stays.details.ethnicity = "asian";
    EXPECT_EQ(kept(stays, former, {}).details.ethnicity, "asian");
}

TEST(WhatIsKept, is_of_each_field_what_was_chosen_whatever_else_was) {
    auto const stays = saying("this");
    auto former = saying("that");
    former.joined_on = stays.joined_on - 30;
    former.left_on = stays.joined_on + 30;
    auto const values = values_of(stays, former);
    EXPECT_EQ(values.size(), 14U) << "as many as the register has, and two days";
    std::vector<std::string> differing;
    for (auto const& value : values)
        if (value.differs()) differing.emplace_back(value.field);
    ASSERT_EQ(differing.size(), 13U) << "all but the date of birth";
    for (unsigned bits = 0; bits < 1U << differing.size(); ++bits) {
        std::set<std::string> chosen;
        for (std::size_t at = 0; at < differing.size(); ++at)
            if ((bits >> at & 1U) == 1U) chosen.insert(differing[at]);
        auto const kept_now = kept(stays, former, chosen);
        auto said = stays;
        said.details = kept_now.details;
        said.joined_on = kept_now.joined_on;
        said.left_on = kept_now.left_on;
        for (auto const& value : values_of(said, stays)) {
            auto const asked = std::ranges::find(values, value.field, &Value::field);
            EXPECT_EQ(value.stays, chosen.contains(std::string(value.field)) ? asked->former : asked->stays);
        }
    }
}

TEST(WhatIsKept, is_suggested_from_the_former_record_where_the_other_says_nothing_or_joined_later) {
    auto stays = saying("this");
    auto former = saying("that");
    stays.details.upn.clear();
    former.details.sex.clear();
    former.joined_on = stays.joined_on - 30;
    stays.left_on = stays.joined_on + 30;
    EXPECT_EQ(
        suggested_from_former(values_of(stays, former)),
        (std::set<std::string>{"upn", "joined_on", "left_on"})
    );
    std::swap(stays, former);
    EXPECT_EQ(suggested_from_former(values_of(stays, former)), std::set<std::string>{"sex"});
}

TEST(UpnThatIsGivenUp, is_the_one_that_is_not_kept) {
    auto const stays = saying("A");
    auto const former = saying("B");
    EXPECT_EQ(upn_given_up(stays, former, kept(stays, former, {})), "B");
    EXPECT_EQ(upn_given_up(stays, former, kept(stays, former, {"upn"})), "A");
    EXPECT_EQ(upn_given_up(stays, stays, kept(stays, stays, {})), "");
    auto const without = saying("");
    EXPECT_EQ(upn_given_up(stays, without, kept(stays, without, {})), "");
}

TEST(TakingBack, is_possible_within_thirty_days_while_nothing_stands_against_it) {
    EXPECT_EQ(objection_to_undoing({}), std::nullopt);
    EXPECT_EQ(objection_to_undoing({.days = 30}), std::nullopt);
    EXPECT_EQ(objection_to_undoing({.days = 31}), UndoRefusal::too_late);
    EXPECT_EQ(objection_to_undoing({.undone_already = true, .days = 31}), UndoRefusal::undone_already);
    EXPECT_EQ(objection_to_undoing({.rows_are_gone = true}), UndoRefusal::rows_are_gone);
    EXPECT_EQ(objection_to_undoing({.details_changed = true}), UndoRefusal::details_changed);
    EXPECT_EQ(objection_to_undoing({.upn_is_anothers = true}), UndoRefusal::upn_is_anothers);
    EXPECT_EQ(objection_to_undoing({.others_answered = true}), UndoRefusal::others_answered);
}

}  // namespace
}  // namespace merging
