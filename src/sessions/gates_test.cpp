// What the database says of a session past every rule.
#include "sessions/gates_test.hpp"

#include <chrono>

#include "db/script.hpp"

namespace sessions {
namespace {

TEST_F(SessionGates, no_session_is_held_where_no_child_has_consent_in_force_that_day) {
    auto const programme = running_with(school.sam);
    answer(school.sam, only_place_in(programme).the_case, "withdrawn");
    EXPECT_EQ(delivering(first(programme), day), "no_consent_in_force");
    EXPECT_EQ(arriving(programme, day, day), "no_consent_in_force");
    EXPECT_EQ(first(programme).outcome, programmes::Outcome::planned);
}

TEST_F(SessionGates, a_session_is_held_for_the_one_child_of_two_who_has_consent) {
    auto const programme = running_with(school.sam);
    auto const of_sam = only_place_in(programme).the_case;
    place_of(programme, ready(school.amira));
    answer(school.sam, of_sam, "withdrawn");
    EXPECT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(arriving(programme, day, day), "");
}

TEST_F(SessionGates, no_session_is_held_where_no_child_had_a_place_that_day) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme);
    ends(only_place_in(programme).id, day + 1);
    EXPECT_EQ(arriving(programme, day - 1, day - 1), "programme_not_started") << "before the place";
    EXPECT_EQ(delivering(session, day + 2), "no_consent_in_force") << "after it";
    EXPECT_EQ(delivering(session, day + 1), "") << "on its last day";
}

// C2: with a place and consent alone nobody has started.
TEST_F(SessionGates, no_session_is_held_of_a_programme_that_had_not_started_that_day) {
    auto const programme = make_small_programme();
    give_target(place_of(programme, ready(school.sam)));
    EXPECT_EQ(delivering(first(programme), day), "programme_not_started");
    EXPECT_EQ(arriving(programme, day, day), "programme_not_started");
    day = day + 1;
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    EXPECT_EQ(delivering(first(programme), day - 1), "programme_not_started") << "the day before";
    EXPECT_EQ(arriving(programme, day - 1, day - 1), "programme_not_started");
    EXPECT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(arriving(programme, day, day), "");
}

// A start is the children's, whatever is said of the programme.
TEST_F(SessionGates, no_session_is_held_of_a_programme_in_which_no_child_had_started) {
    auto const programme = make_small_programme();
    give_target(place_of(programme, ready(school.sam)));
    ASSERT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE programme SET started_on = $1 WHERE school_id = $2 AND id = $3",
                day - 1,
                visit.school,
                programme
            );
        }),
        ""
    );
    EXPECT_EQ(delivering(first(programme), day), "programme_not_started");
    EXPECT_EQ(arriving(programme, day, day), "programme_not_started");
    day = day + 1;
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    EXPECT_EQ(delivering(first(programme), day - 1), "programme_not_started") << "the day before";
    EXPECT_EQ(arriving(programme, day - 1, day - 1), "programme_not_started");
    EXPECT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(arriving(programme, day, day), "");
}

TEST_F(SessionGates, no_session_is_held_on_a_day_to_come) {
    auto const programme = running_with(school.sam);
    // By the database's own clock, and a school's is at most an hour ahead of it.
    using namespace std::chrono;
    Date const at_the_latest{floor<days>(system_clock::now() + 1h)};
    for (auto const days_off : {1, 2, 365}) {
        EXPECT_EQ(delivering(first(programme), at_the_latest + days_off), "held_on_a_day_to_come");
        EXPECT_EQ(arriving(programme, day, at_the_latest + days_off), "held_on_a_day_to_come");
    }
    EXPECT_NE(arriving(programme, day, at_the_latest), "held_on_a_day_to_come");
    EXPECT_EQ(delivering(first(programme), day), "");
}

TEST_F(SessionGates, no_session_is_held_on_what_is_no_day) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme);
    for (auto const* held_on : {"2026-05-12, or so", "2026-05-32", ""})
        EXPECT_EQ(
            refused([&](Visit& visit) {
                visit.db.run(
                    R"(UPDATE session SET outcome = 'delivered', held_on = $1, delivered_by = $2
                        WHERE school_id = $3 AND id = $4)",
                    held_on,
                    visit.staff(),
                    visit.school,
                    session.id
                );
            }),
            "held_on_no_day"
        ) << held_on;
}

