// The gates of places, training and impact, each with two clients who write in the same second: through the
// pages where a form does it, and past every rule straight at the database.
#include <algorithm>
#include <chrono>

#include "db/script.hpp"
#include "journeys/racing.hpp"
#include "records/actions.hpp"

namespace journeys {
namespace {

class GateRaces : public Racing {
protected:
    using RowId = Id<struct AnyTag>;

    // What two clients write is looked up before they race: one connection answers one thread.
    struct Allocation {
        std::string the_case;
        support::PupilId pupil;
        std::string programme;
    };
    Allocation allocation(Child const& child, std::string const& programme) {
        return {id_in(case_of(child)), child.id, id_in(programme)};
    }
    std::string allocated(db::Connection& db, Allocation const& allocation) {
        constexpr db::Sql sql = R"(
            INSERT INTO place (school_id, id, programme_id, case_id, pupil_id, allocated_on, allocated_by, allocated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";
        return written(
            db,
            sql,
            school.school,
            RowId::make(school.now),
            allocation.programme,
            allocation.the_case,
            allocation.pupil,
            today(),
            senco.staff,
            school.now
        );
    }
    void gives_place_back(Child const& child) {
        written(
            database.connection(),
            R"(UPDATE place SET ended_on = allocated_on, end_reason = 'allocation_undone'
                WHERE school_id = $1 AND pupil_id = $2 AND ended_on IS NULL)",
            school.school,
            child.id
        );
    }

    void completes(Child const& child) {
        written(
            database.connection(),
            R"(UPDATE place SET ended_on = $1, end_reason = 'completed'
                WHERE school_id = $2 AND pupil_id = $3 AND ended_on IS NULL)",
            today(),
            school.school,
            child.id
        );
    }

    bool on_postgresql() { return database.database().engine() == db::Engine::postgresql; }

    // In the log too, whose order is the order in which things were saved.
    void training_lasts_until(db::Connection& db, Person const& person, Date day) {
        constexpr db::Sql keep = R"(
            INSERT INTO training_correction (school_id, id, training_id, staff_id, kind, name_before, held_before,
                                             expires_before, name, held_on, expires_on, reason, made_by, made_at)
            SELECT t.school_id, (SELECT 'k' || count(*) FROM training_correction), t.id, t.staff_id, t.kind, t.name,
                   t.held_on, t.expires_on, t.name, t.held_on, $1, 'Renewed', t.staff_id, 0
              FROM training t WHERE t.school_id = $2 AND t.staff_id = $3)";
        constexpr db::Sql sql = "UPDATE training SET expires_on = $1 WHERE school_id = $2 AND staff_id = $3";
        for (;;) try {
                db::Transaction transaction(db, db::Mode::write);
                db.enter(school.school);
                auto visit = school.visit(db, school.administrator);
                db.run(keep, day, school.school, person.staff);
                db.run(sql, day, school.school, person.staff);
                records::write(
                    visit,
                    {.action = records::Action::changed,
                     .subject = "training",
                     .fields = {{"expires_on", "", calendar::iso(day)}}}
                );
                return transaction.commit();
            } catch (db::Busy const&) {
                std::this_thread::yield();
            }
    }

    std::int64_t places_given_since_the_training_ended() {
        constexpr db::Sql sql = R"(
            SELECT count(*) FROM record
             WHERE school_id = $1 AND subject = 'place' AND action = 'made'
               AND number > (SELECT max(number) FROM record WHERE school_id = $1 AND subject = 'training'))";
        return stands<std::int64_t>(sql, school.school);
    }
    std::int64_t places_given() {
        constexpr db::Sql sql =
            "SELECT count(*) FROM record WHERE school_id = $1 AND subject = 'place' AND action = 'made'";
        return stands<std::int64_t>(sql, school.school);
    }
};

TEST_F(GateRaces, two_children_race_into_a_group_of_five_and_no_seventh_gets_in) {
    std::vector<Child> children{sam, amira, tom, grace};
    for (auto const* forename : {"Ivy", "Noor", "Max"}) children.push_back(another_child(forename));
    auto const programme = makes_a_programme({.places = "6"});
    for (auto const& child : children) is_ready_for_a_place(child);
    for (std::size_t at = 0; at < 5; ++at) allocates(children[at], programme);
    auto const place = programme + "/places";
    for (int round = 0; round < rounds; ++round) {
        auto first = another_device(senco);
        auto second = another_device(senco);
        auto const chosen = [&](Child const& child) { return Fields{{{"case", id_in(case_of(child))}}}; };
        auto const statuses = race(
            {{{&first, place, filled(first, programme, place, chosen(children[5]))},
              {&second, place, filled(second, programme, place, chosen(children[6]))}}}
        );
        EXPECT_EQ(std::ranges::count(statuses, 303), 1) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(std::ranges::count(statuses, 422), 1) << statuses[0] << " and " << statuses[1];
        EXPECT_EQ(open_places_in(programme), 6);
        auto const ending = case_of(children[statuses[0] == 303 ? 5 : 6]) + "/steps/allocation/undoing";
        as(senco).opens(ending).sends(ending, Fields{{{"reason", "The other family asked first"}}});
    }
}

