-- Pushes rows, as many in each request as the argument says; no two requests are alike.
local bodies = {}
local count = 0

function init(arguments)
  local rows = tonumber(arguments[1]) - 1
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-ndjson"
  for b = 1, 16 do
    local lines = {}
    for i = 1, rows do
      lines[i] = string.format(
        '{"at": "2026-11-%02dT%02d:%02d:00Z", "machine": "press %d", "value": %d.%02d, "parts": %d}\n',
        b, i % 24, i % 60, i % 8, i, b, i * b)
    end
    bodies[b] = table.concat(lines)
  end
end

function request()
  count = count + 1
  local body = bodies[count % 16 + 1] ..
    string.format('{"at": "2026-12-01T00:00:00Z", "machine": "last", "value": 0.5, "parts": %d}', count)
  return wrk.format(nil, nil, nil, body)
end
