#include "sign_in/openid.hpp"

namespace sign_in {

std::string in_words(OpenIdRefusal refusal, ProviderKind provider) {
    std::string const name(in_words(provider));
    switch (refusal) {
        case OpenIdRefusal::stale:
            return "That took longer than 10 minutes, or was done before. Begin again here";
        case OpenIdRefusal::cancelled:
            return name + " says that it was not gone through with. Try again, or use another way";
        case OpenIdRefusal::away:
            return name +
                   " can’t be reached at the moment. Use your password or a passkey, or try again later";
        case OpenIdRefusal::not_in_order:
            return "What " + name +
                   " said of you was not in order. Try again; if it happens again, tell your "
                   "administrator";
        case OpenIdRefusal::another_school:
            return "This is not an account that your school gives. Choose your school account at " + name;
        case OpenIdRefusal::nobody_tied:
            return "Nobody here has added this " + name +
                   " account. Sign in another way, then add it under "
                   "Your sign-in";
        case OpenIdRefusal::tied_already:
            return "This " + name + " account belongs to somebody’s sign-in here already";
        case OpenIdRefusal::not_just_now:
            return name +
                   " does not say that you showed it just now who you are. Use your password or a passkey";
    }
    return {};
}

std::string vouched_by(ProviderKind provider, std::string_view realm) {
    return std::string(word(provider)) + " " + std::string(realm);
}

}  // namespace sign_in
