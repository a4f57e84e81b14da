#include "exchange/match_rules.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.hpp"
#include "pupils/names.hpp"

namespace exchange {
namespace {

using pupils::Details;
using pupils::KnownPupil;
using Places = std::vector<std::size_t>;

using pupils::folded_together;

// The names a child may stand under, folded.
struct FoldedNames {
    std::string forename;
    std::string preferred_forename;
    std::string surname;
    std::string preferred_surname;

    explicit FoldedNames(Details const& details)
        : forename(folded_together(details.legal_forename)),
          preferred_forename(folded_together(details.preferred_forename)),
          surname(folded_together(details.legal_surname)),
          preferred_surname(folded_together(details.preferred_surname)) {}

    bool same_forename(FoldedNames const& other) const {
        return either(forename, preferred_forename, other.forename, other.preferred_forename);
    }
    bool same_surname(FoldedNames const& other) const {
        return either(surname, preferred_surname, other.surname, other.preferred_surname);
    }

private:
    static bool either(
        std::string const& legal,
        std::string const& preferred,
        std::string const& other_legal,
        std::string const& other_preferred
    ) {
        auto const same = [](auto const& one, auto const& other) { return !one.empty() && one == other; };
        return same(legal, other_legal) || same(legal, other_preferred) || same(preferred, other_legal) ||
               same(preferred, other_preferred);
    }
};

bool upns_differ(Details const& one, Details const& other) {
    return !one.upn.empty() && !other.upn.empty() && one.upn != other.upn;
}

bool upn_was_another(Details const& file, Details const& known) {
    auto const same = [](auto const& one, auto const& other) { return !one.empty() && one == other; };
    return same(file.upn, known.former_upn) || same(file.former_upn, known.upn) ||
           same(file.former_upn, known.former_upn);
}

// The same birth date and surname.
bool may_stand_in_two_rows(Likeness likeness) {
    return likeness == Likeness::names_and_birth_but_other_upn ||
           likeness == Likeness::several_with_names_and_birth || likeness == Likeness::birth_and_surname;
}

class Matcher {
public:
    Matcher(std::span<PupilInFile const> file, std::span<KnownPupil const> known)
        : file_(file), known_(known), row_of_(known.size()), found_(file.size()) {
        for (auto const& pupil : file) file_names_.emplace_back(pupil.details);
        for (std::size_t at = 0; at < known.size(); ++at) {
            auto const& details = known[at].details;
            names_.emplace_back(details);
            if (!details.upn.empty()) by_upn_[details.upn].push_back(at);
            if (!details.former_upn.empty()) by_upn_[details.former_upn].push_back(at);
            if (!details.admission_number.empty()) by_number_[details.admission_number].push_back(at);
            by_birth_[calendar::iso(details.born_on)].push_back(at);
            by_surname_[names_.back().surname].push_back(at);
        }
    }

    std::vector<Match> run(Decisions const& decisions) {
        for (std::size_t at = 0; at < file_.size(); ++at) decide(at, decisions);
        for (std::size_t at = 0; at < file_.size(); ++at) claim_by_upn(at);
        for (std::size_t at = 0; at < file_.size(); ++at) claim_by_admission_number(at);
        for (std::size_t at = 0; at < file_.size(); ++at) claim_by_names_and_birth(at);
        for (auto const& [at, known] : decided_)
            if (known) claim_as_decided(at, *known);
        // Of several with the same names, decisions may have left one.
        for (std::size_t at = 0; at < file_.size(); ++at) claim_by_names_and_birth(at);
        for (std::size_t at = 0; at < file_.size(); ++at)
            if (!settled(at) && !file_[at].without_birth_date) found_[at].candidates = candidates(at);
        return std::move(found_);
    }

private:
    bool settled(std::size_t at) const { return found_[at].known || decided_.contains(at); }
    bool claimed(std::size_t known) const { return row_of_[known] != 0; }

    void claim(std::size_t at, std::size_t known) {
        found_[at].known = known;
        row_of_[known] = file_[at].row;
    }

    void decide(std::size_t at, Decisions const& decisions) {
        auto const decision = decisions.find(file_[at].row);
        if (decision == decisions.end()) return;
        if (!decision->second) {
            decided_.emplace(at, std::nullopt);
            return;
        }
        auto const chosen = std::ranges::find(known_, *decision->second, &KnownPupil::id);
        if (chosen != known_.end()) decided_.emplace(at, static_cast<std::size_t>(chosen - known_.begin()));
    }

    void claim_as_decided(std::size_t at, std::size_t known) {
        if (!claimed(known)) return claim(at, known);
        found_[at].known = known;
        found_[at].repeats = row_of_[known];
    }

