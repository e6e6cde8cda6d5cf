package com.streamdata.access;

/** What somebody wants to do something to. All of it belongs to one dashboard. */
public sealed interface Target {
  DashboardId dashboardId();

  /** What it is called in "There is no such …". */
  String noun();

  /** The whole dashboard. */
  record OfDashboard(DashboardId dashboardId) implements Target {
    @Override
    public String noun() {
      return "dashboard";
    }
  }

  /** One visualization of a dashboard. */
  record OfVisualization(VisualizationId id, DashboardId dashboardId) implements Target {
    @Override
    public String noun() {
      return "visualization";
    }
  }

  /** One source of a dashboard. */
  record OfSource(SourceId id, DashboardId dashboardId) implements Target {
    @Override
    public String noun() {
      return "source";
    }
  }

  /** One share of a dashboard. */
  record OfShare(ShareId id, DashboardId dashboardId) implements Target {
    @Override
    public String noun() {
      return "share";
    }
  }
}
