-- GETs pages as many people: each line of the file REQUESTS is "path<TAB>cookie<TAB>accept-encoding".
local requests = {}
local at = 0
local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(arguments)
    for line in io.lines(os.getenv("REQUESTS")) do
        local path, cookie, encoding = line:match("^(.-)\t(.-)\t(.*)$")
        local headers = { ["Cookie"] = "withy=" .. cookie }
        if encoding ~= "" then headers["Accept-Encoding"] = encoding end
        requests[#requests + 1] = wrk.format("GET", path, headers)
    end
    -- Of two threads, the second begins half way, with other people.
    at = math.floor(#requests / 2) * number
end

function request()
    at = at % #requests + 1
    return requests[at]
end
