#include "need_to_know/rules.hpp"

#include <gtest/gtest.h>

#include "support/golden.hpp"

namespace need_to_know {
namespace {

using visits::Role;
using visits::Who;

auto const me = *StaffId::parse("0190b6e0-0000-7000-8000-000000000001");
auto const someone_else = *StaffId::parse("0190b6e0-0000-7000-8000-000000000002");
auto const class_4b = *ClassId::parse("0190b6e0-0000-7000-8000-00000000004b");
auto const class_5a = *ClassId::parse("0190b6e0-0000-7000-8000-00000000005a");

Child sam() {
    Child child;
    child.pupil.forename = "Sam";
    child.pupil.class_id = class_4b;
    child.pupil.class_name = "4B";
    child.deliverers = {someone_else};
    child.stand_ins = {someone_else};
    child.former = {someone_else};
    child.raised_by = {someone_else};
    return child;
}

Who holding(std::vector<visits::HeldRole> roles) {
    return {.staff = me, .account = {}, .name = "A person", .roles = std::move(roles)};
}

struct Person {
    std::string in_words;
    Who who;
    bool delivers = false;
    bool stands_in = false;
    bool raised = false;
    bool takes_over = false;  // in a week
    bool kept = false;        // delivered the case that is closed, twelve weeks ago
    bool delivered = false;   // the session in question, before the programme went to another
    bool opened = false;      // as the headteacher, with a reason
    bool named = false;       // by the SENCo
    bool agreed = false;      // how it goes, by the child
    bool agreed_all = false;  // what was said too
    bool closed = false;      // by an objection that the SENCo went along with
    bool overrides = false;
    bool family = false;
};

// What others are told of Sam, which tells nobody else anything.
std::vector<Share> told_to_someone_else(Child const& child) {
    std::vector<Share> shares;
    for (auto const by : all_of<By>())
        shares.push_back({.by = by, .zone = Zone::confidence, .staff = someone_else, .role = {}});
    for (auto& share : shares) share.until_at = child.now + 1;
    return shares;
}

void add_shares(Person const& person, Child& child) {
    child.shares = told_to_someone_else(child);
    auto const add = [&](bool is, By by, Zone zone, bool open = true) {
        if (!is) return;
        child.shares.push_back({.by = by, .zone = zone, .staff = me, .role = {}, .open = open});
        if (by == By::senco) child.shares.back().until_on = child.today;
        if (by == By::reason || by == By::safeguarding) child.shares.back().until_at = child.now + 1;
    };
    add(person.opened, By::reason, Zone::progress);
    add(person.named, By::senco, Zone::progress);
    add(person.agreed, By::child, Zone::progress);
    add(person.agreed_all, By::child, Zone::confidence);
    add(person.overrides, By::safeguarding, Zone::confidence);
    if (person.closed)
        child.shares.push_back(
            {.by = By::child, .zone = Zone::progress, .staff = {}, .role = Role::headteacher, .open = false}
        );
    if (person.family) child.family.push_back(me);
}

std::optional<Access> access_to_sam(Person const& person) {
    auto child = sam();
    if (person.delivers) child.deliverers.push_back(me);
    if (person.stands_in) child.stand_ins.push_back(me);
    if (person.delivered) child.former.push_back(me);
    if (person.raised) child.raised_by.push_back(me);
    child.today = *calendar::parse_iso("2026-05-12");
    if (person.takes_over) child.successors.push_back({me, child.today + days_to_prepare});
    child.in_touch.push_back({person.kept ? me : someone_else, child.today - 84});
    child.family = {someone_else};
    add_shares(person, child);
    return access_of(person.who, child);
}

// N1, N2: the rule once more, a sentence for each zone.
struct Sees {
    bool headline;
    bool progress;
    bool confided_to_them;
    bool confided_to_another;
};
Sees as_the_policy_says(Person const& person, bool teaches) {
    auto const& who = person.who;
    bool const assists = who.holds(Role::nurture_assistant);
    bool const allocated_assistant = assists && person.delivers;
    bool const in_the_childs_confidence = allocated_assistant || (assists && person.delivered);
    bool const opened_as_head = who.holds(Role::headteacher) && person.opened && !person.closed;
    bool const has_a_duty = in_the_childs_confidence ||
                            (assists && (person.stands_in || person.takes_over)) || teaches ||
                            who.holds(Role::senco) || opened_as_head;
    bool const works_here = !who.roles.empty();
    bool const progress = has_a_duty || (works_here && (person.agreed || person.named || person.overrides));
    bool const is_touched = progress || who.holds(Role::headteacher) || who.holds(Role::safeguarding_lead) ||
                            person.raised || (assists && person.kept);
    bool const all = works_here && (person.overrides || (progress && person.agreed_all));
    bool const may = !person.family;
    return {
        .headline = may && is_touched,
        .progress = may && progress,
        .confided_to_them = may && (in_the_childs_confidence || all),
        .confided_to_another = may && all};
}

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
                auto const expected = as_the_policy_says(person, teaches);
                auto const access = access_to_sam(person);
                ASSERT_EQ(access.has_value(), expected.headline) << roles << " " << words << " " << ties;
                if (!access) continue;
                ASSERT_EQ(access->sees(Zone::progress), expected.progress)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_confided_to(me), expected.confided_to_them)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees_confided_to(someone_else), expected.confided_to_another)
                    << roles << " " << words << " " << ties;
                ASSERT_EQ(access->sees(Zone::confidence), expected.confided_to_another);
                ASSERT_TRUE(access->reason().starts_with("You see this because "));
            }
}

