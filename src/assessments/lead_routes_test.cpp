// Two people tick where strands lead, and a page of an older version is open.
#include "assessments/lead_routes.hpp"

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/lead_actions.hpp"
#include "assessments/shipped.hpp"
#include "assessments/strand_area_store.hpp"
#include "programmes/nurture_test.hpp"
#include "support/answered.hpp"

namespace assessments {
namespace {

class StrandsThatLead : public programmes::NurtureTest {
protected:
    LoadedInstrument newest = as(school.senco, [&](Visit& visit) {
        auto const id = load(visit, std::string(shipped("wellbeing")->document), {});
        return store::instrument(visit.db, visit.school, id.value()).value();
    });

    http::Response answer(std::string_view method, Fields const& sent) {
        return as(school.senco, [&](Visit& visit) {
            auto request =
                method == "GET" ? school.get(school.senco, "/x") : school.post(school.senco, "/x", sent);
            request.form = sent;
            request.segments = {{"instrument", std::string(newest.id.text())}};
            auto const all = lead_routes();
            return support::answered(*std::ranges::find(all, method, &Route::method), visit, request);
        });
    }
    StrandAreas kept() { return store::strand_areas(read(), school.school, newest.instrument.code); }
    static std::string text_of(support::AreaId const& area) { return std::string(area.text()); }
    AreaId const anxiety = programmes::same<AreaId>(school.anxiety);
    AreaId const friendships = programmes::same<AreaId>(school.friendships);
    static bool says(http::Response const& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
};

TEST_F(StrandsThatLead, are_not_ticked_over_what_somebody_ticked_meanwhile) {
    ASSERT_TRUE(says(answer("GET", {}), "name=\"stood.wellbeing\""));
    Fields first;
    first.add("areas-wellbeing", text_of(school.anxiety));
    ASSERT_EQ(answer("POST", first).status, 303);
    Fields second;
    second.add("areas-involvement", text_of(school.friendships));
    auto const again = answer("POST", second);
    EXPECT_EQ(again.status, 422);
    EXPECT_TRUE(says(again, "Someone changed this while you ticked")) << again.body;
    EXPECT_TRUE(says(again, "href=\"#areas-wellbeing\""));
    EXPECT_TRUE(says(again, "checked")) << "what was ticked stays ticked";
    StrandAreas const firsts{{"wellbeing", {anxiety}}};
    EXPECT_EQ(kept(), firsts);
    second.add("stood.wellbeing", text_of(school.anxiety));
    EXPECT_EQ(answer("POST", second).status, 303) << "the first tick was seen, and taken away";
    StrandAreas const seconds{{"involvement", {friendships}}};
    EXPECT_EQ(kept(), seconds);
}

TEST_F(StrandsThatLead, keep_their_ticks_where_only_another_version_has_them) {
    auto older = newest;
    auto& scales = older.instrument.sections.front().scales;
    std::erase_if(scales, [](Scale const& scale) { return scale.code == "involvement"; });
    as(school.senco, [&](Visit& visit) {
        EXPECT_TRUE(tick_areas(visit, newest, {.stood = {}, .areas = {{"involvement", {anxiety}}}}));
        EXPECT_TRUE(tick_areas(visit, older, {.stood = {}, .areas = {{"wellbeing", {friendships}}}}));
        return true;
    });
    StrandAreas const both{{"involvement", {anxiety}}, {"wellbeing", {friendships}}};
    EXPECT_EQ(kept(), both);
}

}  // namespace
}  // namespace assessments
