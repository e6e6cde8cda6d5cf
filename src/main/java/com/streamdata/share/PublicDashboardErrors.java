package com.streamdata.share;

import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.error.ErrorKind;

/**
 * How public dashboards can fail, with Grafana's message ids as codes and its messages as titles
 * (observed behaviour, 1.5, newest wording).
 */
public final class PublicDashboardErrors {
  public static final ErrorCode BAD_REQUEST =
      code("publicdashboards.badRequest", ErrorKind.INVALID, "BadRequest");
  public static final ErrorCode INVALID_UID =
      code("publicdashboards.invalidUid", ErrorKind.INVALID, "Invalid Uid");
  public static final ErrorCode IDENTIFIER_NOT_SET =
      code(
          "publicdashboards.identifierNotSet", ErrorKind.INVALID, "No Uid for dashboard specified");
  public static final ErrorCode INVALID_ACCESS_TOKEN =
      code("publicdashboards.invalidAccessToken", ErrorKind.INVALID, "Invalid access token");
  public static final ErrorCode INVALID_SHARE_TYPE =
      code("publicdashboards.invalidShareType", ErrorKind.INVALID, "Invalid share type");
  public static final ErrorCode DASHBOARD_IS_PUBLIC =
      code("publicdashboards.dashboardIsPublic", ErrorKind.INVALID, "Dashboard is already public");
  public static final ErrorCode UID_EXISTS =
      code("publicdashboards.uidExists", ErrorKind.INVALID, "Dashboard Uid already exists");
  public static final ErrorCode ACCESS_TOKEN_EXISTS =
      code(
          "publicdashboards.accessTokenExists",
          ErrorKind.INVALID,
          "Dashboard Access Token already exists");
  public static final ErrorCode INVALID_PANEL_ID =
      code("publicdashboards.invalidPanelId", ErrorKind.INVALID, "Invalid panel id");
  public static final ErrorCode INVALID_INTERVAL =
      code(
          "publicdashboards.invalidInterval",
          ErrorKind.INVALID,
          "intervalMS should be greater than 0");
  public static final ErrorCode MAX_DATA_POINTS =
      code(
          "publicdashboards.maxDataPoints",
          ErrorKind.INVALID,
          "maxDataPoints should be greater than 0");
  public static final ErrorCode INVALID_TIME_RANGE =
      code("publicdashboards.invalidTimeRange", ErrorKind.INVALID, "Invalid time range");
  public static final ErrorCode PANEL_QUERIES_NOT_FOUND =
      code(
          "publicdashboards.panelQueriesNotFound",
          ErrorKind.INVALID,
          "Failed to extract queries from panel");
  public static final ErrorCode NOT_ENABLED =
      code("publicdashboards.notEnabled", ErrorKind.FORBIDDEN, "Dashboard paused");
  public static final ErrorCode NOT_FOUND =
      code("publicdashboards.notFound", ErrorKind.NOT_FOUND, "Dashboard not found");
  public static final ErrorCode DASHBOARD_NOT_FOUND =
      code("publicdashboards.dashboardNotFound", ErrorKind.NOT_FOUND, "Dashboard not found");
  public static final ErrorCode PANEL_NOT_FOUND =
      code("publicdashboards.panelNotFound", ErrorKind.NOT_FOUND, "Dashboard panel not found");

  /** Ours: Grafana's own word for it is not published. */
  public static final ErrorCode INVALID_RECIPIENT =
      code("publicdashboards.invalidRecipient", ErrorKind.INVALID, "Invalid recipient");

  public static final ErrorCode TOO_MANY_RECIPIENTS =
      code(
          "publicdashboards.tooManyRecipients",
          ErrorKind.INVALID,
          "A dashboard is shared with at most 100 people");
  public static final ErrorCode RECIPIENT_NOT_FOUND =
      code("publicdashboards.recipientNotFound", ErrorKind.NOT_FOUND, "Recipient not found");
  public static final ErrorCode CODE_REQUIRED =
      code(
          "publicdashboards.codeRequired",
          ErrorKind.UNAUTHENTICATED,
          "Ask for a code with an invited e-mail address");
  public static final ErrorCode WRONG_CODE =
      code("publicdashboards.wrongCode", ErrorKind.UNAUTHENTICATED, "The code is wrong or expired");
  public static final ErrorCode TOO_MANY_TRIES =
      code("publicdashboards.tooManyTries", ErrorKind.TOO_MANY, "Too many wrong codes");

  private PublicDashboardErrors() {}

  /** A failure in Grafana's own words. */
  public static AppException of(ErrorCode code) {
    return new AppException(code, code.title());
  }

  private static ErrorCode code(String messageId, ErrorKind kind, String message) {
    return new ErrorCode(messageId, kind, message);
  }
}
