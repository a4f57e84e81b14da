#include "need_to_know/store.hpp"

#include <gtest/gtest.h>

#include "need_to_know/actions.hpp"
#include "support/school_rows.hpp"
#include "support/test_database.hpp"

namespace need_to_know {
namespace {

using visits::Role;

class NeedToKnow : public testing::Test {
protected:
    db::Connection& db() { return database_.connection(); }

    Visit visit_of(std::string const& staff, Role role, std::optional<std::string> const& class_id = {}) {
        auto const held_class = class_id ? ClassId::parse(*class_id) : std::nullopt;
        return {
            .db = db(),
            .now = rows_.now(),
            .today = rows_.today(),
            .school = rows_.school(),
            .school_name = "Willow Bank",
            .who =
                {.staff = *StaffId::parse(staff),
                 .account = {},
                 .name = "A person",
                 .roles = {{role, held_class, "4B"}}},
            .frame = {}};
    }
    std::string consented_case(std::string const& pupil) {
        auto const the_case = rows_.case_of(pupil);
        rows_.answer(the_case, rows_.contact_of(pupil, "Ms Reed"), "given", rows_.today());
        return the_case;
    }
    void decide_next(std::string const& the_case) {
        db().run(
            R"(INSERT INTO next_step (school_id, id, case_id, next, reason, made_by, made_at)
               VALUES ($1, $2, $2, 'nothing', 'It lasts', $3, $4))",
            rows_.school(),
            the_case,
            hall_,
            rows_.next_moment()
        );
    }
    // From Mrs Ward to Mr Hall from the day on; this session before it stays with her.
    void hand_over(std::string const& programme, Date from_on, std::string const& last) {
        db().run(
            R"(INSERT INTO programme_change (school_id, id, programme_id, from_on, deliverer_before, deliverer_id,
                                             room_before, room_id, when_before, when_after, reason, made_by,
                                             made_at)
               SELECT g.school_id, g.id, g.id, $1, $2, $3, g.room_id, g.room_id, '', '', 'Takes over', $2, $4
                 FROM programme g WHERE g.school_id = $5 AND g.id = $6)",
            from_on,
            ward_,
            hall_,
            rows_.next_moment(),
            rows_.school(),
            programme
        );
        db().run(
            "UPDATE programme SET deliverer_id = $1 WHERE school_id = $2 AND id = $3",
            hall_,
            rows_.school(),
            programme
        );
        db().run(
            "UPDATE session SET deliverer_id = $1 WHERE school_id = $2 AND id = $3",
            ward_,
            rows_.school(),
            last
        );
    }
    static PupilId id(std::string const& pupil) { return *PupilId::parse(pupil); }
    bool delivers(Visit const& visit, std::string const& pupil) {
        auto const access = access_to(visit, id(pupil));
        return access && access->relationship() == Relationship::deliverer;
    }

    support::TestDatabase database_;
    db::Transaction transaction_{db(), db::Mode::write};
    support::SchoolRows rows_{db()};
    std::string sam_ = rows_.pupil("Sam");
    std::string ward_ = rows_.staff("Mrs Ward");
    std::string hall_ = rows_.staff("Mr Hall");
};

TEST_F(NeedToKnow, the_class_teacher_is_the_one_of_today) {
    auto const class_3a = rows_.class_called("3A");
    auto const class_4b = rows_.class_called("4B");
    rows_.in_class(sam_, class_3a, rows_.today() - 300, rows_.today() - 1);
    rows_.in_class(sam_, class_4b, rows_.today());
    EXPECT_FALSE(access_to(visit_of(ward_, Role::class_teacher, class_3a), id(sam_)));
    auto const access = access_to(visit_of(hall_, Role::class_teacher, class_4b), id(sam_));
    ASSERT_TRUE(access);
    EXPECT_EQ(access->reason(), "You see this because you teach 4B.");
}

TEST_F(NeedToKnow, who_delivers_sees_the_confidence_until_the_place_goes_to_another) {
    auto const the_case = consented_case(sam_);
    auto const first = rows_.place(rows_.programme(ward_), the_case, sam_, rows_.today());
    auto const ward = visit_of(ward_, Role::nurture_assistant);
    EXPECT_TRUE(access_to(ward, id(sam_))->sees_confided_to(*ward.who.staff));
    rows_.end_place(first, "moved_programme");
    EXPECT_TRUE(delivers(ward, sam_));
    rows_.place(rows_.programme(hall_), the_case, sam_, rows_.today());
    EXPECT_FALSE(access_to(ward, id(sam_)));
    EXPECT_TRUE(delivers(visit_of(hall_, Role::nurture_assistant), sam_));
}

