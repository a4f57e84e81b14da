#include "need_to_know/rules.hpp"

#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <vector>

#include "need_to_know/somebody_near_sam_test.hpp"

namespace need_to_know {
namespace {

// Every set of roles, with every set of words about who may know and the ties that meet them: 1,048,576
// people.
TEST(Access, opens_and_closes_by_the_words_of_child_senco_headteacher_and_safeguarding) {
    for (unsigned roles = 0; roles < 256; ++roles)
        for (unsigned words = 0; words < 128; ++words)
            for (unsigned ties = 0; ties < 32; ++ties) {
                Person person{
                    .in_words = {},
                    .who = holding({}),
                    .delivers = (ties & 1U) != 0,
                    .raised = (ties & 2U) != 0,
                    .kept = (ties & 4U) != 0,
                    .delivered = (ties & 8U) != 0,
                    .opened = (words & 1U) != 0,
                    .named = (words & 2U) != 0,
                    .agreed = (words & 4U) != 0,
                    .agreed_all = (words & 8U) != 0,
                    .closed = (words & 16U) != 0,
                    .overrides = (words & 32U) != 0,
                    .family = (words & 64U) != 0};
                bool const teaches_4b = (ties & 16U) != 0;
                bool teaches = false;
                for (auto const role : all_of<Role>()) {
                    if ((roles & (1U << static_cast<unsigned>(role))) == 0) continue;
                    bool const as_teacher = role == Role::class_teacher;
                    person.who.roles.push_back(
                        {role,
                         as_teacher ? std::optional(teaches_4b ? class_4b : class_5a) : std::nullopt,
                         ""}
                    );
                    if (as_teacher) teaches = teaches_4b;
                }
                auto const expected = support::as_the_policy_says(stands_of(person, teaches));
                auto const access = access_to_sam(person);
                ASSERT_EQ(access.has_value(), expected.headline) << roles << " " << words << " " << ties;
                if (!access) continue;
                ASSERT_EQ(access->sees(Zone::progress), expected.progress)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->child().is_near(), expected.progress)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_confided_to(me), expected.confided_to_them)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_confided_to(someone_else), expected.confided_to_another)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_kept_with(me), expected.kept_with_them)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_kept_with(someone_else), expected.kept_with_another)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees(Zone::confidence), expected.confided_to_another);
                ASSERT_TRUE(access->reason().starts_with("You see this because "));
            }
}

// Every set of roles, with every set of what a child lets a whole circle know, of ties that make somebody one
// of it, and of a door that was closed: 524,288 people.
TEST(Access, opens_to_a_circle_what_the_child_lets_everybody_in_it_know) {
    for (unsigned roles = 0; roles < 256; ++roles)
        for (unsigned words = 0; words < 64; ++words)
            for (unsigned ties = 0; ties < 32; ++ties) {
                Person person{
                    .in_words = {},
                    .who = holding({}),
                    .delivers = (ties & 1U) != 0,
                    .stands_in = (ties & 2U) != 0,
                    .raised = (ties & 4U) != 0,
                    .takes_over = (ties & 8U) != 0,
                    .delivered = (ties & 16U) != 0,
                    .opened = (words & 1U) != 0,
                    .closed = (words & 2U) != 0,
                    .family = (words & 4U) != 0,
                    .agreed_concern = (words & 8U) != 0,
                    .agreed_all_concern = (words & 16U) != 0,
                    .agreed_all_support = (words & 32U) != 0};
                for (auto const role : all_of<Role>())
                    if ((roles & (1U << static_cast<unsigned>(role))) != 0)
                        person.who.roles.push_back({role, std::nullopt, ""});
                auto const expected = support::as_the_policy_says(stands_of(person, false));
                auto const access = access_to_sam(person);
                ASSERT_EQ(access.has_value(), expected.headline) << roles << " " << words << " " << ties;
                if (!access) continue;
                ASSERT_EQ(access->sees(Zone::progress), expected.progress)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_confided_to(me), expected.confided_to_them)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_confided_to(someone_else), expected.confided_to_another)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_kept_with(me), expected.kept_with_them)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_kept_with(someone_else), expected.kept_with_another)
                    << roles << " " << words << " " << ties;
            }
}

