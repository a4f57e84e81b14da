#include "records/clearing_rules.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

#include "base/text.hpp"
#include "records/rules.hpp"

namespace records {
namespace {

void add_number(std::vector<Numbers>& ranges, std::int64_t number) {
    if (!ranges.empty() && ranges.back().last + 1 == number)
        ranges.back().last = number;
    else
        ranges.push_back({number, number});
}

// In their order, none of them touching another.
std::vector<Numbers> in_order(std::vector<Numbers> ranges) {
    std::ranges::sort(ranges, {}, &Numbers::first);
    std::vector<Numbers> apart;
    for (auto const& range : ranges) {
        if (apart.empty() || apart.back().last + 1 < range.first)
            apart.push_back(range);
        else
            apart.back().last = std::max(apart.back().last, range.last);
    }
    return apart;
}

// Both in their order.
std::vector<Numbers> without(std::vector<Numbers> const& ranges, std::vector<Numbers> const& taken) {
    std::vector<Numbers> left;
    auto next = taken.begin();
    for (auto range : ranges) {
        while (next != taken.end() && next->last < range.first) ++next;
        for (auto at = next; at != taken.end() && at->first <= range.last; ++at) {
            if (range.first < at->first) left.push_back({range.first, at->first - 1});
            range.first = at->last + 1;
        }
        if (range.first <= range.last) left.push_back(range);
    }
    return left;
}

std::int64_t size_of(Numbers const& range) { return range.last - range.first + 1; }

std::int64_t size_of(std::vector<Numbers> const& ranges) {
    std::int64_t all = 0;
    for (auto const& range : ranges) all += size_of(range);
    return all;
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    auto const* const end = text.data() + text.size();
    auto const read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

std::optional<Numbers> range_in(std::string_view text) {
    auto const dash = text.find('-');
    auto const first = number_in(text.substr(0, dash));
    auto const last = dash == text.npos ? first : number_in(text.substr(dash + 1));
    if (!first || !last || *first < 1 || *last < *first) return std::nullopt;
    return Numbers{*first, *last};
}

// An erasure clears what was written before it; a list that says more was not written by one.
void add_listed(std::vector<Numbers>& ranges, std::string_view list, std::int64_t by) {
    for (auto const part : text::split(list, ',')) {
        auto const range = range_in(part);
        if (range && range->last < by) ranges.push_back(*range);
    }
}

// How many rows of the log a certificate counts: "letter 1, record 12".
std::int64_t details_in(std::string_view counts) {
    constexpr std::string_view of_the_log = "record ";
    for (auto part : text::split(counts, ',')) {
        if (part.starts_with(' ')) part.remove_prefix(1);
        if (part.starts_with(of_the_log)) return number_in(part.substr(of_the_log.size())).value_or(0);
    }
    return 0;
}

}  // namespace

std::string in_ranges(std::vector<std::int64_t> numbers) {
    std::ranges::sort(numbers);
    std::vector<Numbers> ranges;
    for (auto const number : numbers) add_number(ranges, number);
    std::string words;
    for (auto const& range : ranges) {
        if (!words.empty()) words += ',';
        words += std::to_string(range.first);
        if (range.last > range.first) words += '-' + std::to_string(range.last);
    }
    return words;
}

void Clearings::note(Entry const& entry) {
    if (!entry.detail)
        add_number(missing_, entry.number);
    else if (entry.action == Action::ended && entry.subject == "erasure")
        note_erasure(entry);
}

// Erasures from before they kept a list say no more than how many.
void Clearings::note_erasure(Entry const& entry) {
    std::int64_t details = 0;
    for (auto const& field : fields_of(*entry.detail)) {
        if (field.field == cleared_entries) return add_listed(listed_, field.to, entry.number);
        if (field.field == "counts") details = details_in(field.to);
    }
    if (details > 0) counted_.push_back({.by = entry.number, .details = details});
}

void Clearings::add(Clearings const& following) {
    missing_.insert(missing_.end(), following.missing_.begin(), following.missing_.end());
    listed_.insert(listed_.end(), following.listed_.begin(), following.listed_.end());
    counted_.insert(counted_.end(), following.counted_.begin(), following.counted_.end());
}

LostDetails Clearings::lost() const {
    auto const missing = in_order(missing_);
    auto const unlisted = without(missing, in_order(listed_));
    LostDetails lost{.all = size_of(missing), .counted = 0, .unaccounted = 0, .first = {}};
    auto erasure = counted_.rbegin();
    std::int64_t left = 0;  // of the counts of erasures that come after the range
    for (auto range = unlisted.rbegin(); range != unlisted.rend(); ++range) {
        for (; erasure != counted_.rend() && erasure->by > range->last; ++erasure) left += erasure->details;
        auto const counted = std::min(left, size_of(*range));
        left -= counted;
        lost.counted += counted;
        if (counted == size_of(*range)) continue;
        lost.unaccounted += size_of(*range) - counted;
        // Where a count may be of any of them, nobody can say which one it is not of.
        lost.first = std::nullopt;
        if (erasure == counted_.rbegin()) lost.first = range->first;
    }
    return lost;
}

}  // namespace records
