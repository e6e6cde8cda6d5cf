-- Tries wrong passwords: POST /share/{token}/unlock.
local count = 0

function init()
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

function request()
  count = count + 1
  return wrk.format(nil, nil, nil, '{"password": "wrong ' .. count .. '"}')
end
