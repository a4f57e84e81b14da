// The word beside a child in a list says what the case's status says.
#include <set>

#include "cases/rules.hpp"
#include "cases/store.hpp"
#include "story/actions.hpp"
#include "story/rules.hpp"
#include "story/story_page_test.hpp"

namespace story {
namespace {

TEST_F(StoryPage, tells_lists_how_far_each_case_has_come) {
    auto const of = [&](support::Child const& child) {
        auto const visit = school_.visit(db(), school_.senco);
        auto const pupil = *PupilId::parse(child.id.text());
        return support(visit, {pupil}).at(pupil);
    };
    auto const amiras = running_.another_case(school_.amira);
    EXPECT_EQ(of(school_.sam), Support::programme);
    EXPECT_EQ(of(school_.amira), Support::concern);

    running_.step(amiras, "referral", school_.today - 20);
    EXPECT_EQ(of(school_.amira), Support::open);
    for (auto const* step : {"discussion", "prioritisation", "waiting_list"})
        running_.step(amiras, step, school_.today - 10);
    EXPECT_EQ(of(school_.amira), Support::waiting);
    running_.step(amiras, "letter", school_.today - 10);
    EXPECT_EQ(of(school_.amira), Support::open) << "asked";
    auto const& mother = school_.amira.mother;
    school_.answer({}, amiras, mother, "given", school_.today - 9);
    running_.step(amiras, "consent", school_.today - 9);
    EXPECT_EQ(of(school_.amira), Support::waiting) << "for a place";
    school_.answer({}, amiras, mother, "withdrawn", school_.today - 8);
    EXPECT_EQ(of(school_.amira), Support::stopped) << "withdrawn";
    school_.answer({}, amiras, mother, "given", school_.today - 7);
    EXPECT_EQ(of(school_.amira), Support::waiting) << "given again";
    school_.answer({}, amiras, school_.amira.father, "refused", school_.today - 6);
    EXPECT_EQ(of(school_.amira), Support::open) << "parents differ";
    school_.answer({}, amiras, school_.amira.father, "given", school_.today - 5);
    EXPECT_EQ(of(school_.amira), Support::waiting);

    db().run(
        "UPDATE place SET ended_on = $1, end_reason = 'no_longer_needed' WHERE school_id = $2",
        school_.today,
        school_.school
    );
    EXPECT_EQ(of(school_.sam), Support::stopped);
}

// C7: a yes counts only while its giver has a say for the child; the tag knows it as the child's page does.
TEST_F(StoryPage, tells_lists_of_nobody_waiting_for_a_place_by_the_yes_of_who_has_lost_their_say) {
    auto const amiras = running_.another_case(school_.amira);
    for (auto const* step : {"referral", "discussion", "prioritisation", "letter", "consent"})
        running_.step(amiras, step, school_.today - 10);
    school_.answer({}, amiras, school_.amira.mother, "given", school_.today - 9);
    auto const tag = [&] {
        auto const visit = school_.visit(db(), school_.senco);
        auto const amira = *PupilId::parse(school_.amira.id.text());
        return support(visit, {amira}).at(amira);
    };
    EXPECT_EQ(tag(), Support::waiting);
    db().run(
        "UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1 AND contact_id = $2",
        school_.school,
        school_.amira.mother
    );
    EXPECT_EQ(tag(), Support::open);
    EXPECT_TRUE(holds(page_for(school_.senco, school_.amira.id).body, "Consent expired"));
}

// Every history of up to two answers of two parents, after the letter and after consent, and a third of them
// with a mother who has lost her say.
TEST_F(StoryPage, tells_lists_of_each_case_what_its_status_says_in_any_history) {
    struct Saying {
        bool mothers = true;
        std::string answer;
        std::optional<Date> expires_on = {};
        std::optional<std::string> form = {};
    };
    std::vector<Saying> const sayings{
        {true, "given"},
        {true, "given", school_.today - 1},
        {true, "withdrawn"},
        {false, "given", std::nullopt, "group"},
        {false, "refused", std::nullopt, "group"},
        {false, "refused"}};
    std::vector<std::vector<Saying>> histories{{}};
    for (std::size_t at = 0; at < histories.size(); ++at)
        if (histories[at].size() < 2)
            for (auto const& saying : sayings) {
                auto longer = histories[at];
                longer.push_back(saying);
                histories.push_back(std::move(longer));
            }
    ASSERT_EQ(histories.size(), 43U);
    std::size_t children = 0;
    for (std::string const reached : {"letter", "consent"})
        for (auto const& history : histories) {
            auto const child =
                school_.add_child("Ada", "Moss" + std::to_string(++children), school_.class_5a);
            auto const the_case = running_.another_case(child);
            for (std::string const step : {"referral", "discussion", "prioritisation", "letter", "consent"}) {
                running_.step(the_case, step, school_.today - 20);
                if (step == reached) break;
            }
            int number = 0;
            for (auto const& [mothers, answer, expires_on, form] : history) {
                ++number;
                db().run(
                    R"(INSERT INTO consent_answer (school_id, case_id, number, contact_id, answer, route,
                                                   answered_on, received_at, expires_on, form)
                       VALUES ($1, $2, $3, $4, $5, 'link', $6, $7, $8, $9))",
                    school_.school,
                    the_case,
                    number,
                    mothers ? child.mother : child.father,
                    answer,
                    school_.today - 10 + number,
                    school_.now,
                    expires_on,
                    form
                );
            }
            if (children % 3 == 0)
                db().run(
                    "UPDATE pupil_contact SET responsibility = 0 WHERE school_id = $1 AND contact_id = $2",
                    school_.school,
                    child.mother
                );
        }
    auto const visit = school_.visit(db(), school_.senco);
    auto const open = cases::store::open(db(), visit.school, visit.today);
    std::vector<PupilId> pupils;
    for (auto const& one : open) pupils.push_back(one.pupil.id);
    auto const told = support(visit, pupils);
    EXPECT_EQ(told.size(), pupils.size());
    EXPECT_EQ(support(visit, {pupils.front()}).size(), 1) << "only those who are asked for are told of";
    EXPECT_EQ(open.size(), children + 1);
    std::set<Support> seen;
    for (auto const& one : open) {
        auto const status = cases::status_of(one.facts, visit.today);
        EXPECT_EQ(told.at(one.pupil.id), support_of(one.facts, status))
            << one.pupil.surname << ": " << status.sentence;
        seen.insert(told.at(one.pupil.id));
    }
    EXPECT_EQ(seen, (std::set{Support::open, Support::waiting, Support::programme, Support::stopped}));
}

}  // namespace
}  // namespace story
