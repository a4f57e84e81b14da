#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <thread>

#include "app/application.hpp"
#include "db/script.hpp"
#include "readings/rules.hpp"
#include "readings/store.hpp"
#include "story/running_case_test.hpp"

// Which pages leave an entry in the log of reads, through the product itself.
namespace app {
namespace {

class LogOfReads : public testing::Test {
protected:
    LogOfReads() {
        db::Transaction transaction(db(), db::Mode::write);
        db().enter(school_.school);
        running_.emplace(db(), school_);
        transaction.commit();
        sams_case_ = "/cases/" + running_->text_case;
    }

    int opens(support::Person const& person, std::string const& path) {
        return application_.handle(school_.get(person, path)).status;
    }
    int sends(support::Person const& person, std::string const& path, Fields const& fields) {
        return application_.handle(school_.post(person, path, fields)).status;
    }
    void the_headteacher_opens_the_case() {
        db::Transaction transaction(db(), db::Mode::write);
        db().enter(school_.school);
        school_.headteacher_opens(school_.sam.id);
        transaction.commit();
    }
    std::vector<readings::Entry> reads() {
        db::Transaction const transaction(db(), db::Mode::read);
        db().enter(school_.school);
        return readings::store::from(db(), school_.school, 1, 100'000);
    }
    std::set<std::string> children_of(std::string const& list) {
        db::Transaction const transaction(db(), db::Mode::read);
        db().enter(school_.school);
        auto const children = readings::store::children_of_list(db(), school_.school, list);
        return {children.begin(), children.end()};
    }
    db::Connection& db() { return database_.connection(); }

    support::TestDatabase database_;
    support::SmallSchool school_{database_};
    std::optional<story::RunningCase> running_;
    std::string sam_ = "/pupils/" + std::string(school_.sam.id.text());
    std::string sams_case_;
    Application application_{
        database_.database(), Settings{.secure_cookies = false}, [this] { return school_.now; }};
};

TEST_F(LogOfReads, says_who_read_of_whom_how_near_why_and_on_which_page) {
    ASSERT_EQ(opens(school_.nurture_assistant, sam_), 200);
    auto const log = reads();
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0].at, school_.now);
    EXPECT_EQ(log[0].by_staff_id, school_.nurture_assistant.staff.text());
    EXPECT_EQ(log[0].by_name, "Joan Barker");
    EXPECT_EQ(log[0].pupil_id, school_.sam.id.text());
    EXPECT_EQ(log[0].case_id, running_->text_case);
    EXPECT_EQ(log[0].zone, visits::ReadZone::confidence);
    EXPECT_EQ(log[0].reason, "You see this because you support the child.");
    EXPECT_EQ(log[0].page, "GET /pupils/{pupil}");
}

// Neither has a case, and by one reason the SENCo may look at both.
TEST_F(LogOfReads, names_each_of_two_children_whose_records_stand_beside_each_other) {
    auto const amira = std::string(school_.amira.id.text());
    auto const tom = std::string(school_.tom.id.text());
    ASSERT_EQ(opens(school_.senco, "/pupils/" + amira + "/merging/" + tom), 200);
    std::set<std::string> looked_at;
    for (auto const& entry : reads()) {
        looked_at.insert(entry.pupil_id);
        EXPECT_FALSE(entry.list_id);
    }
    EXPECT_EQ(looked_at, (std::set<std::string>{amira, tom}));
}

TEST_F(LogOfReads, says_that_nothing_confided_was_read_while_it_waits_for_a_proof) {
    {
        db::Transaction transaction(db(), db::Mode::write);
        db().run("UPDATE sign_in SET proven_at = $1", school_.now - 9 * hours);
        transaction.commit();
    }
    ASSERT_EQ(opens(school_.nurture_assistant, sam_), 200);
    EXPECT_EQ(reads().back().zone, visits::ReadZone::progress);
}

TEST_F(LogOfReads, has_an_entry_for_each_page_about_one_child) {
    std::vector<std::pair<support::Person, std::string>> const pages{
        {school_.safeguarding_lead, sam_},
        {school_.teacher_of_4b, sam_},
        {school_.senco, sam_ + "/safeguarding"},
        {school_.senco, sams_case_ + "/consent"},
        {school_.senco, sams_case_ + "/letters"},
        {school_.senco, sams_case_ + "/questions"},
        {school_.senco, sams_case_ + "/liaison"},
        {school_.senco, sams_case_ + "/closing"},
        {school_.nurture_assistant, sams_case_ + "/check-ins"},
        {school_.nurture_assistant, "/places/" + running_->place + "/targets"},
        {school_.nurture_assistant,
         "/sessions/" + running_->first_session + "/evaluations/" + running_->place},
        {school_.nurture_assistant, "/programmes/" + running_->programme},
        {school_.nurture_assistant, "/sessions/" + running_->first_session}};
    std::size_t expected = 0;
    for (auto const& [person, path] : pages) {
        ASSERT_EQ(opens(person, path), 200) << path;
        ASSERT_EQ(reads().size(), ++expected) << path;
        EXPECT_EQ(reads().back().pupil_id, school_.sam.id.text()) << path;
        EXPECT_EQ(reads().back().by_name, person.name) << path;
        EXPECT_EQ(reads().back().page.find(running_->text_case), std::string::npos) << path;
    }
    EXPECT_EQ(reads().front().zone, visits::ReadZone::headline) << "as the safeguarding lead sees it";
    EXPECT_EQ(readings::first_fault(school_.school, readings::before_the_first(), reads()), std::nullopt);
}

TEST_F(LogOfReads, has_no_read_for_what_is_refused_nor_for_names_alone) {
    EXPECT_EQ(opens(school_.teacher_of_5a, sams_case_ + "/consent"), 404);
    EXPECT_EQ(opens(school_.safeguarding_lead, sams_case_ + "/liaison"), 404) << "sees the headline alone";
    EXPECT_EQ(opens(school_.administrator, sam_), 200) << "a name alone";
    EXPECT_EQ(sends(school_.teacher_of_5a, sams_case_ + "/closing", Fields{}), 404);
    for (auto const* path : {"/pupils?q=qqq", "/pupils", "/referrals?step=consent", "/programmes"})
        EXPECT_EQ(opens(school_.senco, path), 200) << path;
    EXPECT_EQ(opens(school_.support_staff, "/pupils?q=sam"), 200) << "who knows of no support";
    EXPECT_EQ(opens(school_.support_staff, "/classes/" + std::string(school_.class_4b.text())), 200);
    for (auto const& entry : reads()) EXPECT_TRUE(entry.refused) << entry.page;
}

// V2: a list that says of named children that there is support is a read of each of them.
TEST_F(LogOfReads, has_one_entry_for_a_list_that_is_found_for_each_child_whose_support_it_shows) {
    support::Child const ashley = [&] {
        db::Transaction transaction(db(), db::Mode::write);
        db().enter(school_.school);
        auto const child = school_.add_child("Ashley", "Marlow", school_.class_4b);
        running_->another_case(child);
        transaction.commit();
        return child;
    }();
    std::vector<std::pair<support::Person, std::string>> const lists{
        {school_.senco, "/referrals"},
        {school_.senco, "/"},
        {school_.senco, "/pupils?q=ashley"},
        {school_.teacher_of_4b, "/classes/" + std::string(school_.class_4b.text())}};
    std::size_t expected = 0;
    for (auto const& [person, path] : lists) {
        ASSERT_EQ(opens(person, path), 200) << path;
        ASSERT_EQ(reads().size(), ++expected) << path;
        auto const entry = reads().back();
        EXPECT_EQ(entry.pupil_id, "") << path;
        EXPECT_EQ(entry.by_name, person.name) << path;
        ASSERT_TRUE(entry.list_id) << path;
        auto const children = children_of(*entry.list_id);
        EXPECT_TRUE(children.contains(std::string(ashley.id.text()))) << path;
        EXPECT_FALSE(children.contains(std::string(school_.amira.id.text()))) << path << ": who has no case";
    }
    EXPECT_EQ(readings::first_fault(school_.school, readings::before_the_first(), reads()), std::nullopt);

    auto const looks = "/pupils/" + std::string(ashley.id.text()) + "/reads";
    auto const shows = [&](std::string const& path, std::string_view words) {
        return application_.handle(school_.get(school_.senco, path)).body.find(words) != std::string::npos;
    };
    EXPECT_FALSE(shows(looks, "The class list"));
    for (auto const* list : {"The class list", "Referrals", "Today", "What a search found", "Rob Ellis"})
        EXPECT_TRUE(shows(looks + "?of=lists", list)) << list;
}

// A programme is named there and not the child, but for who holds it up.
TEST_F(LogOfReads, has_the_children_whom_a_late_programme_names_on_the_sencos_today) {
    {
        db::Transaction transaction(db(), db::Mode::write);
        db().enter(school_.school);
        db().run(
            R"(INSERT INTO target_measure (school_id, target_id, occasion, rating, rated_by, rated_at)
               VALUES ($1, $2, 'before', 4, $3, $4))",
            school_.school,
            running_->target,
            school_.teacher_of_4b.staff,
            school_.now
        );
        running_->session(4, school_.today - 6, false);
        transaction.commit();
    }
    auto const page = application_.handle(school_.get(school_.senco, "/"));
    ASSERT_NE(page.body.find("Friendship group"), std::string::npos) << page.body;
    ASSERT_NE(page.body.find("Sam"), std::string::npos) << page.body;
    auto const noted = reads();
    ASSERT_FALSE(noted.empty());
    ASSERT_TRUE(noted.back().list_id);
    EXPECT_TRUE(children_of(*noted.back().list_id).contains(std::string(school_.sam.id.text())));
}

