package com.streamdata.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** The menu of a dashboard, wherever there is room for it. */
final class DashboardMenu {
  private DashboardMenu() {}

  /** What is called so in it, to be pressed; opens the drawer where it is in one. */
  static Locator item(Page page, String name) {
    Locator menu = page.locator("dashboard-menu");
    menu.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    Locator drawer = drawer(page);
    if (drawer.isVisible()) {
      drawer.click();
    }
    return Named.button(menu, name);
  }

  /** What opens it on phones; there always, seen only there. */
  static Locator drawer(Page page) {
    return Named.button(page, "Dashboard menu");
  }
}
