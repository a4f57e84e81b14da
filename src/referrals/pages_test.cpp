#include <gtest/gtest.h>

#include "need_to_know/named_test.hpp"
#include "referrals/concern_pages.hpp"
#include "referrals/discussion_pages.hpp"
#include "referrals/list_pages.hpp"

namespace referrals::pages {
namespace {

Date const today = *calendar::parse_iso("2026-05-12");

ListLine a_line(Date due_on, std::string sentence) {
    pupils::Pupil sam;
    sam.forename = "Sam";
    ListLine line{.child = need_to_know::named_to_the_senco(sam)};
    line.group = Group::to_start;
    line.status = {
        cases::Stage::to_start,
        std::move(sentence),
        cases::Step::start,
        cases::Owner::nurture_assistant,
        due_on};
    return line;
}

std::string list_of(ListLine const& line) {
    return referrals({.lines = {line}, .chosen = {}, .today = today, .coordinates = true}).main.markup();
}

TEST(ReferralsList, says_a_day_to_come_once) {
    auto const due_on = today + 9;
    auto const named =
        list_of(a_line(due_on, "Has a place, to start on " + calendar::in_words(due_on) + "."));
    EXPECT_EQ(named.find("Due "), std::string::npos) << named;
    EXPECT_NE(named.find(calendar::in_words(due_on)), std::string::npos);
    EXPECT_NE(list_of(a_line(due_on, "To be discussed.")).find("Due Thursday 21 May"), std::string::npos);
}

TEST(ReferralsList, says_what_is_due_or_overdue_whatever_the_sentence_names) {
    EXPECT_NE(
        list_of(a_line(today, "To start on " + calendar::in_words(today) + ".")).find("Due today"),
        std::string::npos
    );
    EXPECT_NE(
        list_of(a_line(today - 2, "To start on " + calendar::in_words(today - 2) + "."))
            .find("2 days overdue"),
        std::string::npos
    );
}

TEST(PrioritisationPage, begins_with_what_is_to_be_decided_and_shows_what_it_rests_on) {
    Papers papers{};
    papers.concerns.emplace_back().said.seen = "Stands alone at break";
    papers.discussions.emplace_back().said.reason = "Friendships come first";
    auto const page = [&](Weighed const& weighed) {
        return prioritisation({}, papers, weighed, design::blank(), design::blank()).main.markup();
    };
    auto const stands_first = [&](std::string const& markup, std::string_view decision) {
        auto const at = markup.find(decision);
        return at < markup.find("Friendships come first") && at < markup.find("Stands alone at break") &&
               markup.find("Stands alone at break") != std::string::npos;
    };
    Weighed weighed{};
    weighed.may_prioritise = true;
    EXPECT_TRUE(stands_first(page(weighed), "Record the priority"));
    weighed.may_prioritise = false;
    weighed.prioritisation.emplace();
    weighed.may_choose_what_next = true;
    EXPECT_TRUE(stands_first(page(weighed), "Write to the parents</a>"));
}

TEST(ChoosingAChild, names_the_class_beside_each_child_only_where_several_classes_are_listed) {
    pupils::Pupil sam;
    sam.forename = "Sam";
    sam.class_name = "4C";
    auto const of_a_class =
        choose_pupil({.typed = {}, .found = {}, .own_classes = {{"4C", {sam, sam}}}}).main.markup();
    EXPECT_NE(of_a_class.find("In 4C"), std::string::npos);
    EXPECT_EQ(of_a_class.find("</a>4C"), std::string::npos) << of_a_class;
    auto const found = choose_pupil({.typed = "sam", .found = {sam}, .own_classes = {}}).main.markup();
    EXPECT_NE(found.find("</a>4C"), std::string::npos) << found;
}

}  // namespace
}  // namespace referrals::pages
