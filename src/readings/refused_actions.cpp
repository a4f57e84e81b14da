#include "readings/refused_actions.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "need_to_know/actions.hpp"
#include "readings/refused_store.hpp"
#include "readings/rules.hpp"

namespace readings {
namespace {

using refused_store::Meant;

constexpr std::string_view list_of_contacts = "/pupils/{pupil}/contacts";

bool has_part(Visit const& visit, Asked const& asked) {
    return std::ranges::any_of(asked.segments, [&](auto const& segment) {
        return refused_store::has_part(visit.db, visit.school, segment.second, visit.staff());
    });
}

// The last id in the address that is of one child says which; else all are meant who are in the programme.
std::vector<Meant> children_of(Visit const& visit, Asked const& asked) {
    for (auto segment = asked.segments.rbegin(); segment != asked.segments.rend(); ++segment)
        if (auto child = refused_store::meant_by(visit.db, visit.school, segment->second)) return {*child};
    for (auto const& [name, id] : asked.segments)
        if (auto children = refused_store::of_programme_or_session(visit.db, visit.school, id);
            !children.empty())
            return children;
    return {};
}

bool is_of_contacts(Asked const& asked) { return asked.path.starts_with(list_of_contacts); }

// Who sees a child's contacts sees the list of them; who keeps them, the rest.
bool sees_contacts(Visit const& visit, Asked const& asked, pupils::PupilId const& pupil) {
    auto const access = need_to_know::access_to_contacts(visit, pupil);
    bool const only_looks = asked.method == "GET" && asked.path == list_of_contacts;
    return access && (only_looks || access->may_change());
}

std::optional<need_to_know::Access> access_to(Visit const& visit, Meant const& child) {
    if (!child.the_case) return need_to_know::access_to(visit, child.pupil);
    auto access = need_to_know::access_to_case(visit, *child.the_case);
    return access ? std::optional(std::move(access->access)) : std::nullopt;
}

void look_at(Visit const& visit, Asked const& asked, Meant const& child, Standing& standing) {
    if (is_of_contacts(asked)) {
        standing.sees_contacts = sees_contacts(visit, asked, child.pupil);
        return;
    }
    auto const access = access_to(visit, child);
    standing.sees_headline = access.has_value();
    standing.sees_progress = access && access->sees(need_to_know::Zone::progress);
}

std::vector<Refusal> refusals(Visit const& visit, Asked const& asked) {
    auto const children = children_of(visit, asked);
    if (children.empty())
        return asked.by_role ? std::vector{Refusal{.pupil_id = {}, .why = Refused::role}}
                             : std::vector<Refusal>{};
    bool const theirs = has_part(visit, asked);
    auto const own = need_to_know::own_children(visit);
    std::vector<Refusal> found;
    for (auto const& child : children) {
        Standing standing{.is_own_child = own.contains(child.pupil), .has_part = theirs};
        look_at(visit, asked, child, standing);
        auto const why =
            why_refused(standing, {.by_role = asked.by_role, .of_contacts = is_of_contacts(asked)});
        if (why) found.push_back({.pupil_id = std::string(child.pupil.text()), .why = *why});
    }
    std::ranges::sort(found, {}, &Refusal::pupil_id);
    // clang 14 takes no std::ranges::unique.
    auto const is_twice = [](Refusal const& one, Refusal const& other) {
        return one.pupil_id == other.pupil_id;
    };
    found.erase(std::unique(found.begin(), found.end(), is_twice), found.end());
    return found;
}

}  // namespace

OfPage of_refusal(Visit const& visit, Asked const& asked) {
    return {
        .school = visit.school,
        .at = visit.now,
        .by_staff_id = std::string(visit.staff().text()),
        .by_name = visit.who.name,
        .page = std::string(asked.method) + ' ' + std::string(asked.path),
        .reads = {},
        .refusals = refusals(visit, asked)};
}

}  // namespace readings
