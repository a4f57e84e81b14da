#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

namespace need_to_know {
struct Deciding;
}

namespace visits {

// That it was decided that a visitor may be told of somebody. need_to_know alone makes one.
class Decision {
    friend struct need_to_know::Deciding;
    Decision() = default;
};

// What words about a child belong to: what the roll says, how the child gets on, or what the child confided.
enum class WordsOf { the_roll, progress, confidence };

// How near to the child the reader could come (N2).
enum class ReadZone { headline, progress, confidence };
constexpr auto words(ReadZone) { return std::array{"headline", "progress", "confidence"}; }

// How much of a child's contacts the reader could see: who these adults are; how to reach them and who has
// parental responsibility; and what a court forbids. Each with those before it.
enum class ReadContacts { names, all, with_orders };
constexpr auto words(ReadContacts) { return std::array{"names", "all", "with_orders"}; }

// That a page tells of one child's case or contacts, or a list of several children's, and why its reader may
// know. Names no child.
struct Read {
    std::string pupil_id;  // empty: of a list
    std::optional<std::string> case_id;
    ReadZone zone{};
    std::string reason;
    std::optional<ReadContacts> contacts = {};
    std::vector<std::string> listed = {};  // ids of the children of a list, each once, in their order
};

// Of which children one visit has read, and about which something was decided, so that their words open.
class Reads {
public:
    // Notes each case of a child, and a child's contacts, once, as near as the reader came to them; and each
    // list that holds a child. From here on words about these children may be opened as near; where contacts
    // alone were read, those of the roll alone.
    void note(Decision, Read read);
    std::vector<Read> const& all() const { return all_; }

    // From here on words about this child may be opened, and no read is noted: somebody came by a link that
    // is theirs, or works with words that they are not shown, or the read is noted as one of a list.
    void allow(Decision, std::string_view pupil_id) { come_near(pupil_id, ReadZone::progress); }
    // The same, with what the child confided.
    void allow_with_confidence(Decision, std::string_view pupil_id) {
        come_near(pupil_id, ReadZone::confidence);
    }
    // The same of what the roll says of everybody, such as what a court forbids.
    void allow_the_roll(Decision) { allows_the_roll_ = true; }

    // Whether something was decided about any child, but for their contacts.
    bool decided_about_somebody() const { return !nearest_.empty(); }
    // Whether words about this child may be opened: from progress on, since a headline tells no words; what
    // was confided from confidence on; of the roll at any distance, and to who sees how contacts are reached.
    bool may_open(WordsOf words, std::string_view pupil_id) const;

private:
    void come_near(std::string_view pupil_id, ReadZone zone);

    std::vector<Read> all_;
    std::map<std::string, ReadZone, std::less<>> nearest_;  // by child
    std::set<std::string, std::less<>> allowed_on_the_roll_;
    bool allows_the_roll_ = false;
};

}  // namespace visits
