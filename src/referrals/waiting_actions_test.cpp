#include <algorithm>
#include <set>

#include "referrals/referrals_test.hpp"
#include "support/answered.hpp"

namespace referrals {
namespace {

TEST_F(Referrals, the_waiting_list_is_in_order_of_arrival_until_people_move_somebody) {
    auto const first = waiting(sam(), 1);
    auto const second = waiting(same<PupilId>(school.amira.id), 3);
    auto const third = waiting(same<PupilId>(school.tom.id), 2);
    EXPECT_EQ(order(), (std::vector{first, second, third}));

    auto visit = as(school.senco);
    EXPECT_TRUE(move(visit, third, {.from = 3, .to = 1, .reason = "Things are worse at home"}));
    EXPECT_EQ(order(), (std::vector{third, first, second}));
    auto lines = waiting_list(visit);
    auto& reason = lines.front().waiting.position_reason;
    EXPECT_TRUE(db::is_sealed(reason)) << "who reads the list decides whose words open";
    reason = visit.db.opened(reason);
    EXPECT_EQ(
        why_here(lines.front()),
        "Moved by " + school.senco.name + " on Tuesday 12 May: Things are worse at home"
    );
    EXPECT_EQ(why_here(lines[1]), "") << "who moves along has no reason of their own";
    auto const list_for = [&](support::Person const& person) {
        auto seen_by = as(person);
        auto const routes = waiting_routes();
        auto const list = std::ranges::find(routes, "/waiting-list", &visits::Route::path);
        return support::answered(*list, seen_by, school.get(person, "/waiting-list")).body;
    };
    auto const words = why_here(lines.front());
    EXPECT_NE(list_for(school.senco).find(words), std::string::npos);
    EXPECT_EQ(list_for(school.nurture_assistant).find("worse at home"), std::string::npos)
        << "who may not open the child reads no reason";
    // Suggested by need: Amira first, then Tom, then Sam.
    EXPECT_EQ(lines[0].suggested_place, 2);
    EXPECT_EQ(lines[1].suggested_place, 3);
    EXPECT_EQ(lines[2].suggested_place, 1);
}

// N5: beside each child's days a group's longest wait would tell whose they are.
TEST_F(Referrals, how_long_groups_by_sex_sen_and_pupil_premium_wait_is_read_by_the_senco_alone) {
    for (auto const& child : {school.sam, school.amira, school.tom}) waiting(same<PupilId>(child.id));
    db.run("UPDATE pupil SET sen_provision = 'K', pupil_premium = 'yes' WHERE school_id = $1", school.school);
    for (auto const* forename : {"Kim", "Ola", "Mia"})
        waiting(same<PupilId>(school.add_child(forename, "Reed", school.class_4b).id));
    auto const routes = waiting_routes();
    auto const list = std::ranges::find(routes, "/waiting-list", &visits::Route::path);
    auto const list_for = [&](support::Person const& person) {
        auto seen_by = as(person);
        return support::answered(*list, seen_by, school.get(person, "/waiting-list")).body;
    };
    for (auto const* group : {"SEN support", "by pupil premium"}) {
        EXPECT_NE(list_for(school.senco).find(group), std::string::npos) << group;
        EXPECT_EQ(list_for(school.nurture_assistant).find(group), std::string::npos) << group;
    }
}

TEST_F(Referrals, a_place_that_is_overdue_is_offered_to_be_looked_at_again_in_six_weeks) {
    auto const the_case = waiting(sam(), 1);
    school.now = school.now + 31 * (24 * hours);
    school.today = school.today + 31;
    auto visit = as(school.senco);
    auto request = school.get(school.senco, "/cases/x/waiting");
    request.segments = {{"case", std::string(the_case.text())}};
    auto const routes = waiting_routes();
    auto const place = std::ranges::find(routes, "/cases/{case}/waiting", &visits::Route::path);
    EXPECT_NE(support::answered(*place, visit, request).body.find("value=\"24\""), std::string::npos)
        << "24 July";
}

TEST_F(Referrals, every_child_who_moves_along_on_the_waiting_list_stands_in_the_records) {
    auto const first = waiting(sam());
    auto const second = waiting(same<PupilId>(school.amira.id));
    auto const third = waiting(same<PupilId>(school.tom.id));
    auto visit = as(school.senco);
    auto const before = records::store::all(db, school.school).size();
    EXPECT_TRUE(move(visit, third, {.from = 3, .to = 2, .reason = "Things are worse at home"}));
    auto const log = records::store::all(db, school.school);
    ASSERT_EQ(log.size(), before + 2);
    EXPECT_EQ(log[before].case_id, std::string(second.text()));
    EXPECT_EQ(log[before].detail, R"({"position":["2","3"],"moved_along":["","yes"]})");
    EXPECT_EQ(log[before].why, "") << "who moves along has no reason of their own";
    EXPECT_EQ(log[before + 1].case_id, std::string(third.text()));
    EXPECT_EQ(log[before + 1].why, "Things are worse at home");
    EXPECT_EQ(order(), (std::vector{first, third, second}));
}

TEST_F(Referrals, whose_own_child_waits_moves_the_others_as_the_list_shows_them) {
    auto const own = waiting(sam());
    auto const second = waiting(same<PupilId>(school.amira.id));
    auto const third = waiting(same<PupilId>(school.tom.id));
    db.run(
        "INSERT INTO contact_at_work (school_id, contact_id, staff_id) VALUES ($1, $2, $3)",
        school.school,
        school.sam.mother,
        school.senco.staff
    );
    auto visit = as(school.senco);
    EXPECT_FALSE(move(visit, own, {.from = 1, .to = 2, .reason = "Later"}));
    EXPECT_TRUE(move(visit, third, {.from = 2, .to = 1, .reason = "Sooner"}));
    EXPECT_EQ(order(), (std::vector{third, second}));
    EXPECT_EQ(waiting_store::list(db, school.school, school.today).front().waiting.the_case, own);
}

TEST_F(Referrals, whoever_moves_a_child_on_a_list_that_has_changed_is_told) {
    auto const first = waiting(sam());
    auto const second = waiting(same<PupilId>(school.amira.id));
    auto visit = as(school.senco);
    EXPECT_TRUE(move(visit, second, {.from = 2, .to = 1, .reason = "Sooner"}));
    EXPECT_EQ(
        move(visit, first, {.from = 1, .to = 2, .reason = "Later"}).error(), WaitingRefusal::moved_meanwhile
    );
    EXPECT_EQ(order(), (std::vector{second, first}));
}

TEST_F(Referrals, a_review_of_a_waiting_child_is_kept_against_a_stale_page) {
    auto const the_case = waiting(sam());
    auto visit = as(school.senco);
    EXPECT_TRUE(review(visit, the_case, {school.today + 60, "A weekly check-in"}, 1));
    EXPECT_EQ(
        review(visit, the_case, {school.today + 90, "Nothing"}, 1).error(), WaitingRefusal::moved_meanwhile
    );
    EXPECT_EQ(waiting_store::find(db, school.school, the_case)->said.meanwhile, "A weekly check-in");
}

TEST_F(Referrals, who_is_written_to_has_left_the_waiting_list_and_an_undone_letter_brings_them_back) {
    auto const the_case = waiting(sam());
    auto visit = as(school.senco);
    EXPECT_TRUE(cases::take(visit, the_case, cases::Step::letter));
    EXPECT_TRUE(order().empty());
    EXPECT_TRUE(cases::undo(visit, the_case, cases::Step::letter, "The place was taken"));
    EXPECT_EQ(order(), std::vector{the_case});
    EXPECT_TRUE(undo_waiting(visit, the_case, "Not needed now"));
    EXPECT_TRUE(order().empty());
    EXPECT_FALSE(waiting_store::find(db, school.school, the_case));
}

TEST_F(
    Referrals, the_list_shows_each_case_in_its_group_to_senco_and_without_a_way_in_to_a_nurture_assistant
) {
    auto const fresh = case_of(raised(sam(), Source::parent));
    auto const waits = waiting(same<PupilId>(school.amira.id));
    auto senco = as(school.senco);
    auto const lines = referral_list(senco);
    ASSERT_EQ(lines.size(), 2U);
    auto const new_one = std::ranges::find(lines, fresh, &ListLine::the_case);
    ASSERT_NE(new_one, lines.end());
    EXPECT_EQ(new_one->group, Group::new_concerns);
    EXPECT_TRUE(new_one->answer_missing);
    EXPECT_TRUE(new_one->may_open);
    EXPECT_FALSE(new_one->decided_after);
    auto const waiting_one = std::ranges::find(lines, waits, &ListLine::the_case);
    EXPECT_EQ(waiting_one->group, Group::waiting);
    EXPECT_EQ(waiting_one->decided_after, 0);

    auto assistant = as(school.nurture_assistant);
    for (auto const& line : referral_list(assistant)) EXPECT_FALSE(line.may_open);
}

// N2: why a child stands where they stand may speak of home.
TEST_F(Referrals, whoever_wrote_a_concern_alone_is_led_to_no_place_on_the_waiting_list) {
    auto const amira = same<PupilId>(school.amira.id);
    auto const waits = waiting(amira);
    auto assistant = as(school.nurture_assistant);
    ASSERT_TRUE(raise(assistant, amira, said("Alone at lunch", Source::staff)));
    for (auto const& line : waiting_list(assistant))
        EXPECT_EQ(line.may_open, opened_case(assistant, waits).has_value());
    auto teacher = as(school.teacher_of_4b);
    ASSERT_EQ(waiting_list(teacher).size(), 1U);
    for (auto const& line : waiting_list(teacher))
        EXPECT_EQ(line.may_open, opened_case(teacher, waits).has_value());
}

// N5: the list says no more than the page of each case, whose it is and whatever it waits for.
TEST_F(Referrals, lists_agree_with_pages_for_every_person_and_step) {
    auto assistant = as(school.nurture_assistant);
    auto const concern = raise(assistant, sam(), said("Alone at every playtime", Source::parent));
    ASSERT_TRUE(concern);
    auto const the_case = case_of(*concern);
    auto const agree = [&] {
        for (auto const* person :
             {&school.senco,
              &school.nurture_assistant,
              &school.second_nurture_assistant,
              &school.teacher_of_4b,
              &school.support_staff,
              &school.headteacher}) {
            auto visit = as(*person);
            auto const page = opened_case(visit, the_case);
            auto const lines = referral_list(visit);
            for (auto const& line : lines) EXPECT_EQ(line.may_open, page.has_value()) << person->name;
            auto const list =
                pages::referrals({.lines = lines, .chosen = {}, .today = visit.today}).main.markup();
            auto const sentence = h::Node(status_of(the_case).sentence).markup();
            for (auto const& words : {sentence, std::string("A parent waits")})
                EXPECT_EQ(list.find(words) != std::string::npos, page && !lines.empty())
                    << person->name << words;
        }
    };
    agree();
    auto senco = as(school.senco);
    for (auto const step :
         {cases::Step::referral, cases::Step::discussion, cases::Step::prioritisation, cases::Step::letter}) {
        ASSERT_TRUE(cases::take(senco, the_case, step));
        agree();
    }
    EXPECT_TRUE(referral_list(assistant).empty()) << "letters and consent are the SENCo's";
}

}  // namespace
}  // namespace referrals
