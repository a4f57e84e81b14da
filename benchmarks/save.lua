-- Saves evaluations: every thread is one person, who saves one child's after the other, over and over. Each line of the
-- file REQUESTS is "thread<TAB>path<TAB>cookie<TAB>version<TAB>body", whose body lacks `once` and `version` at its end. Each
-- save has words of its own: the body's NUMBER becomes the save's.
local threads = {}

function setup(thread)
    thread:set("number", #threads)
    threads[#threads + 1] = thread
end

function init(arguments)
    cards = {}
    for line in io.lines(os.getenv("REQUESTS")) do
        local whose, path, cookie, version, body = line:match("^(%d+)\t(.-)\t(.-)\t(.-)\t(.*)$")
        if tonumber(whose) == number then
            local before, after = body:match("^(.-)NUMBER(.*)$")
            cards[#cards + 1] = { path = path, version = tonumber(version), before = before, after = after }
            headers = {
                ["Cookie"] = "withy=" .. cookie,
                ["Content-Type"] = "application/x-www-form-urlencoded",
                ["Sec-Fetch-Site"] = "same-origin",
            }
        end
    end
    sent = 0
    saved = 0
    wrong = 0
    run = os.getenv("RUN")
end

function request()
    sent = sent + 1
    card = cards[(sent - 1) % #cards + 1]
    local once = string.format("%s-%04x-7000-8000-%012x", run, number, sent)
    local body = card.before .. sent .. card.after
    return wrk.format("POST", card.path, headers, body .. "&version=" .. card.version .. "&once=" .. once)
end

function response(status, answer_headers)
    if status == 303 and answer_headers["Location"] and not answer_headers["Location"]:find("^/sign%-in") then
        saved = saved + 1
        card.version = card.version + 1
    else
        wrong = wrong + 1
        if wrong == 1 and os.getenv("SHOW_WRONG") then
            print("thread " .. number .. " answered " .. status .. " at version " .. card.version .. ": " .. card.path)
        end
    end
end

function done(summary, latency)
    local all, bad = 0, 0
    for _, thread in ipairs(threads) do
        all = all + thread:get("saved")
        bad = bad + thread:get("wrong")
    end
    print("saved " .. all .. " wrong " .. bad)
end
