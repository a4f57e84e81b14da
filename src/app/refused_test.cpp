#include <gtest/gtest.h>

#include <optional>

#include "app/application.hpp"
#include "db/script.hpp"
#include "http/router.hpp"
#include "readings/refused_actions.hpp"
#include "readings/rules.hpp"
#include "readings/store.hpp"
#include "story/running_case_test.hpp"

// Who asks for what is not theirs stands in the log of reads, through the product itself.
namespace app {
namespace {

using readings::Refused;

class LogOfRefusals : public testing::Test {
protected:
    LogOfRefusals() {
        db::Transaction transaction(db(), db::Mode::write);
        db().enter(school_.school);
        running_.emplace(db(), school_);
        transaction.commit();
        sams_case_ = "/cases/" + running_->text_case;
    }

    http::Response opened(support::Person const& person, std::string const& path) {
        return application_.handle(school_.get(person, path));
    }
    int opens(support::Person const& person, std::string const& path) { return opened(person, path).status; }
    void is_parent_of_sam(support::Person const& person) {
        db::Transaction transaction(db(), db::Mode::write);
        db().enter(school_.school);
        db().run(
            "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
            school_.school,
            school_.sam.father,
            person.staff
        );
        transaction.commit();
    }
    std::vector<readings::Entry> log() {
        db::Transaction const transaction(db(), db::Mode::read);
        db().enter(school_.school);
        return readings::store::from(db(), school_.school, 1, 1000);
    }
    db::Connection& db() { return database_.connection(); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    std::optional<story::RunningCase> running_;
    std::string sam_ = "/pupils/" + std::string(school_.sam.id.text());
    std::string sams_case_;
    Instant now_ = school_.now;
    Application application_{
        database_.database(), Settings{.secure_cookies = false}, [this] { return now_; }};
};

TEST_F(LogOfRefusals, says_who_asked_when_for_which_page_of_whom_and_why_they_were_refused) {
    ASSERT_EQ(opens(school_.second_nurture_assistant, sams_case_ + "/check-ins"), 404);
    auto const entries = log();
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries[0].at, school_.now);
    EXPECT_EQ(entries[0].by_staff_id, school_.second_nurture_assistant.staff.text());
    EXPECT_EQ(entries[0].by_name, school_.second_nurture_assistant.name);
    EXPECT_EQ(entries[0].page, "GET /cases/{case}/check-ins");
    EXPECT_EQ(entries[0].pupil_id, school_.sam.id.text());
    EXPECT_EQ(entries[0].refused, Refused::no_tie);
    EXPECT_FALSE(entries[0].zone);
    EXPECT_EQ(entries[0].reason, "");
    EXPECT_EQ(readings::first_fault(school_.school, readings::before_the_first(), entries), std::nullopt);
}

TEST_F(LogOfRefusals, has_the_reason_of_the_rule) {
    auto const reason_after = [&](support::Person const& person, std::string const& path) {
        auto const before = log().size();
        EXPECT_EQ(opens(person, path), 404) << person.name << ' ' << path;
        auto const entries = log();
        EXPECT_EQ(entries.size(), before + 1) << person.name << ' ' << path;
        return entries.empty() ? std::nullopt : entries.back().refused;
    };
    EXPECT_EQ(reason_after(school_.teacher_of_5a, sams_case_ + "/questions"), Refused::no_tie);
    EXPECT_EQ(reason_after(school_.headteacher, sams_case_ + "/questions"), Refused::only_headline);
    EXPECT_EQ(reason_after(school_.support_staff, sam_ + "/contacts"), Refused::contacts);
    EXPECT_EQ(reason_after(school_.teacher_of_4b, sam_ + "/contacts/new"), Refused::contacts);
    EXPECT_EQ(reason_after(school_.teacher_of_4b, sam_ + "/reads"), Refused::role);
    EXPECT_EQ(log().back().pupil_id, school_.sam.id.text());
    EXPECT_EQ(reason_after(school_.teacher_of_4b, "/school/people"), Refused::role);
    EXPECT_EQ(log().back().pupil_id, "");
    is_parent_of_sam(school_.teacher_of_4b);
    EXPECT_EQ(reason_after(school_.teacher_of_4b, sams_case_ + "/questions"), Refused::own_child);
}

TEST_F(LogOfRefusals, reads_nothing_of_the_child_to_find_the_reason) {
    db::Transaction const transaction(db(), db::Mode::read);
    auto const visit = school_.visit(db(), school_.teacher_of_4b);
    http::Segments const segments{{"pupil", std::string(school_.sam.id.text())}};
    auto const page = readings::of_refusal(
        visit, {.method = "GET", .path = "/pupils/{pupil}/contacts/new", .segments = segments}
    );
    ASSERT_EQ(page.refusals.size(), 1U);
    EXPECT_EQ(page.refusals[0].why, Refused::contacts);
    EXPECT_TRUE(visit.reads.all().empty());
}

TEST_F(LogOfRefusals, has_none_where_there_is_nothing_to_find) {
    for (auto const* path : {"/cases/none/questions", "/pupils/none/contacts", "/nowhere"})
        EXPECT_EQ(opens(school_.senco, path), 404) << path;
    EXPECT_EQ(opens(school_.senco, sams_case_ + "/closing/undoing"), 404) << "the case is open";
    EXPECT_EQ(log().size(), 0U);
}

TEST_F(LogOfRefusals, holds_a_form_that_was_refused_and_saves_nothing_of_it) {
    auto const sent = application_.handle(
        school_.post(school_.teacher_of_5a, sams_case_ + "/questions", Fields{{{"words", "How is Sam?"}}})
    );
    EXPECT_EQ(sent.status, 404);
    ASSERT_EQ(log().size(), 1U);
    EXPECT_EQ(log()[0].page, "POST /cases/{case}/questions");
}

TEST_F(LogOfRefusals, has_one_entry_in_ten_minutes_however_often_somebody_asks) {
    for (int again = 0; again < 20; ++again)
        EXPECT_EQ(opens(school_.teacher_of_5a, sams_case_ + "/questions"), 404);
    EXPECT_EQ(log().size(), 1U);
    now_ = now_ + readings::one_refusal_for;
    EXPECT_EQ(opens(school_.teacher_of_5a, sams_case_ + "/questions"), 404);
    EXPECT_EQ(log().size(), 2U);
}

// Who is refused can't tell a child from none, also where the log can't be written.
TEST_F(LogOfRefusals, leaves_what_the_refused_are_told_as_it_was) {
    auto const there = sams_case_ + "/questions";
    std::string const absent = "/cases/0190b6e0-0000-7000-8000-0000000000ff/questions";
    auto const told_the_same = [&] {
        auto const one = opened(school_.teacher_of_5a, there);
        auto const other = opened(school_.teacher_of_5a, absent);
        EXPECT_EQ(one.status, 404);
        EXPECT_EQ(one.status, other.status);
        EXPECT_NE(one.body.find("There is nothing to see here"), std::string::npos);
        EXPECT_EQ(one.body.find("Sam"), std::string::npos);
    };
    told_the_same();
    db::run_script(
        db(),
        db().engine() == db::Engine::sqlite
            ? "CREATE TRIGGER full BEFORE INSERT ON reading BEGIN SELECT RAISE(ABORT, 'full'); END"
            : "CREATE TRIGGER full_log BEFORE INSERT ON reading FOR EACH ROW EXECUTE FUNCTION refuse('full')"
    );
    now_ = now_ + readings::one_refusal_for;
    told_the_same();
}

// N1: a teacher of another class asks for a child's page, and who answers for the child finds it.
TEST_F(LogOfRefusals, is_found_with_the_child_and_in_the_school_by_who_answers_for_it) {
    ASSERT_EQ(opens(school_.teacher_of_5a, sams_case_ + "/questions"), 404);
    auto const shows = [](http::Response const& page, std::string_view words) {
        return page.body.find(words) != std::string::npos;
    };
    auto const with_sam = opened(school_.senco, sam_ + "/reads?of=refused");
    ASSERT_EQ(with_sam.status, 200);
    EXPECT_TRUE(shows(with_sam, school_.teacher_of_5a.name));
    EXPECT_TRUE(shows(with_sam, "Nothing brings them near to the child"));
    EXPECT_TRUE(shows(with_sam, "Questions to the class teacher")) << "the page they asked for";
    EXPECT_FALSE(shows(opened(school_.senco, sam_ + "/reads"), school_.teacher_of_5a.name)) << "no read";

    auto const for_the_head = opened(school_.headteacher, "/school/refused");
    ASSERT_EQ(for_the_head.status, 200);
    EXPECT_TRUE(shows(for_the_head, school_.teacher_of_5a.name));
    EXPECT_TRUE(shows(for_the_head, school_.sam.name));
    EXPECT_TRUE(shows(for_the_head, "Questions to the class teacher"));
    ASSERT_TRUE(log().back().list_id) << "the list is a read of Sam";

    auto const for_the_office = opened(school_.administrator, "/school/refused");
    EXPECT_TRUE(shows(for_the_office, school_.teacher_of_5a.name));
    EXPECT_TRUE(shows(for_the_office, "A child of the school"));
    EXPECT_FALSE(shows(for_the_office, school_.sam.name)) << "who knows of no support";

    for (auto const* person : {&school_.senco, &school_.teacher_of_4b, &school_.safeguarding_lead})
        EXPECT_EQ(opens(*person, "/school/refused"), 404) << person->name;
}

}  // namespace
}  // namespace app
