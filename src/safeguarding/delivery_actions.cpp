#include "safeguarding/delivery_actions.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <optional>

#include "safeguarding/handover_rules.hpp"

namespace safeguarding {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} * 1024;
constexpr std::size_t longest_fault = 300;

struct End {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, End>;
using List = std::unique_ptr<curl_slist, End>;

void add(List& list, std::string const& line) { list.reset(curl_slist_append(list.release(), line.c_str())); }

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

// IPv4 as IPv6 maps it; empty of what is neither.
std::optional<std::array<std::uint8_t, 16>> bytes_of(curl_sockaddr const& address) {
    std::array<char, NI_MAXHOST> text{};
    auto const length = static_cast<socklen_t>(address.addrlen);
    if (getnameinfo(&address.addr, length, text.data(), text.size(), nullptr, 0, NI_NUMERICHOST) != 0)
        return std::nullopt;
    if (auto const zone = std::ranges::find(text, '%'); zone != text.end())
        *zone = '\0';  // as in fe80::1%eth0
    std::array<std::uint8_t, 16> bytes{};
    if (address.family == AF_INET6 && inet_pton(AF_INET6, text.data(), bytes.data()) == 1) return bytes;
    bytes[10] = bytes[11] = 0xFF;
    if (address.family == AF_INET && inet_pton(AF_INET, text.data(), bytes.data() + 12) == 1) return bytes;
    return std::nullopt;
}

// Asked with the very address that is about to be connected to, so that no name can lead elsewhere meanwhile.
struct Door {
    bool private_network = false;
    bool kept_shut = false;
};
curl_socket_t open_socket(void* door_of, curlsocktype /*purpose*/, curl_sockaddr* address) {
    auto& door = *static_cast<Door*>(door_of);
    auto const bytes = bytes_of(*address);
    if (!bytes || (!door.private_network && is_private(*bytes))) {
        door.kept_shut = true;
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// The answer's words matter to nobody; more of them than an answer has end the call.
std::size_t count_bytes(char* /*bytes*/, std::size_t size, std::size_t count, void* total) {
    auto& so_far = *static_cast<std::size_t*>(total);
    so_far += size * count;
    return so_far > most_bytes ? 0 : size * count;
}

List headers_of(Receiver const& receiver, PointerId const& pointer) {
    List headers;
    add(headers, "Content-Type: application/json");
    add(headers, "Authorization: Bearer " + receiver.key);
    add(headers, "Idempotency-Key: " + std::string(pointer.text()));
    add(headers, "Expect:");
    return headers;
}

std::string fault_of(CURLcode code, Door const& door, std::size_t bytes) {
    if (door.kept_shut)
        return "The receiver's address is on a private network, which its file does not allow";
    if (bytes > most_bytes) return "The receiver answered with more than 16 KB";
    return std::string(curl_easy_strerror(code)).substr(0, longest_fault);
}

}  // namespace

Delivery deliver(Receiver const& receiver, PointerId const& pointer, std::string const& message) {
    start_library();
    Curl const curl(curl_easy_init());
    if (!curl) return {.fault = "libcurl could not start"};

    auto const headers = headers_of(receiver, pointer);
    Door door{.private_network = receiver.private_network};
    std::size_t bytes = 0;
    auto const set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, receiver.address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, "");  // a proxy would connect in our place, to wherever
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!receiver.certificates.empty()) {
        set(CURLOPT_CAINFO, receiver.certificates.c_str());
        set(CURLOPT_CAPATH, static_cast<char const*>(nullptr));
    }
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_POSTFIELDSIZE, static_cast<long>(message.size()));
    set(CURLOPT_POSTFIELDS, message.data());
    set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&door));
    set(CURLOPT_WRITEFUNCTION, count_bytes);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&bytes));
    set(CURLOPT_TIMEOUT, receiver.most_seconds);
    set(CURLOPT_NOSIGNAL, 1L);

    auto const code = curl_easy_perform(curl.get());
    if (code != CURLE_OK)
        return {.fault = fault_of(code, door, bytes), .kept_waiting = code == CURLE_OPERATION_TIMEDOUT};
    long status = 0;
    curl_off_t retry_after = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(curl.get(), CURLINFO_RETRY_AFTER, &retry_after);
    return verdict_on(status, static_cast<std::int64_t>(retry_after) * seconds);
}

}  // namespace safeguarding
