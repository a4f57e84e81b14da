#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/configuration.hpp"
#include "visits/providers.hpp"

namespace app {

// "1:72f988bf-…, 2:0aa8…": of which tenant, or of which domain, each school by its number takes the word.
// Without a number it is school 1's. Empty where the text is not that.
std::optional<std::vector<visits::Realm>> realms_in(std::string_view text);

// The mistakes in what was set of Microsoft and Google, each in words that say how to mend it.
std::vector<std::string> mistakes_in_providers(Configuration const& configuration);

// The providers of this configuration; nullptr without any. Throws where the file of a secret can't be read.
std::shared_ptr<visits::Providers const> providers_of(Configuration const& configuration);

}  // namespace app
