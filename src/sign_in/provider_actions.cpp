#include "sign_in/provider_actions.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

namespace sign_in::actions {
namespace {

constexpr long most_seconds_to_connect = 3;
// Microsoft's keys are some 30 KB; documents and tokens are less.
constexpr std::size_t most_bytes = std::size_t{256} * 1024;

struct End {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Curl = std::unique_ptr<CURL, End>;
using List = std::unique_ptr<curl_slist, End>;

void start_library() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* into) {
    auto& body = *static_cast<std::string*>(into);
    if (body.size() + size * count > most_bytes) return 0;
    body.append(bytes, size * count);
    return size * count;
}

Expected<std::string, OpenIdFault> away(std::string cause) {
    return refuse(OpenIdFault{OpenIdRefusal::away, std::move(cause)});
}

// What stands at the address; the answer to the form, where there is one. Anything but 200 is a fault.
Expected<std::string, OpenIdFault> fetched(
    visits::Provider const& provider, std::string const& address, std::string const& form = {}
) {
    start_library();
    Curl const curl(curl_easy_init());
    if (!curl) return away("libcurl could not start");
    List const headers(curl_slist_append(nullptr, "Accept: application/json"));
    std::string body;
    auto const set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
    set(CURLOPT_URL, address.c_str());
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!provider.certificates.empty()) {
        set(CURLOPT_CAINFO, provider.certificates.c_str());
        set(CURLOPT_CAPATH, static_cast<char const*>(nullptr));
    }
    set(CURLOPT_HTTPHEADER, headers.get());
    if (!form.empty()) {
        set(CURLOPT_POSTFIELDSIZE, static_cast<long>(form.size()));
        set(CURLOPT_POSTFIELDS, form.data());
    }
    set(CURLOPT_WRITEFUNCTION, keep);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&body));
    set(CURLOPT_TIMEOUT, provider.most_seconds);
    set(CURLOPT_CONNECTTIMEOUT, most_seconds_to_connect);
    set(CURLOPT_NOSIGNAL, 1L);

    auto const code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) return away(std::string(curl_easy_strerror(code)));
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200) return away("it answered with status " + std::to_string(status));
    return body;
}

// What is known of each provider that the operator set, for all who sign in. Nobody waits for the network
// with the lock in hand.
struct Known {
    std::optional<proofs::ProviderDocument> document;
    Instant document_at;
    std::vector<proofs::ProviderKey> keys;
    Instant keys_at;
    Instant keys_asked_at;
};
class AllKnown {
public:
    Known of(std::string const& provider) {
        std::lock_guard const lock(mutex_);
        return known_[provider];
    }
    template <class Change>
    void change(std::string const& provider, Change const& change) {
        std::lock_guard const lock(mutex_);
        change(known_[provider]);
    }

private:
    std::mutex mutex_;
    std::map<std::string, Known> known_;
};
AllKnown& all_known() {
    static AllKnown known;
    return known;
}

bool is_younger(Instant at, Instant now, std::int64_t than) { return at <= now && now - at < than; }

bool has_key(std::vector<proofs::ProviderKey> const& keys, std::string const& id) {
    return std::ranges::find(keys, id, &proofs::ProviderKey::id) != keys.end();
}

Expected<std::vector<proofs::ProviderKey>, OpenIdFault> keys_of(
    visits::Provider const& provider,
    proofs::ProviderDocument const& document,
    std::string const& key,
    Instant now
) {
    auto const known = all_known().of(provider.address);
    bool const fresh = is_younger(known.keys_at, now, keys_are_kept_for) && has_key(known.keys, key);
    bool const usable = is_younger(known.keys_at, now, old_keys_are_kept_for);
    bool const just_asked = is_younger(known.keys_asked_at, now, keys_are_asked_for_every);
    if (fresh || (just_asked && usable)) return known.keys;
    if (just_asked) return refuse(OpenIdFault{OpenIdRefusal::away, "its keys could not be had a moment ago"});
    auto const body = fetched(provider, document.keys_address);
    auto keys = body ? proofs::keys_in(*body) : std::vector<proofs::ProviderKey>();
    all_known().change(provider.address, [&](Known& one) {
        one.keys_asked_at = now;
        if (keys.empty()) return;
        one.keys = keys;
        one.keys_at = now;
    });
    if (!keys.empty()) return keys;
    if (usable) return known.keys;
    return refuse(body ? OpenIdFault{OpenIdRefusal::away, "it has no keys"} : body.error());
}

std::string in_words(std::vector<proofs::TokenFault> const& faults) {
    std::string words = "a token was refused:";
    for (auto const fault : faults) words += " " + std::string(proofs::in_words(fault)) + ";";
    words.pop_back();
    return words;
}

}  // namespace

Expected<proofs::ProviderDocument, OpenIdFault> document_of(visits::Provider const& provider, Instant now) {
    auto const known = all_known().of(provider.address);
    if (known.document && is_younger(known.document_at, now, document_is_kept_for)) return *known.document;
    auto const body = fetched(provider, provider.address + "/.well-known/openid-configuration");
    if (!body) return refuse(body.error());
    auto document = proofs::document_in(*body);
    if (!document) return refuse(OpenIdFault{OpenIdRefusal::away, "what it says of itself can't be read"});
    all_known().change(provider.address, [&](Known& one) {
        one.document = document;
        one.document_at = now;
    });
    return *document;
}

Expected<proofs::IdToken, OpenIdFault> token_for(
    visits::Provider const& provider,
    Errand const& errand,
    std::string const& return_address,
    std::string const& code,
    Instant now
) {
    auto const document = document_of(provider, now);
    if (!document) return refuse(document.error());
    auto const answer = fetched(
        provider,
        document->token_address,
        proofs::exchange_form(
            {.client = provider.client,
             .secret = provider.secret,
             .return_address = return_address,
             .code = code,
             .verifier = errand.verifier}
        )
    );
    if (!answer) return refuse(OpenIdFault{answer.error().refusal, "the code: " + answer.error().cause});
    auto const token = proofs::id_token_in(*answer);
    auto const keys = keys_of(provider, *document, proofs::key_named_in(token), now);
    if (!keys) return refuse(keys.error());
    auto read = proofs::read_id_token(
        token,
        *keys,
        {.issuer = document->issuer, .client = provider.client, .nonce = errand.nonce, .now = now}
    );
    if (!read.faults.empty()) return refuse(OpenIdFault{OpenIdRefusal::not_in_order, in_words(read.faults)});
    return std::move(read.token);
}

}  // namespace sign_in::actions
