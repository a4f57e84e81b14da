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
    EXPECT_TRUE(as(school.headteacher).opens(story_of(sam)).sees("Sustained"));  // the headteacher looks on
    decides_next_step(sam);

    auto& coordinator = as(senco).opens(story_of(sam));
    for (std::string const part :
         {"Referred",
          "Talked through",
          "Prioritised",
          "Put on the waiting list",
          "Parents were written to",
          "Consent was given by Mum of Sam Okafor",
          "Given a place in a programme",
          "The programme started",
          "Session 1 was held",
          "Session 6 was held",
          "The programme was completed",
          "Came to say hello",
          "Plays with two others at most playtimes"})
        EXPECT_TRUE(coordinator.sees(part)) << part;

    auto const entries = log();
    EXPECT_GT(entries.size(), 30U);
    EXPECT_EQ(records::first_fault(school.school, entries), std::nullopt);
    std::vector<std::string> people;
    for (auto const& entry : entries)
        if (std::ranges::find(people, entry.by_name) == people.end()) people.push_back(entry.by_name);
    for (std::string const name : {"Rob Ellis", "Priya Nair", "Joan Barker"})
        EXPECT_NE(std::ranges::find(people, name), people.end()) << name;
    EXPECT_GE(people.size(), 4U) << "the parent's answer stands in the log as well";
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
        "The programme started", "Consent was given", "Parents were written to", "Prioritised", "Referred"};
    auto const timeline = words.rfind("The programme started");
    ASSERT_NE(timeline, std::string::npos);
    for (std::size_t at = 1; at < newest_first.size(); ++at)
        EXPECT_NE(words.find(newest_first[at]), std::string::npos) << newest_first[at];
}

}  // namespace
}  // namespace journeys