// Whose contacts somebody read is shown as that, and not as a read of a case.
TEST_F(LogOfReads, says_how_much_of_the_contacts_was_read) {
    ASSERT_EQ(opens(school_.administrator, sam_ + "/contacts"), 200);
    ASSERT_EQ(reads().size(), 1U);
    ASSERT_EQ(opens(school_.support_staff, sam_ + "/contacts"), 404);
    EXPECT_EQ(reads()[0].contacts, visits::ReadContacts::all);
    EXPECT_EQ(reads()[0].case_id, std::nullopt);
    auto const page = application_.handle(school_.get(school_.senco, sam_ + "/reads")).body;
    EXPECT_NE(page.find("Contacts, with addresses and parental responsibility"), std::string::npos);
    EXPECT_NE(page.find("You see this because you keep the school&#39;s contacts."), std::string::npos);
}

TEST_F(LogOfReads, has_an_entry_for_a_form_that_was_taken_and_for_one_that_is_shown_again) {
    ASSERT_EQ(sends(school_.senco, sams_case_ + "/liaison", Fields{}), 422);
    ASSERT_EQ(reads().size(), 1U);
    EXPECT_EQ(reads()[0].page, "POST /cases/{case}/liaison");
    ASSERT_EQ(
        sends(
            school_.senco,
            sams_case_ + "/liaison",
            Fields{
                {{"with_whom", "Mr Ellis"},
                 {"held_on", calendar::iso(school_.today)},
                 {"line", "A calm week"}}}
        ),
        303
    );
    EXPECT_EQ(reads().size(), 2U);
}

