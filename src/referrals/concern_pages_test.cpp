#include "referrals/concern_pages.hpp"

#include <gtest/gtest.h>

namespace referrals::pages {
namespace {

std::string page_for(ConcernView const& view) { return concern({}, view).main.markup(); }

bool holds(std::string const& page, std::string_view words) { return page.find(words) != page.npos; }

TEST(ConcernPage, says_who_may_refer_once_they_have_spoken_with_a_parent_and_else_that_nothing_is_left) {
    ConcernView view{
        .concern = {},
        .header = {.name = "Sam Okafor"},
        .area_names = {},
        .shelves = {},
        .stands = "With the SENCo.",
        .decided_by_on = calendar::parse_iso("2026-05-12"),
        .may_refer = true,
        .answering = design::blank(),
        .referring = design::blank(),
        .declining = design::blank()};
    view.concern.said.parents_spoken_to = ParentsSpokenTo::not_yet;
    auto const once_spoken = "Once you have spoken with a parent or carer, you can refer Sam Okafor yourself";
    auto const nothing = "There is nothing left for you to do.";
    EXPECT_TRUE(holds(page_for(view), once_spoken));
    EXPECT_FALSE(holds(page_for(view), nothing));
    view.talk_with_parents = Talk{*calendar::parse_iso("2026-05-11"), Instant{1}};
    EXPECT_TRUE(holds(page_for(view), nothing));
    view.talk_with_parents = std::nullopt;
    view.may_refer = false;
    EXPECT_TRUE(holds(page_for(view), nothing));
    EXPECT_FALSE(holds(page_for(view), once_spoken));
}

TEST(ConcernPage, offers_who_delivers_and_the_senco_the_same_word_while_it_waits_for_them) {
    ConcernView view{
        .concern = {},
        .header = {.name = "Sam Okafor"},
        .area_names = {},
        .shelves = {},
        .stands = "Sessions are running.",
        .joined = true,
        .answering = design::blank(),
        .referring = design::blank(),
        .declining = design::blank()};
    EXPECT_FALSE(holds(page_for(view), ">Seen<"));
    view.waits_to_be_seen = true;
    view.concern.version = 7;
    auto const shown = "name=\"version\" value=\"7\"";
    EXPECT_TRUE(holds(page_for(view), shown)) << "which words are said to be seen";
    EXPECT_TRUE(holds(page_for(view), "/seen"));
    EXPECT_TRUE(holds(page_for(view), ">Seen<"));
    view.waits_to_be_seen = false;
    view.is_senco = view.waits_to_be_read = true;
    EXPECT_TRUE(holds(page_for(view), "/read"));
    EXPECT_TRUE(holds(page_for(view), shown));
    EXPECT_TRUE(holds(page_for(view), ">Seen<"));
}

TEST(ConcernPage, says_to_the_senco_that_the_words_were_changed_after_the_referral) {
    ConcernView view{
        .concern = {},
        .header = {.name = "Sam Okafor"},
        .area_names = {},
        .shelves = {},
        .stands = "Referred.",
        .reworded_since = true,
        .waits_to_be_read = true,
        .answering = design::blank(),
        .referring = design::blank(),
        .declining = design::blank()};
    view.concern.reworded_at = calendar::start_of(*calendar::parse_iso("2026-05-12")) + 15 * hours;
    auto const says = "Reworded since the referral";
    EXPECT_FALSE(holds(page_for(view), says)) << "others are not asked to read it";
    view.is_senco = true;
    EXPECT_TRUE(holds(page_for(view), says));
    EXPECT_TRUE(holds(page_for(view), "changed on Tuesday 12 May 2026"));
    EXPECT_TRUE(holds(page_for(view), "/read"));
    view.waits_to_be_read = false;
    EXPECT_TRUE(holds(page_for(view), says)) << "it stays to be known";
    EXPECT_FALSE(holds(page_for(view), ">Seen<"));
}

TEST(ConcernSummary, keeps_the_lines_of_what_was_seen_and_tried) {
    Concern concern;
    concern.said.seen = "Alone at break\nAlone at lunch";
    concern.said.tried = "A seat beside a friend\nA job for two";
    auto const summary = summary_of(concern, {}).markup();
    EXPECT_TRUE(holds(summary, "Alone at break<br>Alone at lunch"));
    EXPECT_TRUE(holds(summary, "A seat beside a friend<br>A job for two"));
}

TEST(ConcernSummary, takes_a_talk_with_parents_before_it_was_written_for_one_about_an_earlier_concern) {
    Concern concern;
    concern.said.parents_spoken_to = ParentsSpokenTo::not_yet;
    concern.written_at = Instant{10};
    auto const said = [&](Instant told_at) {
        return summary_of(concern, {}, Talk{*calendar::parse_iso("2026-05-11"), told_at}).markup();
    };
    EXPECT_TRUE(holds(said(Instant{9}), "Not yet. About an earlier concern: yes, on Monday 11 May 2026."));
    EXPECT_TRUE(holds(said(Instant{11}), "Yes, as said on Monday 11 May 2026; not yet when this was written")
    );
}

}  // namespace
}  // namespace referrals::pages