TEST_F(NeedToKnow, how_a_child_gets_on_is_seen_by_who_has_a_duty_and_not_by_who_knows_the_headline_alone) {
    auto const the_case = consented_case(sam_);
    auto const asked = *CaseId::parse(the_case);
    rows_.concern(the_case, sam_, hall_);
    EXPECT_TRUE(see_progress_of(visit_of(ward_, Role::senco), asked));
    EXPECT_TRUE(see_case(visit_of(hall_, Role::support_staff), asked));
    EXPECT_FALSE(see_progress_of(visit_of(hall_, Role::support_staff), asked));
    EXPECT_FALSE(see_progress_of(visit_of(ward_, Role::administrator), asked));
    EXPECT_FALSE(see_progress_of(visit_of(ward_, Role::senco), std::optional<CaseId>()));
    EXPECT_FALSE(see_progress_of(visit_of(ward_, Role::senco), std::optional<PupilId>()));
    EXPECT_TRUE(see_progress_of(visit_of(ward_, Role::senco), id(sam_)));
    EXPECT_FALSE(see_progress_of(visit_of(hall_, Role::support_staff), id(sam_)));
}

TEST_F(NeedToKnow, a_relationship_of_a_case_ends_with_the_case) {
    auto const the_case = consented_case(sam_);
    rows_.concern(the_case, sam_, hall_);
    rows_.place(rows_.programme(ward_), the_case, sam_, rows_.today());
    auto const raised = visit_of(hall_, Role::support_staff);
    EXPECT_TRUE(access_to(raised, id(sam_)));
    rows_.close(the_case);
    EXPECT_FALSE(access_to(raised, id(sam_)));
    EXPECT_FALSE(access_to(visit_of(ward_, Role::nurture_assistant), id(sam_)));
}

TEST_F(NeedToKnow, who_delivered_keeps_in_touch_for_twelve_weeks_after_the_next_step) {
    auto const the_case = consented_case(sam_);
    rows_.end_place(rows_.place(rows_.programme(ward_), the_case, sam_, rows_.today()), "completed");
    decide_next(the_case);
    rows_.close(the_case);
    auto const closed = *CaseId::parse(the_case);
    auto ward = visit_of(ward_, Role::nurture_assistant);
    EXPECT_EQ(access_to(ward, id(sam_))->relationship(), Relationship::keeps_in_touch);
    EXPECT_FALSE(access_to_case(ward, closed));
    EXPECT_FALSE(see_case(ward, closed)) << "the child's check-ins are theirs, the case is not";
    auto const kept = see_to_keep_in_touch(ward, closed);
    ASSERT_TRUE(kept);
    EXPECT_TRUE(kept->theirs);
    EXPECT_EQ(kept->until, rows_.today() + 84);
    EXPECT_FALSE(see_to_keep_in_touch(visit_of(hall_, Role::nurture_assistant), closed));
    EXPECT_FALSE(see_to_keep_in_touch(visit_of(hall_, Role::senco), closed)->theirs);
    ward.today = rows_.today() + 85;
    EXPECT_FALSE(see_to_keep_in_touch(ward, closed));
    EXPECT_FALSE(access_to(ward, id(sam_)));

    // A later case is nothing to them, and ends nothing.
    ward.today = rows_.today();
    rows_.case_of(sam_);
    EXPECT_FALSE(access_to(ward, id(sam_)));
    EXPECT_TRUE(see_to_keep_in_touch(ward, closed));
}

TEST_F(NeedToKnow, nobody_keeps_in_touch_after_a_case_that_ended_before_its_next_step) {
    auto const the_case = consented_case(sam_);
    rows_.end_place(rows_.place(rows_.programme(ward_), the_case, sam_, rows_.today()), "completed");
    rows_.close(the_case);
    EXPECT_FALSE(see_to_keep_in_touch(visit_of(ward_, Role::nurture_assistant), *CaseId::parse(the_case)));
}

