#pragma once

#include <vector>

#include "design/page.hpp"
#include "letters/correspondence.hpp"
#include "pupils/address_changes.hpp"

namespace letters::pages {

// The letter as paragraphs, headings and lists, as parents read it. Its headings are of this level.
enum class HeadingLevel { second, third };
h::Node letter_words(std::string_view words, HeadingLevel level);

// Who would be written to, with the letter to each, before anything goes.
struct Preview {
    Correspondence about;
    std::vector<Filled> letters;  // one for each addressee
    bool sends_mail = false;
    h::Node pupil;  // the header
    std::vector<pupils::AddressChange> address_changes = {};
};
design::Page preview(design::FormGuard const& guard, Preview const& preview, Answers const& answers);

}  // namespace letters::pages
