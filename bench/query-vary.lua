-- Asks for a panel's data, each time for another range, so that none is answered from memory.
local number = 0

function request()
  number = number + 1
  local body = string.format(
    '{"intervalMs":3600000,"maxDataPoints":500,"timeRange":{"from":"%d","to":"1794960000000"}}',
    1793491200000 - number * 1000)
  return wrk.format("POST", nil, {["Content-Type"] = "application/json"}, body)
end