// Days and hours that bear on access, each on both sides of its edge. In days from today, and in milliseconds
// from now.
struct Edges {
    std::vector<std::optional<int>> takes_over_in{std::nullopt, 0, 7, 8};
    std::vector<std::optional<int>> closed_ago{std::nullopt, 84, 85};
    std::vector<std::optional<int>> last_day{std::nullopt, 0, -1};  // of a share, and of a yes
    std::vector<std::optional<int>> ends_in{std::nullopt, 1, 0};    // an opening, and an override
};
struct OnADay {
    std::optional<int> takes_over_in;
    std::optional<int> closed_ago;
    std::optional<int> named_until;
    std::optional<int> agreed_until;
    std::optional<int> agreed_all_until;
    std::optional<int> opened_for;
    std::optional<int> overrides_for;
};

// A last day counts to its end, an hour does not.
support::Stands stands_of(OnADay const& day, Who const& who, bool teaches) {
    support::Stands stands{
        .roles = {},
        .teaches = teaches,
        .takes_over = day.takes_over_in && *day.takes_over_in <= 7,
        .keeps_in_touch = day.closed_ago && *day.closed_ago <= 84,
        .opened = day.opened_for && *day.opened_for > 0,
        .named = day.named_until && *day.named_until >= 0,
        .agreed = day.agreed_until && *day.agreed_until >= 0,
        .agreed_all = day.agreed_all_until && *day.agreed_all_until >= 0,
        .overrides = day.overrides_for && *day.overrides_for > 0};
    for (auto const& held : who.roles) stands.hold(held.role);
    return stands;
}

Child sam_on(OnADay const& day) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    child.now = Instant{1'000'000};
    if (day.takes_over_in) child.successors.push_back({me, child.today + *day.takes_over_in});
    if (day.closed_ago) child.in_touch.push_back({me, child.today - *day.closed_ago});
    auto const word = [&](By by, Zone zone, std::optional<int> last_day, std::optional<int> ends_in) {
        if (!last_day && !ends_in) return;
        Share share{.by = by, .zone = zone, .staff = me, .role = {}};
        if (last_day) share.until_on = child.today + *last_day;
        if (ends_in) share.until_at = child.now + *ends_in;
        child.shares.push_back(share);
    };
    word(By::senco, Zone::progress, day.named_until, {});
    word(By::child, Zone::progress, day.agreed_until, {});
    word(By::child, Zone::confidence, day.agreed_all_until, {});
    word(By::reason, Zone::progress, {}, day.opened_for);
    word(By::safeguarding, Zone::confidence, {}, day.overrides_for);
    return child;
}

void expect_as_the_policy_says(OnADay const& day, Child const& child) {
    constexpr std::array roles{
        Role::class_teacher,
        Role::support_staff,
        Role::nurture_assistant,
        Role::senco,
        Role::headteacher,
        Role::safeguarding_lead};
    for (unsigned held = 0; held < 1U << roles.size(); ++held) {
        auto who = holding({});
        for (std::size_t at = 0; at < roles.size(); ++at)
            if ((held & (1U << at)) != 0)
                who.roles.push_back({roles[at], at == 0 ? std::optional(class_4b) : std::nullopt, ""});
        auto const expected = support::as_the_policy_says(stands_of(day, who, (held & 1U) != 0));
        auto const access = access_of(who, child);
        ASSERT_EQ(access.has_value(), expected.headline) << held;
        if (!access) continue;
        ASSERT_EQ(access->sees(Zone::progress), expected.progress) << held;
        ASSERT_EQ(access->sees_confided_to(me), expected.confided_to_them) << held;
        ASSERT_EQ(access->sees_confided_to(someone_else), expected.confided_to_another) << held;
        ASSERT_EQ(access->sees_kept_with(me), expected.kept_with_them) << held;
        ASSERT_EQ(access->sees_kept_with(someone_else), expected.kept_with_another) << held;
    }
}

