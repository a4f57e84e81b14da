#include "sign_in/sign_in.hpp"

#include "base/calendar.hpp"

namespace sign_in {

std::string in_words(Refused const& refused) {
    switch (refused.refusal) {
        case Refusal::wrong:
            return "The e-mail address and the password do not belong together. Check both and try again";
        case Refusal::paused:
            return "There were too many tries. Try again after " +
                   calendar::local_time(refused.try_again_at + 1 * minutes);
        case Refusal::works_nowhere:
            return "Your account leads to no school at present. Ask your school's administrator for an "
                   "invitation";
        case Refusal::wrong_code:
            return "This is not the code that the terminal shows. The newest one counts: start Withy again "
                   "to "
                   "see another";
        case Refusal::no_such_code:
            return "This code does not count. Each counts once: enter the one that the app shows now, or a "
                   "recovery code";
        case Refusal::passkey_refused:
            return "The passkey did not work here. Try it again, or use your password";
        case Refusal::passkey_demanded:
            return "Your school asks for more than a password. Sign in with your passkey. If you have lost "
                   "it, "
                   "ask your school's administrator for a link for a new password";
        case Refusal::last_second_way:
            return "Your school asks you for a second way to sign in, and without this one you would have "
                   "none that works here. Add another first. If you have lost it, ask your school's "
                   "administrator for a link for a new password";
    }
    return {};
}

std::string in_words(PasswordFault fault) {
    switch (fault) {
        case PasswordFault::too_short: return "Use 12 characters or more. Three or four words do well";
        case PasswordFault::too_long: return "Use 256 characters or fewer";
        case PasswordFault::too_common:
            return "This password is easy to guess. Three or four unusual words do well";
        case PasswordFault::made_of_own_names:
            return "This is too close to your e-mail address or the school's name. Choose something else";
    }
    return {};
}

}  // namespace sign_in
