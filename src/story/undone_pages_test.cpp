#include "story/undone_pages.hpp"

#include <gtest/gtest.h>

#include "impact/impact.hpp"
#include "story/timeline_pages.hpp"

namespace story::pages {
namespace {

Instant const decided = calendar::start_of(*calendar::parse_iso("2026-05-12")) + 10 * hours;
Instant const undone = decided + 48 * hours;

Happening happening(Kind kind, Instant at, std::string const& id, std::string const& answer = {}) {
    return {.kind = kind, .id = id, .at = at, .who = "Ruth", .said = "Said", .more = {}, .answer = answer};
}

// A decision on the next step that closed the case, and was undone two days later.
CaseTold told() {
    CaseTold told;
    cases::StepTaken taken;
    taken.step = cases::Step::next_step;
    taken.taken_at = decided;
    taken.undone_at = undone;
    taken.undone_by_name = "Ruth";
    taken.undone_reason = "Too early";
    told.facts.steps = {taken};
    told.happenings = {
        happening(Kind::reopening, undone, "the closing"),
        happening(Kind::closing, decided, "the closing", "undone"),
        happening(Kind::next_step, decided, "the decision", "undone"),
        happening(Kind::liaison, decided + hours, "a talk")};
    return told;
}

TEST(WhatWasUndone, together_is_one_line_that_opens) {
    auto const markup = timeline(told()).markup();
    EXPECT_NE(markup.find("Undone: Next step (5 entries)"), std::string::npos);
    auto const fold = markup.find("<details");
    ASSERT_NE(fold, std::string::npos);
    EXPECT_EQ(markup.find("<details", fold + 1), std::string::npos);
    EXPECT_LT(fold, markup.find("Too early")) << "with its reason";
    EXPECT_LT(fold, markup.find("undone since"));
    EXPECT_LT(markup.find("</details>"), markup.find("Talked with"))
        << "stands where it was undone, and what happened between stays in sight";
}

TEST(WhatWasUndone, stands_by_itself_where_nothing_tells_with_what) {
    auto story = told();
    EXPECT_EQ(undone_at(story.happenings[0], story), undone);
    EXPECT_EQ(undone_at(story.happenings[1], story), undone);
    EXPECT_EQ(undone_at(story.happenings[2], story), undone);
    EXPECT_EQ(undone_at(story.happenings[3], story), std::nullopt);
    story.facts.steps.clear();
    EXPECT_EQ(undone_at(story.happenings[2], story), std::nullopt);
}

}  // namespace
}  // namespace story::pages
