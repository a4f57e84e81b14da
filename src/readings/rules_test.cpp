#include "readings/rules.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace readings {
namespace {

SchoolId const school{1};

std::vector<Entry> a_log_of(std::int64_t length) {
    OfPage const page{
        .school = school,
        .at = {1'764'000'000'000},
        .by_staff_id = "0190b6e0-0000-7000-8000-00000000000a",
        .by_name = "Ms Okafor",
        .page = "GET /pupils/{pupil}",
        .reads = {}};
    visits::Read const read{
        .pupil_id = "0190b6e0-0000-7000-8000-00000000000b",
        .case_id = "0190b6e0-0000-7000-8000-00000000000c",
        .zone = visits::ReadZone::progress,
        .reason = "You see this because you teach 4B."};
    std::vector<Entry> log;
    auto head = before_the_first();
    while (head.number < length) {
        auto entry = following(head, page, read);
        entry.hash = hash_of(school, head.hash, entry);
        head = {entry.number, entry.hash};
        log.push_back(std::move(entry));
    }
    return log;
}

std::optional<std::int64_t> fault(std::vector<Entry> const& log) {
    return first_fault(school, before_the_first(), log);
}

TEST(Readings, an_untouched_log_holds_as_a_whole_and_from_any_entry_on) {
    auto const log = a_log_of(5);
    EXPECT_EQ(fault(log), std::nullopt);
    EXPECT_EQ(first_fault(school, {2, log[1].hash}, std::span(log).subspan(2)), std::nullopt);
    EXPECT_EQ(first_fault(school, {2, log[0].hash}, std::span(log).subspan(2)), 3);
}

TEST(Readings, a_removed_an_added_and_a_moved_entry_are_found) {
    auto removed = a_log_of(5);
    removed.erase(removed.begin() + 1);
    EXPECT_EQ(fault(removed), 2);

    auto added = a_log_of(5);
    added.insert(added.begin() + 1, added[1]);
    EXPECT_EQ(fault(added), 3);

    auto moved = a_log_of(5);
    std::swap(moved[1], moved[2]);
    EXPECT_EQ(fault(moved), 2);
}

void alter(std::int64_t& number) { ++number; }
void alter(Instant& at) { ++at.milliseconds; }
void alter(std::optional<visits::ReadZone>& zone) { zone = visits::ReadZone::headline; }
void alter(std::optional<Refused>& refused) { refused = Refused::no_tie; }
void alter(std::optional<visits::ReadContacts>& contacts) { contacts = visits::ReadContacts::all; }
void alter(std::string& text) { text += "x"; }
void alter(std::optional<std::string>& text) { text = text.value_or("") + "x"; }

TEST(Readings, whichever_field_is_changed_it_is_found) {
    auto log = a_log_of(1);
    auto at = 0;
    auto const alter_and_look = [&](auto& field) {
        auto const before = field;
        alter(field);
        EXPECT_EQ(fault(log), 1) << "field " << at;
        field = before;
        ++at;
    };
    std::apply([&](auto&... fields) { (alter_and_look(fields), ...); }, log[0].columns());
    EXPECT_EQ(fault(log), std::nullopt);
}

TEST(Readings, of_a_list_and_of_contacts_are_chained_by_which_children_and_how_much) {
    auto log = a_log_of(1);
    log[0].list_id = list_id_of({"a", "b"});
    log[0].contacts = visits::ReadContacts::all;
    log[0].hash = hash_of(school, before_the_first().hash, log[0]);
    EXPECT_EQ(fault(log), std::nullopt);
    for (auto const& children : {std::vector<std::string>{"a"}, {"ab"}, {"b", "a"}, {"a", "b", "c"}}) {
        auto other = log;
        other[0].list_id = list_id_of(children);
        EXPECT_EQ(fault(other), 1) << children.size();
    }
    auto other = log;
    other[0].contacts = visits::ReadContacts::with_orders;
    EXPECT_EQ(fault(other), 1);
    other[0].contacts.reset();
    EXPECT_EQ(fault(other), 1);
}

TEST(Readings, a_refusal_is_chained_with_its_reason_and_its_child) {
    auto log = a_log_of(1);
    OfPage const page{
        .school = school,
        .at = log[0].at,
        .by_staff_id = log[0].by_staff_id,
        .by_name = log[0].by_name,
        .page = log[0].page,
        .reads = {}};
    auto refusal =
        following({1, log[0].hash}, page, Refusal{.pupil_id = log[0].pupil_id, .why = Refused::no_tie});
    EXPECT_EQ(refusal.number, 2);
    EXPECT_FALSE(refusal.zone);
    refusal.hash = hash_of(school, log[0].hash, refusal);
    log.push_back(refusal);
    EXPECT_EQ(fault(log), std::nullopt);

    for (auto const why : {Refused::own_child, Refused::role, Refused::only_headline, Refused::contacts}) {
        log[1].refused = why;
        EXPECT_EQ(fault(log), 2) << word(why);
    }
    log[1].refused.reset();
    EXPECT_EQ(fault(log), 2);
    log[1].zone = visits::ReadZone::headline;
    EXPECT_EQ(fault(log), 2) << "no refusal becomes a read";
    log[1] = refusal;
    log[1].pupil_id = "another";
    EXPECT_EQ(fault(log), 2);
}

// Each reason is the nearest thing that keeps the page from them: said a second time, as a table.
TEST(Refusals, have_the_first_of_these_reasons) {
    using Why = std::optional<Refused>;
    for (int bits = 0; bits < 128; ++bits) {
        auto const has = [&](int bit) { return (bits >> bit) % 2 == 1; };
        Standing const standing{
            .is_own_child = has(0),
            .sees_headline = has(1),
            .sees_progress = has(2),
            .sees_contacts = has(3),
            .has_part = has(4)};
        Unfound const unfound{.by_role = has(5), .of_contacts = has(6)};
        std::vector<std::pair<bool, Why>> const table{
            {has(0), Refused::own_child},
            {has(5), Refused::role},
            {has(6) && has(3), std::nullopt},
            {has(6), Refused::contacts},
            {has(2), std::nullopt},
            {has(4), std::nullopt},
            {has(1), Refused::only_headline},
            {true, Refused::no_tie}};
        auto const first = std::ranges::find(table, true, [](auto const& row) { return row.first; });
        EXPECT_EQ(why_refused(standing, unfound), first->second) << bits;
    }
}

TEST(Readings, an_entry_of_another_school_does_not_fit) {
    EXPECT_EQ(first_fault(SchoolId{2}, before_the_first(), a_log_of(1)), 1);
}

// Worked out apart from this code. Another hash here would break every log that was kept before.
TEST(Readings, the_hash_of_an_entry_stays_what_it_was_in_every_version) {
    EXPECT_EQ(a_log_of(1)[0].hash, "a10f762f3eb6363c109939e2fddd522a1f6ad303287177926da7faa10da1b741");
}

TEST(Readings, that_tell_the_same_within_a_minute_are_one_line) {
    auto const minute = Instant{1'764'000'000'000};  // as its first millisecond is told
    Entry const look{
        .at = minute,
        .by_staff_id = "a",
        .by_name = "Ms Okafor",
        .pupil_id = "b",
        .zone = visits::ReadZone::progress,
        .reason = "You see this because you teach 4B.",
        .page = "GET /pupils/{pupil}"};
    auto const times_after = [&](auto const& change) {
        auto other = look;
        change(other);
        std::vector<int> times;
        for (auto const& line : together({look, look, other, look})) times.push_back(line.times);
        return times;
    };
    using Times = std::vector<int>;
    EXPECT_EQ(times_after([&](Entry& it) { it.at = minute + (1 * minutes - 1); }), Times{4});
    EXPECT_EQ(times_after([&](Entry& it) { it.case_id = "c"; }), Times{4}) << "which the line does not tell";
    Times const apart{2, 1, 1};
    EXPECT_EQ(times_after([&](Entry& it) { it.at = minute - 1; }), apart);
    EXPECT_EQ(times_after([&](Entry& it) { it.at = minute + 1 * minutes; }), apart);
    EXPECT_EQ(times_after([](Entry& it) { it.by_staff_id = "z"; }), apart) << "of the same name";
    EXPECT_EQ(times_after([](Entry& it) { it.page = "GET /cases/{case}/letters"; }), apart);
    EXPECT_EQ(times_after([](Entry& it) { it.zone = visits::ReadZone::confidence; }), apart);
    EXPECT_EQ(times_after([](Entry& it) { it.contacts = visits::ReadContacts::all; }), apart);
    EXPECT_EQ(times_after([](Entry& it) { it.reason = "You see this because …"; }), apart);
    EXPECT_TRUE(together({}).empty());
}

}  // namespace
}  // namespace readings
