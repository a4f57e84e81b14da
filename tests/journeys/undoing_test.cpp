// The SENCo undoes each step of a child's way while it is the latest, and the same people take it again.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class UndoingTheWay : public Journey {
protected:
    static Fields because(std::string reason) {
        Fields fields;
        fields.add("reason", std::move(reason));
        return fields;
    }
    void undoes(Child const& child, std::string const& step) {
        auto const path = case_of(child) + "/steps/" + step + "/undoing";
        as(senco).opens(path).sends(path, because("Entered for another child"));
        EXPECT_TRUE(as(senco).opens(story_of(child)).sees("Entered for another child")) << step;
    }
};

TEST_F(UndoingTheWay, every_step_is_undone_and_taken_again_through_the_pages) {
    on("2026-04-20");
    raises_a_concern(sam);
    refers(sam);
    undoes(sam, "referral");
    refers(sam);
    discusses(sam);
    undoes(sam, "discussion");
    discusses(sam);
    prioritises(sam);
    undoes(sam, "prioritisation");
    prioritises(sam);
    waits(sam);
    undoes(sam, "waiting_list");
    waits(sam);
    writes_to_parents(sam);
    undoes(sam, "letter");
    writes_to_parents(sam);
    agrees(sam.mother, sam);

    undoes(sam, "consent");
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Consent to note"));
    auto const consent = case_of(sam) + "/consent";
    as(senco).opens(consent).sends(consent + "/noting", {});
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("To allocate"));

    auto const programme = makes_a_programme({.places = "4", .starts_on = "2026-05-05"});
    allocates(sam, programme);
    undoes(sam, "allocation");
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("To allocate"));
    on("2026-04-21");
    allocates(sam, programme);
    words_the_targets(sam);
    measures_before(sam);
    on("2026-05-05");
    starts(programme);
    undoes(sam, "start");
    starts(programme);
    goes_to_its_end(programme, {sam});
    undoes(sam, "completion");
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Running"));
    completes(programme);

    on("2026-07-14");
    measures_impact(sam);
    undoes(sam, "impact_review");
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Impact review, undone since"));
    measures_impact(sam);
    auto const card = card_of(programme, 1, sam);
    EXPECT_TRUE(as(nurture_assistant).opens(card).sees("measured the impact on"));
    EXPECT_FALSE(as(nurture_assistant).opens(card).sees("What pleased you"));
    decides_next_step(sam);
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Closed"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Undo the last step: Next step"));
    undoes(sam, "next_step");
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Next, undone since"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Next step to decide"));
    decides_next_step(sam, "another_programme");
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Closed"));
}

TEST_F(UndoingTheWay, a_case_whose_consent_was_refused_is_closed_by_the_senco) {
    is_written_about(sam);
    auto const closing = case_of(sam) + "/closing";
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Close the case"));
    as(senco).opens(closing).sends(closing, because("The family prefers to wait"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("The family prefers to wait"));

    auto const reopening = closing + "/undoing";
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Undo the closing"));
    as(senco).opens(reopening).sends(reopening, because("They have thought again"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("Waiting for an answer"));
    EXPECT_TRUE(as(senco).opens(story_of(sam)).sees("They have thought again"));
}

}  // namespace
}  // namespace journeys
