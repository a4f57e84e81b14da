#include "data_map/data_map.hpp"

namespace data_map {

std::string_view in_words(Purpose purpose) {
    switch (purpose) {
        case Purpose::nurture_support: return "Nurture support of the child";
        case Purpose::safeguarding: return "Keeping the child safe";
        case Purpose::running_the_school: return "Running the school";
        case Purpose::safe_accounts: return "Safe accounts and addresses";
        case Purpose::accountability: return "Being able to account for what was done";
        case Purpose::no_person: return "Nobody's data";
    }
    return {};
}

std::string_view lawful_basis(Purpose purpose) {
    switch (purpose) {
        case Purpose::nurture_support:
            return "Public task, UK GDPR article 6(1)(e); special categories by article 9(2)(g) with the "
                   "Data "
                   "Protection Act 2018, schedule 1, paragraphs 6 and 18. A parent's consent to the "
                   "programme is "
                   "agreement to support, and not this basis";
        case Purpose::safeguarding:
            return "Public task, article 6(1)(e); special categories by article 9(2)(g) with schedule 1, "
                   "paragraph 18";
        case Purpose::running_the_school: return "Public task, article 6(1)(e)";
        case Purpose::safe_accounts:
            return "Public task, article 6(1)(e); security of processing, article 32";
        case Purpose::accountability: return "Legal obligation, article 6(1)(c): articles 5(2) and 32";
        case Purpose::no_person: return "None is needed";
    }
    return {};
}

std::string_view in_words(Retention retention) {
    switch (retention) {
        case Retention::nurture_record: return "Nurture record";
        case Retention::safeguarding_pointer: return "Safeguarding pointer";
        case Retention::data_request: return "Request for data";
        case Retention::on_the_roll: return "School roll";
        case Retention::staff_record: return "Staff record";
        case Retention::with_the_account: return "As long as the account";
        case Retention::with_the_log: return "As long as the log";
        case Retention::for_days: return "For the days it is needed";
        case Retention::with_the_school: return "As long as the school uses Withy";
    }
    return {};
}

std::string_view in_words(Class of) {
    switch (of) {
        case Class::key: return "key";
        case Class::school: return "about the school";
        case Class::staff: return "personal, of staff";
        case Class::child: return "personal, of a child";
        case Class::special_category: return "special category, of a child";
        case Class::confided: return "confided by a child";
        case Class::contact: return "personal, of a parent or carer";
        case Class::security: return "security";
        case Class::system: return "system";
    }
    return {};
}

std::string_view in_words(Merged merged) {
    switch (merged) {
        case Merged::moved: return "goes over";
        case Merged::kept: return "the one that stays counts";
        case Merged::chosen: return "a person chooses";
        case Merged::refused: return "must agree first";
        case Merged::untouched: return "no child's";
    }
    return {};
}

std::string_view in_words(Ending ending) {
    switch (ending) {
        case Ending::with_row: return "with its row";
        case Ending::emptied: return "emptied";
        case Ending::taken_out: return "taken out";
        case Ending::key_destroyed: return "by destroying its key";
        case Ending::kept: return "kept";
    }
    return {};
}

}  // namespace data_map
