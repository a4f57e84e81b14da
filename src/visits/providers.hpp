#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/words.hpp"

// Who else may say who somebody is, by OpenID Connect, as the operator set it.
namespace visits {

enum class ProviderKind { microsoft, google };
constexpr auto words(ProviderKind) { return std::array{"microsoft", "google"}; }

constexpr std::string_view in_words(ProviderKind kind) {
    switch (kind) {
        case ProviderKind::microsoft: return "Microsoft";
        case ProviderKind::google: return "Google";
    }
    return {};
}

// Of whom a school takes the provider's word: of the people of its own tenant at Microsoft, or of its own
// domain at Google, in lower case.
struct Realm {
    SchoolId school;
    std::string name;
};

struct Provider {
    ProviderKind kind{};
    std::string address;  // "https://accounts.google.com": where what it says of itself is found
    std::string client;   // by which the provider knows this Withy
    std::string secret;
    std::vector<Realm> realms;
    std::string certificates = {};  // a file of authorities to trust instead of the system's
    long most_seconds = 5;          // to wait for an answer
};

using Providers = std::vector<Provider>;

}  // namespace visits
