#include "readings/rules.hpp"

#include "base/secret.hpp"

namespace readings {
namespace {

std::int64_t minute_of(Entry const& entry) { return entry.at.milliseconds / minutes; }

// All that a line says, and who it was, since two people may have one name.
bool tell_the_same(Entry const& one, Entry const& other) {
    return minute_of(one) == minute_of(other) && one.by_staff_id == other.by_staff_id &&
           one.page == other.page && one.zone == other.zone && one.contacts == other.contacts &&
           one.reason == other.reason;
}

}  // namespace

bool sees_who_looked(visits::Who const& who, need_to_know::Access const& access) {
    return access.sees(need_to_know::Zone::progress) &&
           (who.holds(visits::Role::senco) || who.holds(visits::Role::headteacher));
}

std::optional<Refused> why_refused(Standing const& standing, Unfound const& unfound) {
    if (standing.is_own_child) return Refused::own_child;
    if (unfound.by_role) return Refused::role;
    if (unfound.of_contacts) return standing.sees_contacts ? std::nullopt : std::optional(Refused::contacts);
    if (standing.sees_progress || standing.has_part) return std::nullopt;
    return standing.sees_headline ? Refused::only_headline : Refused::no_tie;
}

std::string list_id_of(std::vector<std::string> const& children) {
    std::vector<std::string_view> const ids(children.begin(), children.end());
    return secret::digest(ids);
}

std::string hash_of(SchoolId school, std::string const& previous_hash, Entry const& entry) {
    auto const parts = parts_of(school, previous_hash, entry);
    std::vector<std::string_view> values;
    for (auto const& [name, value] : parts) values.emplace_back(value);
    return secret::digest(values);
}

std::optional<std::int64_t> first_fault(SchoolId school, Head const& before, std::span<Entry const> entries) {
    auto expected = before.number + 1;
    auto const* previous = &before.hash;
    for (auto const& entry : entries) {
        if (entry.number != expected || entry.hash != hash_of(school, *previous, entry)) return expected;
        previous = &entry.hash;
        ++expected;
    }
    return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> parts_of(
    SchoolId school, std::string const& previous_hash, Entry const& entry
) {
    std::vector<std::pair<std::string, std::string>> parts{
        {"previous_hash", previous_hash},
        {"school", std::to_string(school.number)},
        {"number", std::to_string(entry.number)},
        {"at", std::to_string(entry.at.milliseconds)},
        {"by_staff_id", entry.by_staff_id},
        {"by_name", entry.by_name},
        {"pupil_id", entry.pupil_id},
        {"case_id", entry.case_id.value_or("")},
        {"zone", std::string(entry.zone ? word(*entry.zone) : std::string_view())},
        {"reason", entry.reason},
        {"page", entry.page},
    };
    // Entries from before there were these have the hash that they had.
    if (entry.contacts || entry.list_id) {
        parts.emplace_back("contacts", entry.contacts ? word(*entry.contacts) : std::string_view());
        parts.emplace_back("list_id", entry.list_id.value_or(""));
    }
    if (entry.refused) parts.emplace_back("refused", word(*entry.refused));
    return parts;
}

Entry following(Head const& head, OfPage const& page, visits::Read const& read) {
    bool const is_list = read.pupil_id.empty() && !read.listed.empty();
    return {
        .number = head.number + 1,
        .at = page.at,
        .by_staff_id = page.by_staff_id,
        .by_name = page.by_name,
        .pupil_id = read.pupil_id,
        .case_id = read.case_id,
        .zone = read.zone,
        .reason = read.reason,
        .page = page.page,
        .hash = {},
        .contacts = read.contacts,
        .list_id = is_list ? std::optional(list_id_of(read.listed)) : std::nullopt};
}

Entry following(Head const& head, OfPage const& page, Refusal const& refusal) {
    return {
        .number = head.number + 1,
        .at = page.at,
        .by_staff_id = page.by_staff_id,
        .by_name = page.by_name,
        .pupil_id = refusal.pupil_id,
        .case_id = {},
        .zone = {},
        .reason = {},
        .page = page.page,
        .hash = {},
        .refused = refusal.why};
}

std::vector<Repeated> together(std::vector<Entry> entries) {
    std::vector<Repeated> lines;
    for (auto& entry : entries)
        if (!lines.empty() && tell_the_same(lines.back().entry, entry))
            ++lines.back().times;
        else
            lines.push_back({.entry = std::move(entry)});
    return lines;
}

}  // namespace readings
