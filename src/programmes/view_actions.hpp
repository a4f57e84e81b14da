#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "programmes/programmes.hpp"
#include "programmes/rules.hpp"
#include "visits/visit.hpp"

// What pages and Today ask about programmes, each in a number of queries that does not grow with the rows.
namespace programmes {

// A programme in a list.
struct Listed {
    Programme programme;
    int taken = 0;
    std::optional<Date> next_on;
    bool mine = false;
    int missed_in_a_row = 0;  // for provision's sake
};
// The SENCo sees every programme; a Nurture Assistant their own, and those of sessions they stand in for.
std::vector<Listed> programmes_of(Visit& visit);

// True where the visitor coordinates, delivers the programme or stands in for one of its sessions.
bool may_open(Visit const& visit, Programme const& programme, std::vector<Session> const& sessions);

// How one child of a programme stands.
struct ChildOf {
    Place place;
    bool started = false;
    bool consented = false;            // to the form of the programme
    bool may_start = false;            // by consent, on the day on which the programme starts
    bool agreed_to_the_other = false;  // consent is in force, and to the other form alone
    std::vector<Target> targets;
    Fidelity fidelity;
    ChildStands stands() const;
};
std::vector<ChildOf> children_of(
    Visit& visit, Programme const& programme, std::vector<Session> const& sessions
);

// Running programmes of which two sessions in a row were missed for provision's sake: the SENCo is told (G5).
std::vector<Programme> two_missed_in_a_row(Visit& visit);

// Children whom the visitor teaches and whose targets wait for the measure before the programme.
std::vector<MeasureDue> measures_due(Visit& visit);

// Children in programmes that run whose class teacher is late with that measure.
std::vector<MeasureDue> measures_late(Visit& visit);

// Whose nurture training ends within so many days, or has ended while they deliver a programme; the earliest
// first.
struct TrainingEnding {
    StaffId staff;
    std::string name;
    Date until;
    bool delivers = false;
};
std::vector<TrainingEnding> trainings_ending(Visit& visit, int within_days = 60);

}  // namespace programmes
