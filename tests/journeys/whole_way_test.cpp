// One child's way from first concern to measured impact, walked by six people while time moves.
#include "journeys/journey.hpp"
#include "records/rules.hpp"
#include "records/store.hpp"

namespace journeys {
namespace {

class WholeWay : public Journey {
protected:
    void wait(int days) { on(today() + days); }

    std::vector<records::Entry> log() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return records::store::all(db, school.school);
    }

    std::optional<std::int64_t> first_fault() {
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        return records::first_fault(school.school, records::store::from(db, school.school, 1, 1'000'000));
    }

    struct Laid {
        std::string id;
        std::string programme;
        std::string number_and_day;
        auto columns() { return std::tie(id, programme, number_and_day); }
    };

    // Rows that came without a word in the log, by table and id. A programme's record names the sessions laid
    // with it, and that a parent was asked the link they were given.
    std::vector<std::string> rows_without_a_record() {
        constexpr db::Sql sql = R"(
            WITH logged_by_id AS (
                          SELECT school_id, id, 'nurture_case' AS subject FROM nurture_case
                UNION ALL SELECT school_id, id, 'concern' FROM concern
                UNION ALL SELECT school_id, id, 'step' FROM step
                UNION ALL SELECT school_id, id, 'discussion' FROM discussion
                UNION ALL SELECT school_id, id, 'prioritisation' FROM prioritisation
                UNION ALL SELECT school_id, id, 'waiting' FROM waiting
                UNION ALL SELECT school_id, id, 'letter' FROM letter
                UNION ALL SELECT school_id, id, 'consent_request' FROM consent_request
                UNION ALL SELECT school_id, id, 'programme' FROM programme
                UNION ALL SELECT school_id, id, 'place' FROM place
                UNION ALL SELECT school_id, id, 'target' FROM target
                UNION ALL SELECT school_id, id, 'evaluation' FROM evaluation
                UNION ALL SELECT school_id, id, 'impact_review' FROM impact_review
                UNION ALL SELECT school_id, id, 'next_step' FROM next_step
                UNION ALL SELECT school_id, id, 'check_in' FROM check_in)
            SELECT n.subject || ' ' || n.id
              FROM logged_by_id n
             WHERE n.school_id = $1
               AND NOT EXISTS (SELECT 1 FROM record r
                                WHERE r.school_id = n.school_id AND r.subject = n.subject AND r.subject_id = n.id
                                  AND r.action IN ('made', 'signed')))";
        constexpr db::Sql sessions = R"(
            SELECT id, programme_id, number || ': ' || planned_on FROM session WHERE school_id = $1)";
        constexpr db::Sql links = "SELECT contact_id FROM consent_link WHERE school_id = $1";
        auto const entries = log();
        auto& db = database.connection();
        db::Transaction const transaction(db, db::Mode::read);
        db.enter(school.school);
        auto missing = db.all<std::string>(sql, school.school);
        auto const made = [&](std::string_view subject, std::string_view id, std::string const& words) {
            return std::ranges::any_of(entries, [&](auto const& entry) {
                return entry.subject == subject && entry.action == records::Action::made &&
                       (id.empty() || entry.subject_id == id) &&
                       entry.detail.value_or("").find(words) != std::string::npos;
            });
        };
        for (auto const& laid : db.all<Laid>(sessions, school.school))
            if (!made("session", laid.id, "") && !made("programme", laid.programme, laid.number_and_day))
                missing.push_back("session " + laid.id);
        for (auto const& contact : db.all<std::string>(links, school.school))
            if (!made("consent_request", "", contact)) missing.push_back("consent_link " + contact);
        return missing;
    }

    std::int64_t logged(std::string_view subject, std::string_view action) {
        return stands<std::int64_t>(
            "SELECT count(*) FROM record WHERE school_id = $1 AND subject = $2 AND action = $3",
            school.school,
            subject,
            action
        );
    }
    void undoes(Child const& child, std::string_view step) {
        auto const undoing = case_of(child) + "/steps/" + std::string(step) + "/undoing";
        as(senco).opens(undoing).sends(undoing, Fields{{{"reason", "Pressed too early"}}});
    }
};

