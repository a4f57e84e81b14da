#include "html/html.hpp"

#include <array>

namespace h::parts {
namespace {

constexpr std::array<std::string_view, 256> escapes = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}();

constexpr std::array<bool, 256> is_escaped = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = !escapes[i].empty();
    return table;
}();

}  // namespace

std::string& Draft::buffer() {
    thread_local std::string shared;
    return shared;
}

Node::Node(std::string_view text) { append_escaped(markup_, text); }

void append_escaped(std::string& out, std::string_view text) {
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const code = static_cast<unsigned char>(text[at]);
        if (!is_escaped[code]) continue;
        out.append(text.data() + from, at - from);
        out += escapes[code];
        from = at + 1;
    }
    out.append(text.data() + from, text.size() - from);
}

}  // namespace h::parts
