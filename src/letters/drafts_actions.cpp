// Drafts as bytes: each part with its length before it.
#include <charconv>

#include "letters/actions.hpp"

namespace letters {
namespace {

void append_part(std::string& out, std::string_view part) {
    out += std::to_string(part.size());
    out += ':';
    out += part;
}

// The next part, taken off the front; empty where the bytes are none of ours.
std::string_view next_part(std::string_view& bytes) {
    auto const colon = bytes.find(':');
    std::size_t size = 0;
    if (colon == std::string_view::npos) return bytes = {};
    std::from_chars(bytes.data(), bytes.data() + colon, size);
    auto const part = bytes.substr(colon + 1, size);
    bytes.remove_prefix(colon + 1 + part.size());
    return part;
}

}  // namespace

std::string packed(std::vector<Draft> const& drafts) {
    std::string out;
    for (auto const& draft : drafts)
        for (std::string_view const part :
             {draft.contact.text(),
              word(draft.way),
              std::string_view(draft.title),
              std::string_view(draft.words),
              std::string_view(draft.link),
              std::string_view(draft.link_hash),
              std::string_view(draft.pdf),
              std::string_view(draft.kept_pdf)})
            append_part(out, part);
    return out;
}

std::vector<Draft> unpacked(std::string_view bytes) {
    std::vector<Draft> drafts;
    while (!bytes.empty()) {
        auto const contact = ContactId::parse(next_part(bytes));
        auto const way = from_word<Way>(next_part(bytes));
        Draft draft;
        draft.title = next_part(bytes);
        draft.words = next_part(bytes);
        draft.link = next_part(bytes);
        draft.link_hash = next_part(bytes);
        draft.pdf = next_part(bytes);
        draft.kept_pdf = next_part(bytes);
        if (!contact || !way || draft.pdf.empty()) return {};
        draft.contact = *contact;
        draft.way = *way;
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

}  // namespace letters