TEST_F(WholeWay, from_concern_to_impact_as_six_people) {
    on("2026-04-20");
    raises_a_concern(sam);  // the class teacher
    wait(1);
    refers(sam);
    wait(2);
    discusses(sam);  // the SENCo
    prioritises(sam);
    waits(sam);
    wait(5);
    writes_to_parents(sam);
    agrees(sam.mother, sam);  // a parent
    wait(1);
    auto const programme = makes_a_programme({.places = "4", .starts_on = "2026-05-05"});
    allocates(sam, programme);
    words_the_targets(sam);  // the Nurture Assistant with the child
    measures_before(sam);
    on("2026-05-05");
    starts(programme);
    goes_to_its_end(programme, {sam});
    EXPECT_EQ(calendar::iso(today()), "2026-06-16");
    wait(10);
    checks_in(sam, "Came to say hello");
    on("2026-07-14");
    measures_impact(sam);
    the_headteacher_opens(sam);
    EXPECT_TRUE(as(school.headteacher).opens(story_of(sam)).sees("Sustained"));  // the headteacher looks on
    decides_next_step(sam);

    auto& coordinator = as(senco).opens(story_of(sam));
    for (std::string const part :
         {"Referred",
          "Talked through",
          "Prioritised",
          "Put on the waiting list",
          "The letter to parents was made",
          "Consent was given by Mum of Sam Okafor",
          "Given a place in a programme",
          "The programme started",
          "Session 1 was held",
          "Session 6 was held",
          "The programme was completed",
          "Came to say hello",
          "Plays with two others at most playtimes"})
        EXPECT_TRUE(coordinator.sees(part)) << part;

    EXPECT_EQ(rows_without_a_record(), std::vector<std::string>{});
    auto const entries = log();
    EXPECT_GT(entries.size(), 30U);
    EXPECT_EQ(first_fault(), std::nullopt);
    std::vector<std::string> people;
    for (auto const& entry : entries)
        if (std::ranges::find(people, entry.by_name) == people.end()) people.push_back(entry.by_name);
    for (std::string const name : {"Rob Ellis", "Priya Nair", "Joan Barker"})
        EXPECT_NE(std::ranges::find(people, name), people.end()) << name;
    EXPECT_GE(people.size(), 4U) << "the parent's answer stands in the log as well";
}

TEST_F(WholeWay, what_follows_from_a_step_or_its_undoing_stands_in_the_log_too) {
    raises_a_concern(sam);
    refers(sam);
    discusses(sam);
    prioritises(sam);
    waits(sam);
    writes_to_parents(sam);
    agrees(sam.mother, sam);
    auto const programme = makes_a_programme();
    allocates(sam, programme);
    EXPECT_EQ(logged("waiting", "ended"), 1);
    undoes(sam, "allocation");
    EXPECT_EQ(logged("waiting", "undone"), 1);
    undoes(sam, "consent");
    undoes(sam, "letter");
    EXPECT_EQ(logged("consent_link", "ended"), 1) << "his father's: his mother agreed, and may take it back";
    undoes(sam, "waiting_list");
    EXPECT_EQ(logged("waiting", "ended"), 2);
}

TEST_F(WholeWay, sessions_that_are_laid_later_or_end_with_the_programme_stand_in_the_log_too) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const extension = programme + "/extension";
    as(nurture_assistant).opens(programme).sends(extension, Fields{{{"weeks", "8"}}});
    EXPECT_EQ(logged("session", "made"), 2);
    EXPECT_EQ(rows_without_a_record(), std::vector<std::string>{});
    withdraws(sam.mother, sam);
    completes(programme);
    EXPECT_EQ(logged("session", "changed"), 8);
}

// Support staff may write a concern; the class teacher finds it in the child's story, for as long as it
// waits.
TEST_F(WholeWay, leads_the_class_teacher_from_the_story_to_the_concern_to_refer) {
    raises_a_concern(sam);
    EXPECT_TRUE(as(class_teacher).opens(story_of(sam)).sees("Read the concern, and refer"));
    refers(sam);
    EXPECT_FALSE(as(class_teacher).opens(story_of(sam)).sees("Read the concern, and refer"));
}

TEST_F(WholeWay, the_timeline_tells_the_story_in_the_order_of_its_days) {
    runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const words = as(senco).opens(story_of(sam)).words();
    std::vector<std::string> const newest_first{
        "The programme started",
        "Consent was given",
        "The letter to parents was made",
        "Prioritised",
        "Referred"};
    auto const timeline = words.rfind("The programme started");
    ASSERT_NE(timeline, std::string::npos);
    for (std::size_t at = 1; at < newest_first.size(); ++at)
        EXPECT_NE(words.find(newest_first[at]), std::string::npos) << newest_first[at];
}

}  // namespace
}  // namespace journeys
