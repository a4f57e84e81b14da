#include "sign_in/way_changes.hpp"

#include "base/calendar.hpp"

namespace sign_in {

std::string_view in_words(WayChange change) {
    switch (change) {
        case WayChange::password_changed: return "the password was changed";
        case WayChange::others_taken_away: return "every way but the password was taken away, by a link";
        case WayChange::app_added: return "an authenticator app was added";
        case WayChange::app_removed: return "the authenticator app was removed";
        case WayChange::recovery_codes_renewed: return "new recovery codes were made";
        case WayChange::recovery_code_used: return "a recovery code was used";
        case WayChange::passkey_added: return "a passkey was added";
        case WayChange::passkey_removed: return "a passkey was removed";
        case WayChange::provider_added: return "an account at Microsoft or Google was added";
        case WayChange::provider_removed: return "an account at Microsoft or Google was removed";
    }
    return {};
}

std::string in_words(Changed const& changed) {
    return "On " + calendar::in_words(calendar::local_date(changed.made_at)) + " at " +
           calendar::local_time(changed.made_at) + " " + std::string(in_words(changed.kind)) + ".";
}

std::string told_by_mail(Changed const& changed, std::string_view school_name) {
    return in_words(changed) + " It is about how you sign in to Withy, where " + std::string(school_name) +
           " runs its nurture support.\n\n"
           "If that was you, there is nothing to do.\n\n"
           "If it was not, somebody else may be signed in as you. Tell your school's administrator today and "
           "ask "
           "for a link for a new password: it signs everybody out and takes every other way in away. Tell "
           "the "
           "headteacher too.\n\n"
           "This message holds no link, so that a false one is known by its link.\n";
}

}  // namespace sign_in
