#include "exchange/plan_digest.hpp"

#include <gtest/gtest.h>

#include <concepts>
#include <type_traits>

namespace exchange {
namespace {

Date const birthday{*calendar::parse_iso("2017-03-27")};

PlannedContact a_contact() {
    pupils::Contact const contact{
        .id = {},
        .name = "Mo Lee",
        .address = "mo@example.org",
        .telephone = "01632 960001",
        .postal_address = "1 High Street",
        .language = "en",
        .needs = "large print",
        .relationship = "Mother",
        .is_parent = true,
        .responsibility = true,
        .lives_with = true,
        .restriction = "no letters"};
    return {
        .step = ContactStep::change,
        .before = {.contact = contact, .version = 2},
        .after = contact,
        .changes = {{"telephone", "", "01632 960001"}},
        .adult = 1};
}

PlannedPupil a_pupil() {
    pupils::Details const details{
        .upn = "B801200005001",
        .former_upn = "B801200005002",
        .admission_number = "17",
        .legal_forename = "Bo",
        .legal_surname = "Lee",
        .preferred_forename = "Bobby",
        .preferred_surname = "Leigh",
        .born_on = birthday,
        .sex = "F",
        .year_group = "4",
        .sen_provision = "K"};
    return {
        .row = 2,
        .before =
            pupils::KnownPupil{
                .id = {},
                .details = details,
                .joined_on = birthday,
                .left_on = birthday,
                .version = 3,
                .class_id = ClassId{},
                .class_name = "4A",
                .class_year = 2025},
        .after = details,
        .changes = {{"sex", "", "F"}},
        .returns = true,
        .class_name = "4B",
        .contacts = {a_contact()}};
}

Plan a_plan() {
    return {
        .added = {a_pupil()},
        .changed = {a_pupil()},
        .unchanged = 4,
        .repeated = {{.row = 5, .name = "Bo Lee", .of_row = 2}},
        .new_classes = {{.name = "4B", .year_group = "4"}},
        .missing = {*a_pupil().before},
        .doubts = {},
        .faults = {}};
}

StaffPlan a_staff_plan() {
    PlannedPerson const person{
        .row = 2,
        .before =
            staff::Person{
                .id = {},
                .name = "Ivy Dean",
                .address = "ivy@example.org",
                .account = visits::AccountId{},
                .left_on = birthday,
                .version = 2},
        .name = "Ivy Deane",
        .address = "ivy.deane@example.org",
        .roles = {{.role = visits::Role::class_teacher, .class_id = visits::ClassId{}, .class_name = "4B"}}};
    return {.added = {person}, .changed = {person}, .unchanged = 4, .doubts = {}, .faults = {}};
}

// Alters every value of a plan in turn, one at a time, and expects another digest each time. Each thing is
// taken apart into all of its fields, so that a new one does not compile until it is looked at here.
template <class APlan>
class Altering {
public:
    explicit Altering(APlan plan) : plan_(std::move(plan)), shown_(digest_of(plan_)) {}

    int all() {
        in("plan", plan_);
        return altered_;
    }

private:
    template <class Value>
    void alter(std::string const& where, Value& value, Value other) {
        auto const before = value;
        value = std::move(other);
        EXPECT_NE(digest_of(plan_), shown_) << where;
        value = before;
        ++altered_;
    }

    void in(std::string const& where, std::string& text) { alter(where, text, text + "x"); }
    template <std::integral Number>
    void in(std::string const& where, Number& number) {
        alter(where, number, static_cast<Number>(number == 0 ? 1 : 0));
    }
    template <class Word>
    requires std::is_enum_v<Word>
    void in(std::string const& where, Word& word) {
        alter(where, word, static_cast<Word>(static_cast<int>(word) == 0 ? 1 : 0));
    }
    void in(std::string const& where, Date& date) { alter(where, date, date + 1); }
    template <class Of>
    void in(std::string const& where, Id<Of>& id) {
        alter(where, id, Id<Of>::make({1'764'000'000'000}));
    }
    template <class Value>
    void in(std::string const& where, std::optional<Value>& value) {
        ASSERT_TRUE(value) << where << " is to hold something that can be altered";
        in(where, *value);
        alter(where + " taken away", value, std::optional<Value>{});
    }
    template <class Value>
    void in(std::string const& where, std::vector<Value>& values) {
        ASSERT_EQ(values.size(), 1U) << where << " is to hold something that can be altered";
        in(where, values.front());
        alter(where + " taken away", values, std::vector<Value>{});
        alter(where + " doubled", values, {values.front(), values.front()});
    }