TEST_F(LogOfReads, stays_one_chain_however_many_read_at_once) {
    constexpr int readers = 8;
    constexpr int pages = 25;
    std::vector<std::thread> threads;
    for (int reader = 0; reader < readers; ++reader)
        threads.emplace_back([&] {
            for (int page = 0; page < pages; ++page) EXPECT_EQ(opens(school_.senco, sam_), 200);
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(reads().size(), static_cast<std::size_t>(readers * pages));
    EXPECT_EQ(readings::first_fault(school_.school, readings::before_the_first(), reads()), std::nullopt);
}

// A log that can't be written, whatever the cause.
TEST_F(LogOfReads, holds_a_page_back_that_it_can_not_note) {
    auto const refuses =
        db().engine() == db::Engine::sqlite
            ? "CREATE TRIGGER full BEFORE INSERT ON reading BEGIN SELECT RAISE(ABORT, 'full'); END"
            : "CREATE TRIGGER full_log BEFORE INSERT ON reading FOR EACH ROW EXECUTE FUNCTION "
              "refuse('full')";
    db::run_script(db(), refuses);
    auto const held_back = application_.handle(school_.get(school_.senco, sam_));
    EXPECT_EQ(held_back.status, 503);
    EXPECT_NE(held_back.body.find("notes who has looked at a child"), std::string::npos);
    EXPECT_EQ(held_back.body.find("Sam"), std::string::npos);
    EXPECT_EQ(opens(school_.senco, "/programmes"), 200) << "what tells of no child";
    db::run_script(
        db(), db().engine() == db::Engine::sqlite ? "DROP TRIGGER full" : "DROP TRIGGER full_log ON reading"
    );
    EXPECT_EQ(opens(school_.senco, sam_), 200);
}

// Who has looked at Sam, as the person sees it.
TEST_F(LogOfReads, is_shown_to_senco_and_headteacher_the_newest_first_and_notes_that_too) {
    ASSERT_EQ(opens(school_.nurture_assistant, sam_), 200);
    ASSERT_EQ(opens(school_.teacher_of_4b, sams_case_ + "/questions"), 200);
    auto const page = application_.handle(school_.get(school_.senco, sam_ + "/reads"));
    ASSERT_EQ(page.status, 200);
    auto const at = [&](std::string_view words) { return page.body.find(words); };
    ASSERT_NE(at("Joan Barker"), std::string::npos);
    EXPECT_LT(page.body.rfind("Rob Ellis"), page.body.rfind("Joan Barker"));
    EXPECT_NE(at("You see this because you support the child."), std::string::npos);
    EXPECT_NE(at("Questions to the class teacher"), std::string::npos);
    EXPECT_EQ(reads().size(), 3U);
    the_headteacher_opens_the_case();
    EXPECT_EQ(opens(school_.headteacher, sam_ + "/reads"), 200);
    for (auto const* person :
         {&school_.nurture_assistant, &school_.teacher_of_4b, &school_.safeguarding_lead})
        EXPECT_EQ(opens(*person, sam_ + "/reads"), 404) << person->name;
    EXPECT_EQ(opens(school_.senco, "/pupils/none/reads"), 404);
}

TEST_F(LogOfReads, is_shown_fifty_at_a_time) {
    for (int look = 0; look < 60; ++look) ASSERT_EQ(opens(school_.teacher_of_4b, sam_), 200);
    ASSERT_EQ(opens(school_.headteacher, sam_), 200);
    auto const shows = [&](std::string const& query, std::string_view words) {
        auto const page = application_.handle(school_.get(school_.senco, sam_ + "/reads" + query));
        return page.body.find(words) != std::string::npos;
    };
    EXPECT_TRUE(shows("", "Helen Price"));
    EXPECT_FALSE(shows("?page=2", "Helen Price"));
    EXPECT_TRUE(shows("?page=2", "Rob Ellis"));
    EXPECT_TRUE(shows("?page=99", "Rob Ellis")) << "the last";
    EXPECT_TRUE(shows("?page=x", "Helen Price")) << "the first";
}

TEST_F(LogOfReads, is_shown_with_one_line_for_what_one_person_opened_several_times_within_a_minute) {
    for (int look = 0; look < 3; ++look) ASSERT_EQ(opens(school_.nurture_assistant, sam_), 200);
    ASSERT_EQ(opens(school_.teacher_of_4b, sam_), 200);
    ASSERT_EQ(opens(school_.nurture_assistant, sam_), 200);
    auto const body = application_.handle(school_.get(school_.senco, sam_ + "/reads")).body;
    auto const joans_last = body.find("Joan Barker");
    ASSERT_NE(joans_last, std::string::npos);
    auto const between = body.find("Rob Ellis", joans_last);
    ASSERT_NE(between, std::string::npos);
    EXPECT_EQ(body.find(", 3 times"), body.rfind(", 3 times")) << body;
    EXPECT_GT(body.find(", 3 times"), between) << "the others stand before";
    EXPECT_EQ(reads().size(), 6U) << "each is in the log, and this look too";
}

TEST_F(LogOfReads, is_linked_from_the_childs_page_for_those_who_see_it) {
    auto const leads_there = [&](support::Person const& person) {
        auto const page = application_.handle(school_.get(person, sam_));
        return page.body.find(sam_ + "/reads") != std::string::npos;
    };
    EXPECT_TRUE(leads_there(school_.senco));
    EXPECT_FALSE(leads_there(school_.headteacher)) << "who has given no reason";
    the_headteacher_opens_the_case();
    EXPECT_TRUE(leads_there(school_.headteacher));
    EXPECT_FALSE(leads_there(school_.teacher_of_4b));
    EXPECT_FALSE(leads_there(school_.nurture_assistant));
}

TEST_F(LogOfReads, is_neither_changed_nor_deleted) {
    ASSERT_EQ(opens(school_.senco, sam_), 200);
    for (db::Sql const attempt :
         {db::Sql("UPDATE reading SET by_name = 'other' WHERE school_id = $1"),
          db::Sql("DELETE FROM reading WHERE school_id = $1")}) {
        db::Transaction const transaction(db(), db::Mode::write);
        db().enter(school_.school);
        try {
            db().run(attempt, school_.school);
            ADD_FAILURE() << "the log was changed";
        } catch (db::Refused const& refused) {
            EXPECT_EQ(refused.gate, "reads_stay");
        }
    }
}

}  // namespace
}  // namespace app
