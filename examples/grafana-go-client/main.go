// Drives a StreamData server with the client that is generated from Grafana's own API description:
// a service account, a folder, a dashboard, and its public dashboard from create to delete.
//
//	go run . http://localhost:8080 admin@localhost password
package main

import (
	"fmt"
	"log"
	"net/url"
	"os"

	goapi "github.com/grafana/grafana-openapi-client-go/client"
	"github.com/grafana/grafana-openapi-client-go/client/dashboards"
	"github.com/grafana/grafana-openapi-client-go/client/folders"
	"github.com/grafana/grafana-openapi-client-go/client/search"
	"github.com/grafana/grafana-openapi-client-go/client/service_accounts"
	"github.com/grafana/grafana-openapi-client-go/models"
)

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: go run . <address> <e-mail> <password>")
	}
	address, err := url.Parse(os.Args[1])
	must(err)
	admin := goapi.NewHTTPClientWithConfig(nil, &goapi.TransportConfig{
		Host:      address.Host,
		BasePath:  address.Path + "/api",
		Schemes:   []string{address.Scheme},
		BasicAuth: url.UserPassword(os.Args[2], os.Args[3]),
		OrgID:     1,
	})

	health, err := admin.Health.GetHealth()
	must(err)
	expect("database", "ok", health.Payload.Database)

	account, err := admin.ServiceAccounts.CreateServiceAccount(
		service_accounts.NewCreateServiceAccountParams().WithBody(
			&models.CreateServiceAccountForm{Name: "go-example", Role: "Admin"}))
	must(err)
	token, err := admin.ServiceAccounts.CreateToken(
		service_accounts.NewCreateTokenParams().
			WithServiceAccountID(account.Payload.ID).
			WithBody(&models.AddServiceAccountTokenCommand{Name: "example", SecondsToLive: 600}))
	must(err)

	client := goapi.NewHTTPClientWithConfig(nil, &goapi.TransportConfig{
		Host:     address.Host,
		BasePath: address.Path + "/api",
		Schemes:  []string{address.Scheme},
		APIKey:   token.Payload.Key,
	})
	shareOneDashboard(client)

	_, err = admin.ServiceAccounts.DeleteServiceAccount(account.Payload.ID)
	must(err)
	fmt.Println("All went as Grafana would.")
}

func shareOneDashboard(client *goapi.GrafanaHTTPAPI) {
	folder, err := client.Folders.CreateFolder(&models.CreateFolderCommand{Title: "Go example"})
	must(err)
	saved, err := client.Dashboards.PostDashboard(&models.SaveDashboardCommand{
		FolderUID: folder.Payload.UID,
		Dashboard: map[string]any{
			"title": "Plant A",
			"time":  map[string]any{"from": "now-6h", "to": "now"},
			"panels": []any{map[string]any{
				"id": 1, "type": "text", "title": "Hello", "options": map[string]any{"content": "world"},
				"gridPos": map[string]any{"x": 0, "y": 0, "w": 12, "h": 4},
			}},
		},
	})
	must(err)
	uid := *saved.Payload.UID
	expect("status", "success", *saved.Payload.Status)
	read, err := client.Dashboards.GetDashboardByUID(uid)
	must(err)
	expect("folder", folder.Payload.UID, read.Payload.Meta.FolderUID)
	found, err := client.Search.Search(search.NewSearchParams().WithQuery(ptr("plant a")))
	must(err)
	expect("found", uid, found.Payload[0].UID)

	yes, no := true, false
	created, err := client.Dashboards.CreatePublicDashboard(uid, &models.PublicDashboardDTO{
		UID:                  "my-custom-public-uid",
		AccessToken:          "e99e4275da6f410d83760eefa934d8d2",
		IsEnabled:            &yes,
		TimeSelectionEnabled: &yes,
		AnnotationsEnabled:   &yes,
		Share:                "public",
	})
	must(err)
	expect("uid", "my-custom-public-uid", created.Payload.UID)
	expect("token", "e99e4275da6f410d83760eefa934d8d2", created.Payload.AccessToken)

	got, err := client.Dashboards.GetPublicDashboard(uid)
	must(err)
	expect("dashboard", uid, got.Payload.DashboardUID)

	changed, err := client.Dashboards.UpdatePublicDashboard(
		dashboards.NewUpdatePublicDashboardParams().WithDashboardUID(uid).WithUID(created.Payload.UID).
			WithBody(&models.PublicDashboardDTO{TimeSelectionEnabled: &no}))
	must(err)
	expect("time selection", false, changed.Payload.TimeSelectionEnabled)
	expect("still enabled", true, changed.Payload.IsEnabled)

	listed, err := client.Dashboards.ListPublicDashboards()
	must(err)
	expectListed(listed.Payload, created.Payload.UID)

	viewed, err := client.Dashboards.ViewPublicDashboard(created.Payload.AccessToken)
	must(err)
	expect("slug", "plant-a", viewed.Payload.Meta.Slug)
	_, err = client.Dashboards.GetPublicAnnotations(created.Payload.AccessToken)
	must(err)

	_, err = client.Dashboards.DeletePublicDashboard(created.Payload.UID, uid)
	must(err)
	_, err = client.Dashboards.GetPublicDashboard(uid)
	if _, gone := err.(*dashboards.GetPublicDashboardNotFound); !gone {
		log.Fatalf("expected 404 after the deletion, got %v", err)
	}
	_, err = client.Dashboards.DeleteDashboardByUID(uid)
	must(err)
	_, err = client.Folders.DeleteFolder(folders.NewDeleteFolderParams().WithFolderUID(folder.Payload.UID))
	must(err)
}

func expectListed(page *models.PublicDashboardListResponseWithPagination, uid string) {
	for _, line := range page.PublicDashboards {
		if line.UID == uid {
			return
		}
	}
	log.Fatalf("%s is not in the list", uid)
}

func expect[T comparable](what string, wanted, got T) {
	if wanted != got {
		log.Fatalf("%s: expected %v, got %v", what, wanted, got)
	}
	fmt.Printf("ok  %s: %v\n", what, got)
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func ptr[T any](value T) *T {
	return &value
}