TEST_F(GateRaces, past_the_rules_no_seventh_child_gets_in_either) {
    std::vector<Child> children{sam, amira, tom, grace};
    for (auto const* forename : {"Ivy", "Noor", "Max"}) children.push_back(another_child(forename));
    auto const programme = makes_a_programme({.places = "6"});
    for (auto const& child : children) is_ready_for_a_place(child);
    for (std::size_t at = 0; at < 5; ++at) allocates(children[at], programme);
    auto const sixth = allocation(children[5], programme);
    auto const seventh = allocation(children[6], programme);
    auto const one = database.connect(db::Mode::write);
    auto const other = database.connect(db::Mode::write);
    for (int round = 0; round < rounds; ++round) {
        std::array<std::string, 2> gates;
        at_once([&] { gates[0] = allocated(*one, sixth); }, [&] { gates[1] = allocated(*other, seventh); });
        std::ranges::sort(gates);
        EXPECT_EQ(gates, (std::array<std::string, 2>{"", "no_place_left"}));
        EXPECT_EQ(open_places_in(programme), 6);
        gives_place_back(children[5]);
        gives_place_back(children[6]);
    }
}

// The training ends in the database and not by its page: in each round a little later, since that is done
// sooner than a request is answered.
TEST_F(GateRaces, nobody_is_allocated_to_a_person_whose_training_has_ended) {
    is_ready_for_a_place(sam);
    auto const programme = makes_a_programme();
    auto const office = database.connect(db::Mode::write);
    auto const later = std::chrono::microseconds(on_postgresql() ? 4000 : 300);
    auto const place = programme + "/places";
    for (int round = 0; round < 2 * rounds; ++round) {
        auto coordinator = another_device(senco);
        auto const chosen = filled(coordinator, programme, place, Fields{{{"case", id_in(case_of(sam))}}});
        auto const given = places_given();
        int status = 0;
        at_once(
            [&] {
                std::this_thread::sleep_for(round * later);
                training_lasts_until(*office, nurture_assistant, today() - 1);
            },
            [&] { status = coordinator.post_exactly(place, chosen).status; }
        );
        EXPECT_EQ(status, places_given() > given ? 303 : 422);
        EXPECT_EQ(places_given_since_the_training_ended(), 0);
        EXPECT_EQ(open_places_in(programme), status == 303 ? 1 : 0);
        if (status == 303) {
            auto const ending = case_of(sam) + "/steps/allocation/undoing";
            as(senco).opens(ending).sends(ending, Fields{{{"reason", "The training has ended"}}});
        }
        EXPECT_EQ(as(senco).forces(place, Fields{{{"case", id_in(case_of(sam))}}}), 422);
        EXPECT_EQ(allocated(*office, allocation(sam, programme)), "training_not_in_force");
        EXPECT_EQ(open_places_in(programme), 0);
        training_lasts_until(*office, nurture_assistant, today() + 300);
    }
}

TEST_F(GateRaces, nobody_is_allocated_to_a_person_whose_training_is_corrected_by_its_page) {
    is_ready_for_a_place(sam);
    auto const programme = makes_a_programme();
    auto const office = database.connect(db::Mode::write);
    auto const place = programme + "/places";
    auto const training = stands<std::string>(
        "SELECT min(id) FROM training WHERE school_id = $1 AND staff_id = $2 AND kind = 'nurture'",
        school.school,
        nurture_assistant.staff
    );
    auto const correction = "/school/people/" + std::string(nurture_assistant.staff.text()) + "/training/" +
                            training + "/correction";
    for (int round = 0; round < 2 * rounds; ++round) {
        auto coordinator = another_device(senco);
        auto administrator = another_device(school.administrator);
        auto const chosen = filled(coordinator, programme, place, Fields{{{"case", id_in(case_of(sam))}}});
        auto corrected = filled(
            administrator,
            correction,
            correction,
            Fields{{{"expires_on", calendar::iso(today() - 1)}, {"reason", "Last year's certificate"}}}
        );
        corrected.add("correct_all_the_same", "yes");
        auto const given = places_given();
        auto const statuses =
            race({{{&administrator, correction, corrected}, {&coordinator, place, chosen}}});
        EXPECT_EQ(statuses[0], 303) << "a correction always stands";
        EXPECT_EQ(statuses[1], places_given() > given ? 303 : 422);
        EXPECT_EQ(places_given_since_the_training_ended(), 0);
        EXPECT_EQ(as(senco).forces(place, Fields{{{"case", id_in(case_of(sam))}}}), 422);
        if (statuses[1] == 303) {
            auto const ending = case_of(sam) + "/steps/allocation/undoing";
            as(senco).opens(ending).sends(ending, Fields{{{"reason", "The training has ended"}}});
        }
        EXPECT_EQ(open_places_in(programme), 0);
        training_lasts_until(*office, nurture_assistant, today() + 300);
    }
}