// Every meeting of these days and hours, with every set of the roles that they bear on: 186,624 people.
TEST(Access, begins_and_ends_on_the_days_that_the_policy_says_whatever_else_holds) {
    Edges const edges;
    for (auto const takes_over_in : edges.takes_over_in)
        for (auto const closed_ago : edges.closed_ago)
            for (auto const named_until : edges.last_day)
                for (auto const agreed_until : edges.last_day)
                    for (auto const agreed_all_until : edges.last_day)
                        for (auto const opened_for : edges.ends_in)
                            for (auto const overrides_for : edges.ends_in) {
                                OnADay const day{
                                    takes_over_in,
                                    closed_ago,
                                    named_until,
                                    agreed_until,
                                    agreed_all_until,
                                    opened_for,
                                    overrides_for};
                                ASSERT_NO_FATAL_FAILURE(expect_as_the_policy_says(day, sam_on(day)));
                            }
}

// Every set of roles with every tie to the child: 65,536 people.
TEST(Access, opens_to_each_person_what_the_policy_says_and_no_more) {
    for (unsigned roles = 0; roles < 256; ++roles)
        for (unsigned ties = 0; ties < 256; ++ties) {
            bool const teaches_4b = (ties & 1U) != 0;
            bool const teaches_5a = (ties & 2U) != 0;
            Person person{
                .in_words = {},
                .who = holding({}),
                .delivers = (ties & 4U) != 0,
                .stands_in = (ties & 16U) != 0,
                .raised = (ties & 8U) != 0,
                .takes_over = (ties & 32U) != 0,
                .kept = (ties & 64U) != 0,
                .delivered = (ties & 128U) != 0};
            bool teaches = false;
            for (auto const role : all_of<Role>()) {
                if ((roles & (1U << static_cast<unsigned>(role))) == 0) continue;
                if (role != Role::class_teacher) {
                    person.who.roles.push_back({role, std::nullopt, ""});
                    continue;
                }
                if (teaches_4b) person.who.roles.push_back({role, class_4b, "4B"});
                if (teaches_5a) person.who.roles.push_back({role, class_5a, "5A"});
                teaches = teaches_4b;
            }
            auto const expected = support::as_the_policy_says(stands_of(person, teaches));
            auto const access = access_to_sam(person);
            ASSERT_EQ(access.has_value(), expected.headline) << roles << " " << ties;
            if (!access) continue;
            ASSERT_TRUE(access->sees(Zone::headline));
            ASSERT_EQ(access->sees(Zone::progress), expected.progress) << roles << " " << ties;
            ASSERT_EQ(access->sees_confided_to(me), expected.confided_to_them) << roles << " " << ties;
            ASSERT_EQ(access->sees_confided_to(someone_else), expected.confided_to_another)
                << roles << " " << ties;
            ASSERT_EQ(access->sees_kept_with(me), expected.kept_with_them) << roles << " " << ties;
            ASSERT_EQ(access->sees_kept_with(someone_else), expected.kept_with_another)
                << roles << " " << ties;
            ASSERT_TRUE(access->reason().starts_with("You see this because you "));
        }
}

TEST(Access, of_who_takes_over_begins_seven_days_before_and_with_the_day_itself_is_the_deliverers) {
    auto child = sam();
    auto const day = *calendar::parse_iso("2026-06-02");
    child.successors.push_back({me, day});
    auto const assistant = holding({{Role::nurture_assistant, {}, ""}});
    child.today = day - 8;
    EXPECT_FALSE(access_of(assistant, child));
    child.today = day - 7;
    auto const access = access_of(assistant, child);
    ASSERT_TRUE(access);
    EXPECT_TRUE(access->sees(Zone::progress));
    EXPECT_FALSE(access->sees_confided_to(me));
    EXPECT_EQ(access->reason(), "You see this because you support Sam from Tuesday 2 June on.");
    EXPECT_FALSE(access_of(holding({{Role::support_staff, {}, ""}}), child));
}

TEST(Access, of_who_holds_check_ins_is_the_headline_for_twelve_weeks_after_the_case) {
    auto child = sam();
    auto const closed_on = *calendar::parse_iso("2026-06-02");
    child.in_touch.push_back({me, closed_on});
    auto const assistant = holding({{Role::nurture_assistant, {}, ""}});
    child.today = closed_on + 84;
    auto const access = access_of(assistant, child);
    ASSERT_TRUE(access);
    EXPECT_EQ(access->relationship(), Relationship::keeps_in_touch);
    EXPECT_FALSE(access->sees(Zone::progress));
    EXPECT_EQ(
        access->reason(), "You see this because you supported Sam and hold check-ins until Tuesday 25 August."
    );
    EXPECT_FALSE(keeps_in_touch(holding({{Role::support_staff, {}, ""}}), child));
    child.today = closed_on + 85;
    EXPECT_FALSE(access_of(assistant, child));
}

