-- Saves evaluations: every thread is one person with a child of their own, and saves again and again. Each line of the
-- file REQUESTS is "path<TAB>cookie<TAB>version<TAB>body", whose body lacks `once` and `version` at its end.
local threads = {}

function setup(thread)
    thread:set("number", #threads)
    threads[#threads + 1] = thread
end

function init(arguments)
    local line_number = 0
    for line in io.lines(os.getenv("REQUESTS")) do
        if line_number == number then
            local cookie
            path, cookie, version, body = line:match("^(.-)\t(.-)\t(.-)\t(.*)$")
            version = tonumber(version)
            headers = {
                ["Cookie"] = "withy=" .. cookie,
                ["Content-Type"] = "application/x-www-form-urlencoded",
                ["Sec-Fetch-Site"] = "same-origin",
            }
        end
        line_number = line_number + 1
    end
    sent = 0
    saved = 0
    wrong = 0
    run = os.getenv("RUN")
end

function request()
    sent = sent + 1
    local once = string.format("%s-%04x-7000-8000-%012x", run, number, sent)
    local whole = body .. "&version=" .. version .. "&once=" .. once
    return wrk.format("POST", path, headers, whole)
end

function response(status, answer_headers)
    if status == 303 and answer_headers["Location"] and not answer_headers["Location"]:find("^/sign%-in") then
        saved = saved + 1
        version = version + 1
    else
        wrong = wrong + 1
        if wrong == 1 and os.getenv("SHOW_WRONG") then
            print("thread " .. number .. " answered " .. status .. " at version " .. version .. ": " .. path)
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
