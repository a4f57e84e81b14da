#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "story/routes.hpp"
#include "story/running_case_test.hpp"
#include "support/answered.hpp"

namespace story {

inline bool holds(std::string const& body, std::string_view words) {
    return body.find(words) != std::string::npos;
}

class StoryPage : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    http::Response page_for(
        support::Person const& person, support::PupilId const& pupil, int days_later = 0
    ) {
        auto const path = "/pupils/" + std::string(pupil.text());
        auto request = school_.get(person, path);
        request.segments = {{"pupil", std::string(pupil.text())}};
        auto visit = school_.visit(db(), person);
        visit.now = visit.now + days_later * (24 * hours);
        visit.today = visit.today + days_later;
        return support::answered(routes().front(), visit, request);
    }
    // As of somebody who showed so long ago who they are.
    std::string body_after(support::Person const& person, std::int64_t since_proof) {
        auto request = school_.get(person, "/pupils/x");
        request.segments = {{"pupil", std::string(school_.sam.id.text())}};
        auto visit = school_.visit(db(), person);
        visit.proven_at = visit.now - since_proof;
        return support::answered(routes().front(), visit, request).body;
    }
    std::string body_for(support::Person const& person) { return page_for(person, school_.sam.id).body; }
    std::string body_tomorrow_for(support::Person const& person) {
        return page_for(person, school_.sam.id, 1).body;
    }

    std::int64_t statements_for(support::Person const& person) {
        auto visit = school_.visit(db(), person);
        auto request = school_.get(person, "/pupils/x");
        request.segments = {{"pupil", std::string(school_.sam.id.text())}};
        auto const before = db().statements_run();
        support::answered(routes().front(), visit, request);
        return db().statements_run() - before;
    }

    void end_sams_place() {
        db().run(
            "UPDATE place SET ended_on = $1, end_reason = 'own_wish' WHERE school_id = $2",
            school_.today,
            school_.school
        );
    }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    db::Transaction transaction_{db(), db::Mode::write};
    Visit entered_ = school_.visit(db(), school_.senco);
    RunningCase running_{db(), school_};
};

}  // namespace story
