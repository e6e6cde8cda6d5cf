package com.streamdata.identity;

import com.streamdata.access.AccessErrors;
import com.streamdata.config.ServerKey;
import com.streamdata.error.AppException;
import com.streamdata.http.HotAnswers;
import com.streamdata.http.HttpErrors;
import com.streamdata.http.Problems;
import com.streamdata.http.PublicAddress;
import com.streamdata.http.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is open to everybody, and what everything else asks for. */
@Configuration(proxyBeanMethods = false)
class SecuritySetup {
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /**
   * Addresses that decide for themselves, or have nothing to protect. All others need a known
   * caller.
   */
  private static final String[] OPEN = {
    "/",
    "/app",
    "/app/**",
    "/assets/**",
    "/favicon.ico",
    "/robots.txt",
    "/share/**",
    "/api/health",
    "/api/public/**",
    "/public-dashboards/**",
    "/d/**",
    "/dashboards/f/**",
    "/session",
    "/health",
    "/openapi",
    "/docs",
    "/docs/**",
    "/error"
  };

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      Callers callers,
      BasicSignIn basic,
      PublicAddress address,
      Problems problems,
      SessionCsrf csrf,
      Idempotency idempotency) {
    return http.sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .httpBasic(form -> form.disable())
        .formLogin(form -> form.disable())
        .anonymous(anonymous -> {})
        .headers(headers ->
            headers
                .defaultsDisabled()
                .addHeaderWriter((request, response) -> {
                  SecurityHeaders.ofData(response);
                  if (!HotAnswers.isOffered(request)) {
                    SecurityHeaders.notKept(response);
                  }
                }))
        .addFilterBefore(new CallerFilter(callers, basic, address, problems), CsrfFilter.class)
        .addFilterBefore(new CrossSiteFilter(problems), CsrfFilter.class)
        .csrf(protection ->
            protection
                .csrfTokenRepository(csrf)
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .requireCsrfProtectionMatcher(SecuritySetup::changesThroughSession))
        .exceptionHandling(failures ->
            failures
                .authenticationEntryPoint((request, response, _) ->
                    problems.write(
                        request,
                        response,
                        new AppException(
                            AccessErrors.UNAUTHENTICATED, "Send Authorization: Bearer <API key>.")))
                .accessDeniedHandler((request, response, _) ->
                    problems.write(
                        request,
                        response,
                        new AppException(
                            HttpErrors.REFUSED,
                            "Send the session's token as " + SessionCsrf.HEADER + "."))))
        .authorizeHttpRequests(
            requests -> requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
        .addFilterAfter(new IdempotencyFilter(idempotency, problems), AuthorizationFilter.class)
        .build();
  }

  /** Observing each of a dozen filters took a good part of every request; requests are observed. */
  @Bean
  SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SessionCsrf sessionCsrf(ServerKey serverKey) {
    return new SessionCsrf(serverKey);
  }

  /**
   * Addresses that only an attacker writes ({@code //}, {@code ;}, encoded slashes) lead nowhere.
   */
  @Bean
  RequestRejectedHandler rejected(Problems problems) {
    return (request, response, _) ->
        problems.write(
            request,
            response,
            new AppException(HttpErrors.BAD_REQUEST, "The address or a header is malformed."));
  }

  @Bean
  WebMvcConfigurer callerArgument() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
      }
    };
  }

  private static boolean changesThroughSession(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod())
        && request.getAttribute(CallerFilter.SESSION) != null;
  }
}
