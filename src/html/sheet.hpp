#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace h::parts {

// Whether the text holds none of & < > " '.
bool is_plain(std::string_view text);

// The bytes of markup that are being written, one behind the other. It only ever grows, and what follows in
// one call asks for its room once.
class Sheet {
public:
    std::size_t size() const { return used_; }

    // What was written since the sheet had this size; it points into the sheet until more is written.
    std::string_view from(std::size_t size) const { return {bytes_.get() + size, used_ - size}; }

    // Takes back what was written since the sheet had this size.
    void cut(std::size_t size) { used_ = size; }

    // Writes markup as it stands, such as a tag.
    template <class... Markup>
    void put(Markup const&... markup) {
        make_room((std::string_view(markup).size() + ...));
        (copy(markup), ...);
    }

    // Writes text with & < > " ' escaped; safe as content and inside quoted attributes.
    void escape(std::string_view text);

private:
    void make_room(std::size_t size) {
        if (size > room_ - used_) grow(size);
    }
    void grow(std::size_t size);
    void copy(std::string_view text) {
        if (text.empty()) return;
        std::memcpy(bytes_.get() + used_, text.data(), text.size());
        used_ += text.size();
    }

    std::unique_ptr<char[]> bytes_;
    std::size_t used_ = 0;
    std::size_t room_ = 0;
};

}  // namespace h::parts