    void in(std::string const& where, pupils::Details& details) {
        auto& [upn, former_upn, admission_number, legal_forename, legal_surname, preferred_forename, preferred_surname, born_on, sex, year_group, sen_provision, pupil_premium, ethnicity] =
            details;
        each(where + ".details", upn, former_upn, admission_number, legal_forename, legal_surname);
        each(where + ".more", preferred_forename, preferred_surname, born_on, sex, year_group, sen_provision);
        each(where + ".groups", pupil_premium, ethnicity);
    }
    void in(std::string const& where, pupils::KnownPupil& pupil) {
        auto& [id, details, joined_on, left_on, version, class_id, class_name, class_year] = pupil;
        each(where, id, details, joined_on, left_on, version, class_id, class_name, class_year);
    }
    void in(std::string const& where, pupils::Contact& contact) {
        std::apply([&](auto&... fields) { each(where, fields...); }, contact.columns());
    }
    void in(std::string const& where, pupils::ContactOnFile& on_file) {
        auto& [contact, version] = on_file;
        each(where, contact, version);
    }
    void in(std::string const& where, pupils::Difference& difference) {
        auto& [field, from, to] = difference;
        each(where, field, from, to);
    }
    void in(std::string const& where, PlannedContact& contact) {
        auto& [step, before, after, changes, adult] = contact;
        each(where + ".contact", step, before, after, changes, adult);
    }
    void in(std::string const& where, PlannedPupil& pupil) {
        auto& [row, before, after, changes, returns, class_name, contacts, of_ones_own] = pupil;
        each(where + ".pupil", row, before, after, changes, returns, class_name, contacts);
    }
    void in(std::string const& where, RepeatedRow& repeated) {
        auto& [row, name, of_row] = repeated;
        each(where + ".repeated", row, name, of_row);
    }
    void in(std::string const& where, PlannedClass& planned) {
        auto& [name, year_group] = planned;
        each(where + ".class", name, year_group);
    }
    void in(std::string const& where, Plan& plan) {
        auto& [added, changed, unchanged, repeated, new_classes, missing, doubts, faults] = plan;
        each(where, added, changed, unchanged, repeated, new_classes, missing);
    }

    void in(std::string const& where, staff::Person& person) {
        std::apply([&](auto&... fields) { each(where, fields...); }, person.columns());
    }
    void in(std::string const& where, PlannedRole& planned) {
        auto& [role, class_id, class_name] = planned;
        each(where + ".role", role, class_id, class_name);
    }
    void in(std::string const& where, PlannedPerson& person) {
        auto& [row, before, name, address, roles] = person;
        each(where + ".person", row, before, name, address, roles);
    }
    void in(std::string const& where, StaffPlan& plan) {
        auto& [added, changed, unchanged, doubts, faults] = plan;
        each(where, added, changed, unchanged);
    }

    template <class... Values>
    void each(std::string const& where, Values&... values) {
        auto at = 0;
        (in(where + "/" + std::to_string(at++), values), ...);
    }

    APlan plan_;
    std::string shown_;
    int altered_ = 0;
};

TEST(PlanDigest, is_another_whichever_value_of_a_pupils_import_is_another) {
    EXPECT_GT(Altering(a_plan()).all(), 150);
}

TEST(PlanDigest, is_another_whichever_value_of_a_staff_import_is_another) {
    EXPECT_GT(Altering(a_staff_plan()).all(), 30);
}

TEST(PlanDigest, is_the_same_for_who_imports_a_child_of_their_own) {
    auto plan = a_plan();
    auto const shown = digest_of(plan);
    plan.changed.front().of_ones_own = true;
    EXPECT_EQ(digest_of(plan), shown);
}

TEST(PlanDigest, is_another_where_two_values_change_places_or_a_letter_moves_between_them) {
    auto const shown = digest_of(a_plan());
    auto plan = a_plan();
    auto& details = plan.added.front().after;
    std::swap(details.legal_forename, details.legal_surname);
    EXPECT_NE(digest_of(plan), shown);
    details.legal_forename = "BoL";
    details.legal_surname = "ee";
    EXPECT_NE(digest_of(plan), shown);
    details.legal_forename = "Bo";
    details.legal_surname = "Lee";
    EXPECT_EQ(digest_of(plan), shown);
    std::swap(plan.added, plan.changed);
    plan.changed.clear();
    EXPECT_NE(digest_of(plan), shown);
}

}  // namespace
}  // namespace exchange
