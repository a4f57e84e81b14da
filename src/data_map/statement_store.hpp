#pragma once

#include <array>
#include <string_view>

#include "data_map/data_map.hpp"

// What the statements that are written from the map have in common.
namespace data_map {

// How a person's rows are found: $1 is the school, $2 the person. A child's by the case wherever there is
// one, since that is what the tables are indexed by.
constexpr std::string_view condition(Found found) {
    switch (found) {
        case Found::nowhere: return "";
        case Found::itself: return "t.school_id = $1 AND t.id = $2";
        case Found::by_pupil: return "t.school_id = $1 AND t.pupil_id = $2";
        case Found::by_case:
            return "t.school_id = $1 AND t.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2)";
        case Found::by_concern:
            return "t.school_id = $1 AND t.concern_id IN (SELECT c.id FROM concern c"
                   " WHERE c.school_id = $1 AND c.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        case Found::by_discussion:
            return "t.school_id = $1 AND t.discussion_id IN (SELECT d.id FROM discussion d"
                   " WHERE d.school_id = $1 AND d.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        case Found::by_place:
            return "t.school_id = $1 AND t.place_id IN (SELECT p.id FROM place p"
                   " WHERE p.school_id = $1 AND p.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        case Found::by_place_in_it:
            return "t.school_id = $1 AND t.id IN (SELECT p.programme_id FROM place p"
                   " WHERE p.school_id = $1 AND p.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        case Found::by_place_in_its_programme:
            return "t.school_id = $1 AND t.programme_id IN (SELECT p.programme_id FROM place p"
                   " WHERE p.school_id = $1 AND p.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        case Found::by_target:
            return "t.school_id = $1 AND t.target_id IN (SELECT g.id FROM target g"
                   " WHERE g.school_id = $1 AND g.place_id IN (SELECT p.id FROM place p"
                   " WHERE p.school_id = $1 AND p.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2)))";
        case Found::by_evaluation:
            return "t.school_id = $1 AND t.evaluation_id IN (SELECT e.id FROM evaluation e"
                   " WHERE e.school_id = $1 AND e.place_id IN (SELECT p.id FROM place p"
                   " WHERE p.school_id = $1 AND p.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2)))";
        case Found::by_assessment:
            return "t.school_id = $1 AND t.assessment_id IN (SELECT a.id FROM assessment a"
                   " WHERE a.school_id = $1 AND a.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        // A request that is still being answered is logged meanwhile, and holds nothing of its own answering.
        case Found::by_entry:
            return "t.school_id = $1 AND t.number IN (SELECT r.number FROM record r"
                   " WHERE r.school_id = $1 AND r.case_id IS NOT NULL AND r.case_id IN"
                   " (SELECT n.id FROM nurture_case n WHERE n.school_id = $1 AND n.pupil_id = $2)"
                   " UNION SELECT r.number FROM record r"
                   " WHERE r.school_id = $1 AND r.subject = 'pupil' AND r.subject_id = $2"
                   " UNION SELECT r.number FROM record r"
                   " WHERE r.school_id = $1 AND r.case_id IS NULL AND r.subject_id IN"
                   " (SELECT o.id FROM opening o WHERE o.school_id = $1 AND o.pupil_id = $2"
                   " UNION ALL SELECT o.id FROM override o WHERE o.school_id = $1 AND o.pupil_id = $2"
                   " UNION ALL SELECT s.id FROM safeguarding_pointer s"
                   " WHERE s.school_id = $1 AND s.pupil_id = $2"
                   " UNION ALL SELECT c.id FROM class_score c WHERE c.school_id = $1 AND c.pupil_id = $2"
                   " UNION ALL SELECT h.id FROM retention_hold h WHERE h.school_id = $1 AND h.pupil_id = $2"
                   " UNION ALL SELECT d.id FROM data_request d"
                   " WHERE d.school_id = $1 AND d.pupil_id = $2 AND d.about = 'child'"
                   " AND (d.given_at IS NOT NULL OR d.withdrawn_at IS NOT NULL)"
                   " UNION ALL SELECT m.id FROM merging m WHERE m.school_id = $1 AND m.stays_id = $2))";
        case Found::by_entry_of_contact:
            return "t.school_id = $1 AND t.subject = 'contact' AND t.subject_id = $2";
        case Found::by_request:
            return "t.school_id = $1 AND t.request_id IN (SELECT r.id FROM data_request r"
                   " WHERE r.school_id = $1 AND r.pupil_id = $2)";
        case Found::by_letter:
            return "t.school_id = $1 AND t.letter_id IN (SELECT l.id FROM letter l"
                   " WHERE l.school_id = $1 AND l.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        case Found::by_agreement:
            return "t.school_id = $1 AND t.agreement_id IN (SELECT a.id FROM sharing_agreement a"
                   " WHERE a.school_id = $1 AND a.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2))";
        case Found::by_share:
            return "t.school_id = $1 AND t.share_id IN (SELECT s.id FROM agreed_share s"
                   " WHERE s.school_id = $1 AND s.agreement_id IN (SELECT a.id FROM sharing_agreement a"
                   " WHERE a.school_id = $1 AND a.case_id IN (SELECT n.id FROM nurture_case n"
                   " WHERE n.school_id = $1 AND n.pupil_id = $2)))";
        case Found::by_override:
            return "t.school_id = $1 AND t.override_id IN (SELECT o.id FROM override o"
                   " WHERE o.school_id = $1 AND o.pupil_id = $2)";
        case Found::by_pointer:
            return "t.school_id = $1 AND t.pointer_id IN (SELECT s.id FROM safeguarding_pointer s"
                   " WHERE s.school_id = $1 AND s.pupil_id = $2)";
        case Found::by_record_that_stays: return "t.school_id = $1 AND t.stays_id = $2";
        case Found::by_merging:
            return "t.school_id = $1 AND t.merging_id IN (SELECT m.id FROM merging m"
                   " WHERE m.school_id = $1 AND m.stays_id = $2)";
        case Found::by_child_it_is_reached_for:
            return "t.school_id = $1 AND t.id IN (SELECT k.contact_id FROM pupil_contact k"
                   " WHERE k.school_id = $1 AND k.pupil_id = $2)";
        case Found::by_contact: return "t.school_id = $1 AND t.contact_id = $2";
        case Found::by_change:
            return "t.school_id = $1 AND t.change_id IN (SELECT a.id FROM address_change a"
                   " WHERE a.school_id = $1 AND a.contact_id = $2)";
        case Found::by_address:
            return "t.school_id = $1 AND t.address <> '' AND t.address IN"
                   " (SELECT c.address FROM contact c WHERE c.school_id = $1 AND c.id = $2"
                   " UNION SELECT f.address FROM staff f WHERE f.school_id = $1 AND f.id = $2)";
        case Found::by_staff: return "t.school_id = $1 AND t.staff_id = $2";
        case Found::by_account:
            return "t.id IN (SELECT f.account_id FROM staff f WHERE f.school_id = $1 AND f.id = $2)";
        case Found::by_its_account:
            return "t.school_id = $1 AND t.account_id IN (SELECT f.account_id FROM staff f"
                   " WHERE f.school_id = $1 AND f.id = $2)";
        case Found::by_account_alone:
            return "t.account_id IN (SELECT f.account_id FROM staff f WHERE f.school_id = $1 AND f.id = $2)";
    }
    return "";
}

// A statement as the compiler writes it.
struct Text {
    std::array<char, 4096> letters{};
    std::size_t size = 0;

    constexpr void add(std::string_view more) {
        for (char const letter : more) letters.at(size++) = letter;
    }
};

}  // namespace data_map
