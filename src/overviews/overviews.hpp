#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assessments/assessments.hpp"
#include "assessments/leads.hpp"
#include "need_to_know/named.hpp"
#include "programmes/programmes.hpp"
#include "pupils/pupils.hpp"

// Scores of several children beside one another (T4): of a class, of a group, of the school.
namespace overviews {

using Instruments = std::map<assessments::InstrumentId, assessments::LoadedInstrument>;

// A child with their ratings, the earliest first.
struct RatedChild {
    pupils::Pupil pupil;
    std::vector<assessments::Assessment> assessments;
};

// What of a child is drawn: the last rating, and the one on entry where both may be subtracted.
struct Shown {
    PupilId pupil;
    assessments::Assessment latest;
    std::optional<assessments::Assessment> entry;
    std::optional<Date> later_on = {};  // of a later rating in this view that lies beside another one
};

// What may stand in one drawing: ratings by one version of an instrument, by one kind of informant, held
// against the same norms (T2, T3).
struct Panel {
    assessments::InstrumentId instrument;
    assessments::Informant informant{};
    std::optional<assessments::NormSetId> norms;
    std::vector<Shown> children;
};

// On which side of the usual range a score lies; without norms none is said.
enum class Side { needs_support, usual, beyond };
constexpr auto words(Side) { return std::array{"needs_support", "usual", "beyond"}; }

// How one strand or scale spreads over the children of a panel.
struct Strand {
    std::string scale;
    assessments::Range scores;
    std::optional<assessments::Range> usual;
    std::vector<int> latest;  // rising
    std::vector<int> entry;   // rising
    std::map<Side, int> sides = {};
    std::vector<PupilId> in_need = {};  // outside in the direction of need, the furthest first
    double distance = 0;  // outside in that direction, as a share of what it can score: the mean of all
};

// A panel with what it is read by.
struct Drawn {
    Panel panel;
    assessments::LoadedInstrument instrument;
    std::vector<Strand> strands;
    std::vector<Strand> in_need;  // those that most need support, the first first
    assessments::WaysOn ways;     // from strands to what can be done
};
struct Overview {
    std::vector<Drawn> panels;
    std::map<PupilId, need_to_know::Named> names;  // of the children in it
};

// The middle one of scores that rise, or half way between the two in the middle; there is at least one.
double middle_of(std::vector<int> const& rising);

// "/classes/…/assessments", "/programmes/…/assessments", "/school/assessments"
std::string path_of(ClassId const& class_id);
std::string path_of(programmes::ProgrammeId const& programme);
std::string path_of_the_school();

}  // namespace overviews