// Past a withdrawal, before it or where nothing was said: it is planned again first, and asks every gate.
TEST_F(SessionGates, a_session_that_was_held_is_moved_to_no_other_day) {
    auto const programme = running_with(school.sam);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(moved_to(day + 1), "held_day_stands");
    day = day + 2;
    answer(school.sam, only_place_in(programme).the_case, "withdrawn");
    EXPECT_NE(moved_to(day), "");
    EXPECT_EQ(moved_to(day - 1), "held_day_stands");
    ASSERT_EQ(
        refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); }), ""
    );
    EXPECT_EQ(delivering(first(programme), day), "no_consent_in_force");
    EXPECT_EQ(delivering(first(programme), day - 1), "");
}

TEST_F(SessionGates, a_register_has_the_lines_that_were_taken_and_no_others) {
    auto const programme = running_with(school.sam);
    auto const session = first(programme);
    auto const said_of_lines = [&](db::Sql const& sql, PlaceId const& place) {
        return refused([&](Visit& visit) { visit.db.run(sql, visit.school, session.id, place); });
    };
    constexpr db::Sql written_in =
        "INSERT INTO register_line (school_id, session_id, place_id) VALUES ($1, $2, $3)";
    auto const of_sam = only_place_in(programme).id;
    EXPECT_EQ(said_of_lines(written_in, of_sam), "not_on_the_register") << "nobody held it yet";
    ASSERT_EQ(delivering(session, day), "");
    auto const today = day;
    day = day + 1;
    auto const of_amira = place_of(programme, ready(school.amira));
    EXPECT_EQ(said_of_lines(written_in, of_amira), "not_on_the_register") << "placed a day later";
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE register_line SET place_id = $1 WHERE school_id = $2 AND session_id = $3",
                of_amira,
                visit.school,
                session.id
            );
        }),
        "register_stands"
    );
    EXPECT_EQ(
        said_of_lines(
            "DELETE FROM register_line WHERE school_id = $1 AND session_id = $2 AND place_id = $3", of_sam
        ),
        "register_stands"
    );
    day = today;
    EXPECT_EQ(
        refused([&](Visit& visit) { store::undo_delivery(visit.db, visit.school, first(programme)); }), ""
    ) << "with its lines";
}

// By it Today finds who is to be asked.
TEST_F(SessionGates, a_line_is_written_where_its_evaluation_is_and_nowhere_else) {
    auto const programme = running_with(school.sam);
    auto const of_sam = only_place_in(programme);
    auto const of_amira = place_of(programme, ready(school.amira));
    give_target(of_amira);
    ASSERT_TRUE(as(school.nurture_assistant, [&](Visit& visit) {
        return programmes::start(visit, programme);
    }));
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const says = [&](int written, PlaceId const& place) {
        return refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE register_line SET written = $1 WHERE school_id = $2 AND place_id = $3",
                written,
                visit.school,
                place
            );
        });
    };
    EXPECT_EQ(says(1, of_amira), "evaluation_says_so");
    as(school.nurture_assistant, [&](Visit& visit) {
        Evaluation absent;
        absent.id = visit.new_id<EvaluationId>();
        absent.session = first(programme).id;
        absent.place = of_sam.id;
        absent.attended = false;
        absent.why_absent = WhyAbsent::ill;
        absent.writing = Writing::written;
        absent.written_by = visit.staff();
        absent.written_at = visit.now;
        store::add(visit.db, visit.school, absent, of_sam.pupil.id);
        return true;
    });
    EXPECT_EQ(says(0, of_sam.id), "evaluation_says_so");
    EXPECT_EQ(says(1, of_sam.id), "") << "which it is";
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                "INSERT INTO register_line (school_id, session_id, place_id, written) VALUES ($1, $2, $3, 1)",
                visit.school,
                first(programme).id,
                of_amira
            );
        }),
        "evaluation_says_so"
    );
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run("UPDATE evaluation SET writing = 'begun' WHERE school_id = $1", visit.school);
        }),
        "evaluation_stays_written"
    );
}

TEST_F(SessionGates, a_face_alone_is_deleted_and_no_word_about_a_child_though_it_is_not_finished) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme);
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const deleting = [&](std::string const& noticed,
                              std::string const& next,
                              std::string const& confided,
                              std::string const& own_words = "") {
        return refused([&](Visit& visit) {
            auto const id = visit.new_id<EvaluationId>();
            visit.db.run(
                R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, feeling, noticed,
                                           next_time, confidence, own_words, voice_for, writing, written_by, written_at)
                   VALUES ($1, $2, $3, $4, $5, 1, 'good', $6, $7, $8, $9, 'only_here', 'begun', $10, $11))",
                visit.school,
                id,
                first(programme).id,
                place.id,
                school.sam.id,
                noticed,
                next,
                confided,
                own_words,
                visit.staff(),
                visit.now
            );
            visit.db.run("DELETE FROM evaluation WHERE school_id = $1 AND id = $2", visit.school, id);
        });
    };
    EXPECT_EQ(deleting("He asked to play", "", ""), "evaluation_stands");
    EXPECT_EQ(deleting("", "The den", ""), "evaluation_stands");
    EXPECT_EQ(deleting("", "", "He is afraid at night"), "evaluation_stands");
    EXPECT_EQ(deleting("", "", "", "It was loud"), "evaluation_stands");
    EXPECT_EQ(deleting("", "", ""), "");
}

