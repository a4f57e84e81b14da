#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "journeys/routes_of_a_child.hpp"

namespace journeys {

// Words about the child that stand nowhere else in the school.
struct WordsOfAChild {
    enum class Are {
        confided,
        kept,  // at the end of a session, behind the door that the child closed
        how_it_goes,
        why_it_was_overridden
    };
    std::string_view words;
    Are are{};
    Person const* said_to = nullptr;  // by the child
};

// Whether somebody may read them on the page of this address: said a second time, from how they stand to the
// child, and to what the address names, alone.
bool may_read(WordsOfAChild const& words, std::string const& address, Relation const& there);

// Which of them pages showed, and from whom they kept them.
class WordsShown {
public:
    explicit WordsShown(std::vector<WordsOfAChild> words) : words_(std::move(words)) {}

    void note(std::string const& page, std::string const& address, Relation const& there);
    // Each was read by somebody; and of the pages that are open to others too, one kept it from them.
    void expect_each_told_to_some_and_kept_from_others() const;

private:
    struct Pages {
        std::set<std::string> that_show_them;
        std::set<std::string> that_keep_them;
    };
    std::vector<WordsOfAChild> words_;
    std::map<std::string_view, Pages> pages_;
};

}  // namespace journeys