TEST(Access, of_a_share_ends_with_its_day_and_of_an_opening_with_its_hour) {
    auto const today = *calendar::parse_iso("2026-05-12");
    auto const helper = holding({{Role::support_staff, {}, ""}});
    auto child = sam();
    child.today = today;
    child.now = Instant{1'000};
    child.shares = {
        {.by = By::senco, .zone = Zone::progress, .staff = me, .role = {}, .open = true, .until_on = today}};
    EXPECT_TRUE(access_of(helper, child)->sees(Zone::progress));
    EXPECT_EQ(
        access_of(helper, child)->reason(),
        "You see this because the SENCo shares it with you until Tuesday 12 May."
    );
    child.today = today + 1;
    EXPECT_FALSE(access_of(helper, child));

    child.shares = {{.by = By::safeguarding, .zone = Zone::confidence, .staff = me, .role = {}}};
    child.shares.front().until_at = Instant{1'001};
    EXPECT_TRUE(access_of(helper, child)->sees(Zone::confidence));
    child.now = Instant{1'001};
    EXPECT_FALSE(access_of(helper, child));
}

TEST(Access, by_a_childs_yes_to_the_headteacher_waits_for_the_reason_all_the_same) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    child.now = Instant{1};
    child.shares = {{.by = By::child, .zone = Zone::progress, .staff = {}, .role = Role::headteacher}};
    auto const head = holding({{Role::headteacher, {}, ""}});
    EXPECT_FALSE(access_of(head, child)->sees(Zone::progress));
    child.shares.push_back({.by = By::reason, .zone = Zone::progress, .staff = me, .role = {}});
    EXPECT_TRUE(access_of(head, child)->sees(Zone::progress));
}

TEST(Access, by_a_childs_word_for_the_class_teacher_is_for_who_teaches_the_child_today) {
    auto child = sam();
    child.today = *calendar::parse_iso("2026-05-12");
    child.shares = {{.by = By::child, .zone = Zone::confidence, .staff = {}, .role = Role::class_teacher}};
    EXPECT_TRUE(access_of(holding({{Role::class_teacher, class_4b, "4B"}}), child)->sees(Zone::confidence));
    EXPECT_FALSE(access_of(holding({{Role::class_teacher, class_5a, "5A"}}), child));
    child.pupil.class_id = class_5a;
    child.pupil.class_name = "5A";
    EXPECT_EQ(
        access_of(holding({{Role::class_teacher, class_5a, "5A"}}), child)->reason(),
        "You see this because you teach 5A. Sam agreed that you may know what was said."
    );
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
            auto const expected = as_the_policy_says(person, teaches);
            auto const access = access_to_sam(person);
            ASSERT_EQ(access.has_value(), expected.headline) << roles << " " << ties;
            if (!access) continue;
            ASSERT_TRUE(access->sees(Zone::headline));
            ASSERT_EQ(access->sees(Zone::progress), expected.progress) << roles << " " << ties;
            ASSERT_EQ(access->sees_confided_to(me), expected.confided_to_them) << roles << " " << ties;
            ASSERT_EQ(access->sees_confided_to(someone_else), expected.confided_to_another)
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

std::vector<Person> everyone() {
    std::vector<Person> people{
        {"The Nurture Assistant who delivers the child's support",
         holding({{Role::nurture_assistant, {}, ""}}),
         true},
        {.in_words = "A Nurture Assistant who delivered a session before the support went to another, of "
                     "that session",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .delivered = true},
        {.in_words = "A Nurture Assistant who stands in, of the session that they hold",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .stands_in = true},
        {.in_words = "A Nurture Assistant who takes the child's support over within seven days",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .takes_over = true},
        {.in_words = "The Nurture Assistant who delivered it, for twelve weeks after the case is closed",
         .who = holding({{Role::nurture_assistant, {}, ""}}),
         .kept = true},
        {"Another Nurture Assistant", holding({{Role::nurture_assistant, {}, ""}})},
        {"The child's class teacher today", holding({{Role::class_teacher, class_4b, "4B"}})},
        {"Another class teacher", holding({{Role::class_teacher, class_5a, "5A"}})},
        {"The SENCo", holding({{Role::senco, {}, ""}})},
        {"The headteacher", holding({{Role::headteacher, {}, ""}})},
        {.in_words = "The headteacher who opened the case with a reason, for twelve hours",
         .who = holding({{Role::headteacher, {}, ""}}),
         .opened = true},
        {.in_words = "The same, where the child objected and the SENCo went along with it",
         .who = holding({{Role::headteacher, {}, ""}}),
         .opened = true,
         .closed = true},
        {.in_words = "The class teacher, where the child agrees that they may know what was said",
         .who = holding({{Role::class_teacher, class_4b, "4B"}}),
         .agreed_all = true},
        {"The safeguarding lead", holding({{Role::safeguarding_lead, {}, ""}})},
        {.in_words = "Whoever raised a concern of the open case",
         .who = holding({{Role::support_staff, {}, ""}}),
         .raised = true},
        {"Other support staff", holding({{Role::support_staff, {}, ""}})},
        {.in_words = "Support staff on whom the child agrees, for how it goes",
         .who = holding({{Role::support_staff, {}, ""}}),
         .agreed = true},
        {.in_words = "The same, for what was said too",
         .who = holding({{Role::support_staff, {}, ""}}),
         .agreed = true,
         .agreed_all = true},
        {.in_words = "Support staff whom the SENCo names, with a reason and until a day",
         .who = holding({{Role::support_staff, {}, ""}}),
         .named = true},
        {.in_words = "The safeguarding lead who overrides, for three hours",
         .who = holding({{Role::safeguarding_lead, {}, ""}}),
         .overrides = true},
        {.in_words = "A class teacher whose own child this is",
         .who = holding({{Role::class_teacher, class_4b, "4B"}}),
         .family = true},
        {"The administrator", holding({{Role::administrator, {}, ""}})},
        {"A governor", holding({{Role::governor, {}, ""}})}};
    return people;
}

std::string row_of(Person const& person) {
    auto const access = access_to_sam(person);
    auto row = "| " + person.in_words;
    auto const say = [&](bool yes) { row += yes ? " | yes" : " | –"; };
    for (auto const zone : {Zone::headline, Zone::progress}) say(access && access->sees(zone));
    for (auto const& deliverer : {me, someone_else}) say(access && access->sees_confided_to(deliverer));
    return row + " | " + (access ? access->reason() : "") + " |\n";
}

TEST(Access, stands_in_a_table_that_people_can_read) {
    std::string page =
        "# Who sees what of a child\n\n"
        "Nobody sees a case by rank alone. Access comes from a relationship that holds today, and every page "
        "says\n"
        "which. Who holds several sees what the nearest opens. This table is written by a test from the rule "
        "itself.\n\n"
        "- **Headline**: that this child has support, when and where.\n"
        "- **Progress**: against the targets.\n"
        "- **Confidence**: what the child said. It belongs to one session and stays with who delivers that "
        "very\n"
        "  session: it goes to nobody who takes the support over, and is kept by who handed it over.\n\n"
        "The face that a child chooses after a session says how it went, and belongs to the progress: beside "
        "the "
        "adults'\n"
        "ratings it is the child's own voice. What the child confides in words belongs to the confidence.\n\n"
        "Whoever may read it showed within the last eight hours on that device who they are: by password, "
        "passkey or\n"
        "code. Until then the page shows everything else, and a button that asks.\n\n"
        "| who | headline | progress | confided to them | confided to another | what the page says |\n"
        "|---|---|---|---|---|---|\n";
    for (auto const& person : everyone()) page += row_of(person);
    page +=
        "\n## Words that open and close\n\n"
        "Beside what somebody is to the child, four words count, each on record with its reason:\n\n"
        "- **The child's agreement**: asked on an adult's device, for each adult and zone, until a day or "
        "until "
        "the\n"
        "  child says otherwise. A yes counts where the adult judges that the child understands. It ends "
        "with the "
        "case.\n"
        "  A no to somebody with a duty is an objection: the SENCo weighs it and answers with a reason. It "
        "can "
        "close\n"
        "  to the headteacher; class teacher and SENCo have duties that need it, so for them something else "
        "changes.\n"
        "- **The SENCo's share**: somebody by name may know how it goes, until a day. What was said stays "
        "closed.\n"
        "- **The headteacher's reason**: opens how it goes, for twelve hours.\n"
        "- **Safeguarding**: who works with cases and sees something of the child can open everything for "
        "three hours, with a "
        "reason and\n"
        "  who is to know. The safeguarding lead is told at once, and it stays on record for good.\n\n"
        "Who is a child's parent or carer sees nothing of the case at work, whatever their roles.\n"
        "\n## Check-ins after a case is closed\n\n"
        "A child does not lose the person whom they trust on the day on which the SENCo decides the next "
        "step. For\n"
        "twelve weeks, about a term, who delivered the programme still sees that child's name and class, and "
        "reads and\n"
        "logs the check-ins. The rest of the closed case, its sessions and its targets with it, is closed to "
        "them. The\n"
        "child and the class teacher can ask for a check-in until then.\n"
        "\n## What every Nurture Assistant sees for the meeting\n\n"
        "The policy has the SENCo and the nurture staff talk referrals through and prioritise them together, "
        "and "
        "who is\n"
        "asked to weigh the children has to know which children there are. So two lists show children who "
        "are not "
        "(yet)\n"
        "their own to every Nurture Assistant:\n\n"
        "- **Referrals**: name, class, step, and the days since the first concern, from the new concern "
        "until "
        "a place\n"
        "  is found. Whose parents are written to or asked is not for the meeting.\n"
        "- **Waiting list**: name, place in the order, form of support, how long the child has waited, and "
        "when "
        "that is\n"
        "  looked at again.\n\n"
        "No page of these children opens from there, and neither list says what was noticed, what the child "
        "needs "
        "or what\n"
        "is done meanwhile.\n";
    support::expect_golden("docs/need-to-know.md", page);
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
