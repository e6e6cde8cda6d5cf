package com.streamdata.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

/** How a person works with a page: with a pointer, or by nothing but the keyboard. */
enum Hand {
  POINTER {
    @Override
    void press(Page page, Locator target) {
      target.click();
    }
  },
  KEYBOARD {
    @Override
    void press(Page page, Locator target) {
      reach(page, target);
      page.keyboard().press("Enter");
    }
  };

  /** More than any page of ours has to walk through. */
  private static final int MOST_STEPS = 150;

  /** Presses a button or follows a link. */
  abstract void press(Page page, Locator target);

  void type(Page page, Locator field, String text) {
    if (this == POINTER) {
      field.click();
    } else {
      reach(page, field);
    }
    page.keyboard().type(text);
  }

  void choose(Page page, Locator button, FilePayload file) {
    if (this == POINTER) {
      button.setInputFiles(file);
      return;
    }
    // Going there while the wait is on: the browser has been told of it when the key is pressed.
    FileChooser chooser = page.waitForFileChooser(() -> press(page, button));
    chooser.setFiles(file);
  }

  /** Goes there by the Tab key alone, as whoever cannot point. */
  private static void reach(Page page, Locator target) {
    assertThat(target).isVisible();
    for (int step = 0; step < MOST_STEPS; step++) {
      if (Boolean.TRUE.equals(
          target.evaluate("element => element === element.getRootNode().activeElement"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Not to be reached by keyboard: " + target);
  }
}
