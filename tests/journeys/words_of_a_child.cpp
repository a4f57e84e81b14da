#include "journeys/words_of_a_child.hpp"

#include <algorithm>

namespace journeys {
namespace {

using Are = WordsOfAChild::Are;

// Who has part in a single session is nearer there than to the case.
support::Sees what_opens_at(std::string const& address, Relation const& who) {
    auto sees = what_opens_of_the_case(who);
    if (!address.starts_with("/sessions/")) return sees;
    auto const there = support::as_the_policy_says(who.there);
    sees.progress = sees.progress || there.progress;
    sees.confided_to_them = sees.confided_to_them || there.confided_to_them;
    sees.confided_to_another = sees.confided_to_another || there.confided_to_another;
    sees.kept_with_them = sees.kept_with_them || there.kept_with_them;
    sees.kept_with_another = sees.kept_with_another || there.kept_with_another;
    return sees;
}

bool is_of_a_request(std::string const& address) { return address.starts_with("/data-requests/"); }

}  // namespace

bool may_read(WordsOfAChild const& words, std::string const& address, Relation const& there) {
    auto const sees = what_opens_at(address, there);
    bool const to_them = there.person == words.said_to;
    switch (words.are) {
        case Are::confided: return to_them ? sees.confided_to_them : sees.confided_to_another;
        case Are::kept: return to_them ? sees.kept_with_them : sees.kept_with_another;
        case Are::how_it_goes: return sees.progress || (is_of_a_request(address) && reads_the_request(there));
        case Are::why_it_was_overridden:
            return is_of_a_request(address) ? reads_the_request(there)
                                            : address.starts_with("/overrides/") && reads_overrides(there);
    }
    return false;
}

void WordsShown::note(std::string const& page, std::string const& address, Relation const& there) {
    for (auto const& words : words_) {
        bool const may = may_read(words, address, there);
        bool const shown = page.find(words.words) != std::string::npos;
        EXPECT_FALSE(shown && !may) << there.in_words << ": " << address << " says \"" << words.words << '"';
        auto& pages = pages_[words.words];
        if (shown)
            pages.that_show_them.insert(address);
        else if (!may)
            pages.that_keep_them.insert(address);
    }
}

void WordsShown::expect_each_told_to_some_and_kept_from_others() const {
    for (auto const& words : words_) {
        auto const found = pages_.find(words.words);
        ASSERT_NE(found, pages_.end()) << words.words;
        auto const& pages = found->second;
        EXPECT_FALSE(pages.that_show_them.empty()) << "nobody read \"" << words.words << '"';
        // Whoever finds an override or a request reads all of it: no page of theirs keeps this from anybody.
        if (words.are == Are::why_it_was_overridden) continue;
        EXPECT_TRUE(std::ranges::any_of(
            pages.that_show_them, [&](auto const& address) { return pages.that_keep_them.contains(address); }
        )) << "no page keeps \""
           << words.words << "\" from others";
    }
}

}  // namespace journeys
