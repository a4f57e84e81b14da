#include "measures/store.hpp"

#include <gtest/gtest.h>

#include "measures/taking_store.hpp"
#include "support/small_school.hpp"

namespace measures {
namespace {

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }

class MeasureStore : public testing::Test {
protected:
    MeasureStore() {
        db.begin(db::Mode::write);
        db.enter(school.school);
    }
    ~MeasureStore() override { db.rollback(); }

    Measure measure(Kind kind, std::string const& from, std::optional<Date> until = {}) {
        return {
            .id = MeasureId::make(school.now),
            .definition =
                {.kind = kind,
                 .name = "Working at",
                 .least = 100,
                 .most = 500,
                 .step = 50,
                 .scale = Scale::single_rating},
            .from_on = day(from),
            .until_on = until};
    }
    MeasureId add(Kind kind, std::string const& from = "2025-09-01", std::optional<Date> until = {}) {
        auto const made = measure(kind, from, until);
        store::add(db, school.school, made);
        return made.id;
    }
    Taking take(Date on, ClassId const& of) {
        Taking const taking{.id = TakingId::make(school.now), .class_id = of, .taken_on = on};
        taking_store::add(db, school.school, taking, school.teacher_of_4b.staff, school.now);
        return taking;
    }
    Score score(
        Taking const& taking, MeasureId const& of, support::Child const& pupil, std::optional<int> points
    ) {
        return {
            .id = ScoreId::make(school.now),
            .taking = taking.id,
            .measure = of,
            .pupil = *pupils::PupilId::parse(pupil.id.text()),
            .score = points};
    }
    void enter(Score const& a_score) {
        taking_store::add(db, school.school, a_score, school.teacher_of_4b.staff, school.now);
    }
    // The gate that refused it; empty where nothing did. What it did is undone.
    template <class Act>
    std::string refused(Act const& act) {
        db.savepoint();
        std::string gate;
        try {
            act();
        } catch (db::Refused const& refusal) {
            gate = refusal.gate.empty() ? "refused" : refusal.gate;
        }
        db.rollback_to_savepoint();
        db.release_savepoint();
        return gate;
    }
    std::string refused_score(
        Taking const& taking, MeasureId const& of, support::Child const& who, int points
    ) {
        return refused([&] { enter(score(taking, of, who, points)); });
    }

