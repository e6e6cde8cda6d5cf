package com.streamdata.query.remote;

import com.streamdata.dataset.Dataset;
import com.streamdata.dataset.Work;
import com.streamdata.engine.Connections;
import com.streamdata.engine.Dialects;
import com.streamdata.engine.EngineErrors;
import com.streamdata.engine.QueryEngine;
import com.streamdata.engine.RemoteEngine;
import com.streamdata.engine.SqlNames;
import com.streamdata.error.AppException;
import com.streamdata.error.ErrorCode;
import com.streamdata.query.plan.Relation;
import com.streamdata.source.fetch.FetchFailure;
import com.streamdata.source.fetch.Stage;
import com.streamdata.source.sql.SqlConnections;
import com.streamdata.source.sql.SqlSettings;
import java.sql.Connection;

/** Tables of other people's databases, as queries see them. */
public final class RemoteTables {
  private RemoteTables() {}

  /** Nothing tells in which order its rows came. */
  static Relation relation(SqlSettings settings, Dataset dataset) {
    return new Relation(SqlNames.raw(settings.from()), null, dataset.columns());
  }

  public static QueryEngine engine(SqlConnections connections, SqlSettings settings) {
    return new RemoteEngine(Dialects.of(settings.engine()), new Lent(connections, settings));
  }

  private record Lent(SqlConnections connections, SqlSettings settings) implements Connections {
    @Override
    public <T> T read(Work<Connection, T> work) {
      try {
        return connections.with(settings, work);
      } catch (FetchFailure e) {
        ErrorCode code = e.stage() == Stage.TIMEOUT ? EngineErrors.TOO_SLOW : EngineErrors.REMOTE;
        throw new AppException(code, e.stage().title() + ": " + e.getMessage(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AppException(EngineErrors.REMOTE, "The server is stopping.", e);
      }
    }
  }
}
