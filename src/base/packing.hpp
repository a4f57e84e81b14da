#pragma once

#include <string>
#include <string_view>
#include <vector>

// Texts and numbers one after the other, as bytes that are read back as they were written.
namespace packing {

class Writing {
public:
    void number(std::size_t number) { bytes_ += std::to_string(number) + ' '; }
    void number(int number) { bytes_ += std::to_string(number) + ' '; }
    void text(std::string_view text) {
        number(text.size());
        bytes_ += text;
    }
    template <class Values, class Each>
    void all(Values const& values, Each const& each) {
        number(values.size());
        for (auto const& value : values) each(value);
    }
    void texts(std::vector<std::string> const& texts) {
        all(texts, [&](auto const& one) { text(one); });
    }
    std::string taken() { return std::move(bytes_); }

private:
    std::string bytes_;
};

// Reads until something is not as it was written; from there on all is empty.
class Reading {
public:
    explicit Reading(std::string_view bytes) : rest_(bytes) {}

    int number();
    std::string text();
    template <class Value, class Each>
    void all(std::vector<Value>& values, Each const& each) {
        auto const many = count();
        for (std::size_t at = 0; at < many && !is_broken_; ++at) values.push_back(each());
    }
    void texts(std::vector<std::string>& texts) {
        all(texts, [&] { return text(); });
    }
    // True where nothing was broken and nothing is left.
    bool is_whole() const { return !is_broken_ && rest_.empty(); }

private:
    std::size_t count();
    int broken();

    std::string_view rest_;
    bool is_broken_ = false;
};

}  // namespace packing
