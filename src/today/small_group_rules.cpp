#include "today/small_group_rules.hpp"

#include "base/text.hpp"
#include "programmes/few_children_rules.hpp"

namespace today {
namespace {

using programmes::Few;

std::string by_the_policy(SmallGroup const& group) {
    return "The policy says at least " + std::to_string(group.group_least) + " in a group.";
}

std::string children_of(SmallGroup const& group) {
    return text::counted(group.few.children, "child", "children");
}

std::string who_may_start(programmes::FewChildren const& few) {
    auto const who = few.children == 0 ? "none" : "only " + std::to_string(few.children);
    return "Consent lets " + who + " of " + text::counted(few.with_a_place, "child", "children") +
           " start; its page says who can't.";
}

// Whose move it is first: the parents', once they have been asked.
std::string what_next(programmes::FewChildren const& few, int parents_asked) {
    auto const held_up = few.with_a_place - few.children;
    auto const otherwise =
        std::string(few.children == 0 ? "choose" : "say why so few, or choose") + " another first day.";
    auto const comma = few.children == 0 ? " or " : ", ";
    if (parents_asked == 0) return "See to their consent" + (comma + otherwise);
    auto const whose = parents_asked == held_up ? std::string("Their parents")
                                                : "The parents of " + std::to_string(parents_asked);
    return whose + " have been asked: remind them" + (comma + otherwise);
}

// It has no day: the group goes on meanwhile.
Item to_say_why_it_goes_on(SmallGroup const& group) {
    return {
        .about = no_child,
        .title = group.name + " has " + children_of(group) + " now: say why, or give more a place",
        .path = programmes::path_of(group.programme),
        .detail = by_the_policy(group)};
}

}  // namespace

std::optional<SmallGroup> small_group_of(
    programmes::Programme const& programme,
    ChildrenOfGroup const& children,
    std::span<schools::PolicyVersion const> policy_versions,
    Date today
) {
    if (today < programmes::asked_about_from(programme)) return std::nullopt;
    auto const policy = programmes::policy_that_judges(programme, policy_versions, today);
    if (!policy) return std::nullopt;
    auto const few =
        programme.started_on
            ? programmes::few_who_have_stayed(
                  programme, children.with_a_place, children.sessions_are_left, *policy
              )
            : programmes::few_for_the_senco(programme, children.with_a_place, children.may_start, *policy);
    if (few.why == Few::no) return std::nullopt;
    return SmallGroup{programme.id, programme.name, programme.starts_on, few, policy->group_least};
}

Item asked_of_the_senco(SmallGroup const& group, int parents_asked) {
    if (group.few.why == Few::have_stayed) return to_say_why_it_goes_on(group);
    bool const by_consent = group.few.why == Few::may_start;
    return {
        .about = no_child,
        .title = by_consent ? "See that enough children can start " + group.name
                            : "Say why " + group.name + " starts with " + children_of(group),
        .path = programmes::path_of(group.programme),
        .detail = by_consent ? who_may_start(group.few) + " " + by_the_policy(group) + " " +
                                   what_next(group.few, parents_asked)
                             : by_the_policy(group),
        .due_on = group.starts_on};
}

Item waits_for_the_senco(SmallGroup const& group, std::string const& others) {
    bool const somebody = group.few.children > 0;
    return {
        .about = no_child,
        .title = somebody ? "The SENCo, to say why " + group.name + " may start with " + children_of(group)
                          : "The SENCo, to see that somebody can start " + group.name,
        .path = programmes::path_of(group.programme),
        .detail = by_the_policy(group) + others,
        .due_on = group.starts_on,
        .waiting = group.starts_on - calendar::days_in_week};
}

}  // namespace today
