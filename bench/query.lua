-- Asks for a panel's data as Grafana's page does: POST …/panels/{id}/query, always the same.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body =
  '{"intervalMs":3600000,"maxDataPoints":500,"timeRange":{"from":"1793491200000","to":"1794960000000"}}'
