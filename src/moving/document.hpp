#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moving/moving.hpp"
#include "moving/summary.hpp"

namespace moving {

// A pack as it goes: whom it is about, from whom and to whom, and its lines.
struct Document {
    std::string school;
    std::string telephone;
    std::string child;
    Date born_on;
    std::string year;  // "Year 4"
    NextSchool to;
    Date made_on;
    std::vector<Line> lines;
};

// The document as JSON: the same letters for the same document.
std::string json_of(Document const& document);

// The document that such JSON tells; nothing where it is none.
std::optional<Document> document_in(std::string_view json);

// The document on A4. Takes some milliseconds a page.
std::string pdf_of(Document const& document);

}  // namespace moving
