#include "retention/retention.hpp"

namespace retention {

std::string_view in_words(Category category) {
    switch (category) {
        case Category::special_needs: return "Nurture record of a child with special educational needs";
        case Category::nurture: return "Nurture record";
        case Category::not_taken_up: return "Concern that was never taken further";
        case Category::safeguarding_pointer: return "Pointers to CPOMS";
        case Category::on_the_roll: return "What the roll says of a leaver";
    }
    return {};
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::not_due: return "This record is not due to be erased yet; look at when it is";
        case Refusal::held: return "This record is on hold; end the hold first, and say why";
        case Refusal::request_waits:
            return "Somebody has asked for what is held here; answer the request for data first";
        case Refusal::same_person: return "You signed first; somebody else has to give the second signature";
        case Refusal::own_family:
            return "This is the record of your own child; somebody else has to sign for it";
        case Refusal::already_signed:
            return "This has its first signature already; it needs a second, by another person";
        case Refusal::already_erased: return "This has been erased already";
    }
    return {};
}

std::string first_signature_path_of(PupilId const& pupil, Category category) {
    return std::string(first_signature_path) + "?pupil=" + std::string(pupil.text()) +
           "&category=" + std::string(word(category));
}

std::string path_of(ErasureId const& erasure) { return "/retention/erasures/" + std::string(erasure.text()); }

std::string path_of(HoldId const& hold) { return "/retention/holds/" + std::string(hold.text()); }

std::string retention_path_of(PupilId const& pupil) {
    return "/pupils/" + std::string(pupil.text()) + "/retention";
}

}  // namespace retention