    support::TestDatabase database;
    db::Connection& db = database.connection();
    support::SmallSchool school{database};
};

TEST_F(MeasureStore, gives_back_what_a_measure_is) {
    auto made = measure(Kind::behaviour, "2026-04-13");
    made.definition = {
        .kind = Kind::behaviour,
        .name = "Five ratings added up",
        .least = 500,
        .most = 2500,
        .step = 100,
        .concern_when = ConcernWhen::high,
        .scale = Scale::several_items,
        .rated_by = RatedBy::support_staff,
        .taken_each = TakenEach::half_term};
    store::add(db, school.school, made);
    auto const found = store::find(db, school.school, made.id).value();
    EXPECT_EQ(found.definition, made.definition);
    EXPECT_EQ(found.from_on, made.from_on);
    EXPECT_FALSE(found.until_on);
    EXPECT_FALSE(store::find(db, school.school, MeasureId::make(school.now)));
}

TEST_F(MeasureStore, gives_what_stood_on_a_day_in_the_order_that_the_policy_names_them) {
    auto const former = add(Kind::behaviour, "2025-09-01", day("2026-03-31"));
    auto const now = add(Kind::behaviour, "2026-04-01");
    auto const progress = add(Kind::progress);
    auto const achievement = add(Kind::achievement, "2026-05-01");
    auto const on = [&](std::string_view iso) {
        std::vector<MeasureId> ids;
        for (auto const& one : store::standing(db, school.school, day(iso))) ids.push_back(one.id);
        return ids;
    };
    EXPECT_EQ(on("2026-05-12"), (std::vector{achievement, progress, now}));
    EXPECT_EQ(on("2026-04-01"), (std::vector{progress, now}));
    EXPECT_EQ(on("2026-03-31"), (std::vector{progress, former}));
    EXPECT_EQ(on("2025-08-31"), std::vector<MeasureId>{});
    EXPECT_EQ(store::all(db, school.school).size(), 4U);
    EXPECT_EQ(store::all(db, school.school)[2].id, now);
}

TEST_F(MeasureStore, has_one_measure_of_a_kind_on_a_day) {
    add(Kind::progress, "2026-01-05");
    EXPECT_NE(refused([&] { add(Kind::progress, "2026-05-01"); }), "");
    EXPECT_EQ(refused([&] { add(Kind::progress, "2025-09-01", day("2026-01-05")); }), "measures_overlap");
    EXPECT_EQ(refused([&] { add(Kind::progress, "2025-09-01", day("2026-01-04")); }), "");
    EXPECT_EQ(refused([&] { add(Kind::behaviour, "2026-05-01"); }), "");
}

TEST_F(MeasureStore, changes_only_the_version_that_was_read) {
    auto const id = add(Kind::progress);
    auto read = store::find(db, school.school, id).value();
    read.definition.name = "Progress since last term";
    read.definition.meaning = "1 is none that can be seen";
    EXPECT_TRUE(store::change(db, school.school, read));
    EXPECT_FALSE(store::change(db, school.school, read));
    EXPECT_EQ(store::find(db, school.school, id)->definition.name, "Progress since last term");
    EXPECT_EQ(store::find(db, school.school, id)->definition.meaning, "1 is none that can be seen");
}

TEST_F(MeasureStore, keeps_the_scale_of_a_measure_that_has_scores) {
    auto const id = add(Kind::progress);
    auto const changed = [&](auto const& by) {
        auto read = store::find(db, school.school, id).value();
        by(read);
        return refused([&] { EXPECT_TRUE(store::change(db, school.school, read)); });
    };
    auto const scales = [](Measure& one) { one.definition.most = 700; };
    EXPECT_EQ(changed(scales), "");
    enter(score(take(school.today, school.class_4b), id, school.sam, 300));
    EXPECT_EQ(changed(scales), "scale_stands");
    EXPECT_EQ(changed([](Measure& one) { one.definition.least = 0; }), "scale_stands");
    EXPECT_EQ(changed([](Measure& one) { one.definition.step = 100; }), "scale_stands");
    EXPECT_EQ(changed([](Measure& one) { one.definition.concern_when = ConcernWhen::high; }), "scale_stands");
    EXPECT_EQ(changed([](Measure& one) { one.definition.scale = Scale::piled_up; }), "scale_stands");
    EXPECT_EQ(changed([](Measure& one) { one.definition.rated_by = RatedBy::test; }), "scale_stands");
    EXPECT_EQ(changed([](Measure& one) { one.definition.name = "Another name"; }), "");
    EXPECT_EQ(changed([](Measure& one) { one.definition.taken_each = TakenEach::year; }), "");
    EXPECT_EQ(changed([&](Measure& one) { one.until_on = school.today; }), "");
    EXPECT_EQ(changed([&](Measure& one) { one.until_on = school.today - 1; }), "measure_stood_then");
    EXPECT_EQ(changed([&](Measure& one) { one.from_on = school.today + 1; }), "measure_stood_then");
    EXPECT_EQ(store::last_scored_on(db, school.school, id), school.today);
}

TEST_F(MeasureStore, takes_no_score_off_the_scale_or_off_its_step) {
    auto const id = add(Kind::achievement);
    auto const taking = take(school.today, school.class_4b);
    for (int const points : {100, 150, 350, 500})
        EXPECT_EQ(refused_score(taking, id, school.sam, points), "");
    for (int const points : {50, 99, 101, 325, 550, -100})
        EXPECT_EQ(refused_score(taking, id, school.sam, points), "score_off_its_scale") << points;

    auto entered = score(taking, id, school.sam, 300);
    enter(entered);
    auto const changed = [&](std::optional<int> points) {
        entered.score = points;
        return refused([&] {
            EXPECT_TRUE(
                taking_store::change(db, school.school, entered, school.teacher_of_4b.staff, school.now)
            );
        });
    };
    EXPECT_EQ(changed(350), "");
    EXPECT_EQ(changed(std::nullopt), "");
    EXPECT_EQ(changed(325), "score_off_its_scale");
}

TEST_F(MeasureStore, takes_no_score_in_a_measure_that_did_not_stand_that_day) {
    auto const former = add(Kind::progress, "2026-04-13", day("2026-05-10"));
    auto const now = add(Kind::progress, "2026-05-11");
    auto const today = take(school.today, school.class_4b);
    auto const before = take(day("2026-05-10"), school.class_4b);
    EXPECT_EQ(refused_score(today, former, school.sam, 300), "measure_did_not_stand");
    EXPECT_EQ(refused_score(today, now, school.sam, 300), "");
    EXPECT_EQ(refused_score(before, former, school.sam, 300), "");
    EXPECT_EQ(refused_score(before, now, school.sam, 300), "measure_did_not_stand");
    EXPECT_EQ(
        refused_score(take(day("2026-04-12"), school.class_4b), former, school.sam, 300),
        "measure_did_not_stand"
    );
}

TEST_F(MeasureStore, takes_no_score_of_a_pupil_who_was_not_in_the_class_that_day) {
    auto const id = add(Kind::progress);
    auto const today = take(school.today, school.class_4b);
    EXPECT_EQ(refused_score(today, id, school.grace, 300), "pupil_was_not_in_class");
    db.run(
        "UPDATE class_membership SET ends_on = $1 WHERE school_id = $2 AND pupil_id = $3",
        school.today - 1,
        school.school,
        school.sam.id
    );
    EXPECT_EQ(refused_score(today, id, school.sam, 300), "pupil_was_not_in_class");
    EXPECT_EQ(refused_score(take(school.today - 1, school.class_4b), id, school.sam, 300), "");
    EXPECT_EQ(
        refused_score(take(day("2025-09-01"), school.class_4b), id, school.tom, 300), "pupil_was_not_in_class"
    );
}

TEST_F(MeasureStore, begins_no_taking_of_a_day_to_come_or_before_the_class_or_twice) {
    EXPECT_EQ(refused([&] { take(school.today + 1, school.class_4b); }), "taking_is_ahead");
    EXPECT_EQ(refused([&] { take(day("2025-08-31"), school.class_4b); }), "class_had_not_begun");
    EXPECT_EQ(refused([&] { take(day("2025-09-01"), school.class_4b); }), "");
    take(school.today, school.class_4b);
    EXPECT_NE(refused([&] { take(school.today, school.class_4b); }), "");
    EXPECT_EQ(refused([&] { take(school.today, school.class_5a); }), "");
}

TEST_F(MeasureStore, keeps_every_score_and_what_it_is_of) {
    auto const id = add(Kind::progress);
    enter(score(take(school.today, school.class_4b), id, school.sam, 300));
    auto const tried = [&](db::Sql sql) { return refused([&] { db.run(sql, school.school); }); };
    EXPECT_EQ(tried("DELETE FROM class_score WHERE school_id = $1"), "scores_stay");
    EXPECT_EQ(tried("DELETE FROM class_taking WHERE school_id = $1"), "takings_stay");
    EXPECT_EQ(tried("DELETE FROM measure WHERE school_id = $1"), "measures_stay");
    EXPECT_EQ(tried("UPDATE class_score SET pupil_id = 'x' WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(tried("UPDATE class_score SET measure_id = 'x' WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(tried("UPDATE class_score SET taking_id = 'x' WHERE school_id = $1"), "keys_stay");
    EXPECT_EQ(tried("UPDATE class_taking SET taken_on = '2026-05-01' WHERE school_id = $1"), "taking_stands");
    EXPECT_EQ(tried("UPDATE measure SET id = 'x' WHERE school_id = $1"), "keys_stay");
}

TEST_F(MeasureStore, changes_only_the_score_that_was_read) {
    auto const id = add(Kind::progress);
    auto const taking = take(school.today, school.class_4b);
    auto entered = score(taking, id, school.sam, 300);
    enter(entered);
    entered.score = 400;
    EXPECT_TRUE(taking_store::change(db, school.school, entered, school.senco.staff, school.now));
    EXPECT_FALSE(taking_store::change(db, school.school, entered, school.senco.staff, school.now));
    auto const stands = taking_store::scores_of(db, school.school, taking.id);
    ASSERT_EQ(stands.size(), 1U);
    EXPECT_EQ(stands[0].score, 400);
    EXPECT_EQ(stands[0].version, 2);
    EXPECT_EQ(taking_store::entered(db, school.school, entered.id)->by_name, school.senco.name);
    EXPECT_NE(refused([&] { enter(score(taking, id, school.sam, 200)); }), "") << "one score in a measure";
}

TEST_F(MeasureStore, says_how_far_a_taking_has_come) {
    auto const progress = add(Kind::progress);
    auto const behaviour = add(Kind::behaviour);
    auto const earlier = take(school.today - 30, school.class_4b);
    auto const today = take(school.today, school.class_4b);
    take(school.today - 1, school.class_4b);
    enter(score(earlier, progress, school.sam, std::nullopt));
    enter(score(today, progress, school.sam, 300));
    enter(score(today, behaviour, school.sam, 300));
    enter(score(today, behaviour, school.tom, 200));
    enter(score(today, behaviour, school.amira, std::nullopt));
    auto const takings = taking_store::all_of(db, school.school, school.class_4b, {});
    ASSERT_EQ(takings.size(), 1U) << "where all was taken back nothing was taken";
    EXPECT_EQ(takings[0].taking.id, today.id);
    EXPECT_EQ(takings[0].pupils, 3);
    EXPECT_EQ(takings[0].complete, 1);
    EXPECT_EQ(takings[0].begun, 2);
    auto const sam = *pupils::PupilId::parse(school.sam.id.text());
    auto const without_sam = taking_store::all_of(db, school.school, school.class_4b, {sam});
    ASSERT_EQ(without_sam.size(), 1U);
    EXPECT_EQ(without_sam[0].pupils, 2);
    EXPECT_EQ(without_sam[0].complete, 0);
    EXPECT_EQ(without_sam[0].begun, 1);
    EXPECT_EQ(taking_store::find(db, school.school, school.class_4b, school.today)->id, today.id);
    EXPECT_FALSE(taking_store::find(db, school.school, school.class_5a, school.today));
}

TEST_F(MeasureStore, says_when_each_of_the_class_was_last_given_a_score_in_whatever_class) {
    auto const progress = add(Kind::progress);
    auto const move = [&](support::Child const& child, ClassId const& to) {
        db.run(
            "UPDATE class_membership SET class_id = $1 WHERE school_id = $2 AND pupil_id = $3",
            to,
            school.school,
            child.id
        );
    };
    enter(score(take(school.today - 40, school.class_4b), progress, school.sam, 300));
    enter(score(take(school.today - 9, school.class_4b), progress, school.sam, 300));
    enter(score(take(school.today, school.class_4b), progress, school.sam, std::nullopt));
    move(school.sam, school.class_5a);
    move(school.grace, school.class_4b);
    auto const lasts = taking_store::last_scores(db, school.school, school.class_5a, school.today);
    ASSERT_EQ(lasts.size(), 1U);
    EXPECT_EQ(lasts[0].measure, progress);
    EXPECT_EQ(lasts[0].taken_on, school.today - 9) << "what was taken back counts for nothing";
    auto const others = taking_store::last_scores(db, school.school, school.class_4b, school.today);
    ASSERT_EQ(others.size(), 3U);
    for (auto const& one : others) EXPECT_FALSE(one.taken_on);
}

TEST_F(MeasureStore, names_who_was_in_the_class_on_the_day) {
    auto const names = [&](Date on) {
        std::vector<std::string> all;
        for (auto const& pupil : taking_store::pupils_on(db, school.school, school.class_4b, on))
            all.push_back(pupil.name());
        return all;
    };
    EXPECT_EQ(names(school.today), (std::vector{school.amira.name, school.sam.name, school.tom.name}));
    add(Kind::progress);
    enter(score(
        take(school.today, school.class_4b),
        store::standing(db, school.school, school.today)[0].id,
        school.sam,
        300
    ));
    db.run(
        "DELETE FROM class_membership WHERE school_id = $1 AND pupil_id IN ($2, $3)",
        school.school,
        school.sam.id,
        school.tom.id
    );
    EXPECT_EQ(names(school.today), (std::vector{school.amira.name, school.sam.name}))
        << "a score stays to be seen";
    EXPECT_EQ(names(school.today - 1), std::vector{school.amira.name});
}

}  // namespace
}  // namespace measures
