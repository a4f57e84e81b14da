#include "html/html.hpp"

namespace h::parts {

Sheet& Draft::sheet() {
    thread_local Sheet shared;
    return shared;
}

Node::Node(std::string_view text) {
    if (is_plain(text)) {
        markup_ = text;
        return;
    }
    Draft draft;
    draft.out.escape(text);
    markup_ = draft.written();
}

}  // namespace h::parts
