// Who covers a class sees its children on the days of the cover: from the first day's first minute to the
// last day's last.
#include "journeys/journey.hpp"

namespace journeys {
namespace {

std::string text_of(auto const& id) { return std::string(id.text()); }

class Cover : public Journey {
protected:
    Cover() {
        auto const programme = runs({sam, amira, tom});
        holds_session(programme, 1);
        evaluates(programme, 1, sam, Fields{{{"noticed", "He laughed"}}});
    }

    // Given in advance, with both its days.
    void is_given(Person const& person, std::string const& role, Fields days) {
        auto const of = "/school/people/" + text_of(person.staff) + "/roles";
        days.add("role", role);
        if (role == "class_teacher") days.add("class_id", text_of(school.class_4b));
        as(school.administrator).opens(of + "/new").sends(of, days);
    }
    static Fields from_until(Date from, Date until) {
        return Fields({{"starts_on", calendar::iso(from)}, {"ends_on", calendar::iso(until)}});
    }

    bool sees_sam_on(Person const& person, Date day, std::string_view time) {
        on(calendar::iso(day), time);
        auto& somebody = as(person).opens(story_of(sam));
        bool const sees_progress = somebody.sees("He laughed");
        EXPECT_EQ(somebody.sees("You see this because"), sees_progress);
        EXPECT_NE(as(person).finds_nothing_at(case_of(sam) + "/check-ins"), sees_progress);
        return sees_progress;
    }

    Date const first_ = today() + 2;
    Date const last_ = today() + 3;
};

TEST_F(Cover, of_a_class_opens_its_children_from_its_first_day_to_its_last) {
    auto const& covers = school.teacher_of_5a;
    is_given(covers, "class_teacher", from_until(first_, last_));
    EXPECT_FALSE(sees_sam_on(covers, first_ - 1, "23:59"));
    EXPECT_TRUE(sees_sam_on(covers, first_, "00:00"));
    EXPECT_TRUE(sees_sam_on(covers, last_, "00:00"));
    EXPECT_TRUE(as(covers).opens(story_of(sam)).sees("You see this because you teach 4B."));
    EXPECT_TRUE(sees_sam_on(covers, last_, "23:59"));
    EXPECT_FALSE(sees_sam_on(covers, last_ + 1, "00:00"));
    EXPECT_TRUE(sees_sam_on(class_teacher, last_ + 1, "10:00")) << "whose class it is all along";
}

TEST_F(Cover, of_a_single_day_opens_them_on_that_day) {
    auto const& covers = school.teacher_of_5a;
    is_given(covers, "class_teacher", from_until(first_, first_));
    EXPECT_FALSE(sees_sam_on(covers, first_ - 1, "23:59"));
    EXPECT_TRUE(sees_sam_on(covers, first_, "12:00"));
    EXPECT_FALSE(sees_sam_on(covers, first_ + 1, "00:00"));
}

// The child may say yes to whoever teaches them; it opens to who covers, and on these days.
TEST_F(Cover, hears_what_the_child_said_where_the_class_teacher_may) {
    auto const asking = case_of(sam) + "/sharing/asking";
    Fields doors{{{"understands", "yes"}, {"why_judged", "Said what an open door means"}}};
    for (std::string const role : {"class_teacher", "senco", "headteacher"})
        for (std::string const zone : {"progress-", "confidence-"})
            doors.add(zone + role, role == "class_teacher" ? "yes" : "no");
    as(nurture_assistant).opens(asking).sends(asking, doors);
    auto const& covers = school.teacher_of_5a;
    is_given(covers, "class_teacher", from_until(first_, last_));
    auto const hears = [&](Date day) {
        return sees_sam_on(covers, day, "10:00") && as(covers).opens(story_of(sam)).sees("what was said");
    };
    EXPECT_FALSE(hears(first_ - 1));
    EXPECT_TRUE(hears(first_));
    EXPECT_TRUE(hears(last_));
    EXPECT_FALSE(hears(last_ + 1));
}

TEST_F(Cover, of_the_senco_opens_every_case_from_its_first_day_to_its_last) {
    auto const& covers = school.support_staff;
    is_given(covers, "senco", from_until(first_, last_));
    auto const sees_on = [&](Date day, std::string_view time) {
        on(calendar::iso(day), time);
        return as(covers).opens(story_of(sam)).sees("He laughed");
    };
    EXPECT_FALSE(sees_on(first_ - 1, "23:59"));
    EXPECT_TRUE(sees_on(first_, "00:00"));
    EXPECT_TRUE(sees_on(last_, "23:59"));
    EXPECT_FALSE(sees_on(last_ + 1, "00:00"));
}

}  // namespace
}  // namespace journeys
