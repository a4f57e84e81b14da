#include "need_to_know/everybody_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "need_to_know/somebody_near_sam_test.hpp"

namespace need_to_know {
namespace {

// Somebody with one role, as the rule takes them and as the statement of the policy does.
struct Standing {
    Role role{};
    Who who;
    Child child;
    support::Stands stands;
};

Standing standing_as(Role role) {
    Standing one{.role = role, .who = holding({}), .child = sam(), .stands = {}};
    auto const class_id = role == Role::class_teacher ? std::optional(class_5a) : std::nullopt;
    one.who.roles.push_back({role, class_id, "5A"});
    one.stands.hold(role);
    one.child.today = *calendar::parse_iso("2026-05-12");
    one.child.now = Instant{1'000'000};
    return one;
}

void teaches_sam(Standing& one) {
    one.who.roles.front().class_id = class_4b;
    one.stands.teaches = true;
}
void delivers(Standing& one) {
    one.child.deliverers.push_back(me);
    one.stands.delivers = true;
}
void takes_over_in(Standing& one, int days) {
    one.child.successors.push_back({me, one.child.today + days});
    one.stands.takes_over = days <= 7;
}
void delivered_a_case_closed(Standing& one, int days_ago) {
    one.child.in_touch.push_back({me, one.child.today - days_ago});
    one.stands.keeps_in_touch = days_ago <= 84;
}

// What somebody is to the child, or was.
struct Tie {
    std::string_view in_words;
    void (*bind)(Standing&);
    bool for_teachers = false;
};
constexpr std::array ties{
    Tie{"nothing more", [](Standing&) {}},
    Tie{"teaches the child's class", teaches_sam, true},
    Tie{"taught it until the child changed class", [](Standing&) {}, true},
    Tie{"delivers the child's support", delivers},
    Tie{"delivered this session, before the support went to another",
        [](Standing& one) {
            one.child.former.push_back(me);
            one.stands.delivered = true;
        }},
    Tie{"stands in for this session",
        [](Standing& one) {
            one.child.stand_ins.push_back(me);
            one.stands.stands_in = true;
        }},
    Tie{"takes over within seven days", [](Standing& one) { takes_over_in(one, 7); }},
    Tie{"takes over later than that", [](Standing& one) { takes_over_in(one, 8); }},
    Tie{"delivered it until the case was closed, up to twelve weeks ago",
        [](Standing& one) { delivered_a_case_closed(one, 84); }},
    Tie{"the same, longer ago", [](Standing& one) { delivered_a_case_closed(one, 85); }},
    Tie{"raised a concern of the open case",
        [](Standing& one) {
            one.child.raised_by.push_back(me);
            one.stands.raised = true;
        }},
    Tie{"is a parent or carer of the child, whatever else", [](Standing& one) {
            delivers(one);
            one.child.family.push_back(me);
            one.stands.family = true;
        }}};

void adds(Standing& one, Share const& share) { one.child.shares.push_back(share); }
void gives_a_reason(Standing& one, int for_so_long) {
    adds(one, {.by = By::reason, .zone = Zone::progress, .staff = me, .role = {}});
    one.child.shares.back().until_at = one.child.now + for_so_long;
    one.stands.opened = for_so_long > 0;
}
void is_named(Standing& one, int days_left) {
    adds(one, {.by = By::senco, .zone = Zone::progress, .staff = me, .role = {}});
    one.child.shares.back().until_on = one.child.today + days_left;
    one.stands.named = days_left >= 0;
}
void is_agreed_on(Standing& one, Zone zone, int days_left) {
    adds(one, {.by = By::child, .zone = zone, .staff = me, .role = {}});
    one.child.shares.back().until_on = one.child.today + days_left;
    (zone == Zone::confidence ? one.stands.agreed_all : one.stands.agreed) = days_left >= 0;
}
void overrides(Standing& one, int for_so_long) {
    adds(one, {.by = By::safeguarding, .zone = Zone::confidence, .staff = me, .role = {}});
    one.child.shares.back().until_at = one.child.now + for_so_long;
    one.stands.overrides = for_so_long > 0;
}
void is_agreed_on_as(Standing& one, Zone zone) {
    adds(one, {.by = By::child, .zone = zone, .staff = {}, .role = one.role});
    bool const has_it_to_sam = one.role != Role::class_teacher || one.stands.teaches;
    if (zone == Zone::confidence) one.stands.agreed_all = has_it_to_sam;
}

void is_agreed_on_in(Standing& one, Circle circle, Zone zone) {
    adds(one, {.by = By::child, .zone = zone, .staff = {}, .role = {}});
    one.child.shares.back().circle = circle;
    if (circle == Circle::support)
        one.stands.agreed_all_support = true;
    else
        (zone == Zone::confidence ? one.stands.agreed_all_concern : one.stands.agreed_concern) = true;
}

// What somebody said about who may know.
struct Word {
    std::string_view in_words;
    void (*say)(Standing&);
    bool for_doors = false;  // of class teacher, SENCo and headteacher
};
constexpr std::array sayings{
    Word{"no word", [](Standing&) {}},
    Word{"their own reason, for twelve hours", [](Standing& one) { gives_a_reason(one, 1); }},
    Word{"that reason when they are over", [](Standing& one) { gives_a_reason(one, 0); }},
    Word{
        "their own reason, against a no of the child that the SENCo went along with",
        [](Standing& one) {
            gives_a_reason(one, 1);
            adds(
                one, {.by = By::child, .zone = Zone::progress, .staff = {}, .role = one.role, .open = false}
            );
            one.stands.closed = true;
        },
        true},
    Word{"the SENCo's share, to its last day", [](Standing& one) { is_named(one, 0); }},
    Word{"that share afterwards", [](Standing& one) { is_named(one, -1); }},
    Word{
        "the child's yes to them by name, for how it goes",
        [](Standing& one) { is_agreed_on(one, Zone::progress, 0); }},
    Word{"that yes after its last day", [](Standing& one) { is_agreed_on(one, Zone::progress, -1); }},
    Word{
        "the child's yes to them by name, for what was said too",
        [](Standing& one) {
            is_agreed_on(one, Zone::progress, 0);
            is_agreed_on(one, Zone::confidence, 0);
        }},
    Word{
        "the child's yes to who has their role, for how it goes",
        [](Standing& one) { is_agreed_on_as(one, Zone::progress); },
        true},
    Word{
        "the child's yes to who has their role, for what was said too",
        [](Standing& one) {
            is_agreed_on_as(one, Zone::progress);
            is_agreed_on_as(one, Zone::confidence);
        },
        true},
    Word{
        "the child's yes to everybody who raised a concern, for how it goes",
        [](Standing& one) { is_agreed_on_in(one, Circle::concern, Zone::progress); }},
    Word{
        "the child's yes to everybody who raised a concern, for what was said too",
        [](Standing& one) {
            is_agreed_on_in(one, Circle::concern, Zone::progress);
            is_agreed_on_in(one, Circle::concern, Zone::confidence);
        }},
    Word{
        "the child's yes to everybody who holds their sessions, for what was said",
        [](Standing& one) { is_agreed_on_in(one, Circle::support, Zone::confidence); }},
    Word{"their override for safeguarding, for three hours", [](Standing& one) { overrides(one, 1); }},
    Word{"that override when they are over", [](Standing& one) { overrides(one, 0); }}};

bool has_a_door(Role role) {
    return role == Role::class_teacher || role == Role::senco || role == Role::headteacher;
}

std::string what_opens(Standing const& one) {
    auto const expected = support::as_the_policy_says(one.stands);
    auto const access = access_of(one.who, one.child);
    EXPECT_EQ(access.has_value(), expected.headline);
    if (!access) return "nothing";
    EXPECT_EQ(access->sees(Zone::progress), expected.progress);
    EXPECT_EQ(access->sees_confided_to(me), expected.confided_to_them);
    EXPECT_EQ(access->sees_confided_to(someone_else), expected.confided_to_another);
    EXPECT_EQ(access->sees_kept_with(me), expected.kept_with_them);
    EXPECT_EQ(access->sees_kept_with(someone_else), expected.kept_with_another);
    if (access->sees_kept_with(someone_else)) return "everything";
    if (access->sees(Zone::confidence) && access->sees_kept_with(me))
        return "progress, what was said, and what was kept with them";
    if (access->sees(Zone::confidence)) return "progress, and what was said";
    if (access->sees_confided_to(me)) return "progress, and what was confided to them";
    return access->sees(Zone::progress) ? "progress" : "headline";
}

using Names = std::vector<std::string>;

// What each word opens to one role with one tie, by what it opens; words that open what no word does are not
// named.
std::vector<std::pair<std::string, Names>> words_by_what_opens(Role role, Tie const& tie) {
    std::vector<std::pair<std::string, Names>> groups;
    for (auto const& word : sayings) {
        if (word.for_doors && !has_a_door(role)) continue;
        auto one = standing_as(role);
        tie.bind(one);
        word.say(one);
        SCOPED_TRACE(
            std::string(visits::in_words(role)) + ", " + std::string(tie.in_words) + ", " +
            std::string(word.in_words)
        );
        auto const opens = what_opens(one);
        auto found = std::ranges::find(groups, opens, &std::pair<std::string, Names>::first);
        if (found == groups.end()) found = groups.insert(found, {opens, {}});
        found->second.emplace_back(word.in_words);
    }
    groups.front().second = {groups.size() == 1 ? "whatever is said" : "nothing of this"};
    std::rotate(groups.begin(), groups.begin() + 1, groups.end());
    return groups;
}

std::string rows_of(Names const& group, std::vector<std::pair<std::string, Names>> const& words) {
    std::string rows;
    for (auto const& [opens, said] : words)
        rows += "| " + (rows.empty() ? text::joined(group, "; ") : std::string()) + " | " +
                text::joined(said, "; ") + " | " + opens + " |\n";
    return rows;
}

// Ties to which every word opens the same stand together, and those that open what none does are not named.
std::string table_of(Role role) {
    std::vector<std::pair<std::vector<std::pair<std::string, Names>>, Names>> groups;
    for (auto const& tie : ties) {
        if (tie.for_teachers && role != Role::class_teacher) continue;
        auto const words = words_by_what_opens(role, tie);
        auto found = std::ranges::find_if(groups, [&](auto const& group) { return group.first == words; });
        if (found == groups.end()) found = groups.insert(found, {words, {}});
        found->second.emplace_back(tie.in_words);
    }
    groups.front().second = {"anything else, or nothing"};
    std::rotate(groups.begin(), groups.begin() + 1, groups.end());
    std::string table =
        "| what they are to the child | what is said about who may know | opens |\n|---|---|---|\n";
    for (auto const& [words, group] : groups) table += rows_of(group, words);
    return table;
}

std::string names_of(auto const& all) {
    Names names;
    for (auto const& one : all) names.emplace_back(one.in_words);
    return text::joined(names, ";\n");
}

// Every two roles with every tie and every word.
TEST(Access, of_who_holds_two_roles_is_what_either_of_them_opens) {
    int meetings = 0;
    for (auto const first : all_of<Role>())
        for (auto const second : all_of<Role>())
            for (auto const& tie : ties)
                for (auto const& word : sayings) {
                    bool const of_teachers = tie.for_teachers && first != Role::class_teacher;
                    bool const of_doors = word.for_doors && !has_a_door(first);
                    if (second == first || of_teachers || of_doors) continue;
                    auto one = standing_as(first);
                    tie.bind(one);
                    word.say(one);
                    auto other = one;
                    other.who.roles = {{second, std::nullopt, ""}};
                    auto both = one;
                    both.who.roles.push_back(other.who.roles.front());
                    auto const of = [](Standing const& who) { return access_of(who.who, who.child); };
                    auto const sees = [&](Standing const& who, auto const& what) {
                        auto const access = of(who);
                        return access && what(*access);
                    };
                    // What the child lets one role know opens to who holds it, whichever role is the way in.
                    auto const progress = [](Access const& access) { return access.sees(Zone::progress); };
                    bool const is_told =
                        one.stands.agreed_all && (sees(one, progress) || sees(other, progress));
                    auto const is_either = [&](auto const& what, bool or_told = false) {
                        return sees(both, what) == (sees(one, what) || sees(other, what) || or_told);
                    };
                    SCOPED_TRACE(std::string(word.in_words) + ", " + std::string(tie.in_words));
                    EXPECT_TRUE(is_either([](Access const&) { return true; }))
                        << visits::in_words(first) << ' ' << visits::in_words(second);
                    EXPECT_TRUE(is_either(progress));
                    EXPECT_TRUE(
                        is_either([](Access const& access) { return access.sees(Zone::confidence); }, is_told)
                    );
                    EXPECT_TRUE(
                        is_either([](Access const& access) { return access.sees_confided_to(me); }, is_told)
                    );
                    EXPECT_TRUE(is_either([](Access const& access) { return access.sees_kept_with(me); }))
                        << "no word of the child to a role opens it";
                    ++meetings;
                }
    EXPECT_GT(meetings, 5000);
}

}  // namespace

std::string every_meeting() {
    std::vector<std::pair<std::string, Names>> tables;
    for (auto const role : all_of<Role>()) {
        auto const table = table_of(role);
        auto found = std::ranges::find(tables, table, &std::pair<std::string, Names>::first);
        if (found == tables.end()) found = tables.insert(found, {table, {}});
        found->second.emplace_back(visits::in_words(role));
    }
    std::string page =
        "\n## Every role, with everything that somebody can be to the child, and every word\n\n"
        "The rule was asked for each meeting of the three; what opens the same stands in one line. A page "
        "that the role\n"
        "may not ask for stays closed all the same ([routes.md](routes.md)): a governor opens no child's "
        "page, whatever is\n"
        "said. Who holds two roles sees what either of them opens.\n";
    for (auto const& [table, roles] : tables) page += "\n### " + text::joined(roles, ", ") + "\n\n" + table;
    page += "\nAsked was what somebody can be to the child:\n" + names_of(ties) + ".\n";
    page += "\nAnd what can be said:\n" + names_of(sayings) + ".\n";
    return page;
}

}  // namespace need_to_know
