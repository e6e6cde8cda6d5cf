package com.streamdata.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.streamdata.db.Database;
import com.streamdata.error.AppException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Decides who may do what. Every service method asks here first.
 *
 * <p>Owners have all rights on their dashboards and admins on all; editors may create; everybody
 * with an account may read. A key does at most what its user may, a limited one only what it lists.
 * A share's holder reads its target and, with an edit link, changes the dashboard, never its
 * sources or shares.
 */
@Component
public final class Access {
  private static final int MOST_CACHED = 10_000;

  private final Database database;
  private final Cache<DashboardId, Cached> refs =
      Caffeine.newBuilder().maximumSize(MOST_CACHED).build();

  private record Cached(long generation, Optional<DashboardRef> ref) {}

  Access(Database database) {
    this.database = database;
  }

  /**
   * Requires that the caller may do this to that.
   *
   * @throws AppException unauthenticated for nobody; not-found when there is no such thing or the
   *     caller may not read it; forbidden when the caller may read it but not do this
   */
  public DashboardRef require(Caller caller, Action action, Target target) {
    requireSomebody(caller);
    DashboardRef dashboard =
        find(target.dashboardId())
            .filter(ref -> may(caller, readingOf(target), ref, target))
            .orElseThrow(() -> AccessErrors.notFound(target.noun()));
    if (!may(caller, action, dashboard, target)) {
      throw new AppException(
          AccessErrors.FORBIDDEN, "You may read this " + target.noun() + " but not do this to it.");
    }
    return dashboard;
  }

  /** Whether {@link #require} would let the caller do this to that. */
  public boolean may(Caller caller, Action action, Target target) {
    return find(target.dashboardId()).filter(ref -> may(caller, action, ref, target)).isPresent();
  }

  /**
   * Requires that the caller may do this to the dashboard with this uid, as Grafana evaluates it:
   * before anything else is looked at, and by what the caller is allowed rather than by what there
   * is (observed behaviour, 4.3).
   *
   * @return empty when there is no such dashboard and the caller may do this to all
   * @throws AppException unauthenticated for nobody; denied, naming the permission that is missing;
   *     missing when there is no such dashboard and the caller may not do this to all
   */
  public Optional<DashboardRef> requireByUid(Caller caller, Action action, String uid) {
    requireSomebody(caller);
    Optional<DashboardRef> found =
        Uid.isValid(uid)
            ? database.from(AccessStore.class, store -> store.findByUid(uid))
            : Optional.empty();
    boolean allowed =
        found
            .map(ref -> may(caller, action, ref, new Target.OfDashboard(ref.id())))
            .orElseGet(() -> mayToAll(caller, action));
    if (!allowed && found.isEmpty() && Uid.isValid(uid)) {
      throw new AppException(AccessErrors.MISSING, "Dashboard not found");
    }
    if (!allowed) {
      throw AccessErrors.denied(action.wireName());
    }
    return found;
  }

  private static boolean mayToAll(Caller caller, Action action) {
    return caller instanceof Caller.Account account
        && (action.reads() || account.role() == Role.ADMIN)
        && (!(account instanceof Caller.ApiKey key)
            || key.permissions() == null
            || key.permissions().stream()
                .anyMatch(p -> p.action() == action && p.scope().coversAll()));
  }

  /** Requires an account that may create dashboards, and returns who will own one. */
  public Caller.Account requireCreator(Caller caller) {
    Caller.Account account = requireAccount(caller);
    boolean allowed =
        account.role().compareTo(Role.EDITOR) >= 0
            && (!(account instanceof Caller.ApiKey key)
                || key.permissions() == null
                || key.permissions().stream()
                    .anyMatch(
                        p -> p.action() == Action.DASHBOARDS_CREATE && p.scope().coversAll()));
    if (!allowed) {
      throw new AppException(AccessErrors.FORBIDDEN, "You may not create dashboards.");
    }
    return account;
  }

  /**
   * The same, failing in Grafana's words.
   *
   * @param action the permission that somebody who may not is told to be missing
   */
  public Caller.Account requireCreator(Caller caller, String action) {
    try {
      return requireCreator(caller);
    } catch (AppException e) {
      throw e.code().equals(AccessErrors.FORBIDDEN) ? AccessErrors.denied(action) : e;
    }
  }

