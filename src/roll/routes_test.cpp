#include "roll/routes.hpp"

#include <gtest/gtest.h>

#include "http/router.hpp"
#include "pupils/ethnicity_store.hpp"
#include "pupils/store.hpp"
#include "support/answered.hpp"
#include "support/small_school.hpp"

namespace roll {
namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

class RollEntry : public testing::Test {
protected:
    RollEntry() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~RollEntry() override { db.rollback(); }

    http::Response answer(support::Person const& person, http::Request request) {
        auto visit = school.visit(db, person);
        for (auto const& route : routes()) {
            auto segments = http::Pattern(route.path).match(request.path);
            if (route.method != request.method || !segments) continue;
            if (!visit.who.may(route.needs)) return http::not_found();
            request.segments = *segments;
            auto response = support::answered(route, visit, request);
            read = visit.reads.all();
            return response;
        }
        return http::not_found();
    }
    http::Response get(support::Person const& person, std::string path) {
        http::Request request;
        request.method = "GET";
        request.path = std::move(path);
        return answer(person, std::move(request));
    }
    http::Response post(support::Person const& person, std::string path, Typed fields) {
        http::Request request;
        request.method = "POST";
        request.path = std::move(path);
        request.form = Fields(std::move(fields));
        return answer(person, std::move(request));
    }
    pupils::KnownPupil sam() {
        auto const id = PupilId::parse(school.sam.id.text()).value();
        return pupils::store::known(db, school.school, id).value();
    }
    http::Response says(std::string premium, std::string ethnicity) {
        return post(
            school.administrator,
            of_sam,
            {{"version", std::to_string(sam().version)},
             {"pupil_premium", std::move(premium)},
             {"ethnicity", std::move(ethnicity)}}
        );
    }
    http::Response decides(support::Person const& person, std::string keeps) {
        return post(person, "/school/ethnicity", {{"keeps_ethnicity", std::move(keeps)}});
    }
    static bool holds(http::Response const& response, std::string const& words) {
        return response.body.find(words) != std::string::npos;
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
    std::string of_sam = "/pupils/" + std::string(school.sam.id.text()) + "/roll";
    std::vector<visits::Read> read;
};

TEST_F(RollEntry, is_the_administrators_alone_and_each_look_is_noted) {
    EXPECT_TRUE(holds(get(school.administrator, of_sam), "pupil premium"));
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read.front().reason, "You see this because you keep the school’s roll.");
    for (auto const& person :
         {school.senco, school.headteacher, school.teacher_of_4b, school.nurture_assistant})
        EXPECT_EQ(get(person, of_sam).status, 404) << person.name;
}

TEST_F(RollEntry, says_whether_the_child_has_the_pupil_premium) {
    EXPECT_EQ(sam().details.pupil_premium, "");
    EXPECT_EQ(says("yes", "").status, 303);
    EXPECT_EQ(sam().details.pupil_premium, "yes");
    EXPECT_EQ(says("unknown", "").status, 303);
    EXPECT_EQ(sam().details.pupil_premium, "");
    EXPECT_EQ(says("", "").status, 422);
}

TEST_F(RollEntry, asks_for_ethnicity_where_the_school_keeps_it_alone) {
    EXPECT_FALSE(holds(get(school.administrator, of_sam), "name=\"ethnicity\""));
    EXPECT_EQ(says("no", "asian").status, 303);
    EXPECT_EQ(sam().details.ethnicity, "");
    EXPECT_EQ(decides(school.senco, "yes").status, 303);
    EXPECT_TRUE(holds(get(school.administrator, of_sam), "name=\"ethnicity\""));
    EXPECT_EQ(says("no", "asian").status, 303);
    EXPECT_EQ(sam().details.ethnicity, "asian");
    EXPECT_EQ(says("no", "Cornish").status, 422);
    EXPECT_EQ(says("no", "unknown").status, 303);
    EXPECT_EQ(sam().details.ethnicity, "");
}

TEST_F(RollEntry, is_not_changed_over_somebody_elses_change) {
    EXPECT_EQ(post(school.administrator, of_sam, {{"version", "99"}, {"pupil_premium", "yes"}}).status, 422);
    EXPECT_EQ(sam().details.pupil_premium, "");
}

TEST_F(RollEntry, says_what_stands_before_it_is_changed_over_somebody_elses_change) {
    decides(school.administrator, "yes");
    auto const opened = std::to_string(sam().version);
    says("yes", "mixed");
    auto const sends = [&](std::string version, std::string ethnicity) {
        return post(
            school.administrator,
            of_sam,
            {{"version", std::move(version)}, {"pupil_premium", "no"}, {"ethnicity", std::move(ethnicity)}}
        );
    };
    for (auto const* ethnicity : {"asian", "Cornish"}) {
        auto const again = sends(opened, ethnicity);
        EXPECT_EQ(again.status, 422);
        EXPECT_TRUE(holds(again, "What stands now")) << ethnicity;
        EXPECT_TRUE(holds(again, ">Pupil premium</dd>")) << again.body;
        EXPECT_TRUE(holds(again, ">Mixed</dd>")) << again.body;
        EXPECT_TRUE(holds(again, "value=\"" + std::to_string(sam().version) + "\""))
            << "the next press saves";
    }
    EXPECT_EQ(sam().details.ethnicity, "mixed");
    EXPECT_EQ(sends(std::to_string(sam().version), "asian").status, 303);
    EXPECT_EQ(sam().details.ethnicity, "asian");
    EXPECT_EQ(sam().details.pupil_premium, "no");
    EXPECT_FALSE(holds(get(school.administrator, of_sam), "What stands now"));
}

TEST_F(RollEntry, has_no_ethnicity_once_the_school_keeps_it_no_longer) {
    decides(school.administrator, "yes");
    says("yes", "mixed");
    EXPECT_EQ(decides(school.administrator, "").status, 422);
    EXPECT_EQ(sam().details.ethnicity, "mixed");
    EXPECT_EQ(decides(school.administrator, "no").status, 303);
    EXPECT_EQ(sam().details.ethnicity, "");
    EXPECT_EQ(sam().details.pupil_premium, "yes");
    EXPECT_FALSE(pupils::ethnicity_store::is_kept(db, school.school));
}

TEST_F(RollEntry, of_ethnicity_is_decided_by_senco_and_administrator_alone) {
    for (auto const& person :
         {school.headteacher, school.teacher_of_4b, school.nurture_assistant, school.governor})
        EXPECT_EQ(decides(person, "yes").status, 404) << person.name;
    EXPECT_TRUE(holds(get(school.senco, "/school/ethnicity"), "does not keep"));
}

}  // namespace
}  // namespace roll
