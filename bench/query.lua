-- Asks for a panel's data as Grafana's page does: POST …/panels/{id}/query. With the argument "vary" each
-- request wants another time, so that none is answered from memory.
local vary
local number = 0

function init(arguments)
  vary = arguments[1] == "vary"
end

function request()
  local from = 1793491200000
  if vary then
    number = number + 1
    from = from - number * 1000
  end
  local body = string.format(
    '{"intervalMs":3600000,"maxDataPoints":500,"timeRange":{"from":"%d","to":"1794960000000"}}', from)
  return wrk.format("POST", nil, {["Content-Type"] = "application/json"}, body)
end
