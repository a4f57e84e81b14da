#include "exchange/bundle_school_rules.hpp"

#include <algorithm>

namespace exchange {
namespace {

std::vector<std::string> schools_of(CsvRow const* pupil, Bundle const& bundle, JoinedRows const& rows) {
    auto const& lead = bundle.lead();
    std::vector<std::string> schools;
    if (auto const* roles = bundle.one(Part::roles))
        for (auto const* row : rows.roles_of(pupil))
            schools.push_back(roles->cell(*row, roles->column({"orgsourcedid"})));
    else
        schools.push_back(lead.cell(*pupil, lead.column({"schooldfenumber", "orgsourcedids", "orgsourcedid"}))
        );
    std::ranges::sort(schools);
    schools.erase(std::unique(schools.begin(), schools.end()), schools.end());
    return schools;
}

}  // namespace

void join_schools(Bundle const& bundle, JoinedRows& rows) {
    std::map<std::string, std::size_t> pupils;
    for (std::size_t at = 0; at < rows.pupils().size(); ++at) {
        auto of_pupil = schools_of(rows.pupils()[at], bundle, rows);
        for (auto const& school : of_pupil) ++pupils[school];
        rows.set_schools_of(at, std::move(of_pupil));
    }
    pupils.erase("");
    if (pupils.size() < 2) return;
    auto const* schools = bundle.one(Part::schools);
    std::map<std::string, std::vector<CsvRow const*>> known;
    if (schools) {
        auto const own_id = schools->column({"sourcedid", "dfenumber"});
        rows.refuse_ids_twice(*schools, own_id, same_cells);
        known = schools->by(own_id);
    }
    for (auto const& [id, count] : pupils) {
        auto const found = known.find(id);
        auto const name =
            found == known.end() ? id : schools->cell(*found->second.front(), schools->column({"name"}));
        rows.add_school({id, name, count});
    }
}

}  // namespace exchange
