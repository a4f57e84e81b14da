// A parent says no. The SENCo is led to the real ways on, and nobody is written to again (C5).
#include "journeys/journey.hpp"

namespace journeys {
namespace {

class AfterARefusal : public Journey {
protected:
    void refuses(ContactId const& parent, Child const& child) {
        at_their_link(parent, child)
            .sends(link_of(parent, child) + "/answer", Fields{{{"answer", "refused"}}});
    }
};

TEST_F(AfterARefusal, the_consent_page_leads_to_something_else_or_to_closing_and_reminds_nobody) {
    is_written_about(sam);
    auto const consent = case_of(sam) + "/consent";
    EXPECT_TRUE(as(senco).opens(consent).sees("Choose who is reminded"));
    refuses(sam.mother, sam);
    auto& coordinator = as(senco).opens(consent);
    EXPECT_TRUE(coordinator.sees("Offer something else or close")) << coordinator.words();
    EXPECT_FALSE(coordinator.sees("Send a new link to")) << coordinator.words();
    auto const closing = case_of(sam) + "/closing";
    coordinator.opens(closing).sends(
        closing, Fields{{{"reason", "Lego club instead, as the family wishes"}}}
    );
    EXPECT_TRUE(coordinator.sees("The case is closed.")) << coordinator.words();
}

TEST_F(AfterARefusal, the_pupils_page_says_refused_on_the_step_line_and_leads_on) {
    is_written_about(sam);
    refuses(sam.mother, sam);
    auto& coordinator = as(senco).opens(story_of(sam));
    EXPECT_TRUE(coordinator.sees("now refused")) << coordinator.words();
    EXPECT_TRUE(coordinator.browser().shows("href=\"" + case_of(sam) + "/closing\"")) << coordinator.words();
}

}  // namespace
}  // namespace journeys
