#include "pupils/store.hpp"

#include <gtest/gtest.h>

#include "pupils/class_store.hpp"
#include "pupils/contact_store.hpp"
#include "pupils/search_actions.hpp"
#include "support/test_database.hpp"

namespace pupils {
namespace {

Date day(std::string_view iso) { return calendar::parse_iso(iso).value(); }

struct PupilStore : testing::Test {
    support::TestDatabase database;
    db::Connection& db = database.connection();
    SchoolId school{1};
    Date today = day("2026-11-10");
    Instant now{1'794'300'000'000};

    PupilStore() {
        db.run("INSERT INTO school (id, name, made_at) VALUES (1, 'Willow Junior', 0), (2, 'Ash Junior', 0)");
        db.begin(db::Mode::write);
        db.enter(school);
    }
    ~PupilStore() override { db.rollback(); }

    PupilId add(std::string forename, std::string surname, std::string upn = "", std::string preferred = "") {
        auto const id = PupilId::make(now);
        pupils::Details const details{
            .upn = std::move(upn),
            .legal_forename = std::move(forename),
            .legal_surname = std::move(surname),
            .preferred_forename = std::move(preferred),
            .born_on = day("2017-03-04"),
            .year_group = "4"};
        pupils::store::add(db, school, id, details, today);
        return id;
    }
    pupils::ClassId add_class(std::string name, std::string year, int school_year = 2026) {
        pupils::SchoolClass const made{
            pupils::ClassId::make(now), std::move(name), std::move(year), school_year, 0};
        pupils::class_store::add(db, school, made);
        return made.id;
    }
    std::vector<std::string> found(std::string_view typed) {
        std::vector<std::string> names;
        for (auto const& pupil : pupils::actions::search(db, school, typed, today).pupils)
            names.push_back(pupil.name());
        return names;
    }
};
using Names = std::vector<std::string>;

TEST_F(PupilStore, gives_the_preferred_name_and_the_class_of_today) {
    auto const sam = add("Samantha", "Jones", "B801200005001", "Sam");
    auto const beech = add_class("4B", "4");
    pupils::class_store::join(db, school, sam, beech, today, now);
    auto const pupil = pupils::store::find(db, school, sam).value();
    EXPECT_EQ(pupil.name(), "Sam Jones");
    EXPECT_EQ(pupil.class_name, "4B");
    EXPECT_EQ(pupil.class_id, beech);
    EXPECT_EQ(pupils::store::known(db, school, sam)->details.upn, "B801200005001");
    EXPECT_FALSE(pupils::store::find(db, school, PupilId{}));
}

TEST_F(PupilStore, refuses_the_same_upn_twice_but_allows_many_without) {
    add("Ada", "One");
    add("Ben", "Two");
    add("Cy", "Three", "B801200005001");
    db.savepoint();
    EXPECT_THROW(add("Di", "Four", "B801200005001"), db::Refused);
    db.rollback_to_savepoint();
    EXPECT_EQ(pupils::store::on_roll(db, school, today), 3);
}

TEST_F(PupilStore, changes_only_the_version_that_was_read) {
    auto const id = add("Ana", "Silva");
    auto known = pupils::store::known(db, school, id).value();
    known.details.legal_surname = "Souza";
    EXPECT_TRUE(pupils::store::change(db, school, id, known.details, known.version));
    EXPECT_FALSE(pupils::store::change(db, school, id, known.details, known.version));
    EXPECT_EQ(found("souza"), Names{"Ana Souza"});
    EXPECT_EQ(found("silva"), Names{});
}

TEST_F(PupilStore, keeps_when_a_pupil_was_in_which_class) {
    auto const id = add("Ana", "Silva");
    auto const beech = add_class("4B", "4");
    auto const ash = add_class("4A", "4");
    pupils::class_store::join(db, school, id, beech, day("2026-09-02"), now);
    pupils::class_store::join(db, school, id, ash, today, now);
    auto const was_in = pupils::class_store::memberships(db, school, id);
    ASSERT_EQ(was_in.size(), 2U);
    EXPECT_EQ(was_in[0].class_name, "4A");
    EXPECT_EQ(was_in[1].ends_on, day("2026-11-09"));
    EXPECT_TRUE(pupils::class_store::pupils_of(db, school, beech).empty());
    ASSERT_EQ(pupils::class_store::pupils_of(db, school, ash).size(), 1U);
}

TEST_F(PupilStore, forgets_a_class_that_was_wrong_on_the_same_day) {
    auto const id = add("Ana", "Silva");
    pupils::class_store::join(db, school, id, add_class("4B", "4"), today, now);
    pupils::class_store::join(db, school, id, add_class("4A", "4"), today, now);
    EXPECT_EQ(pupils::class_store::memberships(db, school, id).size(), 1U);
}

TEST_F(PupilStore, lists_the_classes_of_the_school_year_youngest_first) {
    add_class("4B", "4", 2025);
    add_class("6A", "6");
    add_class("Robins", "R");
    add_class("3A", "3");
    Names names;
    for (auto const& one : pupils::class_store::classes(db, school, today)) names.push_back(one.name);
    EXPECT_EQ(names, (Names{"Robins", "3A", "6A"}));
    EXPECT_EQ(pupils::class_store::classes(db, school, day("2027-10-01")).size(), 3U);
}

TEST_F(PupilStore, an_adult_changes_for_whoever_read_them_last) {
    auto const id = add("Ana", "Silva");
    pupils::Contact mother{.id = pupils::ContactId::make(now), .name = "Rosa Silva", .language = "pt"};
    mother.responsibility = true;
    pupils::contact_store::add(db, school, mother);
    pupils::contact_store::link(db, school, id, mother);
    auto const on_file = pupils::contact_store::find(db, school, id, mother.id).value();
    mother.restriction = "No contact with school";
    EXPECT_TRUE(pupils::contact_store::change(db, school, id, mother, on_file.version));
    EXPECT_FALSE(pupils::contact_store::change(db, school, id, mother, on_file.version));
    auto const all = pupils::contact_store::contacts_of(db, school, id);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_TRUE(all[0].responsibility);
    EXPECT_EQ(all[0].restriction, "No contact with school");
    EXPECT_EQ(pupils::contact_store::all(db, school).size(), 1U);
}

// Search as typed in a hurry (H4).
TEST_F(PupilStore, finds_any_part_of_a_name_in_any_order) {
    add("Zoë", "O’Brien-Smith", "", "Zed");
    add("Tom", "Smithson");
    add("Amy", "Brown");
    EXPECT_EQ(found("zoe obrien"), Names{"Zed O’Brien-Smith"});
    EXPECT_EQ(found("SMITH, ZED"), Names{"Zed O’Brien-Smith"});
    EXPECT_EQ(found("rien"), Names{"Zed O’Brien-Smith"});
    EXPECT_EQ(found("smith").size(), 2U);
    EXPECT_EQ(found("o'b z"), Names{"Zed O’Brien-Smith"});
    EXPECT_EQ(found("xyz"), Names{});
    EXPECT_EQ(found(""), Names{});
    EXPECT_EQ(found("%"), Names{});
}

TEST_F(PupilStore, finds_those_first_whose_name_begins_so) {
    add("Joanna", "Abel");
    add("Anna", "Zorn");
    EXPECT_EQ(found("anna"), (Names{"Anna Zorn", "Joanna Abel"}));
}

TEST_F(PupilStore, finds_by_class_and_name) {
    auto const beech = add_class("4 Beech", "4");
    auto const ash = add_class("4A", "4");
    auto const tom = add("Tom", "Smith");
    auto const tim = add("Tim", "Smith");
    auto const bea = add("Bea", "Beechwood");
    pupils::class_store::join(db, school, tom, beech, today, now);
    pupils::class_store::join(db, school, tim, ash, today, now);
    pupils::class_store::join(db, school, bea, ash, today, now);
    EXPECT_EQ(found("4a smith"), Names{"Tim Smith"});
    EXPECT_EQ(found("smith 4beech"), Names{"Tom Smith"});
    EXPECT_EQ(found("tom 4 beech"), Names{"Tom Smith"});
    EXPECT_EQ(found("4a"), (Names{"Bea Beechwood", "Tim Smith"}));
}

// Classes are found however their names are written, as children are.
TEST_F(PupilStore, finds_by_a_class_with_a_hyphen_or_an_accent) {
    auto const tom = add("Tom", "Smith");
    auto const tim = add("Tim", "Smith");
    pupils::class_store::join(db, school, tom, add_class("Year 3-4", "4"), today, now);
    pupils::class_store::join(db, school, tim, add_class("3 Rémy", "3"), today, now);
    for (auto const* typed : {"3-4", "34", "year 3-4", "3-4 smith", "smith 3-4"})
        EXPECT_EQ(found(typed), Names{"Tom Smith"}) << typed;
    for (auto const* typed : {"remy", "rémy", "RÉMY", "3 remy", "rémy smith", "tim remy"})
        EXPECT_EQ(found(typed), Names{"Tim Smith"}) << typed;
}

TEST_F(PupilStore, finds_by_the_class_of_the_year_before_until_a_pupil_has_moved_up) {
    auto const tom = add("Tom", "Smith");
    auto const before = add_class("4 Élan", "4", 2025);
    pupils::class_store::join(db, school, tom, before, today, now);
    add_class("5 Ash", "5");
    for (auto const* typed : {"smith elan", "elan", "4 elan"})
        EXPECT_EQ(found(typed), Names{"Tom Smith"}) << typed;
}

TEST_F(PupilStore, finds_only_who_is_on_roll) {
    auto const id = add("Ana", "Silva");
    pupils::store::set_left(db, school, id, today);
    EXPECT_EQ(found("silva"), Names{});
    EXPECT_EQ(pupils::store::on_roll(db, school, today), 0);
}

TEST_F(PupilStore, says_when_there_are_more_than_twenty) {
    for (int i = 0; i < 20; ++i) add("Ann" + std::string(1, static_cast<char>('a' + i)), "Same");
    EXPECT_FALSE(pupils::actions::search(db, school, "same", today).more);
    add("One", "Same");
    auto const found = pupils::actions::search(db, school, "same", today);
    EXPECT_EQ(found.pupils.size(), 20U);
    EXPECT_TRUE(found.more);
}

TEST_F(PupilStore, finds_nobody_of_another_school) {
    add("Ana", "Silva");
    db.enter(SchoolId{2});
    EXPECT_TRUE(pupils::actions::search(db, SchoolId{2}, "silva", today).pupils.empty());
}

}  // namespace
}  // namespace pupils
