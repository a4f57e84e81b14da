#include "records/rules.hpp"

#include <charconv>

#include "base/json.hpp"
#include "base/secret.hpp"

namespace records {
namespace {

// Reads what detail_of writes, from the left.
class Reader {
public:
    explicit Reader(std::string_view detail) : rest_(detail) {}

    bool is_at_its_end() const { return rest_.empty(); }
    bool takes(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<std::string> text() {
        if (!takes('"')) return std::nullopt;
        std::string read;
        while (!rest_.empty()) {
            if (takes('"')) return read;
            if (!takes('\\')) {
                read += rest_.front();
                rest_.remove_prefix(1);
            } else if (auto const c = escaped()) {
                read += *c;
            } else {
                return std::nullopt;
            }
        }
        return std::nullopt;
    }
    std::optional<FieldChange> field() {
        auto name = text();
        if (!name || !takes(':') || !takes('[')) return std::nullopt;
        auto from = text();
        if (!from || !takes(',')) return std::nullopt;
        auto to = text();
        if (!to || !takes(']')) return std::nullopt;
        return FieldChange{std::move(*name), std::move(*from), std::move(*to)};
    }

private:
    std::optional<char> escaped() {
        for (auto const& [written, meant] : {std::pair{'"', '"'}, {'\\', '\\'}, {'n', '\n'}})
            if (takes(written)) return meant;
        if (!takes('u') || rest_.size() < 4) return std::nullopt;
        int code = 0;
        auto const* const end = rest_.data() + 4;
        if (std::from_chars(rest_.data(), end, code, 16).ptr != end || code >= 0x20) return std::nullopt;
        rest_.remove_prefix(4);
        return static_cast<char>(code);
    }

    std::string_view rest_;
};

}  // namespace

std::string first_hash() { return std::string(64, '0'); }

std::string hash_of(SchoolId school, Entry const& entry) {
    return secret::digest({
        entry.previous_hash,
        std::to_string(school.number),
        std::to_string(entry.number),
        std::to_string(entry.at.milliseconds),
        entry.by_staff_id.value_or(""),
        entry.by_name,
        word(entry.action),
        entry.subject,
        entry.subject_id,
        entry.case_id.value_or(""),
        entry.why,
        entry.detail_digest,
    });
}

std::string digest_of(std::string const& detail) { return secret::digest({detail}); }

std::optional<std::int64_t> first_fault(SchoolId school, std::span<Entry const> entries) {
    return first_fault_after(school, 0, first_hash(), entries);
}

std::optional<std::int64_t> first_fault_after(
    SchoolId school, std::int64_t number, std::string const& hash, std::span<Entry const> entries
) {
    auto const* previous = &hash;
    auto expected = number + 1;
    for (auto const& entry : entries) {
        bool const in_place = entry.number == expected && entry.previous_hash == *previous;
        bool const detail_holds = !entry.detail || entry.detail_digest == digest_of(*entry.detail);
        if (!in_place || !detail_holds || entry.hash != hash_of(school, entry)) return expected;
        previous = &entry.hash;
        ++expected;
    }
    return std::nullopt;
}

std::vector<std::pair<std::string, std::string>> parts_of(SchoolId school, Entry const& entry) {
    return {
        {"previous_hash", entry.previous_hash},
        {"school", std::to_string(school.number)},
        {"number", std::to_string(entry.number)},
        {"at", std::to_string(entry.at.milliseconds)},
        {"by_staff_id", entry.by_staff_id.value_or("")},
        {"by_name", entry.by_name},
        {"action", std::string(word(entry.action))},
        {"subject", entry.subject},
        {"subject_id", entry.subject_id},
        {"case_id", entry.case_id.value_or("")},
        {"why", entry.why},
        {"detail_digest", entry.detail_digest},
    };
}

std::string detail_of(std::vector<FieldChange> const& fields) {
    std::string detail = "{";
    for (auto const& change : fields) {
        if (detail.size() > 1) detail += ',';
        detail += json::quoted(change.field) + ":[" + json::quoted(change.from) + ',' +
                  json::quoted(change.to) + ']';
    }
    return detail + '}';
}

std::vector<FieldChange> fields_of(std::string_view detail) {
    Reader reader(detail);
    if (!reader.takes('{')) return {};
    std::vector<FieldChange> fields;
    while (auto field = reader.field()) {
        fields.push_back(std::move(*field));
        if (!reader.takes(',')) break;
    }
    return reader.takes('}') && reader.is_at_its_end() ? fields : std::vector<FieldChange>();
}

}  // namespace records
