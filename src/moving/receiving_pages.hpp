#pragma once

#include <string>

#include "design/form.hpp"
#include "design/page.hpp"
#include "moving/document.hpp"
#include "moving/moving.hpp"

// What the next school's SENCo sees by the link.
namespace moving::pages {

// Asks for the code. Names no child.
design::Page ask_for_code(
    design::FormGuard const& guard, std::string const& path, std::string const& school, Answers const& answers
);

// The pack, to read, to keep, and to say that it was received.
design::Page received_pack(
    design::FormGuard const& guard,
    std::string const& path,
    Document const& document,
    Pack const& pack,
    Answers const& answers
);

// The same for a link that is unknown, ended, closed or taken back.
design::Page link_does_not_open();

}  // namespace moving::pages
