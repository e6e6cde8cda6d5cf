package com.streamdata.identity;

import com.streamdata.config.Secret;
import com.streamdata.error.AppException;
import com.streamdata.error.Checks;
import com.streamdata.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first admin, made on the first start.
 *
 * @param adminPassword null: generated and printed once
 * @param apiKey the first admin's API key, for automation; null: generated and printed once
 */
public record IdentityConfig(
    @DefaultValue("admin@localhost") String adminEmail,
    @Nullable Secret adminPassword,
    @Nullable Secret apiKey) {
  public IdentityConfig {
    new Checks()
        .that(isAddress(adminEmail), "STREAMDATA_ADMIN_EMAIL", "must be an e-mail address")
        .that(
            adminPassword == null || Password.fits(adminPassword.reveal()),
            "STREAMDATA_ADMIN_PASSWORD",
            Password.RULE)
        .that(
            apiKey == null || ApiKeyText.fits(apiKey.reveal()),
            "STREAMDATA_API_KEY",
            "must be sd_ and 40 hex digits (echo sd_$(openssl rand -hex 20))")
        .done();
  }

  private static boolean isAddress(String text) {
    try {
      return EmailAddress.of(text).text().equals(text);
    } catch (AppException _) {
      return false;
    }
  }
}
