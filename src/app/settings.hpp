#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/proxies.hpp"
#include "base/sealed.hpp"
#include "visits/providers.hpp"
#include "visits/setup.hpp"

namespace app {

// What the pipeline knows of the installation besides its data.
struct Settings {
    bool secure_cookies = true;     // false only on plain http, which listens on loopback alone
    bool demonstration = false;     // the data is made up, and a visitor may sign in as anyone in it
    std::string public_address;     // "https://withy.school.example", for links in letters and messages
    Networks trusted_proxies = {};  // web servers in front, whose word on where a request comes from counts
    bool sends_mail = false;        // a mail server is set; otherwise letters go on paper
    std::optional<sealed::Key> sealing_key = {};  // for what is read with a key that the database lacks
    std::shared_ptr<visits::Providers const> providers = {};  // who else may say who somebody is
    visits::Setup setup = {};
};

}  // namespace app