// The pages never let the two meet: a review waits until no session is planned any more. The database holds
// without them.
TEST_F(GateRaces, nobody_both_delivers_a_session_and_reviews_its_impact) {
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const one = database.connect(db::Mode::write);
    auto const other = database.connect(db::Mode::write);
    written(
        *one,
        R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
           VALUES ($1, $2, $3, 'nurture', 'Nurture', '2026-01-01', '2027-01-01'))",
        school.school,
        RowId::make(school.now),
        class_teacher.staff
    );
    auto const the_case = id_in(case_of(sam));
    auto const place = id_in(place_of(sam));
    completes(sam);
    auto const deliver = [&] {
        return written(
            *one,
            R"(UPDATE session SET outcome = 'delivered', held_on = planned_on, delivered_by = $1, stand_in_id = $1
                WHERE school_id = $2 AND programme_id = $3 AND number = 1)",
            class_teacher.staff,
            school.school,
            id_in(programme)
        );
    };
    auto const review = [&] {
        return written(
            *other,
            R"(INSERT INTO impact_review (school_id, id, case_id, place_id, reviewer_id, reviewed_on, reviewed_at,
                                          words, outcome)
               VALUES ($1, $2, $3, $4, $5, $6, $7, 'Plays with two others', 'sustained'))",
            school.school,
            RowId::make(school.now),
            the_case,
            place,
            class_teacher.staff,
            today(),
            school.now
        );
    };
    for (int round = 0; round < 2 * rounds; ++round) {
        std::array<std::string, 2> gates;
        at_once([&] { gates[0] = deliver(); }, [&] { gates[1] = review(); });
        std::ranges::sort(gates);
        EXPECT_EQ(gates, (std::array<std::string, 2>{"", "deliverer_reviews_own_work"}));
        written(
            *one,
            "UPDATE impact_review SET undone_at = $1 WHERE school_id = $2 AND undone_at IS NULL",
            school.now,
            school.school
        );
        written(
            *one,
            R"(UPDATE session SET outcome = 'planned', held_on = NULL, delivered_by = NULL, stand_in_id = NULL
                WHERE school_id = $1 AND outcome = 'delivered')",
            school.school
        );
    }
}

// The application's transactions are serializable. Whoever writes at PostgreSQL's default, where each
// statement sees what is committed by then, waits at the programme.
TEST_F(GateRaces, nor_does_anybody_who_reads_what_is_committed_alone) {
    if (!on_postgresql()) return;
    auto const programme = runs({sam}, {.form = "one_to_one", .places = "1"});
    auto const one = database.connect(db::Mode::write);
    auto const other = database.connect(db::Mode::write);
    written(
        *one,
        R"(INSERT INTO training (school_id, id, staff_id, kind, name, held_on, expires_on)
           VALUES ($1, $2, $3, 'nurture', 'Nurture', '2026-01-01', '2027-01-01'))",
        school.school,
        RowId::make(school.now),
        class_teacher.staff
    );
    auto const the_case = id_in(case_of(sam));
    auto const place = id_in(place_of(sam));
    completes(sam);
    auto const begins = [&](db::Connection& db) {
        db::run_script(db, "BEGIN ISOLATION LEVEL READ COMMITTED");
        db.enter(school.school);
    };
    begins(*one);
    begins(*other);
    one->run(
        R"(UPDATE session SET outcome = 'delivered', held_on = planned_on, delivered_by = $1, stand_in_id = $1
            WHERE school_id = $2 AND programme_id = $3 AND number = 1)",
        class_teacher.staff,
        school.school,
        id_in(programme)
    );
    std::string gate;
    std::thread reviews([&] {
        try {
            other->run(
                R"(INSERT INTO impact_review (school_id, id, case_id, place_id, reviewer_id, reviewed_on, reviewed_at,
                                              words, outcome)
                   VALUES ($1, $2, $3, $4, $5, $6, $7, 'Plays with two others', 'sustained'))",
                school.school,
                RowId::make(school.now),
                the_case,
                place,
                class_teacher.staff,
                today(),
                school.now
            );
        } catch (db::Refused const& refused) {
            gate = refused.gate;
        }
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    one->commit();
    reviews.join();
    other->rollback();
    EXPECT_EQ(gate, "deliverer_reviews_own_work");
}

}  // namespace
}  // namespace journeys