  /** Requires somebody with an account, in person or by a key. */
  public Caller.Account requireAccount(Caller caller) {
    requireSomebody(caller);
    if (caller instanceof Caller.Account account) {
      return account;
    }
    throw new AppException(AccessErrors.FORBIDDEN, "This needs an account; a link is not enough.");
  }

  /** Requires an account that is not limited to a list of permissions: it may hand out rights. */
  public Caller.Account requireUnlimited(Caller caller) {
    Caller.Account account = requireAccount(caller);
    if (account instanceof Caller.ApiKey key && key.permissions() != null) {
      throw new AppException(
          AccessErrors.FORBIDDEN,
          "This key is limited to permissions; sign in or use a whole key.");
    }
    return account;
  }

  /**
   * Requires an admin.
   *
   * @param permission what Grafana calls the right to do it, for the refusal
   */
  public Caller.Account requireAdmin(Caller caller, String permission) {
    requireSomebody(caller);
    boolean allowed =
        caller instanceof Caller.Account account
            && account.role() == Role.ADMIN
            && !(account instanceof Caller.ApiKey key && key.permissions() != null);
    if (!allowed) {
      throw AccessErrors.denied(permission);
    }
    return requireAdmin(caller);
  }

  public Caller.Account requireAdmin(Caller caller) {
    Caller.Account account = requireUnlimited(caller);
    if (account.role() != Role.ADMIN) {
      throw new AppException(AccessErrors.FORBIDDEN, "Only an admin may do this.");
    }
    return account;
  }

  /** The dashboards an account may read, for filtering lists. */
  public Set<DashboardId> readable(Caller caller) {
    requireAccount(caller);
    List<DashboardRef> all = database.from(AccessStore.class, AccessStore::list);
    return all.stream()
        .filter(ref -> may(caller, Action.DASHBOARDS_READ, ref, new Target.OfDashboard(ref.id())))
        .map(DashboardRef::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void requireSomebody(Caller caller) {
    if (caller instanceof Caller.Anonymous) {
      throw new AppException(AccessErrors.UNAUTHENTICATED, "Send Authorization: Bearer <API key>.");
    }
  }

  private static Action readingOf(Target target) {
    return target instanceof Target.OfSource ? Action.SOURCES_READ : Action.DASHBOARDS_READ;
  }

  private static boolean may(Caller caller, Action action, DashboardRef dashboard, Target target) {
    return switch (caller) {
      case Caller.User user -> accountMay(user, action, dashboard);
      case Caller.ApiKey key ->
          accountMay(key, action, dashboard) && listed(key, action, dashboard);
      case Caller.ShareHolder holder -> holderMay(holder, action, target);
      case Caller.Anonymous _ -> false;
    };
  }

  private static boolean accountMay(Caller.Account account, Action action, DashboardRef dashboard) {
    boolean owns = account.userId().equals(dashboard.ownerId());
    return action.reads()
        || account.role() == Role.ADMIN
        || (owns && account.role() != Role.VIEWER);
  }

  private static boolean listed(Caller.ApiKey key, Action action, DashboardRef dashboard) {
    return key.permissions() == null
        || key.permissions().stream()
            .anyMatch(p -> p.action() == action && p.scope().covers(dashboard));
  }

  private static boolean holderMay(Caller.ShareHolder holder, Action action, Target target) {
    boolean reads = action == Action.DASHBOARDS_READ;
    boolean writes = action == Action.DASHBOARDS_WRITE && holder.right() == Right.EDIT;
    boolean inside =
        holder.dashboardId().equals(target.dashboardId())
            && switch (target) {
              case Target.OfDashboard _ -> holder.visualizationId() == null;
              case Target.OfVisualization visualization ->
                  holder.visualizationId() == null
                      || holder.visualizationId().equals(visualization.id());
              case Target.OfSource _, Target.OfShare _ -> false;
            };
    return inside && (reads || writes);
  }

  private Optional<DashboardRef> find(DashboardId id) {
    long generation = database.generation();
    Cached cached = refs.getIfPresent(id);
    if (cached == null || cached.generation() != generation) {
      cached = new Cached(generation, database.from(AccessStore.class, store -> store.find(id)));
      refs.put(id, cached);
    }
    return cached.ref();
  }
}