TEST_F(SessionGates, nothing_that_a_child_says_is_kept_without_for_whom_they_say_it) {
    auto const programme = running_with(school.sam);
    auto const place = only_place_in(programme);
    ASSERT_EQ(delivering(first(programme), day), "");
    auto const id = EvaluationId::make(school.now);
    auto const adding = [&](std::optional<std::string> const& face,
                            std::string const& own_words,
                            std::optional<std::string> const& said_for) {
        return refused([&](Visit& visit) {
            visit.db.run(
                R"(INSERT INTO evaluation (school_id, id, session_id, place_id, pupil_id, attended, feeling, own_words,
                                           voice_for, writing, written_by, written_at)
                   VALUES ($1, $2, $3, $4, $5, 1, $6, $7, $8, 'begun', $9, $10))",
                visit.school,
                id,
                first(programme).id,
                place.id,
                school.sam.id,
                face,
                own_words,
                said_for,
                visit.staff(),
                visit.now
            );
        });
    };
    auto const changing = [&](std::optional<std::string> const& face,
                              std::optional<std::string> const& said_for) {
        return refused([&](Visit& visit) {
            visit.db.run(
                "UPDATE evaluation SET feeling = $1, voice_for = $2 WHERE school_id = $3 AND id = $4",
                face,
                said_for,
                visit.school,
                id
            );
        });
    };
    EXPECT_EQ(adding("good", "", std::nullopt), "voice_says_for_whom");
    EXPECT_EQ(adding(std::nullopt, "It was loud", std::nullopt), "voice_says_for_whom");
    EXPECT_EQ(adding("good", "", "only_here"), "");
    EXPECT_EQ(changing("good", std::nullopt), "voice_says_for_whom")
        << "or it would be open to those who help";
    EXPECT_EQ(changing("great", std::nullopt), "voice_says_for_whom");
    EXPECT_EQ(changing("great", "helpers"), "");
    EXPECT_EQ(changing(std::nullopt, std::nullopt), "") << "a child may take it back";
}

TEST_F(SessionGates, nothing_held_or_answered_is_replaced) {
    auto const programme = running_with(school.sam);
    ASSERT_EQ(delivering(first(programme), day), "");
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                R"(INSERT INTO session SELECT * FROM session WHERE school_id = $1 AND outcome = 'delivered'
                       ON CONFLICT (school_id, id) DO UPDATE SET held_on = '2026-05-11')",
                visit.school
            );
        }),
        is_sqlite() ? "session_stands" : "held_day_stands"
    );
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                R"(INSERT INTO consent_answer SELECT * FROM consent_answer WHERE school_id = $1
                       ON CONFLICT (school_id, case_id, number) DO UPDATE SET answer = 'refused')",
                visit.school
            );
        }),
        "answers_stay"
    );
    if (!is_sqlite()) return;
    // As a client does whose connection asks no trigger of what it replaces.
    as(school.senco, [&](Visit& visit) {
        db::run_script(visit.db, "PRAGMA recursive_triggers = OFF");
        return true;
    });
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                "INSERT OR REPLACE INTO session SELECT * FROM session WHERE school_id = $1 AND outcome = "
                "'delivered'",
                visit.school
            );
        }),
        "session_stands"
    );
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                R"(INSERT OR REPLACE INTO session
                          (school_id, id, programme_id, number, planned_on, starts_at_time, room_id, outcome)
                   SELECT school_id, 'another', programme_id, number, planned_on, starts_at_time, room_id, 'planned'
                     FROM session WHERE school_id = $1 AND outcome = 'delivered')",
                visit.school
            );
        }),
        "session_stands"
    );
    EXPECT_EQ(
        refused([&](Visit& visit) {
            visit.db.run(
                "INSERT OR REPLACE INTO consent_answer SELECT * FROM consent_answer WHERE school_id = $1",
                visit.school
            );
        }),
        "answers_stay"
    );
}

}  // namespace
}  // namespace sessions
