#include "pupils/naming_actions.hpp"

#include "pupils/naming_store.hpp"

namespace pupils::actions {

OtherPeople others_beside(Visit const& visit, std::string const& person) {
    std::vector<std::string> own;
    std::vector<std::string> others;
    for (auto& [id, name] : naming_store::of_children_and_contacts(visit.db, visit.school))
        (id == person ? own : others).push_back(std::move(name));
    return others_than(
        own,
        others,
        visit.school_name,
        naming_store::of_staff_without_family(visit.db, visit.school),
        naming_store::of_the_school(visit.db, visit.school)
    );
}

}  // namespace pupils::actions
