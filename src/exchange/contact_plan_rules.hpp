#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/plan.hpp"

namespace exchange {

// Plans the contacts of one pupil after another. A contact of the same name is the same adult of that child;
// an adult of whom the file says the same is the same for brothers and sisters.
class ContactPlanner {
public:
    explicit ContactPlanner(std::vector<pupils::ContactOfPupil> const& known);

    std::vector<PlannedContact> plan(
        std::optional<PupilId> const& pupil, std::vector<ContactInFile> const& in_file
    );

private:
    pupils::ContactOnFile const* known_to(PupilId const& pupil, pupils::Contact const& said) const;
    PlannedContact new_to_the_child(ContactInFile const& said);

    std::multimap<PupilId, pupils::ContactOnFile> of_pupil_;
    std::map<std::string, pupils::Contact> adults_;  // by all that a file says of them
    std::map<std::string, std::size_t> new_adults_;
    std::size_t adults_made_ = 0;
};

}  // namespace exchange
