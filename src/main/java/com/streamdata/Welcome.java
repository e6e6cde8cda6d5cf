package com.streamdata;

import com.streamdata.config.Secret;
import com.streamdata.http.PublicAddress;
import com.streamdata.identity.FirstStart;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Prepares the very first start before anybody is answered, and tells people on the console where
 * to go.
 */
@Component
final class Welcome implements SmartInitializingSingleton {
  private final FirstStart firstStart;
  private final Demo demo;
  private final LiveDemo live;
  private final PublicAddress address;
  private final PrintStream console = System.out;
  private Optional<FirstStart.FirstAdmin> admin = Optional.empty();

  Welcome(FirstStart firstStart, Demo demo, LiveDemo live, PublicAddress address) {
    this.firstStart = firstStart;
    this.demo = demo;
    this.live = live;
    this.address = address;
  }

  @Override
  public void afterSingletonsInstantiated() {
    admin = firstStart.makeAdmin();
  }

  /** The demo takes a second, in which the server answers already. */
  @EventListener
  void listening(WebServerInitializedEvent event) {
    Map<String, String> demoLinks = admin.map(first -> demo.make(first.caller())).orElse(Map.of());
    if (admin.isEmpty()) {
      live.goOn();
    }
    String url = address.onThisMachine(event.getWebServer().getPort());
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("StreamData is running.");
    lines.add("  Application  " + url + "/app/");
    demoLinks.forEach((name, path) -> lines.add("  Demo         " + url + path + "  " + name));
    admin.ifPresent(first -> lines.addAll(secrets(first)));
    lines.add("");
    lines.forEach(console::println);
  }

  private static List<String> secrets(FirstStart.FirstAdmin first) {
    return List.of(
        "  Sign in as   " + first.caller().email(),
        "  Password     " + shown(first.password(), "as set by STREAMDATA_ADMIN_PASSWORD"),
        "  API key      " + shown(first.apiKey(), "as set by STREAMDATA_API_KEY"),
        "  Password and key are shown this once; they are stored as hashes only.");
  }

  private static String shown(@Nullable Secret secret, String otherwise) {
    return secret == null ? otherwise : secret.reveal();
  }
}
