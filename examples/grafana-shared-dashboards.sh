#!/usr/bin/env bash
# The examples of Grafana's published page "Shared Dashboards API", run against a StreamData server, each
# answer compared with the documented one. Needs bash and curl.
#
#   STREAMDATA_API_KEY=sd_… examples/grafana-shared-dashboards.sh http://localhost:8080
set -euo pipefail

base=${1:?usage: STREAMDATA_API_KEY=sd_… $0 <address of the server>}
key=${STREAMDATA_API_KEY:?set STREAMDATA_API_KEY to a key of an admin}
uid=xCpsVuc4z
public=cd56d9fd-f3d4-486d-afba-a21760e2acbe
token=5c948bf96e6a4b13bd91975f9a2028b7

# call <expected status> <method> <path> [body]: prints the body.
call() {
  local expected=$1 method=$2 path=$3 answer status
  shift 3
  answer=$(curl -sS -X "$method" "$base$path" -w '\n%{http_code}' \
    -H 'Accept: application/json' -H 'Content-Type: application/json' \
    -H "Authorization: Bearer $key" ${1+--data "$1"})
  status=${answer##*$'\n'}
  if [ "$status" != "$expected" ]; then
    echo "$method $path: expected $expected, got $answer" >&2
    exit 1
  fi
  printf '%s' "${answer%$'\n'*}"
}

# same <what> <expected> <given>: moments and the number of a user differ from run to run.
same() {
  local given
  given=$(printf '%s' "$3" | sed -E \
    -e 's/"(created|updated)At":"[^"]*"/"\1At":"…"/g' \
    -e 's/"(created|updated)By":[0-9]+/"\1By":…/g')
  if [ "$given" != "$2" ]; then
    printf '%s differs.\nexpected: %s\ngiven:    %s\n' "$1" "$2" "$given" >&2
    exit 1
  fi
  echo "ok  $1"
}

object() {
  printf '{"uid":"%s","dashboardUid":"%s","accessToken":"%s","createdBy":…,"updatedBy":…,"createdAt":"…","updatedAt":"…","timeSelectionEnabled":false,"isEnabled":%s,"annotationsEnabled":false,"share":"public"}' \
    "$public" "$uid" "$token" "$1"
}

call 200 POST /api/dashboards/db "{\"dashboard\":{\"uid\":\"$uid\",\"title\":\"Published examples\"}}" >/dev/null

created=$(call 200 POST "/api/dashboards/uid/$uid/public-dashboards/" "{
    \"uid\": \"$public\",
    \"accessToken\": \"$token\",
    \"timeSelectionEnabled\": false,
    \"isEnabled\": true,
    \"annotationsEnabled\": false,
    \"share\": \"public\"
}")
same "create a shared dashboard" "$(object true)" "$created"

again=$(call 400 POST "/api/dashboards/uid/$uid/public-dashboards/" '{}')
same "create it again" \
  '{"statusCode":400,"messageId":"publicdashboards.dashboardIsPublic","message":"Dashboard is already public"}' \
  "$again"

updated=$(call 200 PATCH "/api/dashboards/uid/$uid/public-dashboards/$public" '{
    "timeSelectionEnabled": false,
    "isEnabled": false,
    "annotationsEnabled": false,
    "share": "public"
}')
same "update a shared dashboard" "$(object false)" "$updated"

got=$(call 200 GET "/api/dashboards/uid/$uid/public-dashboards/")
same "get it by the dashboard's uid" "$(object false)" "$got"

page=$(call 200 GET '/api/dashboards/public-dashboards?perpage=2&page=1')
case $page in
  '{"publicDashboards":['*'],"totalCount":'*',"page":1,"perPage":2}') echo "ok  list with pagination" ;;
  *) echo "The list differs: $page" >&2 && exit 1 ;;
esac

deleted=$(call 200 DELETE "/api/dashboards/uid/$uid/public-dashboards/$public")
same "delete it" "" "$deleted"

call 200 DELETE "/api/dashboards/uid/$uid" >/dev/null
echo "All answers are as documented."
