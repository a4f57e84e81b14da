#include "merging/merging.hpp"

namespace merging {

std::string_view in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::same_record: return "Choose another record than this one";
        case Refusal::born_on_another_day:
            return "The two say different dates of birth, so they may be two children. Where one date is "
                   "wrong, mend it by an import first";
        case Refusal::both_have_an_open_case:
            return "Both have an open case, and a child has one at a time. Close one of them first, with a "
                   "reason";
        case Refusal::erasure_is_signed:
            return "Somebody has signed for the erasure of one of the two. Take that signature back first";
        case Refusal::others_went_into_it:
            return "Another record was merged into the one that would go. Keep that one, and merge this one "
                   "into it";
        case Refusal::changed_meanwhile:
            return "One of the two has been changed since you opened this page. Look at both again";
    }
    return {};
}

std::string_view in_words(Mark mark) {
    switch (mark) {
        case Mark::name: return "name";
        case Mark::sex: return "sex";
        case Mark::class_of_today: return "class";
        case Mark::upn: return "UPN";
        case Mark::former_upn: return "former UPN";
        case Mark::admission_number: return "admission number";
    }
    return {};
}

std::string_view in_words(UndoRefusal refusal) {
    switch (refusal) {
        case UndoRefusal::undone_already: return "They are two records already";
        case UndoRefusal::too_late:
            return "It is more than thirty days since they were merged, so they stay one record";
        case UndoRefusal::rows_are_gone:
            return "Some of what went over has been erased since, or went over to yet another record, so "
                   "they stay one record";
        case UndoRefusal::details_changed:
            return "The child's details have been changed since, and nobody can tell whose they are now. "
                   "They stay one record";
        case UndoRefusal::upn_is_anothers:
            return "Another child has the former record's UPN now. Mend that first";
        case UndoRefusal::others_answered:
            return "A parent or carer who is nothing to the former record has been asked or has answered "
                   "about a case that would go back to it, so they stay one record";
    }
    return {};
}

std::string path_of(PupilId const& pupil) { return "/pupils/" + std::string(pupil.text()) + "/merging"; }

std::string path_of(PupilId const& stays, PupilId const& former) {
    return path_of(stays) + "/" + std::string(former.text());
}

std::string undoing_path(MergingId const& merging) {
    return "/mergings/" + std::string(merging.text()) + "/undoing";
}

}  // namespace merging