TEST_F(NeedToKnow, a_new_case_opens_no_earlier_one_to_its_deliverer) {
    auto const earlier = rows_.case_of(sam_);
    rows_.close(earlier);
    auto const the_case = consented_case(sam_);
    rows_.place(rows_.programme(ward_), the_case, sam_, rows_.today());
    auto const ward = visit_of(ward_, Role::nurture_assistant);
    EXPECT_FALSE(access_to_case(ward, *CaseId::parse(earlier)));
    auto const access = access_to_case(ward, *CaseId::parse(the_case));
    ASSERT_TRUE(access);
    EXPECT_EQ(access->pupil, id(sam_));
    EXPECT_TRUE(access_to_case(visit_of(hall_, Role::senco), *CaseId::parse(earlier)));
}

TEST_F(NeedToKnow, what_does_not_exist_is_seen_by_nobody) {
    auto const senco = visit_of(hall_, Role::senco);
    EXPECT_FALSE(access_to(senco, PupilId::make(rows_.now())));
    EXPECT_FALSE(access_to_case(senco, CaseId::make(rows_.now())));
}

TEST_F(NeedToKnow, a_header_says_who_it_is_and_who_supports_them) {
    rows_.place(rows_.programme(ward_), consented_case(sam_), sam_, rows_.today());
    auto const seen = see(visit_of(hall_, Role::senco), id(sam_));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->pupil.name(), "Sam Reed");
    EXPECT_EQ(seen->supporters, std::vector<std::string>{"Mrs Ward"});
}

TEST_F(NeedToKnow, a_header_names_who_supports_a_child_now_and_nobody_who_did) {
    auto const senco = visit_of(hall_, Role::senco);
    auto const the_case = consented_case(sam_);
    auto const named = [&] { return see(senco, id(sam_))->supporters; };
    auto const named_of_the_case = [&] { return see_case(senco, *CaseId::parse(the_case))->supporters; };

    auto const first = rows_.place(rows_.programme(ward_), the_case, sam_, rows_.today());
    rows_.end_place(first, "moved_programme");
    EXPECT_EQ(named(), std::vector<std::string>{}) << "between two places";
    EXPECT_EQ(named_of_the_case(), std::vector<std::string>{});
    auto const second = rows_.place(rows_.programme(hall_), the_case, sam_, rows_.today());
    EXPECT_EQ(named(), std::vector<std::string>{"Mr Hall"}) << "moved";
    EXPECT_EQ(named_of_the_case(), std::vector<std::string>{"Mr Hall"});
    rows_.end_place(second, "completed");
    rows_.close(the_case);
    EXPECT_EQ(named(), std::vector<std::string>{}) << "closed";
    EXPECT_EQ(named_of_the_case(), std::vector<std::string>{});
}

TEST_F(NeedToKnow, a_header_of_a_closed_case_names_who_supports_the_child_by_a_later_one) {
    auto const closed = consented_case(sam_);
    rows_.place(rows_.programme(ward_), closed, sam_, rows_.today());
    rows_.close(closed);
    rows_.place(rows_.programme(hall_), consented_case(sam_), sam_, rows_.today());
    auto const seen = see_case(visit_of(hall_, Role::senco), *CaseId::parse(closed));
    ASSERT_TRUE(seen);
    EXPECT_EQ(seen->supporters, std::vector<std::string>{"Mr Hall"});
}

TEST_F(NeedToKnow, who_hands_a_programme_over_sees_the_child_until_their_last_session_is_held) {
    auto const programme = rows_.programme(ward_);
    rows_.programme(hall_);  // for which they are trained
    auto const the_case = consented_case(sam_);
    rows_.place(programme, the_case, sam_, rows_.today());
    rows_.step(the_case, "start", rows_.today());
    rows_.start(programme, rows_.today());
    auto const last = rows_.session(programme, 1, rows_.today());
    rows_.session(programme, 2, rows_.today() + 7);
    hand_over(programme, rows_.today() + 1, last);

    auto const ward = visit_of(ward_, Role::nurture_assistant);
    auto const hall = visit_of(hall_, Role::nurture_assistant);
    EXPECT_TRUE(see(ward, id(sam_)));
    EXPECT_TRUE(delivers(ward, sam_));
    EXPECT_TRUE(see(hall, id(sam_))) << "to prepare";
    EXPECT_FALSE(delivers(hall, sam_));

    db().run(
        R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
            WHERE school_id = $3 AND id = $4)",
        rows_.today(),
        ward_,
        rows_.school(),
        last
    );
    EXPECT_FALSE(see(ward, id(sam_)));
    auto tomorrow = hall;
    tomorrow.today = rows_.today() + 1;
    EXPECT_TRUE(delivers(tomorrow, sam_));
}

