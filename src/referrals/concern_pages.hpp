#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cases/cases.hpp"
#include "comparison/comparison.hpp"
#include "design/page.hpp"
#include "need_to_know/need_to_know.hpp"
#include "referrals/concern.hpp"
#include "strategies/strategies.hpp"

namespace referrals::pages {

std::string path_of(ConcernId const& concern);
std::string new_concern_path(PupilId const& pupil);

// Whom the concern is about: found by name, or chosen from the classes that this person teaches.
struct OwnClass {
    std::string name;
    std::vector<pupils::Pupil> pupils;
};
struct Choice {
    std::string typed;
    std::vector<pupils::Pupil> found;
    bool more = false;
    std::vector<OwnClass> own_classes;
};
design::Page choose_pupil(Choice const& choice);

// One short page, under a minute (I6), opening with where a safeguarding concern goes (I8).
struct Writing {
    pupils::Pupil pupil;
    std::vector<strategies::TargetArea> areas;
    std::optional<ConcernId> concern = {};  // none: a new one
    int version = 0;
    std::optional<Concern> stands = {};  // what stands now, where it was changed meanwhile
    std::optional<comparison::ChildBeside> comparison = {};  // for who sees how the child gets on
};
design::Page write_concern(design::FormGuard const& guard, Writing const& writing, Answers const& answers);

// A concern as its reader sees it.
struct ConcernView {
    Concern concern;
    design::PupilHeader header;
    std::vector<Concern> of_the_case;
    std::vector<std::string> area_names;
    std::optional<Talk> talk_with_parents = {};
    std::vector<strategies::Shelf> shelves;
    std::string stands;                      // where the case stands, as far as this reader may know
    std::optional<Date> decided_by_on = {};  // by the SENCo, whether the child is referred
    std::string next_path = {};              // the reader's own next step, if there is one
    std::string next_text = {};
    bool sees_child = true;  // and not only what they wrote
    bool may_change = false;
    bool may_answer = false;
    std::optional<Date> parent_answered_by = {};  // while a parent waits
    bool may_refer = false;
    bool is_senco = false;
    bool may_decline = false;
    bool may_take_up = false;       // a concern that was declined
    bool joined = false;            // a case that was referred before it came
    bool reworded_since = false;    // that it was referred, and written before
    bool waits_to_be_read = false;  // by this reader, the SENCo
    bool waits_to_be_seen = false;  // by this reader, who delivers support to the child
    bool decision_to_know = false;  // by this reader, who wrote it
    std::optional<comparison::ChildBeside> comparison = {};  // for who sees how the child gets on
    FormErrors not_as_shown = {};                            // why "Seen" was not taken from an older page
    Answers answering;
    Answers referring;
    Answers declining;
};
// Where the words stand on the page.
inline constexpr std::string_view words_id = "concern-words";
design::Page concern(design::FormGuard const& guard, ConcernView const& view);

// What was seen and tried, as other pages show it beside their own work.
// `talk`: with parents, since the case's first concern.
h::Node summary_of(
    Concern const& concern, std::vector<std::string> const& area_names, std::optional<Talk> const& talk = {}
);

// Concerns where the SENCo decides, each in its words; empty without any.
h::Node concerns_to_read(std::string const& heading, std::vector<Concern> const& concerns);
// Those that came after the referral.
h::Node since_referral(std::vector<Concern> const& concerns);

// What the form of a decision carries: which concerns its page shows, so that none is decided on unread.
h::Node concerns_shown(std::vector<Concern> const& of_the_case);

// The header for who may see the child; and for who only wrote a concern of a case that has ended.
design::PupilHeader header_of(need_to_know::Seen const& child);
design::PupilHeader header_for_writer(pupils::Pupil const& pupil);

// The names of the areas that were chosen, in the order of all.
std::vector<std::string> names_of(
    std::vector<AreaId> const& chosen, std::vector<strategies::TargetArea> const& areas
);

}  // namespace referrals::pages
