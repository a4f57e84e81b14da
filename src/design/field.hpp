#pragma once

#include <string>
#include <string_view>

#include "base/fields.hpp"
#include "html/html.hpp"

// What all fields of a form share: ids, hint and error, and how they hang together for those who hear the
// page.
namespace design {

struct Field {
    Field(Answers const& answers, std::string_view name, std::string_view hint_text, std::string_view own_id);

    h::Node hint() const;
    h::Node error() const;

    bool is_wrong() const { return !message.empty(); }
    std::string group_css() const;  // of the block around label and field

    std::string id;
    std::string described_by;  // the ids of hint and error; empty where there are none
    std::string hint_text;
    std::string message;
    std::string typed;
};

enum class Size;
std::string_view label_css(Size size);
std::string_view legend_css(Size size);

// A question over several inputs: legend, hint, error, then the inputs.
h::Node question(Field const& field, std::string_view legend, Size size, h::Node const& inputs);

// A label, hint and error over one input.
h::Node labelled(Field const& field, std::string_view label, Size size, h::Node const& input);

}  // namespace design
