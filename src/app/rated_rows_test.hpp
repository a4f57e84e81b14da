#pragma once

#include <gtest/gtest.h>

#include <string>

#include "assessments/actions.hpp"
#include "assessments/instrument_store.hpp"
#include "assessments/shipped.hpp"
#include "support/small_school.hpp"

namespace app {

// Ratings of well-being against norms, for pages that show several children.
class RatedRows {
public:
    RatedRows(Visit& senco, support::Person const& rater) : visit_(senco), rater_(rater) {
        auto const document = assessments::shipped("wellbeing")->document;
        auto const id = assessments::load(visit_, std::string(document), {}).value();
        loaded_ = assessments::store::instrument(visit_.db, visit_.school, id).value();
        assessments::NormSet const norms{.code = "ours", .ages = {4, 11}, .bands = {{"wellbeing", {3, 5}}}};
        norms_ = assessments::add_norms(visit_, loaded_, norms).value();
    }

    // Of this case, today, by the class teacher; a score of 1 or 2 is outside.
    void rate(std::string const& the_case, int score) {
        auto const id = visit_.new_id<assessments::AssessmentId>();
        visit_.db.run(
            R"(INSERT INTO assessment (school_id, id, case_id, instrument_id, norm_set_id, informant, occasion,
                                       rated_by, rated_on, rated_at)
               VALUES ($1, $2, $3, $4, $5, 'class_teacher', 'entry', $6, $7, $8))",
            visit_.school,
            id,
            the_case,
            loaded_.id,
            norms_,
            rater_.staff,
            visit_.today,
            visit_.now
        );
        visit_.db.run(
            R"(INSERT INTO assessment_score (school_id, assessment_id, scale, score)
               VALUES ($1, $2, 'wellbeing', $3))",
            visit_.school,
            id,
            score
        );
    }

private:
    Visit& visit_;
    support::Person const& rater_;
    assessments::LoadedInstrument loaded_;
    assessments::NormSetId norms_;
};

}  // namespace app