TEST(Access, of_who_delivered_a_session_before_is_nearer_than_a_class_and_ends_with_the_role) {
    Person person{
        .in_words = {},
        .who = holding({{Role::nurture_assistant, {}, ""}, {Role::class_teacher, class_4b, "4B"}}),
        .delivered = true};
    EXPECT_EQ(access_to_sam(person)->relationship(), Relationship::former_deliverer);
    EXPECT_TRUE(access_to_sam(person)->sees_confided_to(me));
    person.who = holding({{Role::class_teacher, class_4b, "4B"}});
    EXPECT_EQ(access_to_sam(person)->relationship(), Relationship::class_teacher);
    EXPECT_FALSE(access_to_sam(person)->sees_confided_to(me));
}

TEST(ReadZone, is_as_near_as_the_reader_can_come) {
    Person const deliverer{"", holding({{Role::nurture_assistant, std::nullopt, ""}}), true};
    Person const senco{"", holding({{Role::senco, std::nullopt, ""}})};
    Person const safeguarding_lead{"", holding({{Role::safeguarding_lead, std::nullopt, ""}})};
    EXPECT_EQ(zone_read(*access_to_sam(deliverer), me), visits::ReadZone::confidence);
    EXPECT_EQ(zone_read(*access_to_sam(senco), me), visits::ReadZone::progress);
    EXPECT_EQ(zone_read(*access_to_sam(safeguarding_lead), me), visits::ReadZone::headline);
}

TEST(ReasonInTheLogOfReads, names_no_child) {
    EXPECT_EQ(
        reason_without_name("You see this because you support Sam.", "Sam"),
        "You see this because you support the child."
    );
    EXPECT_EQ(
        reason_without_name("You see this because you hold a session of Sam's.", "Sam"),
        "You see this because you hold a session of the child's."
    );
    EXPECT_EQ(
        reason_without_name("You see this because you support Samira and Sam.", "Sam"),
        "You see this because you support Samira and the child."
    );
    EXPECT_EQ(
        reason_without_name("You see this because you teach 5A. Sam agreed that you may.", "Sam"),
        "You see this because you teach 5A. The child agreed that you may."
    );
    EXPECT_EQ(reason_without_name("Sam agreed.", "Sam"), "The child agreed.");
    EXPECT_EQ(reason_without_name("You teach 4B.", ""), "You teach 4B.");
}

TEST(Access, is_nobodys_without_a_person) {
    auto nobody = holding({{Role::senco, std::nullopt, ""}});
    nobody.staff.reset();
    EXPECT_FALSE(access_of(nobody, sam()));
}

TEST(Access, of_the_class_teacher_ends_with_the_class) {
    auto child = sam();
    child.pupil.class_id = class_5a;
    EXPECT_FALSE(access_of(holding({{Role::class_teacher, class_4b, "4B"}}), child));
}

TEST(Access, of_who_delivered_without_being_a_nurture_assistant_any_more_ends) {
    EXPECT_FALSE(
        access_to_sam({.in_words = {}, .who = holding({{Role::support_staff, {}, ""}}), .delivers = true})
    );
}

TEST(SpeakingWithParents, is_for_class_teacher_senco_and_headteacher_whatever_else_they_are_to_the_child) {
    auto const child = sam();
    for (auto const role : all_of<Role>()) {
        bool const expected = role == Role::senco || role == Role::headteacher || role == Role::class_teacher;
        for (bool const delivers_too : {false, true}) {
            auto who = holding({{.role = role, .class_id = class_4b}});
            if (delivers_too) who.roles.push_back({.role = Role::nurture_assistant});
            EXPECT_EQ(speaks_with_parents(who, child.pupil), expected) << word(role) << ' ' << delivers_too;
        }
    }
    auto const of_another_class = holding({{.role = Role::class_teacher, .class_id = class_5a}});
    EXPECT_FALSE(speaks_with_parents(of_another_class, child.pupil));
}

}  // namespace
}  // namespace need_to_know
