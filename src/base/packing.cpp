#include "base/packing.hpp"

#include <charconv>

namespace packing {

int Reading::number() {
    int value = 0;
    auto const [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    auto const length = static_cast<std::size_t>(end - rest_.data());
    if (error != std::errc{} || length == rest_.size() || rest_[length] != ' ') return broken();
    rest_.remove_prefix(length + 1);
    return value;
}

std::string Reading::text() {
    auto const length = count();
    std::string text(rest_.substr(0, length));
    rest_.remove_prefix(length);
    return text;
}

// Nothing takes less than a byte, so that a broken count asks for no memory.
std::size_t Reading::count() {
    auto const value = number();
    bool const fits = value >= 0 && static_cast<std::size_t>(value) <= rest_.size();
    return static_cast<std::size_t>(fits ? value : broken());
}

int Reading::broken() {
    is_broken_ = true;
    rest_ = {};
    return 0;
}

}  // namespace packing
