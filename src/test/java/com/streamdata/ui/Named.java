package com.streamdata.ui;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Finds parts of a page by what they are called, to the letter. */
final class Named {
  private Named() {}

  /** Anywhere on a page. */
  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Inside another part. */
  static Locator.GetByRoleOptions within(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  static Locator button(Locator part, String name) {
    return part.getByRole(AriaRole.BUTTON, within(name));
  }
}
