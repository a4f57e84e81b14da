#include "assessments/shipped.hpp"

#include <algorithm>
#include <span>

#include "assessments/document.hpp"
#include "base/embedded.hpp"

namespace embedded {

std::span<File const> instruments();

}  // namespace embedded

namespace assessments {

std::vector<Shipped> const& shipped() {
    static auto const all = [] {
        std::vector<Shipped> read;
        for (auto const& file : embedded::instruments())
            read.push_back({read_document(file.bytes).instrument, file.bytes});
        std::ranges::sort(read, {}, [](Shipped const& one) { return one.instrument.name; });
        return read;
    }();
    return all;
}

Shipped const* shipped(std::string_view code) {
    auto const& all = shipped();
    auto const found = std::ranges::find(all, code, [](Shipped const& one) -> std::string const& {
        return one.instrument.code;
    });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace assessments
