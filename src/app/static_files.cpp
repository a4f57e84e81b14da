#include "app/static_files.hpp"

#include "design/assets.hpp"
#include "http/compress.hpp"

namespace app {
namespace {

bool accepts_brotli(std::string_view accept_encoding) {
    return accept_encoding.find("br") != std::string_view::npos;
}

}  // namespace

std::optional<http::Response> static_file(http::Request const& request) {
    if (request.method != "GET" && request.method != "HEAD") return std::nullopt;
    auto const* const asset = design::asset(request.path);
    if (asset == nullptr) return std::nullopt;

    http::Response response;
    response.with("Content-Type", std::string(asset->content_type))
        .with("Cache-Control", "public, max-age=31536000, immutable")
        .with("X-Content-Type-Options", "nosniff")
        .with("Cross-Origin-Resource-Policy", "same-origin")
        .with("Vary", "Accept-Encoding");
    auto const accepts = request.header("accept-encoding");
    if (!asset->brotli.empty() && accepts_brotli(accepts)) {
        response.body = asset->brotli;
        response.with("Content-Encoding", "br");
    } else if (!asset->gzip.empty() && http::accepts_gzip(accepts)) {
        response.body = asset->gzip;
        response.with("Content-Encoding", "gzip");
    } else {
        response.body = asset->identity;
    }
    return response;
}

}  // namespace app
