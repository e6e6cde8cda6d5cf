-- Makes links: POST /dashboards/{id}/share.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"access": "view"}'