// A list gives each person what the page of each child gives them.
TEST_F(NeedToKnow, lists_agree_with_pages_for_every_person_and_child) {
    auto const class_4b = rows_.class_called("4B");
    std::vector<std::string> const children{sam_, rows_.pupil("Ali"), rows_.pupil("Zoe"), rows_.pupil("Tom")};
    rows_.in_class(children[1], class_4b, rows_.today());
    auto const programme = rows_.programme(ward_);
    auto const of_sam = consented_case(sam_);
    auto const of_zoe = consented_case(children[2]);
    rows_.end_place(rows_.place(programme, of_sam, sam_, rows_.today()), "completed");
    rows_.end_place(rows_.place(programme, of_zoe, children[2], rows_.today()), "moved_programme");
    rows_.place(rows_.programme(hall_), of_zoe, children[2], rows_.today());
    rows_.concern(of_sam, sam_, hall_);
    hand_over(programme, rows_.today() + 1, rows_.session(programme, 1, rows_.today()));  // both have left it

    std::vector<pupils::Pupil> pupils;
    for (auto const& child : children)
        pupils.push_back(store::child(db(), rows_.school(), id(child), rows_.today(), rows_.now())->pupil);
    // Tom has a case that is closed, and Ali one of each.
    std::vector<std::pair<std::string, pupils::Pupil>> cases{{of_sam, pupils[0]}, {of_zoe, pupils[2]}};
    for (auto const at : {std::size_t{1}, std::size_t{3}}) {
        auto const closed = consented_case(children[at]);
        rows_.concern(closed, children[at], hall_);
        rows_.end_place(rows_.place(programme, closed, children[at], rows_.today()), "completed");
        decide_next(closed);
        rows_.close(closed);
        cases.emplace_back(closed, pupils[at]);
    }
    cases.emplace_back(consented_case(children[1]), pupils[1]);
    for (auto const& staff : {ward_, hall_})
        for (auto const role : all_of<Role>()) {
            auto const visit = visit_of(staff, role, class_4b);
            Sight const sight(visit);
            std::size_t seen = 0;
            for (auto const& pupil : pupils) {
                auto const on_the_page = access_to(visit, pupil.id);
                auto const in_the_list = sight.of(pupil);
                ASSERT_EQ(in_the_list.has_value(), on_the_page.has_value()) << word(role) << pupil.forename;
                ASSERT_TRUE(!on_the_page || in_the_list->reason() == on_the_page->reason());
                seen += on_the_page.has_value();
            }
            EXPECT_EQ(accessible(visit, pupils).size(), seen);
            for (auto const& [the_case, pupil] : cases) {
                auto const on_the_page = access_to_case(visit, *CaseId::parse(the_case));
                auto const in_the_list = sight.of_case(pupil, *CaseId::parse(the_case));
                ASSERT_EQ(in_the_list.has_value(), on_the_page.has_value()) << word(role) << pupil.forename;
                ASSERT_TRUE(!on_the_page || in_the_list->reason() == on_the_page->access.reason());
                auto const standing_in =
                    sight.of_case(pupil, *CaseId::parse(the_case), {.stand_in = visit.who.staff});
                bool const is_open = the_case != cases[2].first && the_case != cases[3].first;
                bool const stands_in = is_open && role == Role::nurture_assistant;
                ASSERT_EQ(standing_in.has_value(), on_the_page.has_value() || stands_in);
            }
        }
    Sight const of_senco(visit_of(hall_, Role::senco));
    EXPECT_TRUE(of_senco.shows_support_of(pupils[0]));
    EXPECT_TRUE(of_senco.shows_support_of(pupils[1]));
    EXPECT_FALSE(of_senco.shows_support_of(pupils[3]));
}

TEST_F(NeedToKnow, a_list_takes_as_many_statements_for_a_hundred_pupils_as_for_ten) {
    auto const senco = visit_of(hall_, Role::senco);
    auto const statements_for = [&](std::size_t count) {
        auto const before = db().statements_run();
        accessible(senco, std::vector<pupils::Pupil>(count));
        return db().statements_run() - before;
    };
    EXPECT_EQ(statements_for(10), statements_for(100));
}

}  // namespace
}  // namespace need_to_know
