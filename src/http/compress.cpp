#include "http/compress.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>

#include "base/text.hpp"

namespace http {
namespace {

struct Free {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

// Setting one up costs more than a page; each thread keeps its own.
libdeflate_compressor& compressor_of_this_thread() {
    constexpr int quickest = 1;
    thread_local std::unique_ptr<libdeflate_compressor, Free> const compressor(
        libdeflate_alloc_compressor(quickest)
    );
    if (!compressor) throw std::bad_alloc();
    return *compressor;
}

// The weight of `gzip;q=0.5` is zero where all its digits are.
bool is_refused(std::string_view weight) {
    auto const at = weight.find("q=");
    return at != weight.npos && weight.substr(at + 2).find_first_of("123456789") == weight.npos;
}

}  // namespace

std::string gzip(std::string_view data) {
    auto& compressor = compressor_of_this_thread();
    std::string out(libdeflate_gzip_compress_bound(&compressor, data.size()), '\0');
    out.resize(libdeflate_gzip_compress(&compressor, data.data(), data.size(), out.data(), out.size()));
    return out;
}

bool accepts_gzip(std::string_view accept_encoding) {
    bool any_is_accepted = false;
    for (auto const entry : text::split(accept_encoding, ',')) {
        auto const name = entry.substr(0, entry.find(';'));
        bool const accepted = !is_refused(text::ascii_lower(entry.substr(name.size())));
        auto const coding = text::ascii_lower(text::trimmed(name));
        if (coding == "gzip" || coding == "x-gzip") return accepted;
        if (coding == "*") any_is_accepted = accepted;
    }
    return any_is_accepted;
}

}  // namespace http
