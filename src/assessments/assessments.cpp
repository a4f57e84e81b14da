#include "assessments/assessments.hpp"

#include <algorithm>

#include "assessments/fields.hpp"

namespace assessments {
namespace {

// Schools' terms, by the month in which most of them lie.
std::string term_of(Date day) {
    constexpr unsigned april = 4, september = 9;
    std::chrono::year_month_day const on(day.day);
    auto const month = static_cast<unsigned>(on.month());
    auto const term = month >= september ? "autumn " : month < april ? "spring " : "summer ";
    return term + std::to_string(static_cast<int>(on.year()));
}

std::string made_in(LoadedNorms const& norms) { return term_of(calendar::local_date(norms.made_at)); }

}  // namespace

std::string_view in_words(Standing standing) {
    switch (standing) {
        case Standing::awaits_agreement: return "A second adult has not agreed yet";
        case Standing::side_by_side: return "Two ratings, not agreed yet";
        case Standing::agreed: return "Agreed by two adults";
        case Standing::set_aside: return "The other rating was agreed";
        case Standing::taken_back: return "Taken back";
    }
    return {};
}

bool rates_in_person(Informant informant) {
    switch (informant) {
        case Informant::class_teacher:
        case Informant::nurture_assistant:
        case Informant::senco:
        case Informant::other_staff: return true;
        case Informant::parent:
        case Informant::child: break;
    }
    return false;
}

bool is_whole(Assessment const& assessment, Instrument const& instrument) {
    auto const* const form = form_for(instrument, assessment.occasion);
    return form != nullptr && form->items.empty();
}

std::string by_whom(Assessment const& assessment) {
    return (rates_in_person(assessment.informant) ? "Rated by " : "Entered by ") + assessment.rater_name;
}

std::string_view in_words(Incomparable why) {
    switch (why) {
        case Incomparable::another_instrument:
            return "They are by different instruments, or different versions of one";
        case Incomparable::other_norms: return "They are held against different norms";
        case Incomparable::another_informant: return "They are the views of different people";
        case Incomparable::another_form:
            return "They are by a different form: one is short and the other whole";
        case Incomparable::taken_back: return "One of them was taken back";
    }
    return {};
}

std::string seen_by(Informant informant) {
    std::string words(in_words(informant));
    words.front() = static_cast<char>(words.front() - 'A' + 'a');
    return words;
}

std::string name_of(LoadedNorms const& norms) {
    if (norms.own)
        return "This school, " + made_in(norms) + ", " + std::to_string(norms.own->children) + " children";
    return norms.norms.code + ", ages " + in_words(norms.norms.ages);
}

std::string held_against(LoadedNorms const& norms) {
    if (norms.own)
        return "this school’s own children (" + made_in(norms) + ", " + std::to_string(norms.own->children) +
               " of them)";
    return "the norms “" + norms.norms.code + "”, ages " + in_words(norms.norms.ages);
}

std::string who_they_are(OwnChildren const& own) {
    return "Not standardised: from " + std::to_string(own.children) + " children of this school, each as " +
           seen_by(own.informant) + " rated them on entry, before any support, from " +
           calendar::day_month_year(own.first_on) + " to " + calendar::day_month_year(own.last_on) +
           ". They are children whom somebody was concerned about, so they do not say what is usual at "
           "their age.";
}

LoadedNorms const* norms_of(LoadedInstrument const& loaded, std::optional<NormSetId> const& id) {
    auto const found =
        std::ranges::find_if(loaded.norms, [&](LoadedNorms const& one) { return id == one.id; });
    return found == loaded.norms.end() ? nullptr : &*found;
}

Score const* score_of(Assessment const& assessment, std::string_view scale) {
    auto const found = std::ranges::find(assessment.scores, scale, &Score::scale);
    return found == assessment.scores.end() ? nullptr : &*found;
}

std::string assessments_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/assessments";
}
std::string path_of(CaseId const& the_case, AssessmentId const& assessment) {
    return assessments_path(the_case) + "/" + std::string(assessment.text());
}
std::string rating_path(CaseId const& the_case, InstrumentId const& instrument) {
    return "/cases/" + std::string(the_case.text()) + "/assessing/" + std::string(instrument.text());
}
std::string instruments_path() { return "/school/instruments"; }
std::string frame_path(std::string_view code) { return "/school/instrument-frames/" + std::string(code); }
std::string path_of(InstrumentId const& instrument) {
    return instruments_path() + "/" + std::string(instrument.text());
}
std::string areas_path(InstrumentId const& instrument) { return path_of(instrument) + "/areas"; }

}  // namespace assessments
