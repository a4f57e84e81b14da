#include "http/request_reader.hpp"

#include <algorithm>
#include <array>
#include <boost/beast/http/basic_parser.hpp>

#include "base/text.hpp"
#include "http/parse.hpp"

namespace http {
namespace {

namespace wire = boost::beast::http;
using View = boost::beast::string_view;
using boost::system::error_code;

constexpr std::array served{
    wire::verb::get,
    wire::verb::head,
    wire::verb::post,
    wire::verb::put,
    wire::verb::patch,
    wire::verb::options,
    wire::verb::delete_};

bool is_served(wire::verb verb) { return std::ranges::find(served, verb) != served.end(); }

// A proxy may send the whole address: http://withy.school/today.
std::string_view in_origin_form(std::string_view target) {
    for (std::string_view const scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto const path = target.find('/', scheme.size());
        return path == target.npos ? "/" : target.substr(path);
    }
    return target;
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

// A header that goes on in the next line: Beast joins them, others take the second for a header of its own.
// Beast takes a header with all its lines or not at all, so that none is cut where the network cuts.
bool has_folded_lines(std::string_view headers) {
    return headers.find("\r\n ") != headers.npos || headers.find("\r\n\t") != headers.npos;
}

std::string_view plain(View view) { return {view.data(), view.size()}; }

std::string size_in_words(std::size_t bytes) {
    constexpr std::size_t kilobyte = 1024;
    if (bytes >= kilobyte * kilobyte) return std::to_string(bytes / kilobyte / kilobyte) + " MB";
    if (bytes >= kilobyte) return std::to_string(bytes / kilobyte) + " KB";
    return std::to_string(bytes) + " bytes";
}

}  // namespace

// Beast knows the grammar and where a message ends; what it leaves open, and what of it a server must not
// accept, is decided here.
class RequestReader::Wire : public wire::basic_parser<true> {
public:
    explicit Wire(RequestReader& reader) : reader_(reader) {}

    int version = 11;
    bool expects_continue = false;

private:
    void refuse(int status, error_code& error) {
        reader_.refuse(status);
        error = wire::error::bad_value;
    }

    void on_request_impl(wire::verb verb, View method, View target, int its_version, error_code& error)
        override {
        version = its_version;
        reader_.request.method = plain(method);
        if (!is_served(verb)) return refuse(verb == wire::verb::unknown ? 501 : 405, error);

        auto parsed = http::parse_target(in_origin_form(plain(target)));
        if (!parsed) {
            reader_.detail_ = in_words(parsed.error());
            return refuse(400, error);
        }
        reader_.request.path = std::move(parsed->path);
        reader_.request.query = std::move(parsed->query);
    }

    void on_field_impl(wire::field field, View name, View value, error_code& error) override {
        if (is_header_done()) return;  // trailers must not pass for headers
        if (field == wire::field::host) ++hosts_;
        // Where the end of a message is said twice or oddly, whoever stands in front may see another one.
        if (field == wire::field::content_length && (++lengths_ > 1 || !is_number(plain(value))))
            return refuse(400, error);
        if (field == wire::field::transfer_encoding) {
            if (version < 11 || ++encodings_ > 1) return refuse(400, error);
            if (text::ascii_lower(plain(value)) != "chunked") return refuse(501, error);
        }
        if (field == wire::field::expect && version >= 11) {
            if (text::ascii_lower(plain(value)) != "100-continue") return refuse(417, error);
            expects_continue = true;
        }
        reader_.request.headers.emplace_back(text::ascii_lower(plain(name)), plain(value));
    }

    void on_header_impl(error_code& error) override {
        bool const host_is_clear = hosts_ == 1 || (hosts_ == 0 && version < 11);
        if (!host_is_clear) refuse(400, error);
    }

    std::size_t on_body_impl(View piece, error_code&) override {
        reader_.request.body += plain(piece);
        return piece.size();
    }
    std::size_t on_chunk_body_impl(std::uint64_t, View piece, error_code& error) override {
        return on_body_impl(piece, error);
    }

    void on_response_impl(int, View, int, error_code&) override {}
    void on_body_init_impl(boost::optional<std::uint64_t> const&, error_code&) override {}
    void on_chunk_header_impl(std::uint64_t, View, error_code&) override {}
    void on_finish_impl(error_code&) override {}

    RequestReader& reader_;
    int hosts_ = 0;
    int lengths_ = 0;
    int encodings_ = 0;
};

RequestReader::RequestReader(std::size_t header_bytes) : wire_(std::make_unique<Wire>(*this)) {
    wire_->header_limit(static_cast<std::uint32_t>(header_bytes));
    wire_->body_limit(boost::none);  // the limit depends on the headers
}

RequestReader::~RequestReader() = default;

std::size_t RequestReader::feed(std::string_view bytes) {
    if (bytes.empty() || !wants_more()) return 0;
    error_code error;
    bool const among_headers = !has_headers();
    auto const taken = wire_->put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (among_headers && refused_ == 0 && has_folded_lines(bytes.substr(0, taken))) refuse(400);
    if (!error || refused_ != 0) return taken;

    constexpr std::size_t longest_chunk_line = std::size_t{16} * 1024;
    if (error == wire::error::need_more) {
        if (has_headers() && bytes.size() - taken > longest_chunk_line) refuse(400);
    } else if (error == wire::error::header_limit) {
        refuse(431);
    } else if (error == wire::error::body_limit) {
        refuse_as_too_large();
    } else {
        refuse(400);
    }
    return taken;
}

void RequestReader::limit_body(std::size_t bytes) {
    most_bytes_ = bytes;
    if (wire_->content_length().value_or(0) > bytes) return refuse_as_too_large();
    wire_->body_limit(bytes);  // counts the chunks of a body whose length nobody said
    wire_->eager(true);
}

void RequestReader::refuse_as_too_large() {
    refuse(413);
    detail_ = "The form or the file is larger than " + size_in_words(most_bytes_) +
              ", the most that this page takes. Nothing was saved.";
}

bool RequestReader::may_exceed(std::size_t bytes) const {
    return wants_more() && wire_->content_length().value_or(bytes + 1) > bytes;
}

bool RequestReader::wants_more() const { return refused_ == 0 && !wire_->is_done(); }
bool RequestReader::has_headers() const { return wire_->is_header_done(); }
bool RequestReader::stays_open() const { return wire_->keep_alive(); }
bool RequestReader::is_http_1_0() const { return wire_->version < 11; }
bool RequestReader::expects_continue() const { return wire_->expects_continue; }

}  // namespace http