    void claim_by_upn(std::size_t at) {
        auto const& details = file_[at].details;
        if (settled(at) || details.upn.empty()) return;
        for (auto const known : places(by_upn_, details.upn))
            if (!claimed(known) && known_[known].details.upn == details.upn && !is_other_child(at, known))
                return claim(at, known);
    }

    // The same UPN for a child of another name and another birth date: someone typed it wrongly.
    bool is_other_child(std::size_t at, std::size_t known) const {
        return file_[at].details.born_on != known_[known].details.born_on && !same_names(at, known);
    }

    bool same_names(std::size_t at, std::size_t known) const {
        auto const& names = file_names_[at];
        return names.same_forename(names_[known]) && names.same_surname(names_[known]);
    }

    // Where the file has no birth date, the number that the school gave and the names tell the child.
    void claim_by_admission_number(std::size_t at) {
        if (settled(at) || !file_[at].without_birth_date) return;
        auto const& details = file_[at].details;
        Places found;
        for (auto const known : places(by_number_, details.admission_number))
            if (!claimed(known) && same_names(at, known) && !upns_differ(details, known_[known].details))
                found.push_back(known);
        if (found.size() == 1) claim(at, found[0]);
    }

    Places with_names_and_birth(std::size_t at) const {
        Places found;
        for (auto const known : places(by_birth_, calendar::iso(file_[at].details.born_on)))
            if (!claimed(known) && same_names(at, known)) found.push_back(known);
        return found;
    }

    void claim_by_names_and_birth(std::size_t at) {
        if (settled(at) || file_[at].without_birth_date) return;
        auto const found = with_names_and_birth(at);
        if (found.size() != 1 || upns_differ(file_[at].details, known_[found[0]].details)) return;
        claim(at, found[0]);
    }

    std::vector<Candidate> candidates(std::size_t at) const {
        auto const& details = file_[at].details;
        Places near;
        auto const look_at = [&](Places const& places) {
            near.insert(near.end(), places.begin(), places.end());
        };
        look_at(places(by_upn_, details.upn));
        look_at(places(by_upn_, details.former_upn));
        look_at(places(by_birth_, calendar::iso(details.born_on)));
        look_at(places(by_surname_, file_names_[at].surname));
        std::ranges::sort(near);
        near.erase(std::unique(near.begin(), near.end()), near.end());

        std::vector<Candidate> found;
        for (auto const known : near) {
            auto const likeness = likeness_of(at, known);
            if (likeness && (!claimed(known) || may_stand_in_two_rows(*likeness)))
                found.push_back({known_[known], *likeness, row_of_[known]});
        }
        std::ranges::stable_sort(found, {}, &Candidate::likeness);
        return found;
    }

    std::optional<Likeness> likeness_of(std::size_t at, std::size_t known) const {
        auto const& details = file_[at].details;
        auto const& other = known_[known].details;
        auto const& names = file_names_[at];
        bool const forename = names.same_forename(names_[known]);
        bool const surname = names.same_surname(names_[known]);
        bool const birth = details.born_on == other.born_on;
        if (!details.upn.empty() && details.upn == other.upn) return Likeness::upn_but_other_child;
        if (upn_was_another(details, other)) return Likeness::former_upn;
        if (birth && forename && surname)
            return upns_differ(details, other) ? Likeness::names_and_birth_but_other_upn
                                               : Likeness::several_with_names_and_birth;
        if (upns_differ(details, other)) return std::nullopt;
        if (birth && surname) return Likeness::birth_and_surname;
        if (birth && forename) return Likeness::birth_and_forename;
        if (forename && surname) return Likeness::names_but_other_birth;
        return std::nullopt;
    }

    static Places const& places(
        std::unordered_map<std::string, Places> const& index, std::string const& key
    ) {
        static Places const none;
        auto const found = key.empty() ? index.end() : index.find(key);
        return found == index.end() ? none : found->second;
    }

    std::span<PupilInFile const> file_;
    std::span<KnownPupil const> known_;
    std::vector<FoldedNames> file_names_;
    std::vector<FoldedNames> names_;
    std::unordered_map<std::string, Places> by_upn_;
    std::unordered_map<std::string, Places> by_number_;
    std::unordered_map<std::string, Places> by_birth_;
    std::unordered_map<std::string, Places> by_surname_;
    std::vector<int> row_of_;  // whose pupil each of the known is; 0: nobody's yet
    std::vector<Match> found_;
    std::map<std::size_t, std::optional<std::size_t>> decided_;  // by row: who, or none of the known
};

}  // namespace

std::vector<Match> matches(
    std::span<PupilInFile const> file, std::span<KnownPupil const> known, Decisions const& decisions
) {
    return Matcher(file, known).run(decisions);
}

}  // namespace exchange
