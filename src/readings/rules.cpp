#include "readings/rules.hpp"

#include "base/secret.hpp"

namespace readings {

bool sees_who_looked(visits::Who const& who, need_to_know::Access const& access) {
    return access.sees(need_to_know::Zone::progress) &&
           (who.holds(visits::Role::senco) || who.holds(visits::Role::headteacher));
}

std::string hash_of(SchoolId school, std::string const& previous_hash, Entry const& entry) {
    return secret::digest({
        previous_hash,
        std::to_string(school.number),
        std::to_string(entry.number),
        std::to_string(entry.at.milliseconds),
        entry.by_staff_id,
        entry.by_name,
        entry.pupil_id,
        entry.case_id ? *entry.case_id : std::string_view(),
        word(entry.zone),
        entry.reason,
        entry.page,
    });
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
    return {
        {"previous_hash", previous_hash},
        {"school", std::to_string(school.number)},
        {"number", std::to_string(entry.number)},
        {"at", std::to_string(entry.at.milliseconds)},
        {"by_staff_id", entry.by_staff_id},
        {"by_name", entry.by_name},
        {"pupil_id", entry.pupil_id},
        {"case_id", entry.case_id.value_or("")},
        {"zone", std::string(word(entry.zone))},
        {"reason", entry.reason},
        {"page", entry.page},
    };
}

Entry following(Head const& head, OfPage const& page, visits::Read const& read) {
    return {
        .number = head.number + 1,
        .at = page.at,
        .by_staff_id = page.by_staff_id,
        .by_name = page.by_name,
        .pupil_id = read.pupil_id,
        .case_id = read.case_id,
        .zone = read.zone,
        .reason = read.reason,
        .page = page.page};
}

}  // namespace readings
